"""One root cause, one finding: which rule speaks where several see the same words.

An entry of the catalogue names under `yields_to` the rules that say the same thing better.
"""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from linter.diagnostic import Diagnostic
from linter.document import Span
from linter.nearest import hint

Precedence = Mapping[str, Sequence[str]]  # the id of a rule -> the ids that it yields to


def settle(found: Sequence[Diagnostic], precedence: Precedence) -> list[Diagnostic]:
    """Return what is left, in the same order.

    A finding is dropped where one of a rule that it yields to, no less severe, touches the same
    words. Rules that did not run take nothing away.
    """
    there: dict[tuple[int, str], list[Diagnostic]] = {}
    for d in found:
        there.setdefault((id(d.span.node), d.rule), []).append(d)
    return [
        d
        for d in found
        if not any(
            _overlap(d.span, other.span) and other.severity.rank >= d.severity.rank
            for better in precedence.get(d.rule, ())
            for other in there.get((id(d.span.node), better), ())
        )
    ]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def faults(precedence: Precedence) -> Iterator[tuple[str, str]]:
    """Yield (rule, what is wrong): names of no rule, and circles, in which every finding would be
    lost."""
    for rule, betters in precedence.items():
        for better in betters:
            if better not in precedence:
                near = hint(better, precedence, "（应为规则代码）")
                yield rule, f"“yields_to”中没有规则“{better}”{near}"
    try:
        TopologicalSorter(precedence).prepare()
    except CycleError as error:
        circle = sorted(set(error.args[1]))
        yield circle[0], f"“yields_to”成环：{'、'.join(circle)}"
