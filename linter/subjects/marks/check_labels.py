"""PUN011: the mark behind a number, the lines of 附件说明, the dash that leads an item."""

import re
from collections import defaultdict
from collections.abc import Iterator

from linter.document.nodes import LabelKind, Paragraph, Span, Zone
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

_CLOSED = (
    LabelKind.PAREN_CHINESE,
    LabelKind.PAREN_ARABIC,
    LabelKind.CLOSING_ARABIC,
    LabelKind.CIRCLED,
)
_STUCK = lazily(r"\s*(?P<mark>[、.,．])")
_BARE = lazily(r"\s*(?P<words>(?P<n>[‹ten›]{1,3})[.．])(?=\s*[\u4e00-\u9fff“])")
_ORDINAL = lazily(r"(?:第[‹ten›]{1,2}|首先|其次|再次|最后)、(?![第‹ten›])")
_LISTED = lazily(r"\s*附件\s?\d?\s*:\s*")
_NUMBER = lazily(r"\d{1,2}\s?[.、]\s*")
_NAME, _LABEL = 60, 6  # characters
_NAME_END = lazily(r"[;。,、]$")
_DASHED = lazily(r"\s*(?P<dash>[—-]{1,4})\s*(?=[\u4e00-\u9fff“])")
_BLANKS = 200  # no more stand in front of an ordinal
_DASHES = ("—", "-")
_YEARS = lazily(r"(?<!\d)‹year›年?(?P<dash>—{1,2}|[-~～－])‹year›(?=年|\))")


@check
def label_mark(plan: Plan) -> Iterator[Finding]:
    """PUN011: （一）、 and 第一、; marks in the list of attachments; — before an item for ——."""
    yield from _labels(plan)
    for place in plan.get(everywhere).find(_ORDINAL):
        leads = place.text[max(0, place.start - _BLANKS) : place.start].rstrip()[-1:] in (
            "",
            "。",
            ";",
            ":",
            ",",
        )
        if leads and not place.quoted:
            meant = place.words[:-1] + "，"
            yield Finding(place.span, {"words": place.words, "meant": meant}, fix=Fix(meant))
    yield from _attachments(plan)
    yield from _dashes(plan)
    yield from _years(plan)


def _labels(plan: Plan) -> Iterator[Finding]:
    """One finding for each form of number that takes no mark and has one."""
    found: dict[LabelKind, list[tuple[Paragraph, str, str]]] = defaultdict(list)
    for node in plan.document.paragraphs():
        if node.locator.zone is Zone.TOC:
            continue
        label = node.label
        if label is None:
            bare = "." in node.folded[:_LABEL] or "．" in node.folded[:_LABEL]
            if bare and (match := _BARE.match(node.folded)):
                words = node.text[match.start("words") : match.end("words")]
                found[LabelKind.CHINESE].append((node, words, match["n"] + "、"))
        elif label.kind is LabelKind.CHINESE and label.raw.strip()[-1] in ".．﹒":
            raw = label.raw.strip()
            found[label.kind].append((node, raw, raw[:-1] + "、"))
        elif label.kind in _CLOSED and not label.generated:
            raw = label.raw.strip()
            mark = _STUCK.match(node.folded)
            if raw[-1:] in "、.．,，":
                found[label.kind].append((node, raw, raw[:-1]))
            elif mark:
                found[label.kind].append((node, raw + mark["mark"], raw))
    for places in found.values():
        node, words, meant = places[0]
        values = {"words": words, "meant": meant, "count": str(len(places))}
        yield Finding(Span.whole(node, 12), values, variant="number")


def _attachments(plan: Plan) -> Iterator[Finding]:
    """GB/T 9704-2012, 7.3.4: arabic numbers with a point, names without a mark behind them."""
    listed: list[tuple[Paragraph, int]] = []
    for node in plan.document.paragraphs():
        head = None if node.label else _LISTED.match(node.folded)
        if head and len(node.text) <= _NAME:
            listed = [(node, head.end())]
        elif listed and node.label and node.label.kind is LabelKind.ARABIC:
            listed = [(node, 0)] if len(node.text) <= _NAME else []
        else:
            listed = []
        for item, start in listed:
            if fault := _entry(item, start):
                yield fault


def _entry(node: Paragraph, start: int) -> Finding | None:
    """What is wrong with one line of the list: 附件：1.《…》； or 2、…"""
    own = _NUMBER.match(node.folded, start) if node.label is None else None
    raw = own.group() if own else node.label.raw.strip() if node.label else ""
    title = node.folded[own.end() if own else start :].strip()
    span = Span(node, start, len(node.text), node.label is not None)
    if _NAME_END.search(title):
        values = {"words": span.quote.strip()[-9:-1], "mark": span.quote.strip()[-1:]}
        return Finding(span, values, variant="attachment-end")
    if title.startswith("《") and title.endswith("》"):
        return Finding(span, {"words": title}, variant="attachment-title")
    if raw.rstrip().endswith("、"):
        values = {"words": raw.strip(), "meant": raw.strip().removesuffix("、").strip() + "."}
        return Finding(span, values, variant="attachment-number")
    return None


def _dashes(plan: Plan) -> Iterator[Finding]:
    """An item that is led by one dash (or by three) among items led by two."""
    led: dict[tuple[str, ...], list[tuple[Paragraph, re.Match[str]]]] = defaultdict(list)
    if "—" not in plan.get(everywhere).text:
        return
    leads = {p.folded.lstrip()[:3] for p in plan.document.paragraphs()}
    if not any((lead[:1] in _DASHES and lead[:2] != "——") or lead == "———" for lead in leads):
        return
    for node in plan.document.paragraphs():
        if node.folded.lstrip()[:1] in _DASHES and (match := _DASHED.match(node.folded)):
            led[node.locator.section].append((node, match))
    for items in led.values():
        right = [node for node, match in items if match["dash"] == "——"]
        odd = [(node, match) for node, match in items if match["dash"] != "——"]
        if len(right) > len(odd):
            for node, match in odd:
                span = Span(node, *match.span("dash"))
                related = (Related("peer", Span(right[0], 0, min(12, len(right[0].text)))),)
                yield Finding(span, {"words": span.quote}, related, "dash", Fix("——"))


def _years(plan: Plan) -> Iterator[Finding]:
    """2024-2026 beside 2024—2026, and 2024——2026: the rarer form once, with its count."""
    forms: dict[str, list[Place]] = defaultdict(list)
    for place in plan.get(everywhere).find(_YEARS, "-", "—", "~"):
        forms[place.of("dash").quote].append(place)
    if len(forms) < 2 and "——" not in forms:
        return
    usual = max(forms, key=lambda form: (len(forms[form]), form == "—"))
    for form, places in forms.items():
        if form != usual or form == "——":
            other = forms[usual][0] if form != usual else None
            values = {"words": places[0].words, "form": form, "count": str(len(places))}
            related = (Related("peer", other.span),) if other else ()
            yield Finding(places[0].span, values, related, "years")
