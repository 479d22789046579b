"""Applies suppressions to findings, and judges the suppressions themselves."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.catalogue.nearest import nearest
from linter.catalogue.rule import Rule
from linter.catalogue.selection import named, wanted
from linter.diagnosis.diagnostic import Diagnostic, Silenced
from linter.diagnosis.suppression.comments import VERBS
from linter.diagnosis.suppression.model import Problem, Suppression
from linter.document.nodes import Span
from linter.subjects.suppressions.check_suppressions import Directive

_ALL = "all"
Used = set[tuple[int, str]]  # a suppression and the word of it that covers a finding


def apply(
    diagnostics: Iterable[Diagnostic], suppressions: Sequence[Suppression], known: Sequence[Rule]
) -> tuple[list[Diagnostic], list[Silenced], Used]:
    """Return the findings that are left, those that are silenced, and what silenced them.

    `known` are the rules that words may name.
    """
    kept: list[Diagnostic] = []
    silenced: list[Silenced] = []
    used: Used = set()
    meant = {w: {r.id for r in named(known, w)} for w in {w for s in suppressions for w in s.rules}}
    general: dict[str, list[tuple[int, Suppression]]] = defaultdict(list)  # by the rule
    local: dict[int, list[tuple[int, Suppression]]] = defaultdict(list)
    for i, s in enumerate(suppressions):
        for rule in _covered(s, meant) if s.everywhere else ():
            general[rule].append((i, s))
        for node in {id(span.node) for span in s.spans}:
            local[node].append((i, s))
    for diagnostic in diagnostics:
        near = sorted(
            [*general[diagnostic.rule], *general[_ALL], *local[id(diagnostic.span.node)]],
            key=lambda pair: pair[0],
        )
        covering: list[Suppression] = []
        for _, s in near:
            words = [w for w in s.rules if diagnostic.rule in meant[w]] if s.rules else [_ALL]
            if words and s.reaches(diagnostic.span):
                covering.append(s)
                used |= {(id(s), word) for word in words}
        if covering:
            silenced.append(Silenced(diagnostic, tuple(s.silence for s in covering)))
        else:
            kept.append(diagnostic)
    return kept, silenced, used


def _covered(s: Suppression, meant: Mapping[str, set[str]]) -> set[str]:
    """The codes of the rules that a suppression is for; all of them are one word."""
    return set().union(*(meant[word] for word in s.rules)) if s.rules else {_ALL}


def directives(
    suppressions: Iterable[Suppression], used: Used, known: Sequence[Rule], ran: frozenset[str]
) -> Iterator[Directive]:
    """Yield what is to be said of the suppressions that the draft itself gives.

    A word is judged only if the rules that it names ran; `known` are all rules there are.
    """
    for s in suppressions:
        if s.said is None:
            continue
        unknown = [word for word in sorted(s.rules) if not named(known, word)]
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


def _ran(word: str, known: Sequence[Rule], ran: frozenset[str]) -> bool:
    rules = [rule for rule in known if not rule.reviews]
    if word == _ALL:
        expected = [rule for rule in rules if rule.enabled and not rule.compares]
    else:
        expected = wanted(rules, word)
    return bool(expected) and all(rule.id in ran for rule in expected)


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
