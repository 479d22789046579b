"""TRM007: 制定本方案 in a draft whose title says 行动计划."""

from collections.abc import Iterator
from itertools import islice

from linter.document.nodes import Span, Zone
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.times.periods import title_lines
from linter.text.patterns import lazily, once

_KINDS = ("规划", "计划", "方案", "意见", "纲要", "要点", "办法", "措施", "细则")
_OWN = lazily(
    r"(?<![根基样成资文版日标脚书课剧原副读亏够])(?P<words>本(?P<mid>(?:[一二三四五]年|实施|行动|工作|总体|专项|发展|指导|若干|政策){0,2})"
    r"(?P<kind>‹plan-kind›))(?![区期编组])"
)
_MADE = lazily(r"(?:制定|制订|编制|起草|出台|提出)(?:了)?$")
_FORCE = lazily(r"(?:自(?:[^,。;]{0,12}日|(?:印发|发布|公布)之日)|有效期|由[^,。;]{1,20}负责解释)")

_LIST = lazily(r"\s*(?:‹attachment›|专栏|目\s*录)")
# A notice and the plan that it issues stand in one file, each with a title.
_TITLE = lazily(r"^[^。;]{4,60}(?:‹plan-kind›|通知)(?:\([^()]{1,24}\))*$")
_TOP = 15
_LISTED = 20  # further places that a finding shows


@check
def genre_mismatch(plan: Plan) -> Iterator[Finding]:
    """TRM007: the draft calls itself by a kind of document that its title does not have.

    制定本方案 and 本规划自…施行 speak of the draft itself; elsewhere 本方案 may take up a document
    named before, and is reported only where none was.
    """
    title = next(title_lines(plan.document), None)
    if title is None or _LIST.match(title.folded):
        return
    above = (line.folded for line in islice(plan.document.paragraphs(), _TOP) if not line.label)
    titles = [line.folded for line in title_lines(plan.document)]
    lines = "".join([*titles, *(line for line in above if _TITLE.search(line))])
    kinds = {kind for kind in _KINDS if kind in lines}
    if not kinds:
        return
    named: set[str] = set()
    own: dict[str, list[Place]] = {}  # one slip, one finding: by what the draft calls itself
    for place in plan.get(everywhere).find(_OWN, "本"):
        kind = place.match["kind"]
        if kind in kinds or place.node.locator.zone is not Zone.BODY or place.quoted:
            continue
        if _is_own(place) or (kind not in named and not _names_other(plan, place, kind)):
            own.setdefault(kind, []).append(place)
        else:
            named.add(kind)
    head = Related("title", Span.whole(title, 60))
    for first, *more in own.values():
        values = {"words": first.words, "kind": "、".join(sorted(kinds, key=lines.find))}
        others = (Related("other", place.span) for place in more[:_LISTED])
        count = str(1 + len(more))
        variant = "many" if more else None
        yield Finding(first.span, values | {"count": count}, (head, *others), variant)


def _is_own(place: Place) -> bool:
    return bool(_MADE.search(place.before)) or bool(_FORCE.match(place.after.lstrip()))


def _names_other(plan: Plan, place: Place, kind: str) -> bool:
    """Another document of this kind stands in the paragraph: 编制节水规划，…纳入本规划."""
    text = place.text[: place.start]
    return bool(once(rf"(?<!本){kind}").search(text.replace(place.match["words"], "")))
