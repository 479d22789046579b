"""First runs are recorded once, and read as they were."""

from pathlib import Path

import pytest

from bench.accuracy import first_runs
from bench.accuracy.page import Parts, page
from bench.accuracy.score import Score, Tally


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Score:
    monkeypatch.setattr(first_runs, "RECORD", tmp_path / "first_runs.json")
    score = Score(total=Tally(4, 3, 5, 4), traps=7, traps_sprung=1)
    score.severities["error"] = Tally(4, 3, 5, 4)
    return score


def test_what_is_recorded_is_on_the_page(score: Score) -> None:
    assert first_runs.read() == []
    first_runs.record(["alpha", "beta"], score)
    ((names, again),) = first_runs.read()
    assert (names, again.total, again.severities) == ("alpha, beta", score.total, score.severities)
    text = page([], Score(), None, Parts(first_runs.read()))
    assert "| error | 4 | 3 | 1 | 5 | 4 | 1 | 75.0% | 80.0% |" in text
    assert "Traps sprung: 1 of 7." in text


def test_a_first_run_happens_once(score: Score) -> None:
    first_runs.record(["alpha"], score)
    with pytest.raises(ValueError, match="alpha"):
        first_runs.record(["beta", "alpha"], score)
