"""The cells of the tables that divide the tasks among units (分工方案)."""

from collections.abc import Iterator

from linter.document.model import Document
from linter.document.nodes import TextNode
from linter.plan.plan import Plan, fact
from linter.text.patterns import lazily

_DIVISION = lazily("‹duty-unit›|分工")


@fact
def division_cells(plan: Plan) -> tuple[TextNode, ...]:
    """The cells below the head of a table that names responsible units."""
    return tuple(_division_cells(plan.document))


def _division_cells(document: Document) -> Iterator[TextNode]:
    for table in document.tables():
        if table.rows and any(_DIVISION.search(cell.folded) for cell in table.rows[0]):
            yield from (cell for row in table.rows[1:] for cell in row if not cell.covered)
