"""Runs an archive in this process: the partitions are small, the checks in processes as ever."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from linter.archive.order import Order
    from linter.archive.run import ArchiveOutcome


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the processes of these tests keep what makes the next one start quickly."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _quick_starts(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.delenv("PLANLINT_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))


@pytest.fixture
def order() -> "Callable[..., Order]":
    """order(folder, out, **what it says)."""
    from linter.archive.keys import code_digest
    from linter.archive.order import Order, new_token

    def made(folder: Path, out: Path, **said: Any) -> Order:
        said = {"seconds": 60.0, **said}
        return Order(str(folder.resolve()), str(out.resolve()), new_token(), code_digest(), **said)

    return made


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, order: "Callable[..., Order]"
) -> "Callable[..., ArchiveOutcome]":
    """run(folder, out, jobs=1, scheduler=None, files=3, **what the order says)."""
    from linter.archive import partitions
    from linter.archive.run import run, survey

    def go(
        folder: Path,
        out: Path,
        jobs: int = 1,
        scheduler: str | None = None,
        files: int = 3,
        **said: Any,
    ) -> "ArchiveOutcome":
        monkeypatch.setattr(partitions, "_MOST_FILES", files)
        given = order(folder, out, **said)
        return run(given, survey(given, given.session()), scheduler, jobs, shown=False)

    return go
