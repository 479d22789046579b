"""The place whose plan a draft is, as its title names it: 江州市, 上海市徐汇区."""

from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.plan import Plan, fact
from linter.subjects.times.periods import title_lines
from linter.text.patterns import lazily

# 市 is no tier in 市场, 区 none in 示范区; a stem with a verb in it is no name.
_LEAD = lazily(r"\s*(?:关于)?(?:印发|批转|转发)?(?:‹year›年度?)?\s*")
_NAME = lazily(
    r"(?P<stem>(?![各全本我该国])[\u4e00-\u9fff]{2,9}?)"
    r"(?P<tier>自治区|自治州|自治县|省|市(?![场民区级政直域容属])|县(?![级域])|州|盟|旗|区(?!域))"
)
_NO_NAME = lazily(
    r"[化低升进展动强设整理高优推促加建关支落深持提打做与及和的在为共双]"
    r"|[城都县镇园新社]$|(?:示范|试验|开发|新|专|保税|景|园|库|社|灌|林|牧|片|山|灾|校|片|郊|园林)$"
)
_STATES = frozenset({"北京", "上海", "天津", "重庆"})
_RANKS = {"省": 3, "自治区": 3, "市": 2, "州": 2, "自治州": 2, "盟": 2}
_LONGEST = 4


class OwnPlace(NamedTuple):
    """The stem and tier of the draft's place, the words of the title, and the places above it."""

    stem: str
    tier: str
    span: Span
    above: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.stem + self.tier

    @property
    def rank(self) -> int:
        return 3 if self.stem in _STATES else _RANKS.get(self.tier, 1)


@fact
def own_place(plan: Plan) -> OwnPlace | None:
    """The place that leads the title, None where none does."""
    title = next(title_lines(plan.document), None)
    lead = _LEAD.match(title.folded) if title else None
    if title is None or lead is None:
        return None
    found: list[OwnPlace] = []
    at = lead.end()
    while match := _NAME.match(title.folded, at):
        stem, tier = match["stem"], match["tier"]
        long = len(stem) > _LONGEST and not tier.startswith("自治")
        if long or _NO_NAME.search(stem):
            break
        above = tuple(place.name for place in found)
        found.append(OwnPlace(stem, tier, Span(title, *match.span()), above))
        at = match.end()
    return found[-1] if found else None
