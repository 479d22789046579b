"""planlint on published plans that are not in the repository (../shared/corpus/open).

What a plan's own office has let pass is seldom wrong: here false alarms show. Those of `learn`
were read while the rules were made; each finding of an early version was judged by reading
(gold/judged_learn.tsv). Those of `check` nobody has read before the first run, which is recorded
once, in first_runs.json, with the findings in verdicts_check.tsv to be judged by reading.

A verdict is TRUE, FALSE, or ARTEFACT, which is a fault of the text's extraction, not of the plan.
"""

import csv
import datetime
import json
import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.accuracy import first_runs
from bench.accuracy.score import Score, Tally
from linter.catalogue.rule import Rule
from linter.catalogue.severity import Severity
from linter.document.model import Document
from linter.document.nodes import Span
from linter.engine.check import check
from linter.readers.load import ReadError, load
from linter.settings.effective import Settings

HERE = Path(__file__).resolve().parent
RECORD = HERE / "published.json"
VERDICTS = HERE / "verdicts_check.tsv"
LATER = HERE / "verdicts_learn.tsv"  # verdicts on learn that were given after the first ones
CHECK = "corpus/open/check"
_COLUMNS = ("file", "line", "rule", "severity", "quote", "verdict", "reason")
_TYPES = (".txt", ".md", ".docx")
_KINDS = ("true reported", "true lost", "false reported", "false gone", "not judged")


@dataclass(frozen=True, slots=True)
class Found:
    """An error or warning: the file's name, line, rule, severity, words."""

    file: str
    line: int | None
    rule: str
    severity: str
    quote: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.file, self.rule, "".join(self.quote.split())


@dataclass(slots=True)
class Run:
    """Errors and warnings in a folder of plans, and how many characters they have."""

    plans: int = 0
    characters: int = 0
    errors: int = 0
    warnings: int = 0
    unread: int = 0  # files that could not be read or checked
    found: list[Found] = field(default_factory=list)

    def rate(self, count: int) -> float:
        """The count for 10,000 characters."""
        return 10_000 * count / self.characters if self.characters else 0.0


def read(folder: Path, rules: Iterable[Rule]) -> Run:
    """Check every plan of a folder with the rules that are on by default."""
    settings = Settings(tuple(rule for rule in rules if rule.enabled))
    run = Run()
    for path in sorted(p for p in folder.iterdir() if p.suffix in _TYPES):
        try:
            document = load(path)
        except ReadError:
            run.unread += 1
            continue
        run.plans += 1
        run.characters += _length(document)
        report = check(document, settings)
        run.unread += report.error is not None
        for d in report.diagnostics:
            if d.severity is not Severity.INFO:
                line = (d.span.position or (None,))[0]
                quote = d.span.quote.replace("\t", " ").replace("\n", " ")
                run.found.append(Found(path.name, line, d.rule, d.severity.value, quote))
    run.errors = sum(f.severity == "error" for f in run.found)
    run.warnings = len(run.found) - run.errors
    return run


def _length(document: Document) -> int:
    return sum(len("".join(Span.whole(n).quote.split())) for n in document.nodes())


def verdicts(path: Path) -> list[dict[str, str]]:
    """The rows of a file of verdicts, none where there is no such file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def judged(run: Run, rows: Iterable[dict[str, str]]) -> dict[str, dict[str, int]]:
    """By severity: true and false ones, still reported and not; findings without a verdict."""
    there = {found.key: found for found in run.found}
    counts: dict[str, Counter[str]] = {"error": Counter(), "warning": Counter()}
    known = {Found(r["file"], None, r["rule"], "", r["quote"]).key: r for r in rows}
    for key, row in known.items():
        if row["severity"] not in counts:
            continue
        reported = key in there
        if row["verdict"] == "TRUE":
            counts[row["severity"]]["true reported" if reported else "true lost"] += 1
        elif row["verdict"] == "FALSE":
            counts[row["severity"]]["false reported" if reported else "false gone"] += 1
    for key, found in there.items():
        counts[found.severity]["not judged"] += key not in known
    return {name: {kind: count[kind] for kind in _KINDS} for name, count in counts.items()}


def record(
    learn: Run, rows: Sequence[dict[str, str]], gold: Score | None, again: Run | None = None
) -> None:
    """Keep the figures, for checkouts that have no published plans beside them.

    `again` is a later run on the plans of the first run, whose verdicts are known by now.
    """
    data: dict[str, Any] = {"learn": _counts(learn), "judged": judged(learn, rows)}
    if again is not None:
        data["again"] = judged(again, verdicts(VERDICTS))
    if gold is not None:
        tallies = {name: asdict(tally) for name, tally in gold.severities.items()}
        data["gold"] = {"plans": gold.drafts, "severities": tallies, "total": asdict(gold.total)}
    RECORD.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def recorded() -> dict[str, Any]:
    """What was recorded last, {} if nothing was."""
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}


def gold_score(data: dict[str, Any]) -> Score | None:
    """The recorded figures on the labelled plans."""
    if "gold" not in data:
        return None
    score = Score(drafts=data["gold"]["plans"], total=Tally(**data["gold"]["total"]))
    for name, tally in data["gold"]["severities"].items():
        score.severities[name] = Tally(**tally)
    return score


def first(shared: Path, rules: Iterable[Rule]) -> Run:
    """Run on the plans that nobody has read, record the figures, and list what is to be judged.

    Raises ValueError where that has been done before, or where the plans are not there.
    """
    folder = shared / CHECK
    if not folder.is_dir():
        raise ValueError(f"no published plans at {folder}")
    first_runs.refuse_again([CHECK])
    run = read(folder, rules)
    first_runs.record_published(CHECK, _counts(run) | {"date": _today(), "commit": _commit()})
    if not VERDICTS.exists():
        lines = ["\t".join(_COLUMNS)]
        for f in run.found:
            line = "" if f.line is None else str(f.line)
            lines.append("\t".join((f.file, line, f.rule, f.severity, f.quote, "", "")))
        VERDICTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return run


def _counts(run: Run) -> dict[str, Any]:
    names = ("plans", "characters", "errors", "warnings", "unread")
    return {name: getattr(run, name) for name in names}


def _today() -> str:
    return datetime.datetime.now(tz=datetime.UTC).date().isoformat()


def _commit() -> str:
    """The commit that is checked out, marked where something is changed beside it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"
