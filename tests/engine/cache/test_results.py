"""The folder of results: whatever lies in it, and whoever writes there too."""

import errno
import os
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from linter.engine.cache import results as module
from linter.engine.cache.results import Results
from linter.engine.cache.state import digest
from tests.engine.cache.conftest import Checked

KEY, OTHER = digest("one"), digest("other")


def _file(results: Results, key: str = KEY) -> Path:
    assert results.folder is not None
    return results.folder / key[0] / key[1:]


def test_a_value_comes_back(tmp_path: Path) -> None:
    results = Results(tmp_path)
    assert results.get(KEY) is None
    results.put(KEY, ("值", 1, None, (2.5, True)))
    assert Results(tmp_path).get(KEY) == ("值", 1, None, (2.5, True))
    assert _file(results).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda data: b"another program's" + data,
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data + b"x",
    ],
)
def test_what_is_spoilt_is_passed_over_and_made_again(tmp_path: Path, spoil: object) -> None:
    results = Results(tmp_path)
    results.put(KEY, ("值",))
    whole = _file(results).read_bytes()
    _file(results).write_bytes(spoil(whole))  # type: ignore[operator]
    assert results.get(KEY) is None
    results.put(KEY, ("值",))
    assert results.get(KEY) == ("值",)


def test_an_entry_under_the_name_of_another(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.put(KEY, ("值",))
    _file(results, OTHER).parent.mkdir(exist_ok=True)
    os.replace(_file(results), _file(results, OTHER))
    assert results.get(OTHER) is None


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_what_others_may_have_written_is_not_believed(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.put(KEY, ("值",))
    _file(results).chmod(0o666)
    assert results.get(KEY) is None


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_where_nothing_can_be_written_drafts_are_checked(
    code: int,
    faulty: Path,
    checked: Checked,
    parsed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(module, "write_atomically", refuse)
    assert [len(checked(faulty)[0].diagnostics) for _ in range(2)] == [1, 1]
    assert len(parsed) == 2
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("")
    results = Results(tmp_path / "results")
    results.put(KEY, ("值",))
    assert results.get(KEY) is None
    assert results.stock().entries == 0


def _write(folder: Path, number: int) -> None:
    results = Results(folder)
    for i in range(40):
        results.put(digest(str(i)), ("值" * 2000, i))
        assert results.get(digest(str(i))) == ("值" * 2000, i)
        results.put(digest(str(number), str(i)), (number, i))


def test_several_processes_write_at_once(tmp_path: Path) -> None:
    context = get_context("fork")
    writers = [context.Process(target=_write, args=(tmp_path, n)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    results = Results(tmp_path)
    assert results.stock().entries == 40 + 4 * 40
    assert all(results.get(digest(str(n), str(i))) == (n, i) for n in range(4) for i in range(40))
    assert not list(tmp_path.rglob("*.tmp"))


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    results = Results(tmp_path)
    keys = ["0" + digest(str(i))[1:] for i in range(8)]
    now = time.time()
    for i, key in enumerate(keys):
        results.put(key, ("x" * 10_000, i))
        os.utime(_file(results, key), (now - 1e6 + i, now - 1e6 + i))
    assert results.get(keys[0]) is not None  # used: its time is new
    foreign, dead = tmp_path / "0" / "notes.txt", tmp_path / "0" / ".x.tmp"
    foreign.write_text("not ours" * 9_000)
    dead.write_text("")
    os.utime(dead, (1, 1))
    results.bound(most=16 * 60_000)
    left = [results.holds(key) for key in keys]
    assert left == [True, *[False] * 4, True, True, True]
    assert foreign.exists()
    assert not dead.exists()


def test_clean_removes_what_is_ours_and_says_what(tmp_path: Path) -> None:
    results = Results(tmp_path / "results")
    results.put(KEY, ("值",))
    results.put(OTHER, ("值",))
    size = results.stock().size
    foreign = tmp_path / "results" / KEY[0] / "notes.txt"
    foreign.write_text("not ours")
    removed = results.clean()
    assert (removed.entries, removed.size) == (2, size)
    assert results.stock().entries == 0
    assert foreign.read_text() == "not ours"
