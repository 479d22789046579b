"""The process that checks drafts, from the side of who asks: it is ended where a draft takes too
long, and begun anew where a draft was its end."""

import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from linter.archive.child import IDLE
from linter.archive.errors import ArchiveError, StoppedError
from linter.archive.order import Order
from linter.archive.partitions import ArchiveFile
from linter.archive.parts import TIME_LIMIT
from linter.archive.rows import Row, failed_row

CRASHED = "crashed"
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1])\n"
_START += "from linter.archive.child import main; main()"
_START_SECONDS = 120.0
_END_SECONDS = 2.0
_TRIES = 2
_KILLED = 9  # by somebody else: a system without memory does that


class Checker:
    """Checks drafts in a process of its own, which is started when first asked."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._process: subprocess.Popen[bytes] | None = None
        self._over = False

    def row(self, source: ArchiveFile) -> Row:
        """Return the row of a draft, which tells a crash or a lapse of time as any other error.

        Raises ArchiveError where no draft of this run could be checked, StoppedError when it is
        `closed`.
        """
        job = {
            "path": str(Path(self._order.folder, source.name)),
            "name": source.name,
            "settings": source.settings,
            "seconds": self._order.seconds,
        }
        for _ in range(_TRIES):
            answer = self._ask(job, self._order.seconds)
            if answer is not None:
                if "refused" in answer:
                    raise ArchiveError(answer["refused"])
                row: Row = answer["row"]
                return row
            if self._timed_out:
                words = f"{self._order.seconds:g} 秒内没有查完，已放弃这个文件（--time-limit）"
                return failed_row(source.name, TIME_LIMIT, words)
        return failed_row(source.name, CRASHED, _crash(self._end))

    def dismiss(self) -> None:
        """Let the process end by itself."""
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                self._process.stdin.close()
                self._process.wait(_END_SECONDS)

    def end(self) -> None:
        """End the process."""
        end(*self.closed())

    def closed(self) -> "list[subprocess.Popen[bytes]]":
        """Say that nothing can be asked any more; return the process that is to be ended."""
        self._over = True
        return [] if self._process is None else [self._process]

    def _ask(self, job: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        """Return the answer; None where the process came to its end over it."""
        answer = self._said(job, seconds)
        if answer is None and self._end == IDLE:  # it had just gone
            answer = self._said(job, seconds)
        return answer

    def _said(self, job: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        process = self._started()
        answer = self._talk(process, job, seconds)
        self._refuse()
        if answer is None:
            self._timed_out = self._cut
            self._end = _exit_code(process)
            self._process = None
        return answer

    def _started(self) -> "subprocess.Popen[bytes]":
        self._refuse()
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._process = _begin()
        try:
            self._refuse()  # closed in between
            answer = self._talk(self._process, asdict(self._order), _START_SECONDS)
            self._refuse()
        except StoppedError:
            end(self._process)
            raise
        if answer is None or "refused" in answer:
            end(self._process)
            raise ArchiveError((answer or {}).get("refused", "检查进程不能启动"))
        return self._process

    def _refuse(self) -> None:
        if self._over:
            raise StoppedError

    def _talk(
        self, process: "subprocess.Popen[bytes]", words: dict[str, Any], seconds: float
    ) -> dict[str, Any] | None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._cut = False
        clock = threading.Timer(seconds, self._too_long, [process])
        clock.daemon = True
        clock.start()
        try:
            process.stdin.write(json.dumps(words).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except (OSError, ValueError):  # ValueError: closed by another thread
            line = b""
        finally:
            clock.cancel()
        return json.loads(line) if line.endswith(b"\n") else None

    def _too_long(self, process: "subprocess.Popen[bytes]") -> None:
        self._cut = True
        end(process)

    _cut = _timed_out = False
    _end = 0


def _crash(code: int) -> str:
    """How the process ended over a draft, for people."""
    told = f"被信号 {-code} 结束" if code < 0 else f"退出码 {code}"
    told += "，可能内存不足" if code == -_KILLED else ""
    return f"检查它的进程中途退出（{told}），这个文件未能检查"


def _begin() -> "subprocess.Popen[bytes]":
    # It finds the modules that this process does, and hears no Ctrl-C of the terminal.
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ArchiveError(f"检查进程不能启动（{error.strerror}）") from error
    threading.Thread(target=process.wait, daemon=True).start()  # it may go by itself
    return process


def end(*processes: "subprocess.Popen[bytes]") -> None:
    """End processes, which have a moment to end what they have started themselves."""
    for process in processes:
        with contextlib.suppress(OSError):
            process.terminate()
    for process in processes:
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()


def _exit_code(process: "subprocess.Popen[bytes]") -> int:
    end(process)
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            if stream is not None:
                stream.close()
    return process.returncode


class Checkers:
    """The checkers of this process, one a thread; those of a run that is over go with it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: dict[tuple[int, str], Checker] = {}

    def mine(self, order: Order) -> Checker:
        """Return the checker of this thread for a run."""
        key = threading.get_ident(), order.token
        with self._lock:
            gone = [k for k in self._all if k[0] == key[0] and k != key]
            old = [self._all.pop(k) for k in gone]
            found = self._all.setdefault(key, Checker(order))
        end(*(process for checker in old for process in checker.closed()))
        return found

    def close(self, *, gently: bool = False) -> None:
        """End all of them; gently those that have nothing to do, so that they keep what makes the
        next start quick."""
        with self._lock:
            old = list(self._all.values())
            self._all.clear()
        for checker in old if gently else ():
            checker.dismiss()
        end(*(process for checker in old for process in checker.closed()))


CHECKERS = Checkers()
