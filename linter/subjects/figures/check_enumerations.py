"""NUM009: a count that is not that of what it names: a list, parts, headings, rows."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.figures.announced import announced_headings, announced_rows
from linter.subjects.figures.compounds import wrong_parts
from linter.subjects.figures.enumerations import counted_lists
from linter.subjects.figures.ordinals import Run, ordinal_runs
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily


@check
def count_mismatch(plan: Plan) -> Iterator[Finding]:
    """NUM009: 五大体系 with four listed. 和 in the last item may or may not join two items."""
    for found in plan.get(counted_lists):
        if not found.agrees:
            listed = f"{found.low}" if found.low == found.high else f"{found.low}—{found.high}"
            values = {
                "label": found.label.quote.strip("“”"),
                "count": str(found.count),
                "listed": listed,
            }
            yield Finding(found.label, values, (Related("part", found.items),))
    for run in plan.get(ordinal_runs):
        if finding := _announced(run):
            yield finding
    yield from _parts(plan)
    for announced in (*plan.get(announced_headings), *plan.get(announced_rows)):
        values = {
            "label": announced.label.quote,
            "count": str(announced.count),
            "listed": str(announced.found),
        }
        variant = "rows" if announced.rows else "headings"
        yield Finding(announced.label, values, (Related("last", announced.last),), variant)


def _parts(plan: Plan) -> Iterator[Finding]:
    """“一核两带三区” with two 区, “5+3” with four of the first."""
    for part in plan.get(wrong_parts):
        listed = f"{part.low}" if part.low == part.high else f"{part.low}—{part.high}"
        values = {"label": part.part.quote, "name": part.name}
        values |= {"count": str(part.count), "listed": listed}
        yield Finding(part.part, values, (Related("part", part.found),), "parts")


# 抓好三方面工作：一是… : the noun tells that the count is that of what follows.
_ANNOUNCED = lazily(
    r"(?P<label>(?P<count>‹few›)(?:个|件|项|条|大|点)?"
    r"(?:(?:方面|重点|主要|民生|具体)的?)*(?:实事|方面|任务|措施|举措|工作|问题|原则|环节|要求|关系|困难|挑战|短板))"
    r"(?:(?<=实事)。|[^。;:,\d]{0,4}:)\s*$"
)
_SURE = 3
_REACH = 60  # characters between a count and the first of what it counts


def _announced(run: Run) -> Finding | None:
    """三方面工作：一是…四是…, in one paragraph and without gaps of its own."""
    first, node = run[0], run[0].span.node
    whole = all(o.number == i and o.span.node is node for i, o in enumerate(run, 1))
    start = first.span.start
    match = _ANNOUNCED.search(node.folded, max(0, start - _REACH), start) if whole else None
    count = parse_numeral(match["count"].replace("两", "二")) if match else None
    if match is None or count is None or len(run) < _SURE or count == len(run):
        return None
    label = Span(node, *match.span("label"))
    values = {"label": label.quote, "count": str(count), "listed": str(len(run))}
    return Finding(label, values, (Related("part", run[-1].span),))
