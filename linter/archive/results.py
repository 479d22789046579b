"""The folder of results: ours alone, and one run's at a time."""

import json
import os
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from linter import __version__
from linter.archive import parts
from linter.archive.errors import ArchiveError
from linter.archive.order import RUNNING, Order
from linter.archive.schema import VERSION
from linter.text import interrupts
from linter.text.files import reason, write_atomically

MARK, PAGE = "planlint-archive.json", "index.html"


class ResultFolder:
    """Holds a folder for a run, as a context: makes it, locks it, and says in it that a run is
    under way. Raises ArchiveError for a folder that is not ours, or another run's."""

    def __init__(self, out: Path, order: Order) -> None:
        self._out, self._order = out, order
        self._stack = ExitStack()

    def __enter__(self) -> "ResultFolder":
        try:
            _claim(self._out)
            self._lock()
            self._clear()
            self._mark(complete=False)
            with interrupts.held():
                self._order.running.touch()
                interrupts.note_path(self._order.running)
        except OSError as error:
            self._stack.close()
            raise ArchiveError(f"不能写入 {self._out}：{reason(error)}") from error
        except ArchiveError:
            self._stack.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        interrupts.remove(self._order.running)
        interrupts.forget_path(self._order.running)
        self._stack.close()

    def complete(self, keys: set[str]) -> None:
        """Say that the tables are of all drafts, and drop what belongs to none of these
        partitions."""
        try:
            parts.forget(self._out, keys)
            self._mark(complete=True)
        except OSError as error:
            raise ArchiveError(f"不能写入 {self._out}：{reason(error)}") from error

    def _mark(self, *, complete: bool) -> None:
        said = {"schema": VERSION, "planlint": __version__, "folder": self._order.folder}
        text = json.dumps({**said, "complete": complete}, ensure_ascii=False, indent=1)
        write_atomically(self._out / MARK, f"{text}\n")

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows
            return
        folder = os.open(self._out, os.O_RDONLY)
        self._stack.callback(os.close, folder)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiveError(f"另一个 planlint archive 正在写入 {self._out}") from error
        except OSError:  # a file system that cannot lock
            return

    def _clear(self) -> None:
        """Remove what a run has left that was killed."""
        for folder, pattern in ((self._out, f"{RUNNING}*"), (self._out, ".*.tmp")):
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
        for path in (self._out / parts.FOLDER).glob(".*.tmp"):
            path.unlink(missing_ok=True)


def _claim(out: Path) -> None:
    """Make the folder. Raises ArchiveError if it is somebody else's, OSError."""
    if out.exists() and not out.is_dir():
        raise ArchiveError(f"--output {out}：不是文件夹")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise ArchiveError(f"--output {out}：文件夹不是空的，也不是 planlint archive 的结果")
    (out / parts.FOLDER).mkdir(parents=True, exist_ok=True)
