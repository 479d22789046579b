"""Applies suppressions to findings, and judges the suppressions themselves."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from linter.catalogue.nearest import nearest
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import Diagnostic, Silenced
from linter.diagnosis.suppression.comments import VERBS
from linter.diagnosis.suppression.model import Problem, Suppression, names_rule
from linter.document.nodes import Span
from linter.subjects.suppressions.check_suppressions import Directive

_ALL = "all"
Used = set[tuple[int, str]]  # a suppression and the word of it that covers a finding


def apply(
    diagnostics: Iterable[Diagnostic], suppressions: Sequence[Suppression]
) -> tuple[list[Diagnostic], list[Silenced], Used]:
    """Return the findings that are left, those that are silenced, and what silenced them."""
    kept: list[Diagnostic] = []
    silenced: list[Silenced] = []
    used: Used = set()
    general = [(i, s) for i, s in enumerate(suppressions) if s.everywhere]
    local: dict[int, list[tuple[int, Suppression]]] = defaultdict(list)
    for i, s in enumerate(suppressions):
        for node in {id(span.node) for span in s.spans}:
            local[node].append((i, s))
    for diagnostic in diagnostics:
        near = sorted([*general, *local[id(diagnostic.span.node)]], key=lambda pair: pair[0])
        covering = [s for _, s in near if s.covers(diagnostic)]
        if covering:
            silenced.append(Silenced(diagnostic, tuple(s.silence for s in covering)))
        else:
            kept.append(diagnostic)
        for s in covering:
            words = [w for w in s.rules if names_rule(w, diagnostic.rule, diagnostic.name)]
            used |= {(id(s), word) for word in words or [_ALL]}
    return kept, silenced, used


def directives(
    suppressions: Iterable[Suppression], used: Used, known: Sequence[Rule], ran: frozenset[str]
) -> Iterator[Directive]:
    """Yield what is to be said of the suppressions that the draft itself gives.

    A word is judged only if the rules that it names ran; `known` are all rules there are.
    """
    for s in suppressions:
        if s.said is None:
            continue
        unknown = [word for word in sorted(s.rules) if not _named(word, known)]
        judged = [w for w in sorted(s.rules) or [_ALL] if w not in unknown and not s.problem]
        unused = [w for w in judged if (id(s), w) not in used and _ran(w, known, ran)]
        yield Directive(
            s.said,
            s.words,
            unused=tuple(unused),
            unknown=tuple((word, _nearest(word, known)) for word in unknown),
            reason=s.reason,
            problem=s.problem.value if s.problem else None,
            meant=_meant(s),
        )


def _named(word: str, known: Sequence[Rule]) -> list[Rule]:
    everything = word == _ALL
    return [rule for rule in known if everything or names_rule(word, rule.id, rule.name)]


def _ran(word: str, known: Sequence[Rule], ran: frozenset[str]) -> bool:
    rules = [rule for rule in _named(word, known) if not rule.reviews]
    exact = [r for r in rules if word.upper() == r.id or word.lower() == r.name]
    wanted = exact or [rule for rule in rules if rule.enabled]
    return bool(wanted) and all(rule.id in ran for rule in wanted)


def _nearest(word: str, known: Sequence[Rule]) -> str:
    """The code or name that a misspelt word is nearest to, empty if none is near."""
    return nearest(word, [name for rule in known for name in (rule.id, rule.name)]) or ""


def _meant(s: Suppression) -> str:
    """The directive that a misspelt one is nearest to."""
    if s.problem is not Problem.DIRECTIVE:
        return ""
    near = difflib.get_close_matches(s.words.split()[0], [f"planlint-{v}" for v in VERBS], 1, 0.3)
    return near[0] if near else "planlint-disable"


def order_of(suppressions: Iterable[Suppression], order: dict[int, float]) -> dict[int, float]:
    """Give the comments of a draft their places in the reading order of its nodes."""
    last = max(order.values(), default=0.0) + 1
    places = dict(order)
    for s in suppressions:
        if s.said is not None and id(s.said.node) not in places:
            first: Span | None = s.spans[0] if s.spans else None
            places[id(s.said.node)] = (order.get(id(first.node), last) if first else last) - 0.5
    return places
