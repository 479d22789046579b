"""The process that checks, so that a draft which hangs or crashes it costs that draft alone.

Lines of JSON go to its standard input, one a job, and come back, one a step. When its input ends,
the page is gone, however it ended: then it removes the session's folder.
"""

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from linter.text import interrupts

_DONE = "done"
_FOLDER = "PLANLINT_PAGE_FOLDER"
_SCRATCH = "scratch"
_MOMENT = 2.0  # seconds in which a worker may end by itself


class WorkerLostError(Exception):
    """The worker did not finish a job; the message says why."""


class PageWorker:
    """Starts the process and hands it one job at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()
        self._lock = threading.Lock()
        self._closed = False

    def start(self) -> "subprocess.Popen[str]":
        """Start the process unless it runs; it takes a moment until it is ready."""
        with self._lock:
            if self._closed:
                raise WorkerLostError("已经结束")
            if self._process is None or self._process.poll() is not None:
                self._answers = queue.Queue()
                self._process = _started(self._folder)
                reading = (self._process, self._answers)
                threading.Thread(target=_pass_on, args=reading, daemon=True).start()
            return self._process

    def run(
        self, job: dict[str, Any], tell: Callable[[dict[str, Any]], None], limit: float
    ) -> None:
        """Have a job done, and pass on what is told of it. Raises WorkerLostError."""
        process, answers = self.start(), self._answers
        end = time.monotonic() + limit
        with contextlib.suppress(OSError):  # then it ends without an answer
            assert process.stdin
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        for told in _answers(answers, end):
            if told is None:
                self.stop()
                raise WorkerLostError("检查这个文件时程序意外退出，没有得到结果")
            if told.get(_DONE):
                return
            tell(told)
        self.stop()
        raise WorkerLostError(f"超过 {limit:.0f} 秒没有完成，已停止检查这个文件")

    def stop(self) -> None:
        """End the process with what it has started; the next job starts another one."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            _end(process)

    def close(self) -> None:
        """End the process for good."""
        with self._lock:
            self._closed = True
        self.stop()


def _answers(lines: "queue.Queue[str | None]", end: float) -> Iterator[dict[str, Any] | None]:
    """Yield what the worker tells until a point in time; None when it has ended."""
    while True:
        try:
            line = lines.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            return
        yield None if line is None else dict(json.loads(line))


def _pass_on(process: "subprocess.Popen[str]", answers: "queue.Queue[str | None]") -> None:
    assert process.stdout
    with contextlib.suppress(OSError, ValueError):
        for line in process.stdout:
            answers.put(line)
    answers.put(None)


def _started(folder: Path) -> "subprocess.Popen[str]":
    """Start a worker in a group of its own: a key that interrupts the page must not reach it."""
    scratch = folder / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)  # what one that was killed has left
    scratch.mkdir(exist_ok=True)
    env = {**os.environ, _FOLDER: str(folder), "PYTHONIOENCODING": "utf-8"}
    env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=env,
        **apart,
    )


def _command() -> list[str]:
    """The program as a worker: a packed one by its own name, else by Python, which finds modules
    where this process does (-P: not in the current folder)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "page", "--worker"]
    path = [place for place in sys.path if place]
    code = f"import sys; sys.path[:] = {path!r}; from linter.page.worker import serve; serve()"
    return [sys.executable, "-P", "-c", code]


def _end(process: "subprocess.Popen[str]") -> None:
    """End a worker. Its streams are closed last: an input that ends means that the page is gone."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_MOMENT)
    if hasattr(os, "killpg"):
        interrupts.end_group(process.pid)
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def serve() -> None:
    """Do the jobs of the page until it is gone. What is printed meanwhile goes nowhere. Raises
    WorkerLostError where no page has started this process."""
    folder = Path(os.environ.get(_FOLDER, ""))
    if not (folder / _SCRATCH).is_dir():  # it is removed at the end: no other folder may be named
        raise WorkerLostError("--worker 只由 planlint page 自己使用")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    jobs: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    interrupts.handle()
    try:
        threading.Thread(target=_listen, args=(jobs, folder), daemon=True).start()
        _work(jobs, answers)
    except interrupts.Interrupted as asked:
        interrupts.acknowledge()
        interrupts.leave(asked.status)


def _listen(jobs: "queue.SimpleQueue[dict[str, Any]]", folder: Path) -> None:
    """Take jobs in; remove the folder when there can be no more."""
    for line in sys.stdin:
        jobs.put(json.loads(line))
    interrupts.tidy()
    interrupts.remove(folder)
    os._exit(0)


def _work(jobs: "queue.SimpleQueue[dict[str, Any]]", answers: Any) -> None:
    import gc

    from linter.catalogue.faults import ConfigError
    from linter.page import compare, work
    from linter.page.made import Upload
    from linter.page.settled import PageChoice, settings_of
    from linter.text.store import own_store

    def tell(told: dict[str, Any]) -> None:
        answers.write(json.dumps(told) + "\n")
        answers.flush()

    gc.disable()  # a draft is many objects that live as long as its check
    with contextlib.suppress(ConfigError):
        settings_of("draft.docx", PageChoice(), None)  # the first draft need not wait for it
    own_store().save()
    while True:
        job = _next(jobs)
        choice, folder = PageChoice(*job["choice"]), Path(job["folder"])
        config = Path(job["config"]) if job["config"] else None
        sources = [Upload(Path(path), name) for path, name in job["sources"]]
        try:
            if job["kind"] == "check":
                work.check_draft(sources[0], folder, choice, config, tell)
            else:
                compare.compare_drafts(job["kind"], sources, folder, choice, config, tell)
        except Exception as error:  # of ours: it must not cost the other files
            tell({"failed": f"内部错误（{type(error).__name__}: {error}）"})
        tell({_DONE: True})
        own_store().save()
        gc.collect()


def _next(jobs: "queue.SimpleQueue[dict[str, Any]]") -> dict[str, Any]:
    """Wait for a job; in short waits, as a signal is heard between them only on Windows."""
    while True:
        with contextlib.suppress(queue.Empty):
            return jobs.get(timeout=1.0)
