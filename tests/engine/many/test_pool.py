"""The processes of a run, however they are started, and how many there are."""

from pathlib import Path

import pytest

from linter.diagnosis.diagnostic import FileReport, Keep
from linter.engine.cache.results import Results
from linter.engine.many import jobs, worker
from linter.engine.many.jobs import processes
from linter.engine.many.pool import Pool
from linter.engine.many.work import AUTO, STDIN, FileWork, How
from linter.engine.run import prepare
from linter.settings.session import Session, command_line

DRAFT = "# 某市规划\n\n## 一、任务\n\n修建水库（见专栏2）。。\n"


def _work(folder: Path, count: int, how: How) -> FileWork:
    for i in range(count):
        (folder / f"{i}.md").write_text(DRAFT, "utf-8")
    return prepare([folder], Session(command_line((), ()), isolated=True), how).work


def _same(reports: list[FileReport], work: FileWork) -> bool:
    found = [[(d.rule, d.message, d.fingerprint) for d in r.diagnostics] for r in reports]
    alone = [(d.rule, d.message, d.fingerprint) for d in work(0).diagnostics]
    names = [Path(report.path).name for report in reports]
    return found == [alone] * len(found) and names == [f"{i}.md" for i in range(len(reports))]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_however_they_are_started(method: str, tmp_path: Path) -> None:
    work = _work(tmp_path, 3, How(jobs=2))
    told: list[str] = []
    reports = list(Pool(work, 2, method).reports({}, told.append))
    assert _same(reports, work)
    assert sorted(told) == ["0.md", "1.md", "2.md"]


def test_a_process_that_has_done_much_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    serve = worker.Worker.__init__
    monkeypatch.setattr(worker, "_FILES", 2)
    monkeypatch.setattr(
        worker.Worker, "__init__", lambda *args: (started.append(args), serve(*args))[1]
    )
    work = _work(tmp_path, 5, How(jobs=1))
    assert _same(list(Pool(work, 1, "fork").reports({}, lambda name: None)), work)
    assert len(started) == 3


@pytest.mark.parametrize(
    ("count", "how", "expected"),
    [
        (1, How(jobs=AUTO), 0),
        (1, How(jobs=AUTO, time_limit=5), 1),
        (3, How(jobs=AUTO), 1),  # little to do, but one may hang
        (40, How(jobs=AUTO), 4),
        (40, How(jobs=1), 0),
        (40, How(jobs=3), 3),
        (2, How(jobs=6), 2),
        (40, How(jobs=AUTO, keep=Keep(document=True)), 0),
    ],
)
def test_how_many(
    count: int, how: How, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "cores", lambda: 4)
    monkeypatch.setattr(jobs, "_WORTH", 30 * len(DRAFT.encode()))
    monkeypatch.setattr(jobs, "forks", lambda: True)
    work = _work(tmp_path, count, how)
    assert processes(work) == expected
    monkeypatch.setattr(jobs, "forks", lambda: False)
    assert processes(work) == (0 if (count, expected) == (3, 1) else expected)
    work.files.append(STDIN)
    assert processes(work) == 0


def test_known_files_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.engine import run

    (tmp_path / "drafts").mkdir()
    results = Results(tmp_path / "results")
    monkeypatch.setattr(run, "own_results", lambda: results)
    monkeypatch.setattr(jobs, "cores", lambda: 4)
    monkeypatch.setattr(jobs, "_WORTH", 30 * len(DRAFT.encode()))
    work = _work(tmp_path / "drafts", 40, How(jobs=AUTO))
    assert processes(work) == 4
    work(0)  # all have the same bytes
    assert processes(work) == 0
    (tmp_path / "drafts" / "7.md").write_text("# 某市规划\n", "utf-8")
    assert processes(work) == 0
