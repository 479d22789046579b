"""Brackets and quotation marks: what does not pair within a paragraph (GB/T 15834-2011, 4.8–4.9).

One fault is told once: a lost ” makes the quotations behind it seem to nest, so every opening
quote inside an open one is judged by the marks that follow it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from linter.document.nodes import Label, Span, TextNode
from linter.text.folding import is_han
from linter.text.patterns import lazily, once

CLOSING = {"(": ")", "[": "]", "{": "}", "〔": "〕", "【": "】", "《": "》", "〈": "〉"} | {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
_QUOTES = "“”‘’"
_BRACKETS, _CLOSING_BRACKETS = "([{〔【", ")]}〕】"
_MARKS = lazily(r"[()\[\]{}〔〕【】《》〈〉“”‘’「」『』]")
_ENUMERATOR = lazily(r"(?:^|(?<=[\s。;,:、!?)”]))(?:\d{1,2}|[A-Za-z]|[‹ten›]{1,3})$")
_INTERVAL = lazily(r"[\d.%\s∞+-]+,[\d.%\s∞+-]+")  # half-open: [60, 80)
_DOCUMENT_NUMBER = lazily(r"[〔\[(]\d{2,4}[^\d〕\])]?\d*号")  # 〔2016j1360号 is REF005's matter
_WIDE = str.maketrans("()[]{}", "（）［］｛｝")
_STOP = lazily(r"[“”《》。；]")
# A straight pair inside a quotation, or one mark.
_DOUBLE = lazily('"[^“”",。;:]{1,20}"(?=[^“”",。;:]{0,20}”)|[“”"]')
_CODE = lazily(r'(?<==)"[^"<>]{0,200}"')  # the value of an attribute in code that is shown
_LEAD, _NEAR = 12, 25
_LONGEST_INTERVAL = 60


class FaultKind(StrEnum):
    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    REVERSED = "reversed"  # “…“ or ”…”
    CROSSED = "crossed"  # “（…”）
    MISMATCHED = "mismatched"  # 〔2016]
    STRAIGHT = "straight"  # “…": the other half is a straight quote


class PairFault(NamedTuple):
    """A mark without its partner. `at` is the mark's offset, `wanted` the mark that is missing.

    `partner` is the mark that it was taken to pair with (the opening one of 〔2016]), if any; of a
    quotation with a straight half, `at` is the first mark and `partner` the other.
    """

    kind: FaultKind
    node: TextNode
    at: int
    wanted: str
    partner: int | None = None

    @property
    def mark(self) -> str:
        return self.node.text[self.at]

    @property
    def span(self) -> Span:
        """The mark with the words that it encloses, or some of them."""
        if self.kind in (FaultKind.UNCLOSED, FaultKind.STRAIGHT):
            end = min(len(self.node.text), self.at + _LEAD)
            stop = _STOP.search(self.node.text, self.at + 2, end)
            return Span(self.node, self.at, stop.start() if stop else end)
        if self.partner is not None and self.at - self.partner <= _NEAR:
            return Span(self.node, self.partner, self.at + 1)
        return Span(self.node, max(0, self.at - _LEAD), self.at + 1)


@dataclass(slots=True)
class _Open:
    at: int
    mark: str


def label_fault(label: Label) -> str | None:
    """Return the label as it should be where its two brackets are of different kinds: 〔四)."""
    raw = label.raw.strip()
    match = once(r"([(（\[［〔【])(.*?)([)）\]］〕】])[、.．]?").fullmatch(raw)
    if match is None:
        return None
    opening, words, closing = match.groups()
    if CLOSING[_narrow(opening)] == _narrow(closing):
        return None
    wide = any(mark in "（）" for mark in (opening, closing))
    return f"（{words}）" if wide else f"({words})"


def faults(node: TextNode) -> list[PairFault]:
    """Return what does not pair in a node's text, in order of place."""
    if '"' not in node.folded and not _MARKS.search(node.folded):
        return []
    straight = without_code(node.folded) if '"' in node.folded else ""
    halves = list(_half_straight(straight))
    paired = {at for pair in halves for at in pair}
    marks = [mark for mark in _tokens(node.folded) if mark[0] not in paired]
    found = _Matcher(node, marks).run() if marks else []
    for first, second in halves:
        wanted = "”" if node.folded[first] == "“" else "“"
        found.append(PairFault(FaultKind.STRAIGHT, node, first, wanted, second))
    return sorted(found, key=lambda fault: fault.at) or _straight(node, straight)


