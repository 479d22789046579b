"""SUP001–SUP003: suppressions that silence nothing, say no reason, or name no rule.

These rules look at the suppressions of a draft after all others have run, not at the plan.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, review

_LONGEST = 60


class Directive(NamedTuple):
    """A suppression that the draft gives, and how it fared.

    `unused` are its rules that silence nothing, `unknown` its words that name no rule, each with
    the nearest name. `problem` is why it can silence nothing at all (suppress.model.Problem).
    """

    span: Span
    words: str
    unused: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    problem: str | None = None
    meant: str = ""

    @property
    def place(self) -> Span:
        """The span, cut to a length that can be quoted."""
        span = self.span
        return Span(span.node, span.start, min(span.end, span.start + _LONGEST), span.with_label)


@review
def unused(directives: Sequence[Directive]) -> Iterator[Finding]:
    """SUP001: a rule is suppressed where it reports nothing."""
    for d in directives:
        if d.problem == "unpaired":
            yield Finding(d.place, {"words": d.words}, variant="unpaired")
        elif d.unused:
            values = {"words": d.words, "rules": "、".join(d.unused)}
            yield Finding(d.place, values)


@review
def reasonless(directives: Sequence[Directive]) -> Iterator[Finding]:
    """SUP002: a suppression that does not say why."""
    seen: set[tuple[int, int]] = set()
    for d in directives:
        place = (id(d.span.node), d.span.start)
        if d.problem is None and not d.reason and place not in seen:
            seen.add(place)
            yield Finding(d.place, {"words": d.words})


@review
def misspelt(directives: Sequence[Directive]) -> Iterator[Finding]:
    """SUP003: a suppression that names no rule, or is itself misspelt."""
    for d in directives:
        if d.problem == "empty":
            yield Finding(d.place, {"words": d.words}, variant="empty")
        elif d.problem == "directive":
            yield Finding(d.place, {"words": d.words, "meant": d.meant}, variant="directive")
        for word, near in d.unknown:
            values = {"word": word, "near": near}
            yield Finding(d.place, values, variant=None if near else "unknown")
