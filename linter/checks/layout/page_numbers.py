"""FMT: the page numbers of a Word draft (GB/T 9704-2012, 7.5)."""

from collections.abc import Iterator, Sequence
from typing import Literal

from linter.checks.finding import Finding, Plan, check
from linter.checks.layout import words
from linter.checks.layout.survey import head
from linter.layout import PageNumber
from linter.patterns import lazily

Place = Literal["outside", "center", "right", "left", "any"]
_DIGITS = lazily(r"[\s\d０-９]+")
_OUTSIDE = {"default": ("right", "outside"), "even": ("left", "outside")}
_TOLERANCE = 0.25


@check
def page_number(
    plan: Plan,
    *,
    size: float = 14.0,
    fonts: tuple[str, ...] = ("宋体",),
    dashes: tuple[str, ...] = ("—", "―", "─", "－", "–"),
    alignment: Place = "outside",
) -> Iterator[Finding]:
    """FMT009: no page number, or one of another form; 0, [] and any leave a part unjudged.

    The number of a first page with a footer of its own is not judged.
    """
    start = plan.layout.start
    if start is None or plan.layout.layout is None:
        return
    numbers = [number for number in plan.layout.numbers if number.kind != "first"]
    if not numbers:
        yield Finding(head(start), variant="missing")
        return
    faults: dict[words.Words, None] = {}
    for number in numbers:
        family = plan.layout.families.of(number.font) if number.font else None
        faults |= dict.fromkeys(_look(number, family, size, fonts))
        faults |= dict.fromkeys(_dashed(number, dashes))
    faults |= dict.fromkeys(_place(numbers, alignment))
    if faults:
        found = words.joined(tuple(faults))
        yield Finding(head(start), {"faults": found.zh, "faults_en": found.en})


def _look(
    number: PageNumber, family: str | None, size: float, fonts: Sequence[str]
) -> Iterator[words.Words]:
    if fonts and family is not None and family not in fonts:
        should = words.fonts(fonts)
        yield words.Words(f"字体为{family}，应为{should.zh}", f"in {family}, should be {should.en}")
    if size and number.size is not None and abs(number.size - size) > _TOLERANCE:
        is_, should = words.size(number.size), words.size(size)
        yield words.Words(f"字号为{is_.zh}，应为{should.zh}", f"{is_.en}, should be {should.en}")


def _dashed(number: PageNumber, dashes: Sequence[str]) -> Iterator[words.Words]:
    around = _DIGITS.split(number.text)
    marks = [mark for mark in around if mark]
    if dashes and not (len(marks) == 2 and all(mark in dashes for mark in marks)):
        text = _DIGITS.sub("1", number.text) or "1"
        yield words.Words(
            f"写作“{text}”，左右应各有一条一字线（{dashes[0]} 1 {dashes[0]}）",
            f"written “{text}”, should stand between dashes ({dashes[0]} 1 {dashes[0]})",
        )


def _place(numbers: Sequence[PageNumber], should: Place) -> Iterator[words.Words]:
    if should == "any":
        return
    kinds = {number.kind for number in numbers}
    numbers = [number for number in numbers if number.alignment is not None]
    if should != "outside":
        wrong = next((n for n in numbers if n.alignment != should), None)
        expected = words.alignment(should)
    else:
        wrong = next((n for n in numbers if n.alignment not in _OUTSIDE[n.kind]), None)
        if (
            wrong is None and len(kinds) == 1
        ):  # on even pages, too, it stands where odd ones have it
            wrong = next((n for n in numbers if n.alignment != "outside"), None)
        expected = words.Words("单页居右、双页居左", "right on odd pages and left on even ones")
    if wrong is not None and wrong.alignment is not None:
        is_ = words.alignment(wrong.alignment)
        yield words.Words(
            f"位置为{is_.zh}，应为{expected.zh}", f"{is_.en}, should be {expected.en}"
        )
