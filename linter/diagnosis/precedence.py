"""One root cause, one finding: which rule speaks where several see the same words.

An entry of the catalogue names under `yields_to` the rules that say the same thing better.
"""

from collections import defaultdict
from collections.abc import Sequence

from linter.catalogue.precedence import Precedence
from linter.diagnosis.diagnostic import Diagnostic
from linter.text.intervals import Intervals


def settle(found: Sequence[Diagnostic], precedence: Precedence) -> list[Diagnostic]:
    """Return what is left, in the same order.

    A finding is dropped where one of a rule that it yields to, no less severe, touches the same
    words. Rules that did not run take nothing away.
    """
    yielded_to = {better for others in precedence.values() for better in others}
    there: dict[tuple[int, str, int], list[tuple[int, int]]] = defaultdict(list)
    for d in found:
        if d.rule in yielded_to:
            for rank in range(d.severity.rank + 1):
                there[id(d.span.node), d.rule, rank].append((d.span.start, d.span.end))
    places = {key: Intervals(spans) for key, spans in there.items()}

    def is_said_better(d: Diagnostic) -> bool:
        where = (
            places.get((id(d.span.node), better, d.severity.rank))
            for better in precedence.get(d.rule, ())
        )
        return any(one.touch(d.span.start, d.span.end) for one in where if one)

    return [d for d in found if not is_said_better(d)]
