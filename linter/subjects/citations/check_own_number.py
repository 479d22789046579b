"""REF008: the draft's own number and its date; one title under two numbers. REF005: 号 left out."""

from collections.abc import Iterator

from linter.document.nodes import Span, Zone
from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.times.dates import issue_date
from linter.text.folding import key
from linter.text.patterns import lazily

_OWN = lazily(
    r"^\s*[(]?(?P<words>(?P<issuer>[\u4e00-\u9fff]{1,10})[〔\[(](?P<year>20\d\d)[)〕\]]\s?第?(?P<serial>\d{1,4})\s?号)[)]?\s*$",
)
_CITED = lazily(
    r"《(?P<title>[^《》\n]{4,80})》\s?\((?P<words>(?P<issuer>[\u4e00-\u9fff]{1,10})〔(?P<year>\d{4})〕(?P<serial>\d{1,4})号)(?=[),;、])"
)
_CUT = lazily(
    r"(?<=[\u4e00-\u9fff])(?P<words>〔(?P<year>(?:19|20)\d\d)〕\s?(?P<serial>[1-9]\d{0,3}))(?=[)》,。;、]|文件|要求|精神|\s*$)(?!\s*号)"
)
_HEAD = 12  # paragraphs in which the draft's own number may stand


@check
def own_number(plan: Plan) -> Iterator[Finding]:
    """REF008: 江政发〔2022〕5号 on a draft of 2024; two numbers of its own."""
    own: list[tuple[Span, str, int, str]] = []
    for i, node in enumerate(plan.document.paragraphs()):
        if i >= _HEAD or node.level is not None:
            break
        match = _OWN.match(node.folded) if "号" in node.folded else None
        if match is not None and node.locator.zone in (Zone.BODY, Zone.COVER):
            span = Span(node, *match.span("words"))
            own.append((span, match["issuer"], int(match["year"]), match["serial"]))
    if not own:
        return
    span, issuer, year, serial = own[0]
    day = plan.get(issue_date)
    if day is not None and not day.remark and day.day.year != year:
        turn = day.day.month == 1 and day.day.year == year + 1
        if not turn:  # numbered in December, dated in January
            related = (Related("issued", day.span),)
            yield Finding(span, {"words": span.quote, "date": day.span.quote}, related)
    for other, name, its_year, its_serial in own[1:]:
        if name == issuer and (its_year, its_serial) != (year, serial):
            values = {"words": other.quote, "other": span.quote}
            yield Finding(other, values, (Related("first", span),), "two")


@check
def cited_twice(plan: Plan) -> Iterator[Finding]:
    """REF008: one title with two numbers of one issuer."""
    known: dict[tuple[str, str], tuple[Span, str]] = {}
    for place in plan.get(everywhere).find(_CITED, "》(", in_titles=True):
        m = place.match
        title, number = (key(m["title"]), m["issuer"]), f"{m['year']}/{m['serial']}"
        span = place.of("words")
        first = known.setdefault(title, (span, number))
        if first[1] != number:
            values = {"words": span.quote, "title": m["title"], "other": first[0].quote}
            yield Finding(span, values, (Related("first", first[0]),), "cited")


@check
def number_cut(plan: Plan) -> Iterator[Finding]:
    """REF005: 江政发〔2023〕5 without 号."""
    for place in plan.get(everywhere).find(_CUT, "〔19", "〔20", in_titles=True):
        span = place.of("words")
        meant = span.quote + "号"
        issuer = place.text[max(0, place.start - 4) : place.start]
        issuer = issuer[max(map(issuer.rfind, "(,。、《")) + 1 :]
        yield Finding(span, {"words": issuer + span.quote, "proper": meant}, fix=Fix(meant))
