"""TSK005: one organ under two names in one draft, and names of speech in a list of units."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.mentions import mentions
from linter.subjects.offices.organisations import Organ, organisations
from linter.subjects.offices.tier_style import TierStyle, split, tier_style
from linter.subjects.offices.unit_lists import ResponsibleUnit
from linter.subjects.offices.unit_names import UnitNaming, unit_names
from linter.subjects.times.periods import month, title_lines
from linter.text.patterns import lazily

_RARE = 0.1
_SURE = 8  # names with their tier, in a draft that writes it at each
_OFTENER = 3
_LINK = lazily(r"(?<=.)[和与及](?=.)")
# Companies and institutions (国网某省电力公司) lose 省 or 有限 as units lose 人民; the county of a
# city's name, 分公司 and 集团 are others.
_BODY = lazily(
    r"(?:公司|集团|银行|分行|支行|支队|总队|大学|学院|医院|研究院|研究所|协会|联合会|管委会|管理委员会|办公室|办)$"
)
_INNER = lazily(r"(?<=..)(?:自治区|省|市(?=[^县区]))|有限责任|股份有限|有限|股份")
_ENDING = {"办公室": "办", "管理委员会": "管委会"}


@check
def variant(plan: Plan) -> Iterator[Finding]:
    """TSK005: the rarer of two names of one organ, a lost 省, a name of speech (发改委)."""
    reported: set[str] = set()
    for odd, usual in _two_names(plan):
        reported.add(odd.name)
        yield _finding(odd, usual)
    for units, usual in _tier_lost(plan):
        for unit in units:
            values = {"name": unit.name, "usual": usual.name, "count": str(usual.count)}
            related = (Related("peer", usual.units[0].span),)
            yield Finding(unit.span, values, related, variant="tier")
    for odd, usual in _alike(plan):
        if odd.name not in reported:
            yield _finding(odd, usual, "government" if "政府" in odd.name[-4:] else None)
    for told in _told_otherwise(plan):
        if told.odd not in reported:
            reported |= {told.odd, told.usual}
            values = {"name": told.odd, "usual": told.usual, "count": str(told.times)}
            yield Finding(told.span, values, (Related("peer", told.peer),))
    yield from _spoken_findings([n for n in _spoken(plan) if n.name not in reported])


def _finding(odd: UnitNaming, usual: UnitNaming, variant: str | None = None) -> Finding:
    values = {"name": odd.name, "usual": usual.name, "count": str(usual.count)}
    return Finding(odd.units[0].span, values, (Related("peer", usual.units[0].span),), variant)


def _two_names(plan: Plan) -> Iterator[tuple[UnitNaming, UnitNaming]]:
    """One organ, one tier in front, two stems: (the odd one, the usual one)."""
    for namings in plan.get(unit_names).by_organ.values():
        by_prefix: dict[str, list[UnitNaming]] = defaultdict(list)
        for naming in namings:
            assert naming.identity is not None
            by_prefix[naming.identity.prefix].append(naming)
        for group in by_prefix.values():
            usual = max(group, key=_weight)
            yield from ((odd, usual) for odd in group if odd is not usual)


def _weight(naming: UnitNaming) -> tuple[float, bool, bool]:
    """A name of speech is the usual one only where it stands far oftener than the other."""
    spoken = _is_spoken(naming)
    return naming.count / (_OFTENER if spoken else 1), not spoken, _is_regular(naming)


def _is_spoken(naming: UnitNaming) -> bool:
    return naming.identity is not None and _says(naming.identity.organ)


def _says(organ: Organ) -> bool:
    return organ.form in ("colloquial", "loose")


def _is_regular(naming: UnitNaming) -> bool:
    return naming.identity is not None and naming.identity.organ.form == "name"


def _tier_lost(plan: Plan) -> Iterator[tuple[list[ResponsibleUnit], UnitNaming]]:
    """Names without 省 (or with it) where the draft nearly always writes the other form."""
    style = plan.get(tier_style)
    stems: dict[str, list[UnitNaming]] = defaultdict(list)
    for naming in plan.get(unit_names).namings.values():
        if not (naming.identity and naming.identity.organ.central):
            stems[split(naming.units[0])[1]].append(naming)
    for stem, group in stems.items():
        plain = [n for n in group if n.name == stem]
        tiered = [n for n in group if split(n.units[0])[0]]
        if len(plain) == len(tiered) == 1:
            yield from _odd_tier(plain[0], tiered[0], style)


def _odd_tier(
    plain: UnitNaming, tiered: UnitNaming, style: TierStyle
) -> Iterator[tuple[list[ResponsibleUnit], UnitNaming]]:
    lost = [unit for unit in plain.units if not (style.lends and style.is_carried(unit))]
    within = [unit for unit in tiered.units if not unit.leads_group]
    own = [unit for unit in plain.units if not (unit.leads_group or style.is_carried(unit))]
    added = [unit for unit in within if not style.is_first(unit)]
    # （省商务厅、财政厅）beside 财政厅 says nothing of a draft that lends the tier.
    told = len(within) >= 3 or (style.repeats and tiered.count >= _SURE)
    if told and lost and len(lost) <= max(1, _RARE * tiered.count):
        yield lost, tiered
    elif len(own) >= 3 and added and tiered.count <= max(1, _RARE * plain.count):
        yield added, plain


class _Told(NamedTuple):
    """Two names of one organ, one of them in running text: the rarer, the usual, how often that."""

    odd: str
    usual: str
    times: int
    span: Span
    peer: Span


def _told_otherwise(plan: Plan) -> Iterator[_Told]:
    """A name of speech beside the regular one, where lists and running text differ.

    A full name once and a short one ever after is no fault; 发改委 beside 发展改革委 is.
    """
    title = "".join(line.folded for line in title_lines(plan.document))
    places: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for naming in plan.get(unit_names).namings.values():
        if naming.identity and naming.identity.organ.form != "other":
            organ = (naming.identity.prefix, naming.identity.organ.key)
            places[organ][naming.name] += [unit.span for unit in naming.units]
    organs = plan.get(organisations)
    for mention in plan.get(mentions):
        text, start = mention.span.node.folded, mention.span.start
        if mention.placed and text[max(0, start - 2) : start + 1] not in title:
            continue
        if mention.identity.organ.form != "other":
            places[mention.identity.prefix, mention.identity.organ.key][mention.name].append(
                mention.span
            )
    for names in places.values():
        spoken = [n for n in names if (known := organs.identify(n)) and _says(known.organ)]
        regular = [n for n in names if n not in spoken]
        if spoken and regular:
            odd, usual = (max(group, key=lambda n: len(names[n])) for group in (spoken, regular))
            if len(names[odd]) > _OFTENER * len(names[usual]):
                odd, usual = usual, odd
            yield _Told(odd, usual, len(names[usual]), names[odd][0], names[usual][0])


def _alike(plan: Plan) -> Iterator[tuple[UnitNaming, UnitNaming]]:
    """Names that differ in 和/与/及 only, in 政府 and 人民政府, in the 省 of a company's name."""
    groups: dict[str, list[UnitNaming]] = defaultdict(list)
    for naming in plan.get(unit_names).namings.values():
        groups[_body(_LINK.sub("", naming.name).replace("人民政府", "政府"))].append(naming)
    for group in groups.values():
        usual = max(group, key=lambda n: n.count)
        yield from ((odd, usual) for odd in group if odd is not usual)


