"""Boxes (专栏) and the references to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.chinese import NUMERAL, parse_numeral
from linter.document import Box, Document, Span

_REFERENCE = re.compile(
    rf"(?:见|参见|详见|按照?|依据|如|列入|纳入|(?P<open>\())\s*"
    rf"(?P<words>专栏\s*(?P<numeral>\d{{1,2}}|[{NUMERAL}]{{1,3}}))(?(open)\s*[,)])"
)


@dataclass(frozen=True, slots=True)
class BoxReference:
    """A mention of a box by number: `number` is its value, `span` the words 专栏3."""

    number: int
    span: Span


def numbered_boxes(document: Document) -> tuple[Box, ...]:
    """Return the boxes that carry a number, in reading order."""
    return tuple(box for box in document.boxes() if box.number is not None and box.title)


def box_references(document: Document) -> Iterator[BoxReference]:
    """Yield the references to boxes by number, titles excluded."""
    for node in document.nodes():
        for match in _REFERENCE.finditer(node.folded):
            number = parse_numeral(match["numeral"])
            if number is not None:
                yield BoxReference(number, Span(node, *match.span("words")))
