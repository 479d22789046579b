"""The territory that a plan is for, and the words by which a text means that of another plan."""

from typing import NamedTuple

from linter.document.nodes import Zone
from linter.plan.plan import Plan, fact
from linter.subjects.citations.document_numbers import document_numbers
from linter.subjects.indicators.statement import Statement
from linter.subjects.times.periods import title_lines
from linter.subjects.words.places import own_place
from linter.text.patterns import lazily

_CENTRAL = lazily(
    r"^(?:中华人民共和国|国务院|全国|国家|中共中央|中央|[\u4e00-\u9fff]{2,10}(?<![省市县区州])部(?:办公厅)?(?:关于|等))"
)
_TIER = {"自治区": "区", "自治州": "州", "自治县": "县"}
_WHOSE = "全我本"
_TIERS = r"[全我本](?:自治[区州县]|国(?![际内])|省|市(?![场民级政])|县(?![域级])|区(?!域)|州|盟|旗)"
_AHEAD, _BEFORE = lazily(_TIERS), lazily(_TIERS + "$")
_LONGEST = 4  # characters of a word for a territory
_OPENING = 12  # paragraphs: a number behind them is not the plan's own


class Territory(NamedTuple):
    """A territory by its full name (成都市武侯区), and what a plan calls it: 全区, 我区."""

    name: str
    words: frozenset[str]


NATION = Territory("全国", frozenset({"全国", "我国"}))


@fact
def territory(plan: Plan) -> Territory | None:
    """The territory of a plan: by its title, else by who issued it; None where neither tells."""
    lines = [line.text.strip() for line in title_lines(plan.document)]
    cover = [p.text.strip() for p in plan.document.paragraphs() if p.locator.zone is Zone.COVER]
    if any(_CENTRAL.match(line) for line in lines[:1]):
        return NATION
    place = plan.get(own_place)
    if place is not None:
        tier = _TIER.get(place.tier, place.tier)
        words = {who + tier for who in _WHOSE} | {f"全{place.tier}"}
        return Territory("".join((*place.above, place.name)), frozenset(words))
    opening = {id(p) for p, _ in zip(plan.document.paragraphs(), range(_OPENING), strict=False)}
    numbers = (n for n in plan.get(document_numbers) if id(n.span.node) in opening)
    central = any(n.issuer.startswith("国") for n in numbers)
    return NATION if central or any(_CENTRAL.match(line) for line in cover) else None


def whole_of(statement: Statement) -> str:
    """The word for a territory at a statement's subject or in front of it: 全省; "" for none."""
    text, at = statement.span.node.folded, statement.subject.start
    found = _AHEAD.match(text, at) or _BEFORE.search(text[max(0, at - _LONGEST) : at])
    return found.group() if found else ""


def is_foreign(word: str, own: Territory | None) -> bool:
    """Whether a word means another territory than the plan's own: 全省 in the plan of a city."""
    if own is None:
        return word in NATION.words
    return bool(word) and word not in own.words
