"""A process that checks one file at a time for another, and how the two speak.

The other one sends the number of a file, or nothing where there are no more; the answer is the
report as plain values, and the most memory that the process has had.
"""

import gc
import marshal
import signal
import sys
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext

from linter.diagnosis.diagnostic import FileReport
from linter.engine.cache.codec import packed, unpacked
from linter.engine.many.work import FileWork
from linter.text import interrupts

_FILES = 200  # that a process checks before another takes its place
_MEMORY = 1 << 30  # bytes: the same
_GRACE = 0.5  # seconds that a process has to tidy up
_FAREWELL = 10.0  # seconds that it has to keep what it has learnt
_DONE = b""


class Worker:
    """One such process, as seen from the other side. `index` is the file that it has."""

    def __init__(self, context: BaseContext, work: FileWork, others: list[Connection]) -> None:
        forks = context.get_start_method() == "fork"
        self.index: int | None = None
        self.limit: float | None = None
        self._deadline: float | None = None
        self._files = self._memory = 0
        self.connection, theirs = context.Pipe()
        told = (theirs, work, [*others, self.connection] if forks else [])
        with interrupts.held():
            # mypy: a context is known by its kind only
            self._process = context.Process(target=serve, args=told, daemon=True)  # type: ignore[attr-defined]
            self._process.start()
            interrupts.note_child(self._process.pid)
        theirs.close()

    def take(self, index: int, limit: float | None) -> None:
        """Hand over a file, which may take so many seconds."""
        self.index, self.limit = index, limit
        self._deadline = time.monotonic() + limit if limit else None
        with suppress(OSError):  # it has ended: no answer will come
            self.connection.send_bytes(b"%d" % index)

    @property
    def late(self) -> bool:
        return self._deadline is not None and time.monotonic() > self._deadline

    @property
    def spent(self) -> bool:
        """Whether it has done so much that another had better take its place."""
        return self._files >= _FILES or self._memory > _MEMORY

    def answer(self) -> FileReport | None:
        """Return the report of its file; None where the process has ended instead."""
        try:
            plain, self._memory = marshal.loads(self.connection.recv_bytes())
        except (EOFError, OSError):
            return None
        self.index = None
        self._files += 1
        return unpacked(plain)

    def dismiss(self) -> None:
        """Tell it that there are no more files."""
        with suppress(OSError):
            self.connection.send_bytes(_DONE)

    def end(self) -> int | None:
        """End it now, and what it has started; return how it ended."""
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(_GRACE)
        return self.gone(0)

    def gone(self, seconds: float = _FAREWELL) -> int | None:
        """Wait until it has ended; return its exit code, below 0 the signal that ended it."""
        self._process.join(seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.connection.close()
        interrupts.forget_child(self._process.pid)
        code: int | None = self._process.exitcode
        return code


def serve(connection: Connection, work: FileWork, others: list[Connection]) -> None:
    """Answer until there are no more files, or nobody who asks."""
    for other in others:  # of processes that were there before this one was forked
        other.close()
    interrupts.handle()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of Ctrl-C the other side takes care
    gc.disable()
    try:
        _answer(connection, work)
    except (EOFError, OSError):
        pass
    except interrupts.Interrupted as asked:
        interrupts.acknowledge()
        interrupts.leave(asked.status)


def _answer(connection: Connection, work: FileWork) -> None:
    from linter.text.store import own_store

    while (asked := connection.recv_bytes()) != _DONE:
        report = work(int(asked))
        connection.send_bytes(marshal.dumps((packed(report), _memory())))
        gc.collect()
    own_store().save()
    if work.keys is not None:
        work.keys.results.bound()


def _memory() -> int:
    """The most bytes of memory that this process has had; 0 where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def how_it_ended(code: int | None) -> str:
    """The end of a process, for people."""
    if code is not None and code < 0:
        return f"被信号 {-code} 结束" + ("，可能内存不足" if -code == _kill() else "")
    return f"退出码 {code}"


def _kill() -> int:
    return getattr(signal, "SIGKILL", 9)
