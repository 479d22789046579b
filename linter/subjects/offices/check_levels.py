"""TSK015: a unit of another level than the draft's: 县商务局 for a city, 市商务厅."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.subjects.offices.levels import GovernmentLevel, level_of, own_tier
from linter.subjects.offices.mentions import mentions
from linter.subjects.offices.organisations import TIERS, Directory, Identity, organisations
from linter.subjects.offices.tier_style import split
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.subjects.offices.unit_names import unit_lists

_MANY = 0.1
_OF_PROVINCES = frozenset(("林业局", "水务局"))  # what a few or many provinces have instead of a 厅
_JOINT = frozenset("省市县区州旗盟各、级")


@check
def level(plan: Plan) -> Iterator[Finding]:
    """TSK015: units of a level below the draft's own, and names that no level has."""
    known, own = plan.get(organisations), plan.get(own_tier)
    listed = [(units, unit) for units in plan.get(unit_lists) for unit in units.units]
    lower = [unit for units, unit in listed if own and _is_lower(units, unit, own)]
    if len(lower) <= max(1, _MANY * len(listed)):
        for unit in lower:
            right = own + split(unit)[1]
            values = {"unit": unit.name, "own": own, "right": right}
            yield Finding(unit.span, values, fix=_fix(unit.span, unit.name, right))
    for _, unit in listed:
        if unit.identity is not None:
            yield from _misnamed(unit.span, unit.name, unit.identity, known)
    for mention in plan.get(mentions):
        before = mention.span.node.folded[max(0, mention.span.start - 1) : mention.span.start]
        if before not in _JOINT or not before:
            yield from _misnamed(mention.span, mention.name, mention.identity, known)


def _is_lower(units: UnitList, unit: ResponsibleUnit, own: str) -> bool:
    """A unit of a level below, by itself: not 各县商务局, nor of several levels (市、县财政局)."""
    theirs, ours = level_of(split(unit)[0]), level_of(own)
    if unit.identity is None or theirs is None or ours is None or theirs <= ours:
        return False
    before = units.span.node.folded[: unit.span.start].rstrip("、,和与及 ")[-1:]
    return before not in _JOINT and not unit.collective


def _misnamed(span: Span, name: str, unit: Identity, known: Directory) -> Iterator[Finding]:
    """厅 are of a province: 市商务厅; and the 厅 of a province is no 局: 省商务局."""
    tier, stem = unit.prefix, unit.organ.stem
    rank = level_of(tier) if tier in TIERS else None
    if rank is None or unit.organ.central or stem.endswith("办公厅"):
        return
    if rank > GovernmentLevel.PROVINCE and stem.endswith("厅"):
        right = tier + stem[:-1] + "局"
        yield Finding(span, {"unit": name, "right": right}, (), "hall", _fix(span, name, right))
    elif rank is GovernmentLevel.PROVINCE and stem.endswith("局"):
        hall = known.organs.get(stem[:-1] + "厅")
        regular = hall is not None and hall.form == "name" and hall.core and not hall.until
        if hall is not None and regular and stem not in _OF_PROVINCES:
            right = tier + hall.stem
            yield Finding(
                span, {"unit": name, "right": right}, (), "bureau", _fix(span, name, right)
            )


def _fix(span: Span, name: str, right: str) -> Fix | None:
    return Fix(right) if span.quote == name else None
