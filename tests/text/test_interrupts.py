"""A signal arrives even where Python loses what it raises, and waits where it must."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from linter.text import interrupts
from linter.text.temporary import temporary_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture(autouse=True)
def handled() -> Iterator[None]:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)
    before = {number: signal.getsignal(number) for number in numbers}
    hook = sys.unraisablehook
    interrupts.handle()
    yield
    interrupts.acknowledge()
    sys.unraisablehook = hook
    for number, handler in before.items():
        signal.signal(number, handler)


@contextmanager
def answered() -> Iterator[list[int]]:
    """Catch and acknowledge what is raised, and give its exit code."""
    codes: list[int] = []
    try:
        yield codes
    except interrupts.Interrupted as asked:
        interrupts.acknowledge()
        codes.append(asked.status)


class _Loses:
    """Takes a signal while it is taken apart: there, what is raised is lost."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)


def test_what_is_lost_comes_again() -> None:
    with answered() as codes:
        loses = _Loses()
        del loses
        time.sleep(5)
    assert codes == [143]


def test_what_is_acknowledged_does_not_come_again() -> None:
    with answered() as codes:
        os.kill(os.getpid(), signal.SIGINT)
    assert codes == [130]
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_signal_waits_while_something_is_made() -> None:
    done = []
    with answered() as codes, interrupts.held():
        os.kill(os.getpid(), signal.SIGINT)
        done.append("noted")
    assert (codes, done) == ([130], ["noted"])


def test_what_is_noted_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "b").write_text("")
    interrupts.note_path(folder)
    interrupts.note_path(tmp_path / "gone")
    interrupts.tidy()
    assert not list(tmp_path.iterdir())


def test_a_temporary_folder_is_gone_with_its_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with answered() as codes, temporary_folder() as folder:
        (folder / "draft.doc").write_text("")
        os.kill(os.getpid(), signal.SIGTERM)
    assert codes == [143]
    assert not list(tmp_path.iterdir())


def test_what_comes_again_during_the_tidying_up_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    remove, calls = interrupts.remove, []

    def slow(path: Path) -> bool:
        calls.append(path)
        if len(calls) == 1:
            time.sleep(5)  # torn out of it by the second raising
        return remove(path)

    monkeypatch.setattr(interrupts, "remove", slow)
    with answered() as codes, temporary_folder():
        os.kill(os.getpid(), signal.SIGTERM)
    assert codes == [143]
    assert len(calls) == 2
    assert not list(tmp_path.iterdir())
