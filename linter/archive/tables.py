"""The tables of an archive, put together from the partitions, a few thousand rows at a time."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

from linter.archive.schema import FILES, PARTS, TABLES
from linter.text.files import replacing

_ROWS = 10_000  # of a row group


class ParquetTables:
    """Writes every table to its file, in the order in which partitions come; as a context: the
    files stand when the block ends, and are what they were where it fails. Raises OSError."""

    def __init__(self, out: Path) -> None:
        self._tables: dict[str, _Table] = {}
        with ExitStack() as stack:
            for name, schema in TABLES.items():
                stream = stack.enter_context(replacing(out / f"{name}.parquet"))
                writer = pq.ParquetWriter(stream, schema, compression="zstd")
                self._tables[name] = _Table(stack.enter_context(writer))
            self._stack = stack.pop_all()

    def __enter__(self) -> "ParquetTables":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            for table in self._tables.values():
                table.flush()
        self._stack.__exit__(kind, error, trace)

    def add(self, tables: Iterable[tuple[str, pa.Table]]) -> None:
        """Add the rows of a partition."""
        for name, rows in tables:
            self._tables[name].add(rows)


class _Table:
    def __init__(self, writer: pq.ParquetWriter) -> None:
        self._writer = writer
        self._waiting: list[pa.Table] = []

    def add(self, rows: pa.Table) -> None:
        self._waiting.append(rows)
        if sum(table.num_rows for table in self._waiting) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            whole = pa.concat_tables(self._waiting).combine_chunks()
            self._writer.write_table(whole, row_group_size=max(whole.num_rows, 1))
        self._waiting = []


def flat(partition: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """Yield the tables that the rows of a partition hold, with their names."""
    yield "files", partition.select(FILES.names).replace_schema_metadata(None)
    paths = partition.column("path").combine_chunks()
    for name in PARTS:
        lists = partition.column(name).combine_chunks()
        rows = pa.Table.from_struct_array(lists.flatten())
        owners = paths.take(lists.value_parent_indices())
        yield name, rows.add_column(0, TABLES[name].field("path"), owners)
