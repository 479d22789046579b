"""The generic kinds: checks that a house pack makes into rules of its own, without code.

Each is named by `kind:` in an entry of a pack; its keyword-only parameters are the options.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from linter.document.nodes import Span, Zone
from linter.plan.finding import Check, Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.generic.passages import (
    EVERYWHERE,
    Hit,
    Where,
    Within,
    alternation,
    heading_end,
    hits,
    opening,
    regions,
    scope,
)
from linter.subjects.times.periods import month
from linter.subjects.words.expressions import Expression, deviations
from linter.text.folding import fold

__all__ = [
    "existence",
    "occurrence",
    "pattern_pair",
    "required_section",
    "sequence",
    "substitution",
    "variant",
]


def _kind(*values: str, needs: tuple[str, ...] = ()) -> Callable[[Check], Check]:
    """Mark a generic kind: the `values` that its message may use, and of which options it
    `needs` one."""

    def mark(function: Check) -> Check:
        function.values, function.needs = values, needs  # type: ignore[attr-defined]
        return check(function)

    return mark


@_kind("word", "count", needs=("words", "patterns"))
def existence(
    plan: Plan,
    *,
    words: tuple[str, ...] = (),
    patterns: tuple[re.Pattern[str], ...] = (),
    exceptions: tuple[str, ...] = (),
    zones: tuple[Where, ...] = EVERYWHERE,
    in_titles: bool = False,
    once: bool = False,
) -> Iterator[Finding]:
    """Words or patterns that a draft should not have; with `once` the first place of each."""
    found = list(hits(regions(plan, zones, in_titles=in_titles), words, patterns, exceptions))
    for hit, count in _told(found, once):
        yield Finding(hit.span, {"word": hit.word, "count": str(count)})


def _told(found: list[Hit], once: bool) -> Iterator[tuple[Hit, int]]:
    """The hits to report, each with how often its words stand."""
    counts = Counter(hit.match.group() for hit in found)
    seen: set[str] = set()
    for hit in found:
        if not once or hit.match.group() not in seen:
            yield hit, counts[hit.match.group()]
        seen.add(hit.match.group())


@_kind("word", "right", "count", needs=("words", "patterns"))
def substitution(
    plan: Plan,
    *,
    words: Mapping[str, str] = {},
    patterns: Mapping[re.Pattern[str], str] = {},
    exceptions: tuple[str, ...] = (),
    zones: tuple[Where, ...] = EVERYWHERE,
    in_titles: bool = False,
    once: bool = False,
    safe: bool = False,
) -> Iterator[Finding]:
    r"""Words and what to write instead, as a fix; in a pattern's replacement \1 is its group.

    A word inside its own replacement is right: 发展改革委 in 省发展改革委.
    """
    right = {fold(wrong): better for wrong, better in words.items()}
    excused = (*exceptions, *(better for wrong, better in words.items() if wrong in better))
    where = list(regions(plan, zones, in_titles=in_titles))
    found = [(hit, right[hit.match.group()]) for hit in hits(where, tuple(words), (), excused)]
    for pattern, better in patterns.items():
        found += [(h, h.match.expand(better)) for h in hits(where, (), (pattern,), excused)]
    better_of = {id(hit): better for hit, better in found}
    for hit, count in _told([hit for hit, _ in found], once):
        better = better_of[id(hit)]
        if better != hit.word:
            values = {"word": hit.word, "right": better, "count": str(count)}
            yield Finding(hit.span, values, fix=Fix(better, safe=safe))


@_kind("word", "preferred", "count", "usual")
def variant(
    plan: Plan,
    *,
    preferred: str,
    others: tuple[str, ...],
    mixed_only: bool = True,
    exceptions: tuple[str, ...] = (),
    zones: tuple[Where, ...] = EVERYWHERE,
    in_titles: bool = False,
) -> Iterator[Finding]:
    """Forms of one name of which one is preferred; told only where a draft has that one as well,
    unless `mixed_only` is off."""
    where = regions(plan, zones, in_titles=in_titles)
    found = list(hits(where, (preferred, *others), (), exceptions))
    usual = [hit for hit in found if hit.match.group() == fold(preferred)]
    odd = [hit for hit in found if hit.match.group() != fold(preferred)]
    if mixed_only and not usual:
        return
    counts = Counter(hit.match.group() for hit in odd)
    related = (Related("peer", usual[0].span),) if usual else ()
    for hit in odd:
        values = {"word": hit.word, "preferred": preferred}
        values |= {"count": str(counts[hit.match.group()]), "usual": str(len(usual))}
        yield Finding(hit.span, values, related, fix=Fix(preferred))


@_kind("section", needs=("words", "patterns"))
def required_section(
    plan: Plan,
    *,
    words: tuple[str, ...] = (),
    patterns: tuple[re.Pattern[str], ...] = (),
    levels: tuple[int, ...] = (),
) -> Iterator[Finding]:
    """A heading with one of the words must be there; a draft without headings is not judged."""
    headings = [
        node
        for node in plan.document.paragraphs()
        if node.level is not None and node.locator.zone in (Zone.BODY, Zone.ATTACHMENT)
    ]
    listed = alternation(words)
    for node in headings:
        title = node.folded[: heading_end(node)].replace(" ", "")
        if levels and node.level not in levels:
            continue
        if (listed and listed.search(title)) or any(p.search(title) for p in patterns):
            return
    place = opening(plan)
    if headings and place:
        yield Finding(place, {"section": "、".join(words) or patterns[0].pattern})


@_kind("label", "standard", "missing")
def sequence(
    plan: Plan, *, label: str, items: tuple[str, ...], also: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """A fixed expression (固定提法): beside its label, its items stand complete and in their order.

    `also` are other wordings that are right, their items parted by 、. A list that shares less
    than half of the items, or less than three, is another list.
    """
    wordings = (items, *(tuple(words.split("、")) for words in also))
    known = Expression(fold(label), items, wordings, since="", dated=(), slips=())
    for found in deviations(plan.masked_texts, (known,), plan.get(month)):
        missing = "、".join(found.missing) or "无，次序不同"
        values = {"label": label, "standard": "、".join(items), "missing": missing}
        yield Finding(found.span, values)


@_kind("word", "second")
def pattern_pair(
    plan: Plan,
    *,
    first: re.Pattern[str],
    second: re.Pattern[str],
    within: Within = "paragraph",
    expect: Literal["present", "absent"] = "present",
    zones: tuple[Where, ...] = EVERYWHERE,
    exceptions: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """Where the first pattern stands, the second must stand as well (`expect: present`), or must
    not (`expect: absent`), within the same sentence, paragraph, section or draft."""
    partners: dict[object, list[Span]] = defaultdict(list)
    for hit in hits(regions(plan, EVERYWHERE), (), (second,)):
        partners[scope(hit.span, within)].append(hit.span)
    for hit in hits(regions(plan, zones), (), (first,), exceptions):
        beside = partners.get(scope(hit.span, within), [])
        if expect == "present" and not beside:
            yield Finding(hit.span, {"word": hit.word, "second": second.pattern})
        elif expect == "absent" and beside:
            values = {"word": hit.word, "second": beside[0].quote}
            yield Finding(hit.span, values, (Related("other", beside[0]),))


@_kind("word", "count", "limit", needs=("words", "patterns"))
def occurrence(
    plan: Plan,
    *,
    words: tuple[str, ...] = (),
    patterns: tuple[re.Pattern[str], ...] = (),
    at_most: int | None = None,
    at_least: int | None = None,
    within: Within = "draft",
    zones: tuple[Where, ...] = EVERYWHERE,
    exceptions: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """Words that stand too often within a scope, or (`at_least`) too rarely in the draft.

    Too often is told once a scope, at the first place too many; too rarely at the title.
    """
    found = list(hits(regions(plan, zones), words, patterns, exceptions))
    scopes: dict[object, list[Hit]] = defaultdict(list)
    for hit in found:
        scopes[scope(hit.span, within)].append(hit)
    for group in scopes.values():
        if at_most is not None and len(group) > at_most:
            over = group[at_most]
            related = (Related("first", group[0].span),) if at_most else ()
            values = {"word": over.word, "count": str(len(group)), "limit": str(at_most)}
            yield Finding(over.span, values, related)
    place = opening(plan)
    if at_least is not None and len(found) < at_least and place:
        word = "、".join(words) or patterns[0].pattern
        yield Finding(place, {"word": word, "count": str(len(found)), "limit": str(at_least)})
