"""What the summary page tells of an archive, counted partition by partition."""

import heapq
import statistics
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow as pa

from linter.catalogue.severity import Severity
from linter.text.folding import key

WORST, FAILED = 50, 200
SEVERITIES = tuple(one.value for one in Severity)


class WorstDraft(NamedTuple):
    """A draft with findings, the worst greatest; of equals the first is the worst."""

    errors: int
    warnings: int
    infos: int
    turn: int
    path: str
    title: str


@dataclass(slots=True)
class DraftGroup:
    """The drafts of a year or an office: how many, how many of them without an error, and what was
    found in them by severity and by rule."""

    drafts: int = 0
    clean: int = 0
    found: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class UnitTasks:
    """A responsible unit: the tasks that it leads and helps with, the drafts that name it."""

    lead: int = 0
    cooperating: int = 0
    drafts: int = 0


class Spread(NamedTuple):
    """The last targets of an indicator in one unit, over the drafts that have it."""

    name: str
    unit: str
    drafts: int
    low: float
    quarter: float
    middle: float
    three_quarters: float
    high: float


@dataclass(slots=True)
class _Targets:
    """The amounts of an indicator, in the base unit of its dimension."""

    names: Counter[str] = field(default_factory=Counter)
    units: Counter[tuple[str, float]] = field(default_factory=Counter)
    amounts: "array[float]" = field(default_factory=lambda: array("d"))


class Summary:
    """Counts of an archive; nothing in it grows with the findings but counters."""

    def __init__(self) -> None:
        self.files = 0
        self.characters = 0
        self.failures: Counter[str] = Counter()
        self.failed: list[tuple[str, str]] = []
        self.rules: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
        self.years: dict[int | None, DraftGroup] = defaultdict(DraftGroup)
        self.offices: dict[str, DraftGroup] = defaultdict(DraftGroup)
        self.units: dict[str, UnitTasks] = defaultdict(UnitTasks)
        self._worst: list[tuple[tuple[int, int, int, int], WorstDraft]] = []
        self._targets: dict[tuple[str, str], _Targets] = defaultdict(_Targets)

    @property
    def found(self) -> Counter[str]:
        """How much was found, by severity; what is counted and not listed is among it."""
        total: Counter[str] = Counter()
        for group in self.years.values():
            total.update(group.found)
        return total

    def add(self, tables: Iterable[tuple[str, pa.Table]]) -> None:
        """Count the tables of a partition."""
        known = dict(tables)
        groups = self._files(known["files"])
        self._findings(known["findings"], groups)
        self._indicators(known["indicators"])
        self._units(known["units"])

    def _files(self, table: pa.Table) -> dict[str, list[DraftGroup]]:
        """Count the drafts; return the groups that each belongs to."""
        groups: dict[str, list[DraftGroup]] = {}
        for row in table.to_pylist():
            self.files += 1
            self.characters += row["characters"] or 0
            if row["error_kind"]:
                self.failures[row["error_kind"]] += 1
                if len(self.failed) < FAILED:
                    self.failed.append((row["path"], row["error_message"] or ""))
            office = row["issuer"] or row["folder"]
            mine = [self.years[row["year"]], self.offices[office]]
            groups[row["path"]] = mine
            for group in mine:
                group.drafts += 1
                group.clean += not row["errors"] and not row["error_kind"]
                for severity in SEVERITIES:
                    group.found[severity] += row[f"{severity}s"]
            self._rank(row["errors"], row["warnings"], row["infos"], row["path"], row["title"])
        return groups

    def _rank(self, errors: int, warnings: int, infos: int, path: str, title: str | None) -> None:
        if errors or warnings:
            draft = WorstDraft(errors, warnings, infos, -self.files, path, title or "")
            item = (draft[:4], draft)
            push = heapq.heappush if len(self._worst) < WORST else heapq.heappushpop
            push(self._worst, item)

    @property
    def worst(self) -> list[WorstDraft]:
        """The drafts with most errors, then warnings."""
        return [draft for _, draft in sorted(self._worst, reverse=True)]

    def _findings(self, table: pa.Table, groups: dict[str, list[DraftGroup]]) -> None:
        columns = (table.column(name).to_pylist() for name in ("path", "rule", "name", "severity"))
        seen: set[tuple[str, str, str, str]] = set()
        for path, rule, name, severity in zip(*columns, strict=True):
            count = self.rules[rule, name, severity]
            count[0] += 1
            if (path, rule, name, severity) not in seen:
                seen.add((path, rule, name, severity))
                count[1] += 1
            for group in groups[path]:
                group.rules[rule] += 1

    def _indicators(self, table: pa.Table) -> None:
        """Take the last target of each indicator of each draft, once a name."""
        names = ("path", "name", "year", "role", "kind", "unit", "value", "dimension", "amount")
        last: dict[tuple[str, str, str], tuple[int, str, str, float, float]] = {}
        for path, name, year, role, kind, unit, value, dimension, amount in zip(
            *(table.column(one).to_pylist() for one in names), strict=True
        ):
            if role != "target" or kind != "value" or value is None or amount is None:
                continue
            one = (path, key(name), dimension or f"={key(unit or '')}")
            if one not in last or last[one][0] < (year or 0):
                last[one] = (year or 0, name, unit or "", value, amount)
        for (_, folded, dimension), (_, name, unit, value, amount) in last.items():
            targets = self._targets[folded, dimension]
            targets.names[name] += 1
            targets.units[unit, amount / value if value else 0.0] += 1
            targets.amounts.append(amount)

    def spreads(self, most: int) -> Iterator[Spread]:
        """Yield the indicators that most drafts have, those of one draft alone left out."""
        ranked = sorted(self._targets.items(), key=lambda item: (-len(item[1].amounts), item[0]))
        for _, targets in ranked[:most]:
            if len(targets.amounts) < 2:
                return
            factors = {one: n for one, n in targets.units.items() if one[1]}
            unit, factor = max(factors, key=lambda one: (factors[one], one), default=("", 1.0))
            values = [amount / factor for amount in targets.amounts]
            low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
            name = max(targets.names, key=lambda one: (targets.names[one], one))
            yield Spread(name, unit, len(values), min(values), low, middle, high, max(values))

    def _units(self, table: pa.Table) -> None:
        names = ("unit", "lead", "cooperating")
        columns = (table.column(name).to_pylist() for name in names)
        for name, lead, cooperating in zip(*columns, strict=True):
            unit = self.units[name]
            unit.lead += lead
            unit.cooperating += cooperating
            unit.drafts += 1
