"""The results of partitions, a Parquet file each: written whole or not at all, and known again."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.keys import file_digest
from linter.archive.partitions import ArchiveFile, Partition
from linter.archive.rows import Row
from linter.archive.schema import PARTITION, VERSION
from linter.text.files import replacing

FOLDER = "parts"
TIME_LIMIT = "time-limit"  # the kind of error of a draft that took too long
_SUFFIX = ".parquet"


def part_file(out: Path, key: str) -> Path:
    """Where the results of a partition are, or will be."""
    return out / FOLDER / f"{key}{_SUFFIX}"


def save(out: Path, partition: Partition, rows: list[Row], seconds: float) -> None:
    """Write the rows of a partition; `seconds` is what each of its drafts might take.

    Raises OSError.
    """
    known = {"planlint": f"{VERSION} {partition.key}", "seconds": f"{seconds:g}"}
    table = pa.Table.from_pylist([_typed(row) for row in rows], PARTITION.with_metadata(known))
    with replacing(part_file(out, partition.key)) as stream:
        pq.write_table(table, stream, compression="zstd", write_page_checksum=True)


def _typed(row: Row) -> Row:
    tasks = [task | {"due": _day(task["due"])} for task in row.get("tasks", ())]
    return row | {"issued": _day(row.get("issued")), "tasks": tasks}


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def read(out: Path, key: str) -> pa.Table | None:
    """Return the table of a partition; None where none is there that is whole and ours."""
    path = part_file(out, key)
    try:
        with path.open("rb") as stream:
            table = pq.read_table(stream, page_checksum_verification=True)
    except (OSError, pa.ArrowException):
        return None
    known = table.schema.metadata or {}
    ours = known.get(b"planlint") == f"{VERSION} {key}".encode()
    return table if ours and table.schema.equals(PARTITION) else None


def is_finished(folder: Path, out: Path, partition: Partition, seconds: float) -> bool:
    """Tell whether a partition was checked, with its drafts as they are now.

    No draft is read that is as it was when it was checked, by its size and the moments of its
    last change; of another one the digest decides. A draft that took too long has another try
    where it may take longer now.
    """
    table = read(out, partition.key)
    if table is None or table.num_rows != len(partition.sources):
        return False
    limit = float((table.schema.metadata or {}).get(b"seconds", 0))
    names = ("bytes", "modified", "changed", "digest", "error_kind")
    columns = [table.column(name).to_pylist() for name in names]
    for source, *state, known, kind in zip(partition.sources, *columns, strict=True):
        if kind == TIME_LIMIT and limit < seconds:
            return False
        same = tuple(state) == (source.size, source.modified, source.changed)
        if not same and not _is_same(folder / source.name, source, known):
            return False
    return True


def _is_same(path: Path, source: ArchiveFile, known: str | None) -> bool:
    try:
        return known is not None and known == file_digest(path)
    except OSError:
        return False


def forget(out: Path, keys: set[str]) -> None:
    """Remove the results that belong to none of these partitions. Raises OSError."""
    for path in (out / FOLDER).glob(f"*{_SUFFIX}"):
        if path.stem not in keys:
            path.unlink(missing_ok=True)
