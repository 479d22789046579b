"""The names of units in a draft's lists: how often each stands, and which stand for one organ."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from linter.document.nodes import TextNode
from linter.plan.plan import Plan, fact
from linter.subjects.offices.assignments import assignments
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.near_names import NearNames
from linter.subjects.offices.organisations import TIERS, Directory, Identity, organisations
from linter.subjects.offices.unit_lists import ResponsibleUnit, UnitList
from linter.text.counted import Counted


@dataclass(frozen=True, slots=True)
class UnitNaming:
    """One name in the lists of a draft, with every place at which it stands."""

    name: str
    identity: Identity | None
    units: tuple[ResponsibleUnit, ...]

    @property
    def count(self) -> int:
        return len(self.units)


class UnitNames:
    """Every name in the lists of units of a draft."""

    def __init__(
        self, lists: Sequence[UnitList], nodes: Sequence[TextNode], known: Directory
    ) -> None:
        self._nodes = nodes
        placed: dict[str, list[ResponsibleUnit]] = defaultdict(list)
        for units in lists:
            for unit in units.units:
                placed[known.usual(unit.name)].append(unit)
        self.namings = {
            name: UnitNaming(name, units[0].identity, tuple(units))
            for name, units in placed.items()
        }

    @cached_property
    def by_organ(self) -> dict[str, list[UnitNaming]]:
        """The namings of each organ (Organ.key), whatever stands in front of its name."""
        found: dict[str, list[UnitNaming]] = defaultdict(list)
        for naming in self.namings.values():
            if naming.identity and naming.identity.organ.form != "other":
                found[naming.identity.organ.key].append(naming)
        return dict(found)

    @cached_property
    def stems(self) -> Counter[str]:
        """How often each name stands in the lists, tier and place left away."""
        counts: Counter[str] = Counter()
        for naming in self.namings.values():
            counts[bare(naming.name, naming.identity)] += naming.count
        return counts

    @cached_property
    def often(self) -> NearNames:
        """The names that stand more than once."""
        return NearNames(name for name, naming in self.namings.items() if naming.count > 1)

    @cached_property
    def _text(self) -> Counted:
        return Counted("\n".join(node.folded.replace(" ", "") for node in self._nodes))

    def in_draft(self, pair: str, name: str) -> bool:
        """Tell whether the draft has two characters outside the given name as well."""
        return self._text.times(pair) > self._text.times(name)


def bare(name: str, identity: Identity | None = None) -> str:
    """A name without the tier or place in front of it."""
    if identity is not None:
        return identity.organ.stem
    head = "自治区" if name.startswith("自治区") else name[:1]
    return name.removeprefix(head) if head[-1:] in TIERS and len(name) > len(head) + 2 else name


@fact
def unit_lists(plan: Plan) -> tuple[UnitList, ...]:
    """Every list of responsible units: those in paragraphs, then those in divisions."""
    placed = [units for a in plan.get(assignments) for units in a.lists]
    placed += [units for d in plan.get(divisions) for row in d.rows for units in row.lists]
    return tuple({u.span: u for u in placed if u.units}.values())


@fact
def unit_names(plan: Plan) -> UnitNames:
    """The names of units in the lists, counted and compared."""
    return UnitNames(plan.get(unit_lists), plan.nodes, plan.get(organisations))
