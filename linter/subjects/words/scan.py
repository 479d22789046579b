"""Where pairs of characters stand in a draft: its text is scanned once, not node by node.

Word lists hold tens of thousands of forms; a draft has a few of their pairs, in a few places.
"""

from bisect import bisect_right
from collections.abc import Iterable, KeysView
from itertools import accumulate
from operator import add

from linter.document.nodes import TextNode


class Scan:
    """The folded texts of nodes, and which pairs of characters stand in them."""

    def __init__(self, nodes: Iterable[TextNode]) -> None:
        self.nodes = tuple(nodes)
        self.text = "\n".join(node.folded for node in self.nodes)
        self._starts = list(accumulate((len(n.folded) + 1 for n in self.nodes), initial=0))
        self._pairs = frozenset(map(add, self.text, self.text[1:]))

    def find(self, pairs: KeysView[str]) -> dict[int, list[int]]:
        """Return the places of the pairs: for the id of a node, offsets in ascending order."""
        found: dict[int, list[int]] = {}
        for place in sorted(at for pair in self._pairs & pairs for at in self._places(pair)):
            i = bisect_right(self._starts, place) - 1
            found.setdefault(id(self.nodes[i]), []).append(place - self._starts[i])
        return found

    def _places(self, pair: str) -> Iterable[int]:
        at = self.text.find(pair)
        while at >= 0:
            yield at
            at = self.text.find(pair, at + 1)
