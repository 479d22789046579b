"""Where in a draft a check crashed, as far as its frames tell."""

from collections.abc import Iterator
from types import TracebackType

from linter.document.nodes import Cell, Span, TextNode

_WORDS = 20


def place_of(error: BaseException) -> str:
    """Return the place that the check was looking at, for people; empty if nothing tells it."""
    node = next(_nodes(error.__traceback__), None)
    if node is None:
        return ""
    where = node.locator
    section = f"“{where.section[-1]}”一节" if where.section else ""
    row = ""
    if isinstance(node, Cell) and where.table is not None:
        name = f"“{where.row_name}”" if where.row_name and where.row_name != node.text else ""
        row = f"表{where.table}第{where.row}行{name}"
    return f"{section}{row}“{node.text[:_WORDS]}”"


def _nodes(traceback: TracebackType | None) -> Iterator[TextNode]:
    """Yield the text nodes that the frames hold, the innermost frame's first."""
    frames = []
    while traceback is not None:
        frames.append(traceback.tb_frame)
        traceback = traceback.tb_next
    for frame in reversed(frames):
        for value in reversed(list(frame.f_locals.values())):
            node = value.node if isinstance(value, Span) else getattr(value, "span", value)
            node = node.node if isinstance(node, Span) else node
            if isinstance(node, TextNode):
                yield node
