"""NUM: enumerations in running text: their ordinals and the count that names them."""

from collections.abc import Iterator

from linter.checks.finding import Finding, Plan, Related, check
from linter.chinese import parse_numeral, to_chinese
from linter.document import Span
from linter.facts.figures.ordinals import Run
from linter.patterns import lazily


@check
def count_mismatch(plan: Plan) -> Iterator[Finding]:
    """NUM009: 五大体系 with four listed. 和 in the last item may or may not join two items."""
    for found in plan.figures.counted_lists:
        if not found.agrees:
            listed = f"{found.low}" if found.low == found.high else f"{found.low}—{found.high}"
            values = {
                "label": found.label.quote.strip("“”"),
                "count": str(found.count),
                "listed": listed,
            }
            yield Finding(found.label, values, (Related("part", found.items),))
    for run in plan.figures.ordinal_runs:
        if finding := _announced(run):
            yield finding


# 抓好三方面工作：一是… : the noun tells that the count is that of what follows.
_ANNOUNCED = lazily(
    r"(?P<label>(?P<count>[二两三四五六七八九十]|(?<![\d.])\d{1,2})(?:个|件|项|条|大|点)?"
    r"(?:(?:方面|重点|主要|民生|具体)的?)*(?:实事|方面|任务|措施|举措|工作|问题|原则|环节|要求|关系|困难|挑战|短板))"
    r"(?:(?<=实事)。|[^。;:,\d]{0,4}:)\s*$"
)
_SURE = 3


def _announced(run: Run) -> Finding | None:
    """三方面工作：一是…四是…, in one paragraph and without gaps of its own."""
    first, node = run[0], run[0].span.node
    whole = all(o.number == i and o.span.node is node for i, o in enumerate(run, 1))
    match = _ANNOUNCED.search(node.folded[: first.span.start]) if whole else None
    count = parse_numeral(match["count"].replace("两", "二")) if match else None
    if match is None or count is None or len(run) < _SURE or count == len(run):
        return None
    label = Span(node, *match.span("label"))
    values = {"label": label.quote, "count": str(count), "listed": str(len(run))}
    return Finding(label, values, (Related("part", run[-1].span),))


@check
def ordinal_gap(plan: Plan) -> Iterator[Finding]:
    """NUM010: 一是…三是 in one run. A run is reported once, where it first goes wrong."""
    for run in plan.figures.ordinal_runs:
        at = _first_fault(run)
        if at is None:
            continue
        here, before = run[at], run[at - 1]
        values = {
            "words": here.span.quote,
            "before": before.span.quote,
            "expected": to_chinese(before.number + 1),
        }
        variant = "repeated" if here.number <= before.number else None
        yield Finding(here.span, values, (Related("before", before.span),), variant)


def _first_fault(run: Run) -> int | None:
    """The index of the first ordinal that does not follow the one before it.

    Across paragraphs only those that open their paragraph are sure to be of one run.
    """
    if run[0].number != 1:
        return None
    for i in range(1, len(run)):
        here, before = run[i], run[i - 1]
        together = here.span.node is before.span.node or here.span.start == 0
        if here.number != before.number + 1:
            return i if together else None
    return None
