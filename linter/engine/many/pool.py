"""Several processes check the files of a run; this one hands them out and orders the reports.

Processes and no threads, as Python runs one thread at a time and none can be ended. Each has one
file at a time, so it is known which file a process hangs on or crashed at: that file has an error,
and the rest goes on with a new process.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait

from linter.diagnosis.diagnostic import FileError, FileReport
from linter.engine.many.jobs import forks
from linter.engine.many.work import FileWork
from linter.engine.many.worker import Worker, how_it_ended
from linter.readers.suffixes import CONVERTED, SUFFIXES

TIME_LIMIT = 120.0  # seconds; a draft of 300,000 characters takes two
TIMED_OUT, CRASHED = "time-limit", "crashed"
_AHEAD = 64  # files for each process that may be done before the one that is waited for
_BEAT = 0.5  # seconds


class Pool:
    """The processes of one run. `method` is how they are started, else what suits the system."""

    def __init__(self, work: FileWork, jobs: int, method: str | None = None) -> None:
        self._work, self._jobs = work, jobs
        self._context = multiprocessing.get_context(method or ("fork" if forks() else "spawn"))
        self._workers: list[Worker] = []
        self._next = 0  # the first file that no process has had

    def reports(
        self, done: dict[int, FileReport], finished: Callable[[str], None]
    ) -> Iterator[FileReport]:
        """Yield the reports in the order of the files. `done` holds those whose turn has not come;
        `finished` is told the name of each file that is done."""
        count = len(self._work.files)
        try:
            for index in range(count):
                while index not in done:
                    self._hand_out(min(count, index + self._jobs * _AHEAD))
                    for at, report in self._gathered():
                        done[at] = report
                        finished(self._work.files[at].name)
                self._hand_out(min(count, index + self._jobs * _AHEAD))
                yield done.pop(index)
        finally:
            self.close()

    def _hand_out(self, end: int) -> None:
        """Give files below `end` to the processes that have none."""
        while self._next < end:
            worker = next((w for w in self._workers if w.index is None), None)
            if worker is None:
                if len(self._workers) == self._jobs:
                    return
                others = [one.connection for one in self._workers]
                worker = Worker(self._context, self._work, others)
                self._workers.append(worker)
            worker.take(self._next, self._limit(self._next))
            self._next += 1

    def _limit(self, index: int) -> float | None:
        """How many seconds a file may take, None for any number."""
        asked = self._work.how.time_limit
        limit = TIME_LIMIT if asked is None else asked
        if limit and self._work.files[index].suffix.lower() in CONVERTED:
            limit += self._work.of(index).reading.limits.conversion_seconds
        return limit or None

    def _gathered(self) -> Iterator[tuple[int, FileReport]]:
        """Wait a moment; yield the files that are done since, and those that never will be."""
        busy = {w.connection: w for w in self._workers if w.index is not None}
        ready = wait(list(busy), _BEAT)
        for connection, worker in busy.items():
            index = worker.index
            if index is not None and connection in ready:
                yield index, self._answered(worker, index)
            elif index is not None and worker.late:
                self._workers.remove(worker)
                worker.end()
                told = f"{worker.limit:g} 秒内没有查完，已放弃这个文件（--time-limit）"
                yield index, self._failed(index, TIMED_OUT, told)

    def _answered(self, worker: Worker, index: int) -> FileReport:
        report = worker.answer()
        if report is not None and not worker.spent:
            return report
        self._workers.remove(worker)
        if report is not None:
            worker.dismiss()
            worker.gone()
            return report
        told = how_it_ended(worker.end())
        return self._failed(index, CRASHED, f"检查它的进程中途退出（{told}），这个文件未能检查")

    def _failed(self, index: int, kind: str, message: str) -> FileReport:
        path = self._work.files[index]
        form = SUFFIXES.get(path.suffix.lower()) or CONVERTED.get(path.suffix.lower())
        return FileReport(str(path), form, error=FileError(kind, message))

    def close(self) -> None:
        """End the processes: those that have a file at once, the others when they have kept what
        they have learnt."""
        for worker in self._workers:
            if worker.index is None:
                worker.dismiss()
        while self._workers:
            worker = self._workers[-1]
            if worker.index is None:
                worker.gone()
            else:
                worker.end()
            self._workers.pop()
