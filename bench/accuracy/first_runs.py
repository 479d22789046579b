"""What planlint made of drafts at their first run, before anybody had seen them.

Some drafts were written by an author who had seen neither the checks nor the other drafts, and
were committed before planlint ran on them. That run is recorded here, once; the drafts then join
the others, and planlint learns from them.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.accuracy.score import Score, Tally

RECORD = Path(__file__).with_name("first_runs.json")

Run = tuple[str, Score]


def read() -> list[Run]:
    """The recorded runs, oldest first: the names of the drafts and their figures."""
    return [_run(entry) for entry in _entries() if "drafts" in entry]


def published() -> list[dict[str, Any]]:
    """The recorded runs on published plans: the folder (`published`), date, commit, counts."""
    return [entry for entry in _entries() if "published" in entry]


def _entries() -> list[dict[str, Any]]:
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else []


def _run(entry: dict[str, Any]) -> Run:
    score = Score(traps=entry["traps"]["all"], traps_sprung=entry["traps"]["sprung"])
    for severity, tally in entry["severities"].items():
        score.severities[severity] = Tally(**tally)
    score.total = Tally(**entry["total"])
    return ", ".join(entry["drafts"]), score


def refuse_again(names: Sequence[str]) -> None:
    """Raise ValueError where one of the drafts, or folders of plans, has been run before."""
    run = {name for e in _entries() for name in (*e.get("drafts", ()), e.get("published"))}
    if again := run & set(names):
        raise ValueError(f"had their first run before: {', '.join(sorted(again))}")


def record(names: Sequence[str], score: Score) -> None:
    """Add a run. Raises ValueError where one of the drafts has been run before."""
    refuse_again(names)
    _add(
        {
            "drafts": list(names),
            "total": asdict(score.total),
            "severities": {name: asdict(tally) for name, tally in score.severities.items()},
            "traps": {"all": score.traps, "sprung": score.traps_sprung},
        }
    )


def record_published(folder: str, counts: dict[str, Any]) -> None:
    """Add the run on a folder of published plans. Raises ValueError for a second one."""
    refuse_again([folder])
    _add({"published": folder, **counts})


def _add(entry: dict[str, Any]) -> None:
    entries = [*_entries(), entry]
    RECORD.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
