"""A ledger and the draft that it is of: rows matched by title, and what differs."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from linter.across.divided import Duties, duties_of_row, duties_of_tasks
from linter.across.ledger import IndicatorEntry, Ledgers, TaskEntry, ledgers
from linter.across.marks import helpers, leads
from linter.across.opinions import OpinionSlip, opinion_slips
from linter.across.target_figures import is_equal, named_figures, target_slips
from linter.catalogue.language import Lang
from linter.diagnosis.sheet import Sheet
from linter.document.nodes import Span
from linter.plan.plan import Plan
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.indicators.names import canonical
from linter.subjects.indicators.phrases import figure
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.organisations import organisations
from linter.subjects.offices.row_tasks import stem
from linter.text.folding import key
from linter.text.nearness import shared_order
from linter.text.patterns import lazily

_OPEN = lazily("长期|持续|常态|始终|每年|全年")
_NEAR = 0.75
_LEAST = 4
_SENTENCE = 8  # characters of a row that is a sentence of the draft
_BEGINNING = 60
_SHARE = 3  # a part of the draft belongs to the ledger if a third of it stands there


class LedgerSlip(NamedTuple):
    """One thing in which ledger and draft differ.

    `what` names it (see check_ledger); `ledger` and `draft` are the words of either side.
    """

    what: str
    subject: str
    ledger: str
    draft: str
    ledger_span: Span | None
    draft_span: Span | None


class Matched(NamedTuple):
    """A row of the ledger and the tasks of the draft that bear its title."""

    entry: TaskEntry
    tasks: tuple[Duties, ...]


class Reconciled:
    """A ledger held against a draft."""

    def __init__(self, draft: Plan, ledger: Plan) -> None:
        self.draft, self.plan = draft, ledger

    @cached_property
    def ledgers(self) -> Ledgers:
        return self.plan.get(ledgers)

    @cached_property
    def opinions(self) -> tuple[OpinionSlip, ...]:
        return tuple(opinion_slips(self.ledgers.opinions, self.draft))

    @cached_property
    def slips(self) -> tuple[LedgerSlip, ...]:
        """What differs, in the order of the ledger; what it lacks behind."""
        return (*self._of_tasks(), *self._of_indicators())

    def sheet(self, lang: Lang) -> Sheet:
        """The table of what differs."""
        from linter.across.ledger_words import sheet_of

        return sheet_of(self, lang)

    def fault(self) -> str:
        """Why there is nothing to hold against the draft, empty where there is."""
        if self.ledgers.known:
            return ""
        return (
            "没有认出任何一张台账：表头应有“任务（事项）”和“牵头单位”，或“指标”和“目标值”，"
            "或“意见内容”和“是否采纳”"
        )

    @cached_property
    def matched(self) -> tuple[Matched, ...]:
        return tuple(Matched(entry, self._tasks_of(entry)) for entry in self.ledgers.tasks)

    @cached_property
    def _parts(self) -> tuple[tuple[Duties, ...], tuple[Duties, ...]]:
        """The tasks of the text, and the rows of its divisions."""
        rows = (duties_of_row(d, row) for d in self.draft.get(divisions) for row in d.rows)
        return tuple(duties_of_tasks(self.draft)), tuple(rows)

    def _tasks_of(self, entry: TaskEntry) -> tuple[Duties, ...]:
        """The tasks of a row's title: equal, held by each other, else the nearest."""
        title = key(entry.title).rstrip("。")
        everything = [task for part in self._parts for task in part]
        equal = [t for t in everything if key(t.title).rstrip("。") == title]
        if equal:
            return tuple(equal)
        near = [t for t in everything if len(stem(title)) > _LEAST and stem(t.title) == stem(title)]
        if near:
            return tuple(near)
        held = [t for t in everything if _holds(key(t.title), title)]
        if held:
            return tuple(held)
        inside = [t for t in everything if _stands_in(title, t)]
        if inside:
            least = min(len(t.nodes) for t in inside)
            return tuple(t for t in inside if len(t.nodes) == least)
        scored = [(_likeness(key(t.title), title), t) for t in everything]
        best = max((score for score, _ in scored), default=0.0)
        return tuple(t for score, t in scored if score == best >= _NEAR)

    def _of_tasks(self) -> Iterator[LedgerSlip]:
        if not self.ledgers.tasks:
            return
        for entry, tasks in self.matched:
            if not tasks:
                yield LedgerSlip("row-alone", entry.title, entry.title, "", entry.span, None)
                continue
            options = [list(self._differences(entry, task)) for task in tasks]
            yield from min(options, key=len)
        found = {id(task.span.node) for one in self.matched for task in one.tasks}
        for part in self._parts:
            here = [task for task in part if id(task.span.node) in found]
            if part and _SHARE * len(here) >= len(part):
                for task in part:
                    if id(task.span.node) not in found:
                        yield LedgerSlip("task-alone", task.title, "", task.title, None, task.span)

    def _differences(self, entry: TaskEntry, task: Duties) -> Iterator[LedgerSlip]:
        yield from self._units(entry, task)
        yield from self._due(entry, task)
        yield from self._target(entry, task)

    def _units(self, entry: TaskEntry, task: Duties) -> Iterator[LedgerSlip]:
        if not entry.units:
            return
        ours = self._names(leads(entry.units)), self._names(helpers(entry.units))
        theirs = self._names(task.leads), self._names(task.helpers)
        (lead, help_), (lead_here, help_here) = (tuple(map(set, s)) for s in (ours, theirs))
        place = task.units or task.span
        words = _shown(*ours), _shown(*theirs)
        if not (task.roles and entry.roles):
            if lead | help_ != lead_here | help_here:
                yield LedgerSlip("units", task.title, *words, entry.units_span, place)
        elif lead != lead_here:
            swapped = lead <= help_here and lead_here <= help_
            what = "swapped" if swapped and lead else "lead"
            yield LedgerSlip(what, task.title, *words, entry.units_span, place)
        elif help_ != help_here:
            words = _shown(ours[1], {}), _shown(theirs[1], {})
            yield LedgerSlip("helpers", task.title, *words, entry.units_span, place)

    def _names(self, names: "tuple[str, ...] | frozenset[str]") -> dict[str, str]:
        """Names by what they are compared as: those of one organ in one place are one, with or
        without the word for the draft's own tier in front, 市财政局 and 财政局."""
        directory = self.draft.get(organisations)
        found = {}
        for name in sorted(names):
            identity = directory.identify(name)
            if identity is None:
                found[key(name).removeprefix(self._tier or "\n")] = name
            else:
                prefix = "" if identity.prefix == self._tier else identity.prefix
                found[prefix + identity.organ.regular] = name
        return found

    @cached_property
    def _tier(self) -> str:
        """The word in front of most units of the draft: 市."""
        directory = self.draft.get(organisations)
        units = (n for part in self._parts for t in part for n in (*t.leads, *t.helpers))
        told = Counter(i.prefix for n in units if (i := directory.identify(n)) is not None)
        usual = told.most_common(1)
        return usual[0][0] if usual and len(usual[0][0]) == 1 else ""

    def _due(self, entry: TaskEntry, task: Duties) -> Iterator[LedgerSlip]:
        said = task.dues
        if entry.due is not None and said and all(entry.due.differs(d) for d in said):
            words = entry.due.span.quote, "、".join(dict.fromkeys(d.span.quote for d in said))
            yield LedgerSlip("due", task.title, *words, entry.due.span, said[0].span)
        cell = entry.due_cell
        if cell is not None and entry.due is None and _OPEN.search(cell.folded):
            firm = [due for due in said if due.before]
            if len(said) == len(firm) == 1:
                span = Span(cell, 0, len(cell.text))
                words = cell.text.strip(), firm[0].span.quote
                yield LedgerSlip("due-open", task.title, *words, span, firm[0].span)
        own = [due for due in said if due.span.node.locator.box is None]
        if cell is not None and not cell.text.strip() and len(said) == len(own) == 1:
            span = Span(cell, 0, 0)
            yield LedgerSlip("due-empty", task.title, "", own[0].span.quote, span, own[0].span)

    def _target(self, entry: TaskEntry, task: Duties) -> Iterator[LedgerSlip]:
        if entry.target is None:
            return
        said = named_figures(self.plan, [entry.target])
        for slip in target_slips(said, named_figures(self.draft, task.nodes)):
            quantity = slip.figure.quantity
            words = slip.figure.words if slip.mistaken else figure(quantity)
            told = (t.words if slip.mistaken else figure(t.quantity) for t in slip.told)
            span = slip.told[0].quantity.span if len(slip.told) == 1 else task.span
            draft = "、".join(dict.fromkeys(told))
            yield LedgerSlip("target", task.title, words, draft, quantity.span, span)

    def _of_indicators(self) -> Iterator[LedgerSlip]:
        if not self.ledgers.indicators:
            return
        own: dict[str, list[Indicator]] = {}  # an indicator may stand in tables of several years
        for indicator in self.draft.get(indicators):
            own.setdefault(canonical(indicator.name), []).append(indicator)
        for entry in self.ledgers.indicators:
            if rows := own.get(canonical(entry.name)):
                yield from min((list(_indicator_slips(entry, row)) for row in rows), key=len)
            else:
                yield LedgerSlip("indicator-row", entry.name, entry.name, "", entry.span, None)
        known = {canonical(entry.name) for entry in self.ledgers.indicators}
        for name, (first, *_) in own.items():
            if name not in known:
                yield LedgerSlip("indicator-alone", first.name, "", first.name, None, first.span)


