"""Parts a draft that was pasted as one paragraph, where its numbers show how.

A paragraph of thousands of characters that holds most of the draft is no paragraph. Its numbers
一、（一） 1. are taken for the heads of paragraphs where they stand behind the end of a sentence
(the first of a run behind anything) and count 1, 2, 3 without a gap.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.readers.raw import RawParagraph
from linter.text.folding import fold, is_han
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily

_WALL = 2_000  # characters; the longest paragraphs of published plans have some 1,500
_SHARE = 0.5  # of the draft's text
_ENDS = "。;:!?”)》 \u3000\t\n"
_CHAPTER, _SECTION, _LINE, _PAREN, _ITEM = range(5)
_NUMBERS = lazily(
    rf"第(?P<n0>[{NUMERAL}]{{1,3}})章|第(?P<n1>[{NUMERAL}]{{1,3}})节|(?P<n2>[{NUMERAL}]{{1,3}})、"
    rf"|\((?P<n3>[{NUMERAL}]{{1,3}})\)|(?<!\d)(?P<n4>\d{{1,2}})[.、](?!\d)"
)


class _Number(NamedTuple):
    at: int
    form: int
    value: int
    ended: bool  # a sentence has ended in front of it


class Wall:
    """The paragraphs of a draft that are too long to be paragraphs, if they hold most of it."""

    def __init__(self, paragraphs: Sequence[RawParagraph]) -> None:
        long = [p for p in paragraphs if len(p.text) >= _WALL]
        self.characters = sum(len(p.text) for p in long)
        whole = self.characters >= _SHARE * sum(len(p.text) for p in paragraphs)
        self._ids = {id(p) for p in long} if whole else set()

    def has(self, paragraph: RawParagraph) -> bool:
        """Tell whether a paragraph is one of them."""
        return id(paragraph) in self._ids


def section_starts(text: str) -> list[int]:
    """Return where the numbers stand that begin paragraphs. Cost: linear."""
    numbers = list(_numbers(fold(text)))
    return sorted({number.at for number in _runs(numbers) if number.at > 0})


def _numbers(folded: str) -> Iterator[_Number]:
    for match in _NUMBERS.finditer(folded):
        form = int((match.lastgroup or "n0")[1])
        value = parse_numeral(match.group(match.lastgroup or 0))
        before = folded[match.start() - 1] if match.start() else "。"
        after = folded[match.end() : match.end() + 1]
        if value and (is_han(after) or after in ("“", "《", " ")):
            yield _Number(match.start(), form, value, before in _ENDS)


def _runs(numbers: Sequence[_Number]) -> Iterator[_Number]:
    """The numbers that count on: each follows one of its form, within the same outer section."""
    open_runs: dict[int, list[_Number]] = {}
    for number in numbers:
        run = open_runs.get(number.form, [])
        if run and number.ended and number.value == run[-1].value + 1:
            run.append(number)
            _close(open_runs, number.form)
            if len(run) == 2:
                yield run[0]
            yield number
        elif number.value == 1:
            open_runs[number.form] = [number]


def _close(open_runs: dict[int, list[_Number]], form: int) -> None:
    """A number goes on: the runs of the forms below it have come to their end."""
    for inner in [other for other in open_runs if other > form]:
        del open_runs[inner]