def without_code(folded: str) -> str:
    """Return the text with the attribute values of code filled out: val="0" quotes nothing."""
    return _CODE.sub(lambda match: " " * len(match.group()), folded)


def _half_straight(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the quotations of which one mark is straight: “三清" or "三清”."""
    opened: tuple[int, str] | None = None
    for match in _DOUBLE.finditer(folded):
        at, mark = match.start(), match.group()
        if opened is None:
            starts = mark == "“" or (mark == '"' and not folded[at - 1 : at].isdigit())  # 12"
            opened = (at, mark[0]) if starts or len(mark) > 1 else None
        elif mark == "“":
            opened = at, mark
        elif len(mark) == 1:  # a pair of straight ones may stand inside
            if mark != opened[1] and '"' in (mark, opened[1]):
                yield opened[0], at
            opened = None


def _straight(node: TextNode, text: str) -> list[PairFault]:
    """An odd number of "straight" quotes; a paragraph that opens with one may be a quotation.

    Behind a digit one closes what is open, or stands for inches. Where no Chinese is written,
    code is shown.
    """
    sure, opened = [], False
    for match in once('"').finditer(text):
        inches = text[match.start() - 1 : match.start()].isdigit()
        if not inches:
            sure.append(match.start())
        opened = not opened and not inches
    if not opened or len(sure) % 2 == 0 or sure[0] == 0 or not any(map(is_han, text)):
        return []
    return [PairFault(FaultKind.UNCLOSED, node, sure[-1], '"')]


def _tokens(folded: str) -> Iterator[tuple[int, str]]:
    """The marks that must pair: apostrophes and the bracket of 1) left out."""
    opened = 0
    for match in _MARKS.finditer(folded):
        at, mark = match.start(), match.group()
        before = folded[max(0, at - 5) : at]
        if mark in "‘’" and (
            (before[-1:].isascii() and before[-1:].isalnum()) or folded[at + 1 : at + 3].isdigit()
        ):
            continue  # don’t, ’98
        if mark in _BRACKETS:
            opened += 1
        elif mark in _CLOSING_BRACKETS:
            if mark == ")" and opened == 0 and _ENUMERATOR.search(before):
                continue
            opened = max(0, opened - 1)
        yield at, mark


class _Matcher:
    """One walk over the marks of a text with a stack of the open ones."""

    def __init__(self, node: TextNode, marks: list[tuple[int, str]]) -> None:
        self.node = node
        self.marks = marks
        self.stack: list[_Open] = []
        self.faults: list[PairFault] = []
        self.unclosed: dict[str, list[PairFault]] = {}  # by their mark, the last one last
        self.crossed: set[int] = set()  # the places of those that turned out to be closed
        self.consumed: set[int] = set()

    def run(self) -> list[PairFault]:
        for i, (at, mark) in enumerate(self.marks):
            if i in self.consumed:
                continue
            if mark in CLOSING:
                self._open(i, at, mark)
            else:
                self._close(i, at, mark)
        for left in self.stack:
            self._add(FaultKind.UNCLOSED, left.at, CLOSING[left.mark])
        told = [
            fault
            for fault in self.faults
            if fault.kind is not FaultKind.UNCLOSED or fault.at not in self.crossed
        ]
        return sorted(told, key=lambda fault: fault.at)

    def _add(self, kind: FaultKind, at: int, wanted: str, partner: int | None = None) -> None:
        if kind is FaultKind.UNCLOSED and _DOCUMENT_NUMBER.match(self.node.folded, at):
            return
        wide = self.node.text[at if partner is None else partner] != self.node.folded[at]
        wanted = wanted.translate(_WIDE) if wide else wanted
        fault = PairFault(kind, self.node, at, wanted, partner)
        self.faults.append(fault)
        if kind is FaultKind.UNCLOSED:
            self.unclosed.setdefault(self.node.folded[at], []).append(fault)

    def _open(self, i: int, at: int, mark: str) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and mark in _QUOTES and top.mark == mark and not self._nests(i, mark):
            following = next((m for _, m in self.marks[i + 1 : i + 40] if m in _pair(mark)), None)
            near = at - top.at <= _NEAR and "。" not in self.node.folded[top.at : at]
            self.stack.pop()
            if following != CLOSING[mark] and near:
                self._add(FaultKind.REVERSED, at, CLOSING[mark], top.at)
                return
            self._add(FaultKind.UNCLOSED, top.at, CLOSING[mark])
        self.stack.append(_Open(at, mark))

    def _nests(self, i: int, mark: str) -> bool:
        """Tell whether the quotation opened inside another one leaves that one closed as well."""
        depth, last = 2, self.marks[i][0]
        for at, other in self.marks[i + 1 : i + 40]:
            if other == mark:
                depth += 1
            elif other == CLOSING[mark]:
                depth -= 1
                if depth == 0:
                    between = self.node.folded[last + 1 : at]
                    return "。" not in between.rstrip("。!?")
            last = at
        return False

    def _close(self, i: int, at: int, mark: str) -> None:
        opening = OPENING[mark]
        top = self.stack[-1] if self.stack else None
        if top is not None and (top.mark == opening or self._interval(top.at, at)):
            self.stack.pop()
        elif any(open_.mark == opening for open_ in self.stack[-20:]):
            while self.stack[-1].mark != opening:
                lost = self.stack.pop()
                self._add(FaultKind.UNCLOSED, lost.at, CLOSING[lost.mark])
            self.stack.pop()
        elif self._mismatches(i, mark):
            lost = self.stack.pop()
            self._add(FaultKind.MISMATCHED, at, CLOSING[lost.mark], lost.at)
        elif not self._crosses(at, mark):
            self._unopened(i, at, mark)

    def _interval(self, start: int, end: int) -> bool:
        short = end - start <= _LONGEST_INTERVAL
        return short and bool(_INTERVAL.fullmatch(self.node.folded, start + 1, end))

    def _mismatches(self, i: int, mark: str) -> bool:
        """Tell whether a closing bracket was typed for the other kind that stands open."""
        if not self.stack or mark in _QUOTES or self.stack[-1].mark in _QUOTES:
            return False
        wanted = CLOSING[self.stack[-1].mark]
        pair = (self.stack[-1].mark, wanted)
        return next((m for _, m in self.marks[i + 1 : i + 40] if m in pair), None) != wanted

    def _crosses(self, at: int, mark: str) -> bool:
        """Tell whether the mark closes what was last left open, which is then told as crossed."""
        left = self.unclosed.get(OPENING[mark])
        if not left or at - left[-1].at > 2 * _NEAR:
            return False
        fault = left.pop()
        self.crossed.add(fault.at)
        self._add(FaultKind.CROSSED, at, mark, fault.at)
        return True

    def _unopened(self, i: int, at: int, mark: str) -> None:
        if mark in _QUOTES:
            for j in range(i + 1, min(len(self.marks), i + 40)):
                place, other = self.marks[j]
                if other == mark and place - at <= _NEAR:
                    self.consumed.add(j)
                    self._add(FaultKind.REVERSED, at, OPENING[mark])
                    return
                if other in _pair(mark):
                    break
        self._add(FaultKind.UNOPENED, at, OPENING[mark])


def _pair(mark: str) -> str:
    return "“”" if mark in "“”" else "‘’"


def _narrow(mark: str) -> str:
    return {"（": "(", "）": ")", "［": "[", "］": "]"}.get(mark, mark)
