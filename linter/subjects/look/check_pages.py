"""FMT: the pages of a Word draft (GB/T 9704-2012, 5.2.1)."""

from collections.abc import Callable, Iterator, Sequence

from linter.document.look import PageSetup
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.look.look import pages
from linter.subjects.look.survey import head
from linter.subjects.look.wording import Phrase, joined, plain


@check
def page_size(
    plan: Plan, *, width: float = 210.0, height: float = 297.0, tolerance: float = 1.0
) -> Iterator[Finding]:
    """FMT001: paper of another size, upright or lying."""

    def judge(page: PageSetup) -> Phrase | None:
        if page.width is None or page.height is None:
            return None
        sides = zip(sorted((page.width, page.height)), sorted((width, height)), strict=True)
        if all(abs(is_ - should) <= tolerance for is_, should in sides):
            return None
        found = f"{plain(page.width)}×{plain(page.height)}"
        return Phrase(f"{found} 毫米", f"{found} mm")

    yield from _pages(plan.get(pages), judge, {"expected": f"{plain(width)}×{plain(height)}"})


@check
def margins(
    plan: Plan,
    *,
    top: float = 37.0,
    bottom: float = 35.0,
    left: float = 28.0,
    right: float = 26.0,
    tolerance: float = 1.0,
) -> Iterator[Finding]:
    """FMT002: margins that leave another type area; 0 leaves one unjudged, as do pages that lie."""
    sides = (
        (Phrase("上", "top"), "top", top),
        (Phrase("下", "bottom"), "bottom", bottom),
        (Phrase("左", "left"), "left", left),
        (Phrase("右", "right"), "right", right),
    )

    def judge(page: PageSetup) -> Phrase | None:
        if page.width is not None and page.height is not None and page.width > page.height:
            return None
        wrong = [
            Phrase(
                f"{name.zh} {plain(found)} 毫米，应为 {plain(should)} 毫米",
                f"{name.en} {plain(found)} mm, should be {plain(should)} mm",
            )
            for name, attribute, should in sides
            if should and (found := getattr(page, attribute)) is not None
            if abs(found - should) > tolerance
        ]
        return joined(wrong) if wrong else None

    yield from _pages(plan.get(pages), judge, {})


def _pages(
    pages: Sequence[PageSetup], judge: Callable[[PageSetup], Phrase | None], values: dict[str, str]
) -> Iterator[Finding]:
    """One finding at the first section that is rejected; it counts them."""
    wrong = [(page, words) for page in pages if (words := judge(page)) is not None]
    if wrong:
        page, actual = wrong[0]
        values |= {"actual": actual.zh, "actual_en": actual.en}
        values |= {"count": str(len(pages)), "bad": str(len(wrong))}
        related = tuple(Related("other", head(p.start)) for p, _ in wrong[1:3])
        variant = "some" if len(wrong) < len(pages) else None
        yield Finding(head(page.start), values, related, variant)
