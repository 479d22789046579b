"""IND003 of rates of support: what is paid for a thing, told twice with different sums."""

from collections import defaultdict
from collections.abc import Iterator

from linter.checks.finding import Finding, Plan, Related
from linter.checks.measures.figures import figure
from linter.chinese import key
from linter.document import Paragraph, Span
from linter.facts.measures.supports import Support

_QUOTE = 40


def retold(plan: Plan) -> Iterator[Finding]:
    """A rate that two paragraphs give differently; a paragraph with several grades them."""
    groups: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for support in plan.measures.supports:
        groups[support.of, support.kind].append(support)
    for group in groups.values():
        first = group[0]
        for other in group[1:] if not _is_graded(group) else ():
            if _amount(other) != _amount(first) and _may_be_one(first, other):
                yield _finding(other, first)


def _amount(support: Support) -> object:
    return support.quantity.value * support.quantity.factor


def _is_graded(group: list[Support]) -> bool:
    """Whether a paragraph has several sums, or the draft more than two: grades, or kinds."""
    by_node: dict[int, set[object]] = defaultdict(set)
    for support in group:
        by_node[id(support.span.node)].add(_amount(support))
    several = any(len(amounts) > 1 for amounts in by_node.values())
    return several or len({_amount(support) for support in group}) > 2


def _may_be_one(first: Support, second: Support) -> bool:
    """Whether both are paid by one, or one does not tell by whom; lists of a section grade."""
    if _above(first) == _above(second):
        return False
    return first.payer == second.payer or not (first.payer and second.payer)


def _above(support: Support) -> tuple[str, ...]:
    """The headings above a rate, without the one that its own paragraph begins with."""
    node = support.span.node
    level = node.level if isinstance(node, Paragraph) else None
    return node.locator.section[: level - 1] if level else node.locator.section


def _finding(support: Support, other: Support) -> Finding:
    words = support.span.node.text[support.span.start : support.quantity.span.start]
    values = {
        "indicator": key(words).rstrip("按给予为"),
        "year": "",
        "body": figure(support.quantity),
        "other": figure(other.quantity),
    }
    sure = support.payer and support.payer == other.payer
    related = (Related("other", _quoted(other)),)
    return Finding(_quoted(support), values, related, "support" if sure else "support-near")


def _quoted(support: Support) -> Span:
    span = support.span
    return span if span.end - span.start <= _QUOTE else support.quantity.span
