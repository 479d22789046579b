"""Sums up the passages that depart from a norm: one finding a rule and role, never hundreds."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related
from linter.subjects.look.passages import Passage
from linter.subjects.look.wording import ROLES, Phrase

# What a passage has in place of what it should have, None where it is right or cannot be told.
Judge = Callable[[Passage], Phrase | None]
_QUOTED = 40
_OTHERS = 2
_MOST = 0.75  # from this share on, the draft has another norm: that is said once, of all


def survey(passages: Sequence[Passage], expected: Phrase, judge: Judge) -> Iterator[Finding]:
    """Yield one finding for the passages of a role that the judge rejects, if there are any.

    It stands at the first of them; the next ones, and one that is right, are related. Where
    nearly all are rejected its variant is `most` and it names what most of them have.
    """
    judged = [(passage, judge(passage)) for passage in passages]
    wrong = [(passage, words) for passage, words in judged if words is not None]
    if not wrong:
        return
    nearly_all = len(wrong) >= _MOST * len(judged)
    usual = Counter(words for _, words in wrong).most_common(1)[0][0]
    actual = usual if nearly_all else wrong[0][1]
    places = [passage for passage, words in wrong if not nearly_all or words == actual]
    right = next((passage for passage, words in judged if words is None), None)
    role = ROLES[passages[0].role]
    values = {
        "role": role.zh,
        "role_en": role.en,
        "count": str(len(judged)),
        "bad": str(len(wrong)),
        "actual": actual.zh,
        "actual_en": actual.en,
        "expected": expected.zh,
        "expected_en": expected.en,
    }
    related = [Related("other", head(p.span)) for p in places[1 : 1 + _OTHERS]]
    if right is not None:
        related.append(Related("peer", head(right.span)))
    variant = "most" if nearly_all else None
    yield Finding(head(places[0].span), values, tuple(related), variant)


def head(span: Span) -> Span:
    """The first words of a span."""
    end = min(span.end, span.start + _QUOTED)
    return Span(span.node, span.start, end, with_label=span.with_label)
