"""How a Word draft looks, as its reader tells."""

from linter.document.look import Look, PageSetup
from linter.document.nodes import Span
from linter.plan.plan import Plan, fact


@fact
def look(plan: Plan) -> Look | None:
    """How the draft looks as read, None for formats that have no look."""
    return plan.document.look()


@fact
def pages(plan: Plan) -> tuple[PageSetup, ...]:
    """The page setup of each section."""
    seen = plan.get(look)
    return seen.pages if seen else ()


def start_of(plan: Plan) -> Span | None:
    """The title, else the first words: where what concerns the whole draft is shown."""
    title = plan.document.title
    if title is not None:
        return Span.whole(title, 40)
    setup = plan.get(pages)
    return setup[0].start if setup else None
