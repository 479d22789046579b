"""Generated numbers held against LibreOffice's, over lists made by chance.

Left out is where shared/docx.md found LibreOffice to differ: isLgl, decimalFullWidth,
ideographDigital from ten on, chineseCounting from a hundred on.
"""

import random
from pathlib import Path

from linter.readers import docx
from tests.readers.docx.fixtures import level, lists, numbered, show, word
from tests.readers.soffice import converted, needs_soffice

FORMS = (
    *("decimal", "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified"),
    *("ideographTraditional", "decimalEnclosedCircleChinese", "lowerLetter", "upperRoman"),
)
FIRST = ("第%1章", "%1、", "（%1）", "%1.", "(%1)", "附则%1 ")
LOWER = ("（%{0}）", "%{0}.", "第%{0}节", "%{0}）", "%1-%{0}")
LISTS, LEVELS, PARAGRAPHS = 12, 3, 120


def _numbering(chance: random.Random) -> str:
    """Abstract lists of three levels; two numbers on each, the second starting anew."""
    abstract, nums = [], []
    for i in range(LISTS):
        levels = "".join(_level(chance, at) for at in range(LEVELS))
        abstract.append(lists(levels, nums="").replace('abstractNumId="0"', f'abstractNumId="{i}"'))
        override = f'<w:startOverride w:val="{chance.randint(1, 5)}"/>'
        nums.append(_num(i + 1, i) + _num(i + 1 + LISTS, i, override))
    return "".join(abstract) + "".join(nums)


def _level(chance: random.Random, at: int) -> str:
    pattern = chance.choice(FIRST if at == 0 else LOWER).format(at + 1)
    return level(at, chance.choice(FORMS), pattern, start=chance.choice((1, 1, 1, 3, 9)))


def _num(key: int, abstract: int, override: str = "") -> str:
    own = f'<w:lvlOverride w:ilvl="0">{override}</w:lvlOverride>' if override else ""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{own}</w:num>'


def _body(chance: random.Random) -> str:
    """Runs of paragraphs of one list each, their levels going in and out by one."""
    out, at, key = [], 0, 1
    for i in range(PARAGRAPHS):
        if chance.random() < 0.15:
            key, at = chance.randint(1, 2 * LISTS), 0
        out.append(numbered(f"第{i}段", key, at))
        at = max(0, min(LEVELS - 1, at + chance.choice((-1, 0, 0, 1))))
    return "".join(out)


@needs_soffice
def test_labels_of_generated_lists_are_libreoffice_s(tmp_path: Path) -> None:
    chance = random.Random(7)
    data = word(_body(chance), numbering=_numbering(chance))
    ours = [str(show(block)) for block in docx.read("a.docx", data).blocks]
    text = converted(data, "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    theirs = [line for line in text.splitlines() if line.strip()]
    assert len(ours) == PARAGRAPHS
    assert ["".join(line.split()) for line in ours] == ["".join(line.split()) for line in theirs]
