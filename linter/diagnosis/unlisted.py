"""What is counted of a rule and not listed, once some of its findings are silenced or known."""

from collections.abc import Iterable

from linter.diagnosis.diagnostic import Diagnostic, Unlisted


def still_open(unlisted: Iterable[Unlisted], open_: Iterable[Diagnostic]) -> tuple[Unlisted, ...]:
    """Return those of rules with a finding left: where all that are listed of a rule are silenced
    or known, so are the others."""
    left = {d.rule for d in open_}
    return tuple(one for one in unlisted if one.rule in left)
