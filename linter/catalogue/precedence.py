"""Which rule yields to which: what is wrong with what the catalogue says of it."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from linter.catalogue.nearest import hint

Precedence = Mapping[str, Sequence[str]]  # the id of a rule -> the ids that it yields to


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
