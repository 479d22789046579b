"""NUM: words of approximation that repeat or contradict each other, decreases by a multiple."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from linter.document.nodes import Span, Zone
from linter.plan.finding import Finding, Fix, check
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan
from linter.subjects.figures.slips import merged
from linter.text.patterns import compiled, lazily, once

_HAN_NUMBER = "一二两三四五六七八九十百千"
_NUMBER = (
    rf"(?:\d[\d.,]*(?<![.,])|一半|半数|[{_HAN_NUMBER}]+分之[{_HAN_NUMBER}]+|[{_HAN_NUMBER}]+)"
    r"[十百千万亿]{0,3}"
)
_UNITS = (
    "(?:个百分点|百分点|[%‰]|美元|元|户|人次|人|个月|个小时|个|家|台套|台|套|项|件|立方米|平方公里|平方米"
    "|公里|米|吨标准煤|吨|亩|公顷|倍|次|小时|分钟|天|年|名|条|座|处|所|张|部|辆|种|批|场|架"
    "|千瓦时|千瓦|兆瓦|[KMGT]bps|[KMGTP]B)?"
)
_PLACES = {
    "number": _NUMBER,
    "n": rf"\s*{_NUMBER}(?:%?[-—~]{_NUMBER})?\s*{_UNITS}",
    "gap": rf"[^\d{_HAN_NUMBER},。;、:()“”]{{0,8}}?",
}
_FIRST = r"\d大约接将超突高多逾低不少小至最近截"
_PLACE = lazily(r"\{(number|n|gap)\}")


class Redundancies:
    """The entries of lexicon/redundancy.yaml as one alternation; group names are their ids."""

    def __init__(self, lexicon: Lexicon) -> None:
        entries = lexicon.entries("redundancy")
        self.by_group: dict[str, dict[str, Any]] = {e["id"].replace("-", "_"): e for e in entries}
        parts = (f"(?P<{group}>{_fill(e['pattern'])})" for group, e in self.by_group.items())
        # The first characters of all entries: alternatives are tried at these only.
        self.pattern = compiled(f"(?=[{_FIRST}])(?:{'|'.join(parts)})")


def _fill(pattern: str) -> str:
    return _PLACE.sub(lambda match: _PLACES[match[1]], pattern)


_redundancies = lru_cache(maxsize=2)(Redundancies)


@check
def redundant(plan: Plan) -> Iterator[Finding]:
    """NUM006: 约…左右, 超过…以上, 近…余, 截止2020年底."""
    yield from merged(_redundant(plan))


def _redundant(plan: Plan) -> Iterator[tuple[str, Finding]]:
    """The places with what makes them one slip: the words, for 截止 the word."""
    known = _redundancies(plan.lexicon)
    for node in plan.worded:
        if node.locator.zone is Zone.TOC:
            continue
        for match in known.pattern.finditer(plan.masked(node)):
            entry = known.by_group[match.lastgroup or ""]
            values = {"words": match.group(), "advice": entry["advice"]}
            values["advice_en"] = entry["advice_en"]
            old, new = entry.get("replace", ("", ""))
            fix = Fix(once(old).sub(new, match.group())) if old else None
            span = Span(node, *match.span())
            variant = entry.get("variant")
            slip = match.lastgroup if variant == "until" else match.group()
            yield slip or "", Finding(span, values, variant=variant, fix=fix)


_DECREASE = lazily(
    r"(?:‹fall›|调减|缩小|压缩|降幅|减幅)(?:了|达|约|近|超过){0,2}"
    rf"(?:\d[\d.]*|[{_HAN_NUMBER}几数]+)(?:[-—~至到]\d[\d.]*)?(?:多|余)?倍"
)


@check
def decrease_by_multiple(plan: Plan) -> Iterator[Finding]:
    """NUM007: 下降2倍. A decrease by once the amount leaves nothing."""
    for node in plan.worded:
        if "倍" in node.folded:
            for match in _DECREASE.finditer(plan.masked(node)):
                yield Finding(Span(node, *match.span()), {"words": match.group()})
