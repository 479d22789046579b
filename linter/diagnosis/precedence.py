"""One root cause, one finding: which rule speaks where several see the same words.

An entry of the catalogue names under `yields_to` the rules that say the same thing better.
"""

from collections.abc import Sequence

from linter.catalogue.precedence import Precedence
from linter.diagnosis.diagnostic import Diagnostic


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
            d.span.overlaps(other.span) and other.severity.rank >= d.severity.rank
            for better in precedence.get(d.rule, ())
            for other in there.get((id(d.span.node), better), ())
        )
    ]
