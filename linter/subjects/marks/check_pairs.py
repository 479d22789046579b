"""PUN001, PUN002: brackets and quotation marks that do not pair, or not with their own kind."""

from collections.abc import Iterator

from linter.document.nodes import Paragraph, Span, Zone
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.marks.pair_faults import pair_faults
from linter.subjects.marks.pairs import FaultKind, PairFault, label_fault
from linter.subjects.structure.contents import stray_entries

_LISTED = 50  # other places of what pervades a draft that are named


@check
def unpaired(plan: Plan, *, told_each: int = 2) -> Iterator[Finding]:
    """PUN001: a mark without its partner. `mark` is the mark, `wanted` the one that is missing.

    Quotations of which one half is straight are told each where there are up to `told_each`;
    more are the habit of a program, and one finding.
    """
    faults = plan.get(pair_faults)
    halves = [fault for fault in faults if fault.kind is FaultKind.STRAIGHT]
    if len(halves) > told_each:
        values = {"count": str(len(halves)), "words": _quotation(halves[0])}
        others = tuple(Related("other", half.span) for half in halves[1 : _LISTED + 1])
        yield Finding(halves[0].span, values, others, "many-straight")
    for fault in faults:
        if fault.kind is FaultKind.STRAIGHT and len(halves) <= told_each:
            yield _half_straight(fault)
        if fault.kind in (FaultKind.MISMATCHED, FaultKind.STRAIGHT):
            continue
        values = {"mark": fault.mark, "wanted": fault.wanted}
        partner = fault.partner
        related = (Related("open", Span(fault.node, partner, partner + 1)),) if partner else ()
        variant = None if fault.kind is FaultKind.UNCLOSED else fault.kind.value
        yield Finding(fault.span, values, related, variant)


def _quotation(half: PairFault) -> str:
    return _shortened(half.node.text[half.at : (half.partner or half.at) + 1])


def _shortened(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:8]}…{words[-8:]}"


def _half_straight(fault: PairFault) -> Finding:
    """“三清": one half is straight, whichever; the other one is right."""
    text, partner = fault.node.text, fault.partner or 0
    at = partner if fault.mark == "“" else fault.at
    values = {"mark": text[at], "wanted": fault.wanted}
    span, fix = fault.span, None
    if at < span.end:
        quote = span.quote
        words = quote[: at - span.start] + fault.wanted + quote[at - span.start + 1 :]
        fix = Fix(words, safe=True)
    return Finding(span, values, variant="straight", fix=fix)


@check
def kinds_mismatched(plan: Plan) -> Iterator[Finding]:
    """PUN002: 〔2016], and labels such as 〔四)."""
    stray = plan.get(stray_entries)
    for node in plan.nodes:
        label = node.label if isinstance(node, Paragraph) else None
        if label is None or (node.locator.zone is Zone.TOC and id(node) not in stray):
            continue
        if (right := label_fault(label)) is not None:
            raw = label.raw.strip()
            values = {"opening": raw[0], "closing": raw[-1], "words": raw, "wanted": right}
            yield Finding(Span(node, 0, min(2, len(node.text)), with_label=True), values)
    for fault in plan.get(pair_faults):
        if fault.kind is FaultKind.MISMATCHED and fault.partner is not None:
            opening = fault.node.text[fault.partner]
            words = fault.node.text[fault.partner : fault.at + 1]
            values = {"opening": opening, "closing": fault.mark, "wanted": fault.wanted}
            values["words"] = _shortened(words)
            related = (Related("open", Span(fault.node, fault.partner, fault.partner + 1)),)
            fix = None
            if fault.span.start == fault.partner:
                fix = Fix(fault.span.quote[:-1] + fault.wanted, safe=True)
            yield Finding(fault.span, values, related, fix=fix)
