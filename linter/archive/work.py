"""What a worker does: checks the drafts of a partition and writes what comes out."""

from collections.abc import Callable
from pathlib import Path

from linter.archive import parts
from linter.archive.checker import CHECKERS
from linter.archive.errors import ArchiveError, StoppedError
from linter.archive.keys import code_digest, file_digest
from linter.archive.order import Order
from linter.archive.partitions import ArchiveFile, Partition, state_of
from linter.archive.rows import Row
from linter.text.files import is_file, reason


def fault_of(order: Order) -> str:
    """Return why this worker cannot work for a run; empty if it can."""
    if not Path(order.folder).is_dir():
        return f"看不到文件夹 {order.folder}"
    if not order.running.exists():
        return f"看不到结果文件夹 {order.out}"
    if code_digest() != order.code:
        return "planlint 的版本与本机的不同"
    return ""


def check_partition(order: Order, partition: Partition) -> int:
    """Check the drafts of a partition, write their rows, and return how many they are.

    Raises ArchiveError where the worker cannot work for the run, StoppedError when the run is over.
    """
    if not order.running.exists() and Path(order.out, parts.FOLDER).is_dir():
        raise StoppedError
    if fault := fault_of(order):
        raise ArchiveError(fault)
    checker = CHECKERS.mine(order)
    rows = []
    for source in partition.sources:
        if not order.running.exists():
            raise StoppedError
        rows.append(_row(checker.row, Path(order.folder), source))
    try:
        parts.save(Path(order.out), partition, rows, order.seconds)
    except OSError as error:
        raise ArchiveError(f"不能写入 {order.out}：{reason(error)}") from error
    return len(rows)


def _row(check: Callable[[ArchiveFile], Row], folder: Path, source: ArchiveFile) -> Row:
    """The row of a draft with how its file is. Of one that is changed while it is read nothing
    is known but that: the next run reads it again."""
    path = folder / source.name
    before = state_of(path)
    row = check(source)
    known = _digest(path)
    if state_of(path) != before:
        before, known = (before[0], 0, 0), None
    size, modified, changed = before
    return {**row, "bytes": size, "digest": known, "modified": modified, "changed": changed}


def _digest(path: Path) -> str | None:
    try:
        return file_digest(path) if is_file(path) else None
    except OSError:
        return None
