"""Generated numbers held against LibreOffice's: every format in every text, and lists by chance.

All stand in one document, which is converted once. Left out is what LibreOffice 7.4 does not do
(shared/docx.md): isLgl, decimalFullWidth, lvlRestart, a start override of an inner level, some
formats, ideographDigital from ten on, chineseCounting from a hundred on.
"""

import random
from itertools import product
from typing import NamedTuple

import pytest

from linter.readers import docx
from linter.readers.docx.formats import FORMATS
from tests.readers.docx.fixtures import level, lists, numbered, show, word
from tests.readers.soffice import converted, needs_soffice

FORMS = (
    *("decimal", "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified"),
    *("ideographTraditional", "decimalEnclosedCircleChinese", "lowerLetter", "upperRoman"),
)
FIRST = ("第%1章", "%1、", "（%1）", "%1.", "(%1)", "附则%1 ")
LOWER = ("（%{0}）", "%{0}.", "第%{0}节", "%{0}）", "%1-%{0}")
LISTS, LEVELS, PARAGRAPHS = 12, 3, 120
# Formats that LibreOffice prints as plain decimals, or as another format.
STRANGE = {
    *("decimalEnclosedFullstop", "decimalEnclosedParen", "decimalFullWidth", "decimalFullWidth2"),
    *("ideographEnclosedCircle", "ideographZodiacTraditional", "japaneseDigitalTenThousand"),
    *("numberInDash", "taiwaneseDigital"),
}
TEXTS = (
    "%1",
    "%1.",
    "%1、",
    "%1．",
    "%1)",
    "(%1)",
    "（%1）",
    "第%1章",
    "[%1]",
    "%1:",
    "附则%1 ",
)
STARTS = (1, 9)  # two paragraphs each: the first two numbers, and the step from nine to ten
RESTARTS = product((None, 2), (None, 1, 4), ("decimal", "chineseCounting"))


class Lists(NamedTuple):
    """The lists of a document, and its paragraphs."""

    abstract: list[str]
    nums: list[str]
    body: list[str]

    def add(self, levels: str, overrides: tuple[str, ...] = ("",)) -> list[int]:
        """Add an abstract list and numbers over it; return their ids."""
        key = len(self.abstract)
        name = f'abstractNumId="{key}"'
        self.abstract.append(lists(levels, nums="").replace('abstractNumId="0"', name))
        ids = range(len(self.nums) + 1, len(self.nums) + 1 + len(overrides))
        self.nums.extend(_num(i, key, own) for i, own in zip(ids, overrides, strict=True))
        return list(ids)


def _num(key: int, abstract: int, override: str = "") -> str:
    own = f'<w:lvlOverride w:ilvl="0">{override}</w:lvlOverride>' if override else ""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{own}</w:num>'


def _start(value: int | None) -> str:
    return "" if value is None else f'<w:startOverride w:val="{value}"/>'


def _by_form(made: Lists) -> None:
    """Every format in every level text, at its beginning and where it comes to ten."""
    for form, text, start in product(sorted({*FORMATS, "none"} - STRANGE), TEXTS, STARTS):
        if form != "ideographDigital" or start == 1:
            (key,) = made.add(level(0, form, text, start=start))
            made.body.extend([numbered("文", key)] * 2)


def _by_restart(made: Lists) -> None:
    """Three levels, in and out; a second number that goes on or begins anew; back to the first."""
    for restart, start, form in RESTARTS:
        more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
        levels = level(0, "chineseCounting", "%1、") + level(1, form, "（%2）")
        first, second = made.add(
            levels + level(2, "decimal", "%1.%2.%3", more), ("", _start(start))
        )
        for key, at in product((first, second, first), (0, 1, 2, 2, 1, 2, 0, 1, 2)):
            made.body.append(numbered("文", key, at))


def _by_chance(made: Lists) -> None:
    """Runs of paragraphs of one list each, their levels going in and out by one."""
    chance = random.Random(7)
    keys: list[int] = []
    for _ in range(LISTS):
        levels = "".join(_level(chance, at) for at in range(LEVELS))
        keys += made.add(levels, ("", _start(chance.randint(1, 5))))
    at, key = 0, keys[0]
    for i in range(PARAGRAPHS):
        if chance.random() < 0.15:
            key, at = chance.choice(keys), 0
        made.body.append(numbered(f"第{i}段", key, at))
        at = max(0, min(LEVELS - 1, at + chance.choice((-1, 0, 0, 1))))


def _level(chance: random.Random, at: int) -> str:
    pattern = chance.choice(FIRST if at == 0 else LOWER).format(at + 1)
    return level(at, chance.choice(FORMS), pattern, start=chance.choice((1, 1, 1, 3, 9)))


@needs_soffice
def test_labels_of_generated_lists_are_libreoffice_s(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = Lists([], [], [])
    for add in (_by_form, _by_restart, _by_chance):
        add(made)
    data = word("".join(made.body), numbering="".join(made.abstract) + "".join(made.nums))
    ours = [str(show(block)) for block in docx.read("a.docx", data).blocks]
    folder = tmp_path_factory.mktemp("oracle")
    text = converted(data, "txt:Text (encoded):UTF8", folder).decode("utf-8-sig")
    theirs = [line for line in text.splitlines() if line.strip()]
    assert len(ours) == len(theirs) == len(made.body) > 1000
    pairs = zip(
        ("".join(a.split()) for a in ours), ("".join(b.split()) for b in theirs), strict=True
    )
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
