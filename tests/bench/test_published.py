"""Published plans: counts, verdicts, a first run that happens once, the page without them."""

import json
from pathlib import Path

import pytest

from bench.accuracy import first_runs, published
from bench.accuracy.page import Parts, page
from bench.accuracy.score import Score
from linter.catalogue.load import builtin_rules

PLAN = "江州市节水工作方案\n\n一、任务\n\n到2O25年，漏损率下降2倍。\n"
SLIP = "2O25"


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like ../shared with one plan, and records of its own."""
    for name in ("learn", "check"):
        folder = tmp_path / "corpus" / "open" / name
        folder.mkdir(parents=True)
        (folder / "one.txt").write_text(PLAN, encoding="utf-8")
        (folder / "MANIFEST.tsv").write_text("no plan", encoding="utf-8")
    monkeypatch.setattr(first_runs, "RECORD", tmp_path / "first_runs.json")
    monkeypatch.setattr(published, "RECORD", tmp_path / "published.json")
    monkeypatch.setattr(published, "VERDICTS", tmp_path / "verdicts.tsv")
    return tmp_path


def row(quote: str, verdict: str) -> dict[str, str]:
    return {
        "file": "one.txt",
        "line": "5",
        "rule": "NUM002",
        "severity": "error",
        "quote": quote,
        "verdict": verdict,
    }


def test_counts_and_verdicts(shared: Path) -> None:
    run = published.read(shared / "corpus" / "open" / "learn", builtin_rules())
    assert (run.plans, run.characters) == (1, len("".join(PLAN.split())))
    assert SLIP in {found.quote for found in run.found}
    rows = [row(SLIP, "TRUE"), row("gone", "TRUE"), row("other", "FALSE")]
    counts = published.judged(run, rows)["error"]
    assert (counts["true reported"], counts["true lost"], counts["false gone"]) == (1, 1, 1)
    assert counts["not judged"] == run.errors - 1


def test_the_first_run_happens_once_and_lists_what_is_to_be_judged(shared: Path) -> None:
    run = published.first(shared, builtin_rules())
    (entry,) = first_runs.published()
    assert (entry["errors"], entry["warnings"], entry["plans"]) == (run.errors, run.warnings, 1)
    assert entry["date"]
    assert entry["commit"]
    rows = published.verdicts(published.VERDICTS)
    assert [r["quote"] for r in rows] == [found.quote for found in run.found]
    assert {r["verdict"] for r in rows} == {""}
    with pytest.raises(ValueError, match="first run before"):
        published.first(shared, builtin_rules())
    assert first_runs.read() == []


def test_without_the_plans_nothing_is_run(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no published plans"):
        published.first(tmp_path, builtin_rules())


def test_the_page_leads_with_what_nobody_had_seen(shared: Path) -> None:
    run = published.first(shared, builtin_rules())
    published.record(run, [row(SLIP, "TRUE")], None, run)
    rows = [row(SLIP, "TRUE"), row("x", "FALSE"), row("y", "ARTEFACT")]
    text = page([], Score(), None, Parts((), first_runs.published(), rows, published.recorded()))
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == [
        "## Published plans not seen before",
        "## Published plans that the rules were made with",
        "## Our own drafts",
    ]
    assert "| error | 1 | 1 | 1 | 0 | 50.0% |" in text
    assert f"| error | 1 | 0 | 0 | 0 | {run.errors - 1} |" in text


def test_what_is_recorded_of_labelled_plans_is_read_again(shared: Path) -> None:
    score = Score(drafts=5)
    score.severities["error"].labelled = 4
    published.record(published.Run(), [], score)
    again = published.gold_score(json.loads(published.RECORD.read_text("utf-8")))
    assert again is not None
    assert (again.drafts, again.severities["error"].labelled) == (5, 4)
    assert published.gold_score({}) is None
