"""A folder of results of one's own, and how often a draft is parsed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.diagnosis.diagnostic import FileReport
from linter.engine import check, run
from linter.engine.cache import recall, state
from linter.engine.cache.results import Results
from linter.engine.many.work import How
from linter.readers import load
from linter.settings.session import Session, command_line

ONE = How()
Checked = Callable[..., list[FileReport]]


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Results:
    """The results that runs in this process keep."""
    kept = Results(tmp_path / "cache" / "results")
    monkeypatch.setattr(run, "own_results", lambda: kept)
    monkeypatch.setattr(recall, "own_results", lambda: kept)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PLANLINT_NO_CACHE")
    monkeypatch.chdir(tmp_path)
    state.packages_state.cache_clear()
    return kept


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the drafts that were parsed, in order."""
    names: list[str] = []
    read = load.read_bytes

    def counted(path: str, *rest: object) -> object:
        names.append(Path(path).name)
        return read(path, *rest)  # type: ignore[arg-type]

    for module in (check, load):
        monkeypatch.setattr(module, "read_bytes", counted)
    return names


@pytest.fixture
def checked(results: Results) -> Checked:
    """checked(path…, select=[…], how=How(…)): the reports of a run in this process."""

    def reports(*paths: Path, select: tuple[str, ...] = (), how: How = ONE) -> list[FileReport]:
        session = Session(command_line(select, ()))
        return run.run(paths, session, how).reports  # type: ignore[return-value]

    return reports
