"""What is finished is not done again, and the tables are the same however often a run was cut."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.archive import drafts

posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def _parts(out: Path) -> dict[str, int]:
    """The finished partitions, with the moment when each was written."""
    return {p.name: p.stat().st_mtime_ns for p in (out / "parts").glob("*.parquet")}


def _begun(folder: Path, out: Path, **more: str) -> "subprocess.Popen[str]":
    """Begin a run in a process; return when two partitions are finished."""
    process = subprocess.Popen(
        drafts.command(folder, "-o", out, "--jobs", 1, files=2),
        env=drafts.environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    drafts.wait_until(lambda: process.poll() is not None or len(_parts(out)) == 2)
    return process


def _children(pid: int) -> list[int]:
    """The processes that a process has started (Linux)."""
    path = Path(f"/proc/{pid}/task")
    found = [p.read_text().split() for p in path.glob("*/children")] if path.is_dir() else []
    return [int(child) for children in found for child in children]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@posix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_cut_and_run_again(tmp_path: Path, run: Any, number: signal.Signals) -> None:
    folder, out, whole = drafts.archive(tmp_path / "库", 8), tmp_path / "断", tmp_path / "整"
    still = drafts.stand_still(folder, "区1/004.md", tmp_path / "soffice")
    process = _begun(folder, out, **still)
    drafts.wait_until(lambda: any(map(_children, _children(process.pid))))
    below = _below(process.pid)
    process.send_signal(number)
    told = process.communicate(timeout=30)[1]
    before = _parts(out)
    assert len(before) == 2
    assert not (out / "findings.parquet").exists()
    if number == signal.SIGINT:
        assert process.returncode == 130
        words = "4 个文件已查完，还有 5 个；再运行同一条命令，从这里继续"
        assert told == f"planlint: 运行中断：{words}\n"
        assert not list(out.glob(".running*"))
    drafts.wait_until(lambda: not any(map(_runs, below)), 10)
    outcome = run(folder, out, files=2)
    assert (outcome.before, outcome.done) == (4, 5)
    assert {name: when for name, when in _parts(out).items() if name in before} == before
    if number == signal.SIGKILL:
        run(folder, whole, files=2)
        assert drafts.tables(out) == drafts.tables(whole)
    assert not list(out.glob(".*"))


def _below(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    children = _children(pid)
    return [*children, *(one for child in children for one in _below(child))]


def test_only_what_has_changed_is_checked_again(
    tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = drafts.archive(tmp_path / "库", 12), tmp_path / "结果"
    run(folder, out)
    once = drafts.tables(out)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", _only_parquet(Path.open))
        assert run(folder, out).done == 0  # no draft is opened
    os.utime(folder / "区0" / "001.md", (1, 1))  # its digest is the same
    assert run(folder, out).done == 0
    assert drafts.tables(out) == once
    (folder / "区1" / "005.md").write_text("# 另一个规划\n", "utf-8")
    assert run(folder, out).done == 3
    assert drafts.rows(out, "files")[5]["title"] == "另一个规划"
    assert run(folder, out, files=100, select=("BOX",)).done == 12
    assert {row["rule"][:3] for row in drafts.rows(out, "findings")} == {"BOX"}
    assert len(_parts(out)) == 1  # what belonged to other settings is gone


def _only_parquet(opened: Any) -> Any:
    def refusing(path: Path, *arguments: Any, **more: Any) -> Any:
        assert path.suffix != ".md", f"{path} is read again"
        return opened(path, *arguments, **more)

    return refusing


def _last_of_a_page(path: Path) -> int:
    """Where the last byte of a page of values stands."""
    column = drafts.pq.ParquetFile(path).metadata.row_group(0).column(0)
    return int(column.data_page_offset + column.total_compressed_size - 1)


def test_partition_files_of_others_are_passed_over(tmp_path: Path, run: Any) -> None:
    folder, out = drafts.archive(tmp_path / "库", 9), tmp_path / "结果"
    run(folder, out)
    once = drafts.tables(out)
    first, second, third = sorted((out / "parts").glob("*.parquet"))
    shutil.copy(second, first)  # sound, and another's
    second.write_bytes(second.read_bytes()[:-50])
    (out / "parts" / f"{'0' * 32}.parquet").write_bytes(third.read_bytes())
    assert run(folder, out).done == 6
    assert drafts.tables(out) == once
    assert len(_parts(out)) == 3
    damaged = bytearray(third.read_bytes())
    damaged[_last_of_a_page(third)] ^= 0xFF
    third.write_bytes(damaged)
    assert run(folder, out).done == 3
    assert drafts.tables(out) == once


def test_a_new_draft_moves_few_cuts() -> None:
    from linter.archive.partitions import ArchiveFile, partitions

    sources = [ArchiveFile(f"库/{n:05}.docx", 40_000, 0, 0, "s") for n in range(5_000)]
    keys = [part.key for part in partitions(sources, "c")]
    assert keys == [part.key for part in partitions(sources, "c")]
    assert all(10 <= len(part.sources) <= 100 for part in list(partitions(sources, "c"))[:-1])
    more = sorted([*sources, ArchiveFile("库/00999a.docx", 40_000, 0, 0, "s")])
    assert len({part.key for part in partitions(more, "c")} - set(keys)) <= 10
    large = [ArchiveFile(f"{n}", 3 << 20, 0, 0, "s") for n in range(6)]
    assert [len(part.sources) for part in partitions(large, "c")] == [2, 2, 2]
