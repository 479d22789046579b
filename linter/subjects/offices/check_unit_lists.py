"""TSK: the lists of responsible units: a separator lost, a unit twice."""

from collections.abc import Iterator
from itertools import pairwise

from linter.document.nodes import Span
from linter.plan.finding import Finding, Fix, Related, check
from linter.plan.plan import Plan
from linter.subjects.offices.joint_lists import joint_lists
from linter.subjects.offices.organisations import TIERS, organisations
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.subjects.offices.unit_names import UnitNames, UnitNaming, unit_lists, unit_names
from linter.text.patterns import lazily

# What may be an office of the unit in front of it.
_INNER = lazily(r"^(?![省市县区州旗盟各]).*(?:队|分局|处|科|室|所|中心|站|办|院|公司|办公室|支行)$")
_LEFT = lazily(
    r"(?:[厅局委办院社联会部区]|中心|法院|检察院|政府|分行|支行|公司|集团|海关|部门|街道)$"
)


@check
def separator_missing(plan: Plan) -> Iterator[Finding]:
    """TSK002: two units with nothing between them: 省政府办公厅省发展改革委."""
    for units in plan.get(unit_lists):
        for left, right in pairwise(units.units):
            if right.glued and not _spaced(units, left, right):
                span = Span(left.span.node, left.span.start, right.span.end)
                between = left.span.quote + "、" + right.span.quote
                sure = left.identity is not None and right.identity is not None
                values = {"left": left.name, "right": right.name}
                yield Finding(span, values, fix=Fix(between, safe=sure))
    names = plan.get(unit_names)
    for naming in names.namings.values():
        if cut := _two_in_one(naming, names):
            left_name, right_name = naming.name[:cut], naming.name[cut:]
            span = naming.units[0].span
            values = {"left": left_name, "right": right_name}
            related = (Related("peer", names.namings[right_name].units[0].span),)
            between = f"{left_name}、{right_name}"
            plain = span.quote == naming.name
            yield Finding(span, values, related, fix=Fix(between) if plain else None)


def _two_in_one(naming: UnitNaming, names: UnitNames) -> int:
    """Where a name that stands once parts into two that the draft lists elsewhere; else 0.

    Offices within an organ (市公安局交警支队) are left alone, though each is listed by itself.
    """
    name = naming.name
    if naming.identity or naming.count > 1 or len(name) < 6:
        return 0
    for cut in range(3, len(name) - 2):
        left, right = names.namings.get(name[:cut]), names.namings.get(name[cut:])
        if left and right and not _INNER.search(right.name) and _LEFT.search(left.name):
            return cut
    return 0


def _spaced(units: UnitList, left: ResponsibleUnit, right: ResponsibleUnit) -> bool:
    """A blank parts the two as blanks part the others: a list without 、 of its own."""
    text = left.span.node.folded
    if right.span.start == left.span.end:
        return False
    return "、" not in text[units.span.start : units.span.end]


@check
def duplicate(plan: Plan) -> Iterator[Finding]:
    """TSK003: a unit that stands twice in the list of one task, under whichever of its names."""
    for joint in plan.get(joint_lists):
        seen: dict[tuple[str, str], ResponsibleUnit] = {}
        for unit in joint.units:
            prefix, name = _same(plan, unit)
            lent = [(tier, name) for tier in TIERS] if prefix == "" else [("", name)]
            first = next((seen[key] for key in ((prefix, name), *lent) if key in seen), None)
            seen.setdefault((prefix, name), unit)
            if first is not None:
                related = (Related("first", first.span),)
                yield Finding(unit.span, {"unit": unit.name, "first": first.name}, related)


def _same(plan: Plan, unit: ResponsibleUnit) -> tuple[str, str]:
    """What is equal for names of one organ: (place or tier in front, organ)."""
    known = unit.identity
    if known is None or known.organ.form == "other":
        return "", plan.get(organisations).usual(unit.name)
    return known.prefix, known.organ.key
