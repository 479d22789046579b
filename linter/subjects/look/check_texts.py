"""FMT: title, headings and body of a Word draft (GB/T 9704-2012, 5.2.2, 5.2.3 and 7.3)."""

from collections.abc import Iterator, Sequence
from typing import Literal

from linter.document.look import LineRule
from linter.plan.finding import Finding, check
from linter.plan.plan import Plan
from linter.subjects.look import wording
from linter.subjects.look.passages import Passage, is_standard, passages
from linter.subjects.look.roles import TextRole
from linter.subjects.look.survey import survey
from linter.subjects.look.wording import Phrase

_LEVELS = (TextRole.HEADING1, TextRole.HEADING2, TextRole.HEADING3, TextRole.HEADING4)
_ROUNDING = 0.05


@check
def title(
    plan: Plan,
    *,
    fonts: tuple[str, ...] = ("小标宋",),
    size: float = 22.0,
    tolerance: float = 0.0,
    alignment: Literal["center", "any"] = "center",
) -> Iterator[Finding]:
    """FMT003: the title in another font or size, or not centred; [] and 0 judge nothing."""
    centred = alignment == "center"
    expected = _expected(fonts, size)
    if centred:
        expected = Phrase(f"{expected.zh}、居中", f"{expected.en}, centred")

    def judge(passage: Passage) -> Phrase | None:
        off = centred and passage.text_look.alignment != "center"
        if not off and _fits(passage, fonts, size, tolerance):
            return None
        found = wording.look(*passage.face)
        place = wording.alignment(passage.text_look.alignment)
        return Phrase(f"{found.zh}、{place.zh}", f"{found.en}, {place.en}") if centred else found

    yield from survey(plan.get(passages).get(TextRole.TITLE, ()), expected, judge)


@check
def heading_fonts(
    plan: Plan,
    *,
    level1: tuple[str, ...] = ("黑体",),
    level2: tuple[str, ...] = ("楷体",),
    level3: tuple[str, ...] = ("仿宋",),
    level4: tuple[str, ...] = ("仿宋",),
    size: float = 16.0,
    tolerance: float = 0.0,
) -> Iterator[Finding]:
    """FMT004: headings of a level in another font or size; [] and 0 judge nothing.

    Silent in drafts with 编, 章 or 节: the standard does not say how those are set.
    """
    if not plan.get(is_standard):
        return
    for role, fonts in zip(_LEVELS, (level1, level2, level3, level4), strict=True):

        def judge(passage: Passage, fonts: Sequence[str] = fonts) -> Phrase | None:
            right = _fits(passage, fonts, size, tolerance)
            return None if right else wording.look(*passage.face)

        yield from survey(plan.get(passages).get(role, ()), _expected(fonts, size), judge)


@check
def body_font(plan: Plan, *, fonts: tuple[str, ...] = ("仿宋",)) -> Iterator[Finding]:
    """FMT005: paragraphs of the body in another font."""

    def judge(passage: Passage) -> Phrase | None:
        family = passage.family
        return None if family is None or family in fonts else Phrase(family, family)

    yield from survey(plan.get(passages).get(TextRole.BODY, ()), wording.fonts(fonts), judge)


@check
def body_size(plan: Plan, *, size: float = 16.0, tolerance: float = 0.0) -> Iterator[Finding]:
    """FMT006: paragraphs of the body in another size."""

    def judge(passage: Passage) -> Phrase | None:
        right = passage.size is None or abs(passage.size - size) <= tolerance + _ROUNDING
        return None if right else wording.size(passage.size or 0)

    yield from survey(plan.get(passages).get(TextRole.BODY, ()), wording.size(size), judge)


@check
def line_spacing(
    plan: Plan, *, least: float = 28.0, most: float = 30.0, multiples: tuple[float, ...] = ()
) -> Iterator[Finding]:
    """FMT007: paragraphs of the body whose lines stand closer or wider; `multiples` are allowed.

    How far a multiple sets lines apart is up to the font, so that it is right only by option.
    """
    expected = Phrase(
        f"{wording.plain(least)}—{wording.plain(most)} 磅", f"{least:g} to {most:g} pt"
    )
    if multiples:
        allowed = [wording.spacing(multiple, LineRule.AUTO) for multiple in multiples]
        expected = Phrase(
            "或".join((expected.zh, *(a.zh for a in allowed))),
            " or ".join((expected.en, *(a.en for a in allowed))),
        )

    def judge(passage: Passage) -> Phrase | None:
        line, rule = passage.text_look.line, passage.text_look.rule
        if line is None:
            return None
        if rule is LineRule.AUTO:
            right = any(abs(line - multiple) <= _ROUNDING for multiple in multiples)
        else:
            right = least - _ROUNDING <= line <= most + _ROUNDING
        return None if right else wording.spacing(line, rule)

    yield from survey(plan.get(passages).get(TextRole.BODY, ()), expected, judge)


@check
def first_line_indent(
    plan: Plan, *, characters: float = 2.0, tolerance: float = 0.2
) -> Iterator[Finding]:
    """FMT008: paragraphs whose first line is set in by another width, or whose others are, too.

    Blanks typed at the head count. Judged are the body and, where the standard has a say, lines
    that are headings and not centred. A generated number or a tab leaves an indent unjudged.
    """

    def judge(passage: Passage) -> Phrase | None:
        first, left = passage.text_look.first_line, passage.text_look.left
        if first is None or left is None or passage.text_look.alignment in ("center", "right"):
            return None
        if abs(first - characters) <= tolerance and abs(left) <= tolerance:
            return None
        found = Phrase(
            f"首行缩进 {wording.plain(first)} 字符", f"{wording.plain(first)} characters"
        )
        if abs(left) <= tolerance:
            return found
        return Phrase(
            f"{found.zh}、左缩进 {wording.plain(left)} 字符",
            f"{found.en}, all lines {wording.plain(left)}",
        )

    width = wording.plain(characters)
    expected = Phrase(f"首行缩进 {width} 字符、回行顶格", f"{width} characters, first lines only")
    for role in (TextRole.BODY, *(_LEVELS if plan.get(is_standard) else ())):
        whole = [p for p in plan.get(passages).get(role, ()) if not p.leads]
        yield from survey(whole, expected, judge)


def _fits(passage: Passage, fonts: Sequence[str], size: float, tolerance: float) -> bool:
    """Whether a passage has one of the fonts and the size; what cannot be told fits."""
    font = not fonts or passage.family is None or passage.family in fonts
    sized = not size or passage.size is None or abs(passage.size - size) <= tolerance + _ROUNDING
    return font and sized


def _expected(fonts: Sequence[str], size: float) -> Phrase:
    named, sized = wording.fonts(fonts), wording.size(size) if size else Phrase("", "")
    return Phrase(f"{named.zh}{sized.zh}", " ".join(filter(None, (named.en, sized.en))))
