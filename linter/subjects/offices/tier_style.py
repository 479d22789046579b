"""How a draft puts 省 or 市 in front of its units: at each, or at the first of a list for all.

市财政局、教育局 is a style: the first of its tier lends 市 to the rest of the list.
"""

from collections.abc import Sequence

from linter.plan.plan import Plan, fact
from linter.subjects.offices.organisations import TIERS
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.subjects.offices.unit_names import bare, unit_lists

_OFTEN = 0.2
_ENOUGH = 3


class TierStyle:
    """What the lists of a draft do. `lends` tells that the first lends its tier to the rest,
    `repeats` that the draft writes the tier at each."""

    def __init__(self, lists: Sequence[UnitList]) -> None:
        tiered = {split(u)[1] for listed in lists for u in listed.units if split(u)[0]}
        self._first: set[int] = set()
        self._carried: set[int] = set()
        repeated = 0
        for listed in lists:
            tiers = [i for i, unit in enumerate(listed.units) if split(unit)[0]]
            if not tiers:
                continue
            self._first.add(id(listed.units[tiers[0]]))
            repeated += len(tiers) - 1
            rest = listed.units[tiers[-1] + 1 :]
            self._carried |= {id(unit) for unit in rest if split(unit)[1] in tiered}
        carried = len(self._carried)
        self.lends = carried > _OFTEN * (carried + repeated)
        self.repeats = not self.lends and repeated >= _ENOUGH

    def is_first(self, unit: ResponsibleUnit) -> bool:
        """The first of its list with a tier."""
        return id(unit) in self._first

    def is_carried(self, unit: ResponsibleUnit) -> bool:
        """Behind the last unit with a tier, without one of its own."""
        return id(unit) in self._carried


def split(unit: ResponsibleUnit) -> tuple[str, str]:
    """The tier in front of a name, "" without any, and the rest of the name."""
    if unit.identity is not None:
        prefix = unit.identity.prefix
        return (prefix if prefix in TIERS else "", unit.identity.organ.stem)
    stem = bare(unit.name)
    return unit.name.removesuffix(stem), stem


@fact
def tier_style(plan: Plan) -> TierStyle:
    """How the lists of the draft write the tier of their units."""
    return TierStyle(plan.get(unit_lists))