def _indicator_slips(entry: IndicatorEntry, own: Indicator) -> Iterator[LedgerSlip]:
    words = key(entry.unit_words), key(own.unit_words or "")
    if words[0] != words[1] and all(words) and not _is_converted(entry, own):
        yield LedgerSlip("unit", own.name, *words, entry.span, own.span)
        return
    values = {(v.year, v.base): v for v in own.values if v.quantity is not None}
    for said in entry.figures:
        value = values.get((said.year, said.base))
        if value is None or value.quantity is None:
            continue
        if not is_equal(said.quantity, value.quantity):
            shown = [f"{said.year}年{figure(q)}" for q in (said.quantity, value.quantity)]
            spans = said.quantity.span, value.quantity.span
            yield LedgerSlip("value", own.name, shown[0], shown[1], *spans)
    if entry.attribute and own.attribute and key(entry.attribute) != key(own.attribute):
        words = entry.attribute, own.attribute
        yield LedgerSlip("attribute", own.name, *words, entry.span, own.span)


def _likeness(one: str, other: str) -> float:
    """How much of the longer of two titles stands in the shorter, in order; of long ones the
    beginning."""
    one, other = one[:_BEGINNING], other[:_BEGINNING]
    return shared_order(one, other) / max(len(one), len(other), 1)


def _is_converted(entry: IndicatorEntry, own: Indicator) -> bool:
    """Whether all figures are the same in another unit: 1.1 in 万亿元, 11000 in 亿元."""
    values = {(v.year, v.base): v.quantity for v in own.values if v.quantity is not None}
    both = [
        (f.quantity, values[f.year, f.base]) for f in entry.figures if (f.year, f.base) in values
    ]
    return bool(both) and all(is_equal(q, v) and q.value != v.value for q, v in both)


def _stands_in(title: str, task: Duties) -> bool:
    """Whether a row quotes a sentence of the task."""
    return len(title) >= _SENTENCE and any(title in key(node.text) for node in task.nodes)


def _holds(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("。"), other), key=len)
    return len(short) >= _LEAST and short in long


def _shown(first: dict[str, str], second: dict[str, str]) -> str:
    one, other = ("、".join(sorted(side.values())) for side in (first, second))
    return f"{one}（配合：{other}）" if other else one
