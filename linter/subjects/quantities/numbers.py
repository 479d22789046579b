"""The quantities of a draft's texts, read once: many facts ask for those of the same sentence."""

from collections.abc import Sequence

from linter.document.nodes import TextNode
from linter.plan.plan import Plan, fact
from linter.subjects.quantities.quantities import Quantity, quantities
from linter.subjects.quantities.units import Units, units_of


class Numbers:
    """Reads the quantities of texts when they are asked for, and keeps them."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self._read: dict[tuple[int, str], tuple[Quantity, ...]] = {}

    def of(self, node: TextNode, text: str | None = None) -> Sequence[Quantity]:
        """The quantities of a node of the draft in order; `text` may stand in for its words, as in
        `quantities`."""
        key = id(node), node.folded if text is None else text
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = tuple(quantities(node, self.units, text))
        return found


@fact
def numbers(plan: Plan) -> Numbers:
    """The quantities of the draft's texts."""
    return Numbers(plan.lexicon.get(units_of))
