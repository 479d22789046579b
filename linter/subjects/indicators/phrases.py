"""How findings of indicators show figures and quote statements."""

from linter.document.nodes import Span
from linter.subjects.indicators.statement import Statement
from linter.subjects.quantities.quantities import Comparator, Quantity
from linter.text.folding import key

_QUOTE = 40
_BOUNDS = ("以上", "以内", "以下", "左右")


def figure(quantity: Quantity) -> str:
    """The number with its bound and unit, as the draft writes them: 不低于95%, 30%以上, ≥95%."""
    words, unit = key(quantity.words), quantity.unit.words if quantity.unit else ""
    if not quantity.literal and unit == "%":
        return words  # 全覆盖
    exact = quantity.comparator is Comparator.EXACT or words.endswith(_BOUNDS)
    bound = "" if exact else quantity.lead
    return bound + words + ("" if unit and unit in words else unit)


def quoted(statement: Statement) -> Span:
    """Subject, verb and number if that is short, else the number."""
    span = trim(statement.span)
    return span if span.end - span.start <= _QUOTE else trim(statement.quantity.span)


def trim(span: Span) -> Span:
    """The span without blanks and commas at its ends."""
    text = span.node.folded[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip(" ,、"))
    return Span(span.node, start, span.start + len(text.rstrip(" ,、")))
