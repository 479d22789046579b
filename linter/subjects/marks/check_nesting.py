"""PUN010: 《…《…》…》 and “…“…”…”: the inner pair has marks of its own."""

from collections.abc import Iterator

from linter.document.nodes import Span, TextNode, Zone
from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan

_PAIRS = (("《", "》", "〈", "〉"), ("“", "”", "‘", "’"))


@check
def nested_marks(plan: Plan) -> Iterator[Finding]:
    """PUN010: a pair of marks directly within a pair of the same, both closed."""
    text = plan.get(everywhere).text
    for opening, closing, inner, inner_closing in _PAIRS:
        if text.count(opening) == 0:
            continue
        for node in plan.nodes:
            if node.text.count(opening) < 2 or node.locator.zone is Zone.TOC:
                continue
            if node.text.count(opening) != node.text.count(closing) or '"' in node.text:
                continue  # a mark is lost, and what nests is unknown
            for start, end in _nested(node.text, opening, closing):
                words = node.text[start + 1 : end - 1]
                words = words.replace(opening, inner).replace(closing, inner_closing)
                meant = opening + words + closing
                values = {"words": node.text[start:end], "meant": meant, "inner": inner}
                yield _finding(node, start, end, values)


def _finding(node: TextNode, start: int, end: int, values: dict[str, str]) -> Finding:
    values["inner"] += "〉" if values["inner"] == "〈" else "’"
    return Finding(Span(node, start, end), values, fix=Fix(values["meant"]))


def _nested(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the outer pairs that hold one pair of the same marks."""
    depth = deepest = start = 0
    for at, char in enumerate(text):
        if char == opening:
            if depth == 0:
                start, deepest = at, 0
            depth += 1
            deepest = max(deepest, depth)
        elif char == closing:
            depth -= 1
            if depth < 0:
                return
            if depth == 0 and deepest == 2:
                yield start, at + 1