def _body(name: str) -> str:
    """The name of a company or institution without what is left out of it at will."""
    if not _BODY.search(name):
        return name
    for long, short in _ENDING.items():
        name = name[: -len(long)] + short if name.endswith(long) else name
    return _INNER.sub("", name)


def _spoken(plan: Plan) -> Iterator[UnitNaming]:
    """The names of speech, without those that are out of date anyhow (TSK011)."""
    today = plan.get(month) or ""
    for naming in plan.get(unit_names).namings.values():
        known = naming.identity
        if known and _is_spoken(naming) and not (known.organ.until and known.organ.until <= today):
            yield naming


def _spoken_findings(spoken: list[UnitNaming]) -> Iterator[Finding]:
    """One finding for all: a draft that writes 省住建厅 throughout has a style of its own."""
    if len(spoken) == 1 and _is_clipped(spoken[0]):
        (naming,) = spoken
        assert naming.identity is not None
        regular = naming.identity.prefix + naming.identity.organ.regular
        yield Finding(
            naming.units[0].span, {"name": naming.name, "regular": regular}, variant="clipped"
        )
    elif spoken:
        total = sum(n.count for n in spoken)
        values = {"name": spoken[0].name, "kinds": str(len(spoken)), "count": str(total)}
        yield Finding(spoken[0].units[0].span, values, variant="spoken")


def _is_clipped(naming: UnitNaming) -> bool:
    """Named once, and nothing is lost but the 和 that the short name of a 厅 keeps."""
    assert naming.identity is not None
    organ = naming.identity.organ
    lost = organ.stem != organ.regular and organ.stem == organ.regular.replace("和", "")
    return naming.count == 1 and lost and organ.stem.endswith("厅")
