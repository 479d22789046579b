"""A run over an archive: what is left to check, the work of the cluster, tables and page."""

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.archive import parts
from linter.archive.checker import CHECKERS
from linter.archive.errors import ArchiveError, StoppedError
from linter.archive.keys import SettingsDigests
from linter.archive.order import Order
from linter.archive.page import page
from linter.archive.partitions import ArchiveFile, Partition, partitions, state_of
from linter.archive.progress import ArchiveProgress
from linter.archive.results import PAGE, ResultFolder
from linter.archive.summary import Summary
from linter.archive.tables import ParquetTables, flat
from linter.catalogue.faults import ConfigError, Fault
from linter.engine.drafts import expand_paths
from linter.settings.session import Session
from linter.text import interrupts
from linter.text.files import reason, write_atomically

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 4  # partitions that wait at the cluster for each of its threads


class Survey(NamedTuple):
    """The drafts of an archive in partitions, and the titles of the rules by code."""

    parts: list[Partition]
    titles: dict[str, str]

    @property
    def files(self) -> int:
        return _count_files(self.parts)


class ArchiveOutcome(NamedTuple):
    """How a run ended: `before` drafts were checked by an earlier one, `done` by this one.

    `summary` is there where all of them are checked; `stopped` is the exit code that a signal
    asks for.
    """

    files: int
    before: int
    done: int
    summary: Summary | None = None
    stopped: int | None = None


def survey(order: Order, session: Session) -> Survey:
    """Find the drafts and their settings; no draft is read. Raises ConfigError."""
    folder, digests = Path(order.folder), SettingsDigests()
    faults: list[Fault] = []
    titles: dict[str, str] = {}
    sources: list[ArchiveFile] = []
    for path in expand_paths([folder]):
        if path.is_relative_to(order.out):
            continue
        settings, wrong = session.settings_and_faults(path)
        faults += wrong
        titles |= {} if titles else {rule.id: rule.title for rule in settings.catalogue}
        name = path.relative_to(folder).as_posix()
        sources.append(ArchiveFile(name, *state_of(path), digests.of(settings)))
    if faults:
        raise ConfigError(faults)
    return Survey(list(partitions(sources, order.code)), titles)


def run(
    order: Order, found: Survey, scheduler: str | None, jobs: int, *, shown: bool
) -> ArchiveOutcome:
    """Check what no earlier run has, and write the tables and the page. Raises ArchiveError."""
    out = Path(order.out)
    with ResultFolder(out, order) as results:
        left = _left(order, found.parts)
        before = found.files - _count_files(left)
        stopped = None
        if left:
            from linter.archive.cluster import opened

            with (
                ArchiveProgress(found.files, before, shown=shown) as ahead,
                opened(scheduler, jobs, order) as client,
            ):
                stopped = _check(client, order, left, ahead)
        if stopped is not None:
            done = _count_files(left) - _count_files(_left(order, left))
            return ArchiveOutcome(found.files, before, done, stopped=stopped)
        summary = _written(out, found, order.folder)
        results.complete({part.key for part in found.parts})
    return ArchiveOutcome(found.files, before, found.files - before, summary)


def _left(order: Order, found: list[Partition]) -> list[Partition]:
    """The partitions that are not finished."""
    folder, out = Path(order.folder), Path(order.out)
    return [part for part in found if not parts.is_finished(folder, out, part, order.seconds)]


def _count_files(found: list[Partition]) -> int:
    return sum(len(part.sources) for part in found)


def _check(
    client: "Client", order: Order, left: list[Partition], ahead: ArchiveProgress
) -> int | None:
    """Have partitions checked; return the exit code that a signal asks for, if one came."""
    stopped = None
    waiting = iter(left)
    room = _AHEAD * max(1, sum(client.nthreads().values()))
    running = _Running(client, order, islice(waiting, room))
    try:
        for future in running:
            ahead.advance(_count(future))
            running.add(next(waiting, None))
    except interrupts.Interrupted as asked:
        interrupts.acknowledge()
        stopped = asked.status
    finally:
        with interrupts.held(), suppress(OSError):
            order.running.unlink(missing_ok=True)
        running.cancel()
        CHECKERS.close(gently=running.over)
    return stopped


class _Running:
    """The partitions at the cluster: gives each as it ends."""

    def __init__(self, client: "Client", order: Order, first: Iterable[Partition]) -> None:
        from distributed import as_completed

        self._client, self._order = client, order
        self._futures: dict[str, Future[Any]] = {}
        self._ended = as_completed(loop=client.loop)
        for part in first:
            self.add(part)

    def add(self, part: Partition | None) -> None:
        """Send another partition, if there is one."""
        if part is None:
            return
        from linter.archive.work import check_partition

        key = f"planlint-{self._order.token}-{part.key}"
        future = self._client.submit(check_partition, self._order, part, key=key, pure=False)
        self._futures[key] = future
        self._ended.add(future)

    def __iter__(self) -> "_Running":
        return self

    def __next__(self) -> "Future[Any]":
        future = next(self._ended)
        return self._futures.pop(future.key)

    @property
    def over(self) -> bool:
        """Whether all have ended."""
        return not self._futures

    def cancel(self) -> None:
        """Take back what has not ended."""
        with suppress(Exception):  # the cluster may be gone
            self._client.cancel(list(self._futures.values()), force=True)


def _count(future: "Future[Any]") -> int:
    """How many drafts a partition had. Raises ArchiveError where it could not be checked."""
    if future.status == "finished":
        return int(future.result())
    if future.status != "error":
        raise ArchiveError("与 Dask 调度器的连接断了")
    error = future.exception()
    if isinstance(error, ArchiveError):
        raise error
    if isinstance(error, StoppedError):
        raise ArchiveError("结果文件夹在运行中被移动或删除")
    if type(error).__name__ == "KilledWorker":
        raise ArchiveError("工作进程接连丢失")
    raise ArchiveError(f"工作进程出错（{type(error).__name__}: {error}）")


def _written(out: Path, found: Survey, folder: str) -> Summary:
    """Write the tables and the page; return what the page tells."""
    summary = Summary()
    try:
        with ParquetTables(out) as tables:
            for part in found.parts:
                partition = parts.read(out, part.key)
                if partition is None:
                    raise ArchiveError(f"{parts.part_file(out, part.key)} 损坏：请再运行一次")
                rows = list(flat(partition))
                tables.add(rows)
                summary.add(rows)
        write_atomically(out / PAGE, page(summary, found.titles, folder))
    except OSError as error:
        raise ArchiveError(f"不能写入 {out}：{reason(error)}") from error
    return summary
