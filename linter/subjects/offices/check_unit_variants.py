"""TSK005: one organ under two names in one draft, and names of speech in a list of units."""

from collections import defaultdict
from collections.abc import Iterator

from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.organisations import TIERS
from linter.subjects.offices.unit_lists import ResponsibleUnit
from linter.subjects.offices.unit_names import UnitNaming, unit_names
from linter.subjects.times.periods import month
from linter.text.patterns import lazily

_RARE = 0.1
_LINK = lazily(r"(?<=.)[和与及](?=.)")
# Companies and institutions (国网某省电力公司) lose 省 or 有限 as units lose 人民; the county of a
# city's name, 分公司 and 集团 are others.
_BODY = lazily(
    r"(?:公司|集团|银行|分行|支行|支队|总队|大学|学院|医院|研究院|研究所|协会|联合会|管委会|管理委员会|办公室|办)$"
)
_INNER = lazily(r"(?<=..)(?:自治区|省|市(?=[^县区]))|有限责任|股份有限|有限|股份")
_ENDING = {"办公室": "办", "管理委员会": "管委会"}


@check
def variant(plan: Plan, *, pervasive: int = 4) -> Iterator[Finding]:
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
    spoken = [n for n in _spoken(plan) if n.name not in reported]
    if len(spoken) >= pervasive:
        total = sum(n.count for n in spoken)
        values = {"name": spoken[0].name, "kinds": str(len(spoken)), "count": str(total)}
        yield Finding(spoken[0].units[0].span, values, variant="pervasive")
        return
    for naming in spoken:
        yield _spoken_finding(naming)


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
            usual = max(group, key=lambda n: (not _is_spoken(n), n.count, _is_regular(n)))
            yield from ((odd, usual) for odd in group if odd is not usual)


def _is_spoken(naming: UnitNaming) -> bool:
    return naming.identity is not None and naming.identity.organ.form in ("colloquial", "loose")


def _is_regular(naming: UnitNaming) -> bool:
    return naming.identity is not None and naming.identity.organ.form == "name"


def _tier_lost(plan: Plan) -> Iterator[tuple[list[ResponsibleUnit], UnitNaming]]:
    """Names without 省 (or with it) where the draft nearly always writes the other form.

    市财政局、教育局 is one style: the first of a group lends its 市 to the rest. So only names
    behind the first of their group tell what a draft does.
    """
    for namings in plan.get(unit_names).by_organ.values():
        stems: dict[str, list[UnitNaming]] = defaultdict(list)
        for naming in namings:
            assert naming.identity is not None
            if not naming.identity.organ.central:
                stems[naming.identity.organ.stem].append(naming)
        for group in stems.values():
            plain = [n for n in group if n.identity and not n.identity.prefix]
            tiered = [
                n for n in group if n.identity and n.identity.prefix in TIERS and n not in plain
            ]
            if len(plain) == len(tiered) == 1:
                yield from _odd_tier(plain[0], tiered[0])


def _odd_tier(
    plain: UnitNaming, tiered: UnitNaming
) -> Iterator[tuple[list[ResponsibleUnit], UnitNaming]]:
    within = [[unit for unit in naming.units if not unit.leads_group] for naming in (plain, tiered)]
    if len(within[1]) >= 3 and plain.count <= max(1, _RARE * tiered.count):
        yield list(plain.units), tiered
    elif len(within[0]) >= 3 and within[1] and tiered.count <= max(1, _RARE * plain.count):
        yield within[1], plain


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


def _spoken_finding(naming: UnitNaming) -> Finding:
    assert naming.identity is not None
    prefix, organ = naming.identity.prefix, naming.identity.organ
    mild = organ.form == "loose" or prefix in ("市", "县", "区", "州", "盟", "旗")
    regular = prefix + organ.regular
    values = {"name": naming.name, "regular": regular, "count": str(naming.count)}
    return Finding(naming.units[0].span, values, variant="spoken-local" if mild else "spoken")
