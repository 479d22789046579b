"""BOX004: a title of a box, quoted almost rightly."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.model import Document
from linter.document.nodes import Box, Span, TextNode
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.boxes.boxes import numbered_boxes, title_span
from linter.subjects.boxes.division_cells import division_cells
from linter.text.folding import key
from linter.text.nearness import is_alike
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily

_KIND = r"(?:工程|行动|计划|专项)"
_NAMED = lazily(
    rf"(?>(?:组织|实施|推进|启动|开展|落实|列入|纳入)+)(?P<name>[“\u4e00-\u9fffA-Za-z0-9+”]{{3,20}}?{_KIND})"
    rf"(?![\u4e00-\u9fff]{{0,2}}{_KIND})"
)
_N = r"专栏\s*(?P<n>‹place-number›)"
_WORDS = r"[\u4e00-\u9fffA-Za-z0-9+]"
_BY_NUMBER = (
    lazily(rf"{_N}\s*[“(《]?(?P<name>{_WORDS}{{3,20}}?{_KIND})"),
    lazily(rf"“(?P<name>{_WORDS}{{4,24}})”\s*\((?:详?见|参见)?{_N}\)"),
    lazily(rf"(?P<name>{_WORDS}{{4,24}}{_KIND})\s*\((?:详?见|参见)?{_N}\)"),
)
_ALIKE = 0.8
_MISSING = 3
_SHORT, _LONG = 6, 8
_TELLING = lazily(rf"[\d{NUMERAL}省市县区州乡镇村国新老上下大小东南西北中内外前后]")


class NearName(NamedTuple):
    """A name that is close to the title of a box and not it."""

    name: str
    box: Box
    span: Span


@fact
def near_names(plan: Plan) -> tuple[NearName, ...]:
    """The names that are close to the title of a box and not it."""
    cells = plan.get(division_cells)
    return tuple(_near_names(plan.document, plan.get(numbered_boxes), cells))


def _near_names(
    document: Document, boxes: tuple[Box, ...], cells: tuple[TextNode, ...]
) -> Iterator[NearName]:
    """Yield near names of boxes in the rows of a 分工 table and beside 专栏N.

    Close: one name holds the characters of the other in order, at most three are missing, both
    begin alike and end in the same word; or one word has another in its place, or two words each
    other's. Names that the draft uses elsewhere are its own. Beside 专栏N two thirds of the
    characters are enough: the number says which box is meant.
    """
    titles = {key(box.name): box for box in boxes if len(key(box.name)) >= 5}
    if not titles:
        return
    known = {id(box.title) for box in boxes}
    prose = key("".join(p.text for p in document.paragraphs() if id(p) not in known))
    by_number = {box.number: title for title, box in titles.items()}
    assigned = key("".join(cell.text for cell in cells))
    for node in cells:
        for match in _NAMED.finditer(node.folded):
            name = key(match["name"])
            if name not in titles and name not in prose:
                box = next((b for t, b in titles.items() if _is_near(name, t, assigned)), None)
                if box is not None:
                    yield NearName(name, box, Span(node, *match.span("name")))
    for node in document.paragraphs():
        if "专栏" in node.folded and id(node) not in known:
            for form in _BY_NUMBER:
                for match in form.finditer(node.folded):
                    title = by_number.get(parse_numeral(match["n"]) or 0)
                    if title and (start := _differs(match, title)) is not None:
                        span = Span(node, start, match.end("name"))
                        yield NearName(span.quote, titles[title], span)


def _is_near(name: str, title: str, assigned: str) -> bool:
    """Near, and where the rows have the title itself as well, more than one word off."""
    other = _replaced(name, title) or _reordered(name, title)
    return _close(name, title) or (other and title not in assigned)


def _differs(match: re.Match[str], title: str) -> int | None:
    """Where the name beside a number begins, None if it is the title or speaks of another thing.

    In front of a number the words of the sentence may run into the name: 推进甲工程（专栏1）.
    """
    name, start = match["name"], match.start("name")
    if title in key(name) or key(name) in title:
        return None
    if match.re == _BY_NUMBER[2]:
        cut = max(0, len(name) - len(title))
        return start + cut if _replaced(key(name)[-len(title) :], title) else None
    return start if _close(key(name), title) or is_alike(key(name), title) else None


def _close(name: str, title: str) -> bool:
    short, long = sorted((name, title), key=len)
    if name == title or len(long) - len(short) > _MISSING or len(short) < 5:
        return False
    rest = iter(long)
    held = all(char in rest for char in short)
    alike = 2 * len(short) / (len(short) + len(long)) >= _ALIKE
    return held and alike and short[:2] == long[:2] and short[-2:] == long[-2:]


def _replaced(name: str, title: str) -> bool:
    """Tell whether one character, or one word of two in a long name, has another in its place.

    Numerals and quarters (一期, 东部) tell two things apart.
    """
    if len(name) != len(title) or len(name) < _SHORT:
        return False
    off = [i for i, (a, b) in enumerate(zip(name, title, strict=True)) if a != b]
    near = bool(off) and off[-1] - off[0] < (2 if len(name) >= _LONG else 1)
    told = any(_TELLING.search(name[i] + title[i]) for i in off)
    return near and off[0] > 1 and not told


def _reordered(name: str, title: str) -> bool:
    """Tell whether two words of two characters have changed places: 保护传承, 传承保护."""
    if len(name) != len(title) or len(name) < _LONG:
        return False
    off = [i for i, (a, b) in enumerate(zip(name, title, strict=True)) if a != b]
    at = off[0] if off else 0
    swapped = title[:at] + title[at + 2 : at + 4] + title[at : at + 2] + title[at + 4 :]
    return len(off) == 4 and name == swapped


@check
def title_mismatch(plan: Plan) -> Iterator[Finding]:
    """BOX004: a 分工 row or a reference names a box by words close to, and not, its title."""
    for near in plan.get(near_names):
        values = {"name": near.span.quote, "title": f"专栏{near.box.numeral} {near.box.name}"}
        yield Finding(near.span, values, (Related("box", title_span(near.box)),))
