"""Runs the engine over labelled drafts and counts.

Recall is counted over the labels that are certain. Precision is the share of the reports that some
label answers, certain or not: what is reported at a place that only some experts would mark is
not wrong. A report without a label is wrong, on a clean draft too.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.accuracy.labels import Case, Label, Trap
from bench.accuracy.match import Lines, answers, springs
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import Diagnostic
from linter.engine.check import check
from linter.readers.load import load
from linter.settings.effective import Settings


@dataclass(frozen=True, slots=True)
class Missed:
    """A certain label that nothing answers."""

    case: Case
    label: Label


@dataclass(frozen=True, slots=True)
class Extra:
    """A report that answers no label, with the traps that it springs."""

    case: Case
    diagnostic: Diagnostic
    traps: tuple[Trap, ...]


@dataclass(slots=True)
class Tally:
    """Certain labels and how many were found; reports and how many were right."""

    labelled: int = 0
    found: int = 0
    reported: int = 0
    right: int = 0

    @property
    def missed(self) -> int:
        return self.labelled - self.found

    @property
    def wrong(self) -> int:
        return self.reported - self.right

    @property
    def recall(self) -> float | None:
        return self.found / self.labelled if self.labelled else None

    @property
    def precision(self) -> float | None:
        return self.right / self.reported if self.reported else None


@dataclass(slots=True)
class Score:
    """The figures of a set: per rule, per severity, and everything that was not as labelled."""

    rules: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    severities: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    total: Tally = field(default_factory=Tally)
    missed: list[Missed] = field(default_factory=list)
    extra: list[Extra] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    drafts: int = 0
    uncertain: int = 0
    traps: int = 0
    traps_sprung: int = 0


def run(cases: Sequence[Case], rules: Iterable[Rule], skip: frozenset[str] = frozenset()) -> Score:
    """Check every case with the rules that are on by default and score the reports.

    Rules that are off by default run too where a label of the set names them. Codes in `skip` are
    left out of all figures.
    """
    named = {code for case in cases for label in case.labels for code in label.codes}
    chosen = [r for r in rules if r.id not in skip and (r.enabled or r.id in named)]
    score = Score()
    for case in cases:
        document = load(case.path)
        asked = [r for r in chosen if not case.rules or r.id in case.rules]
        report = check(document, Settings(tuple(asked)))
        if report.error is not None:
            score.failures.append(f"{case.name}: {report.error.message}")
        labels = [label for label in case.labels if label.code not in skip]
        _add(score, case, labels, report.diagnostics, Lines.of(document))
    return score


def _add(
    score: Score,
    case: Case,
    labels: Sequence[Label],
    diagnostics: Sequence[Diagnostic],
    lines: Lines,
) -> None:
    score.drafts += 1
    score.traps += len(case.traps)
    for label in labels:
        if not label.certain:
            score.uncertain += 1
            continue
        found = any(answers(d, label, lines) for d in diagnostics)
        for tally in (score.rules[label.code], score.severities[label.severity], score.total):
            tally.labelled += 1
            tally.found += found
        if not found:
            score.missed.append(Missed(case, label))
    sprung: set[Trap] = set()
    for d in diagnostics:
        right = any(answers(d, label, lines) for label in labels)
        for tally in (score.rules[d.rule], score.severities[d.severity], score.total):
            tally.reported += 1
            tally.right += right
        if not right:
            traps = tuple(trap for trap in case.traps if springs(d, trap, lines))
            sprung.update(traps)
            score.extra.append(Extra(case, d, traps))
    score.traps_sprung += len(sprung)
