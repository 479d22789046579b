"""FMT: the page numbers of a Word draft (GB/T 9704-2012, 7.5)."""

from collections.abc import Iterator, Sequence
from typing import Literal

from linter.document.look import PageNumber
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.subjects.look import wording
from linter.subjects.look.fonts import families
from linter.subjects.look.look import look, start_of
from linter.subjects.look.survey import head
from linter.subjects.look.wording import Phrase
from linter.text.patterns import lazily

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
    start = start_of(plan)
    seen = plan.get(look)
    if start is None or seen is None:
        return
    numbers = [number for number in seen.numbers if number.kind != "first"]
    if not numbers:
        yield Finding(head(start), variant="missing")
        return
    faults: dict[Phrase, None] = {}
    for number in numbers:
        family = plan.get(families).of(number.font) if number.font else None
        faults |= dict.fromkeys(_look(number, family, size, fonts))
        faults |= dict.fromkeys(_dashed(number, dashes))
    faults |= dict.fromkeys(_place(numbers, alignment))
    if faults:
        found = wording.joined(tuple(faults))
        yield Finding(head(start), {"faults": found.zh, "faults_en": found.en})


def _look(
    number: PageNumber, family: str | None, size: float, fonts: Sequence[str]
) -> Iterator[Phrase]:
    if fonts and family is not None and family not in fonts:
        should = wording.fonts(fonts)
        yield Phrase(f"字体为{family}，应为{should.zh}", f"in {family}, should be {should.en}")
    if size and number.size is not None and abs(number.size - size) > _TOLERANCE:
        is_, should = wording.size(number.size), wording.size(size)
        yield Phrase(f"字号为{is_.zh}，应为{should.zh}", f"{is_.en}, should be {should.en}")


def _dashed(number: PageNumber, dashes: Sequence[str]) -> Iterator[Phrase]:
    around = _DIGITS.split(number.text)
    marks = [mark for mark in around if mark]
    if dashes and not (len(marks) == 2 and all(mark in dashes for mark in marks)):
        text = _DIGITS.sub("1", number.text) or "1"
        yield Phrase(
            f"写作“{text}”，左右应各有一条一字线（{dashes[0]} 1 {dashes[0]}）",
            f"written “{text}”, should stand between dashes ({dashes[0]} 1 {dashes[0]})",
        )


def _place(numbers: Sequence[PageNumber], should: Place) -> Iterator[Phrase]:
    if should == "any":
        return
    kinds = {number.kind for number in numbers}
    numbers = [number for number in numbers if number.alignment is not None]
    if should != "outside":
        wrong = next((n for n in numbers if n.alignment != should), None)
        expected = wording.alignment(should)
    else:
        wrong = next((n for n in numbers if n.alignment not in _OUTSIDE[n.kind]), None)
        if (
            wrong is None and len(kinds) == 1
        ):  # on even pages, too, it stands where odd ones have it
            wrong = next((n for n in numbers if n.alignment != "outside"), None)
        expected = Phrase("单页居右、双页居左", "right on odd pages and left on even ones")
    if wrong is not None and wrong.alignment is not None:
        is_ = wording.alignment(wrong.alignment)
        yield Phrase(f"位置为{is_.zh}，应为{expected.zh}", f"{is_.en}, should be {expected.en}")
