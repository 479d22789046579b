"""A process that checks one draft after another: what a draft does to it costs that draft only.

It reads a line of JSON on standard input – first the order of the run, then a draft each – and
answers each with a line. It ends by itself when its input ends or who asks is no more, when nobody
asks anything for a while, and when a draft takes much longer than it may.
"""

import faulthandler
import gc
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

IDLE = 75  # the exit code of a process that nobody asked anything
_IDLE_SECONDS = 20.0
_GRACE = 15.0  # seconds; the process that asks ends this one before
_LOOK = 1.0  # seconds
_SETTLED = 20  # drafts; what is left of these stays


def main() -> None:
    """Answer until the input ends."""
    from linter.text import interrupts

    gc.disable()  # as in linter.app
    interrupts.handle()
    asked, told = _streams()
    threading.Thread(target=_watch, args=[os.getppid()], daemon=True).start()
    try:
        _serve(asked, told)
    except interrupts.Interrupted as signal:
        interrupts.acknowledge()
        interrupts.leave(signal.status)
    except BrokenPipeError:
        pass
    finally:
        _keep()
        os._exit(0)


def _watch(parent: int) -> None:
    """End this process, and a conversion that it waits for, when who asks has been killed."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os.kill(os.getpid(), signal.SIGTERM)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends of the talk; whatever else reads or prints has nothing of them."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", buffering=0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    return asked, told


def _serve(asked: IO[bytes], told: IO[bytes]) -> None:
    lines = _lines(asked)
    order = next(lines, None)
    if order is None:
        return
    try:
        work = _Work(order)
    except Exception as error:
        _tell(told, {"refused": f"检查进程不能启动（{type(error).__name__}: {error}）"})
        return
    _tell(told, {"ready": True})
    for job in lines:
        with open(os.devnull, "w") as nowhere:
            faulthandler.dump_traceback_later(job["seconds"] + _GRACE, exit=True, file=nowhere)
            answer = work.answer(job)
            faulthandler.cancel_dump_traceback_later()
        _tell(told, answer)
        work.tidy()


def _lines(asked: IO[bytes]) -> Iterator[dict[str, Any]]:
    while True:
        clock = threading.Timer(_IDLE_SECONDS, _leave)
        clock.daemon = True
        clock.start()
        line = asked.readline()
        clock.cancel()
        if not line:
            return
        yield json.loads(line)


def _leave() -> None:
    _keep()
    os._exit(IDLE)


def _keep() -> None:
    """Keep for the next start what this one made."""
    from linter.text.store import own_store

    own_store().save()


def _tell(told: IO[bytes], answer: dict[str, Any]) -> None:
    data = json.dumps(answer).encode() + b"\n"
    view = memoryview(data)
    while view:
        view = view[told.write(view) or 0 :]


class _Work:
    """The settings of a run, and the check of its drafts."""

    def __init__(self, order: dict[str, Any]) -> None:
        from linter.archive.keys import SettingsDigests, code_digest
        from linter.archive.order import Order

        if order["code"] != code_digest():
            raise ValueError("planlint 的版本与本机的不同")
        known = {**order, "select": tuple(order["select"]), "ignore": tuple(order["ignore"])}
        self._session = Order(**known).session()
        self._digests = SettingsDigests()
        self._drafts = 0

    def answer(self, job: dict[str, Any]) -> dict[str, Any]:
        """Return the row of a draft, or why it cannot be had."""
        from linter.archive.rows import row_of
        from linter.catalogue.faults import ConfigError
        from linter.diagnosis.diagnostic import Keep
        from linter.engine.check import check_path

        path = Path(job["path"])
        try:
            settings = self._session.settings(path)
        except ConfigError as error:
            return {"refused": str(error)}
        if self._digests.of(settings) != job["settings"]:
            return {"refused": "配置在运行中改变了，或与本机的不同"}
        report = check_path(path, settings, keep=Keep(plan=True))
        return {"row": row_of(job["name"], replace(report, document=None))}

    def tidy(self) -> None:
        """Take apart what a draft was; rules and words, which stay, are not looked through."""
        gc.collect()
        self._drafts += 1
        if self._drafts <= _SETTLED:
            gc.freeze()
