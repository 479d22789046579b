"""SIGINT and SIGTERM: the run ends at once, and leaves no temporary file and no process behind.

The first signal raises `Interrupted` wherever the run is, again and again until it is acknowledged:
what Python raises while it takes an object apart is lost. A second signal ends the process there.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

_AGAIN = 0.2  # seconds
_TRIES, _MOMENT = 10, 0.02
_PATIENCE = 25  # moments that a process of ours has to tidy up
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM") if hasattr(signal, name))
_ALARM = getattr(signal, "SIGALRM", None)  # not on Windows


class Interrupted(BaseException):
    """A signal asks the process to end; `status` is its exit code."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


class _State:
    """What has come, and what is to be done away with when the process ends."""

    def __init__(self) -> None:
        self.number: int | None = None
        self.pending = False  # raised, or to be raised, and not yet acknowledged
        self.held = 0
        self.paths: set[Path] = set()
        self.groups: set[int] = set()
        self.children: set[int] = set()


_state = _State()


def handle() -> None:
    """Answer the signals of this process from now on; only the main thread can."""
    _state.__init__()  # type: ignore[misc]  # a child that forks begins anew
    with suppress(ValueError):  # not the main thread
        for number in _SIGNALS:
            signal.signal(number, _asked)
        sys.unraisablehook = _unraisable


@contextmanager
def quiet() -> Iterator[None]:
    """End at once, without a word, if a signal comes while the program is being loaded."""
    before = {}
    with suppress(ValueError):
        before = {n: signal.signal(n, _left) for n in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def acknowledge() -> None:
    """Take note that an `Interrupted` has arrived where it is answered. What it has torn out of
    its own tidying up, as it came again, is done now."""
    _state.pending = False
    if _ALARM is not None:
        signal.setitimer(signal.ITIMER_REAL, 0)
    tidy()
    _state.paths.clear()
    _state.groups.clear()
    _state.children.clear()


@contextmanager
def held() -> Iterator[None]:
    """Keep a signal waiting, for the moment between making something and noting it down."""
    _state.held += 1
    try:
        yield
    finally:
        _state.held -= 1
        _again()


def note_path(path: Path) -> None:
    """Note a file or folder that must be gone when the process ends."""
    _state.paths.add(path)


def forget_path(path: Path) -> None:
    _state.paths.discard(path)


def note_group(group: int) -> None:
    """Note a group of processes that must not outlive this one."""
    _state.groups.add(group)


def forget_group(group: int) -> None:
    _state.groups.discard(group)


def note_child(child: int) -> None:
    """Note a process of ours that tidies up after itself when it is asked to end."""
    _state.children.add(child)


def forget_child(child: int) -> None:
    _state.children.discard(child)


def tidy() -> None:
    """End what was started and remove what was made, as far as it is still there."""
    _end_children()
    for group in _state.groups:
        end_group(group)
    for path in _state.paths:
        remove(path)


def _end_children() -> None:
    """Ask the processes of ours to end, and wait for them; those that do not hear are killed."""
    left = set(_state.children)
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        for child in left:
            with suppress(OSError):
                os.kill(child, number)
        for _ in range(_PATIENCE):
            left = {child for child in left if not _is_gone(child)}
            if not left:
                return
            time.sleep(_MOMENT)


def _is_gone(child: int) -> bool:
    """Tell whether a child has ended, and take note of it."""
    if not hasattr(os, "WNOHANG"):  # Windows ends a process at once
        return True
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        return True


def end_group(group: int) -> None:
    """End the processes of a group, and wait a moment until they are gone."""
    with suppress(OSError):
        os.killpg(group, signal.SIGKILL)
        for _ in range(_TRIES):
            os.killpg(group, 0)
            time.sleep(_MOMENT)


def remove(path: Path) -> bool:
    """Remove a file, or a folder in which a process that ends may still write; tell whether it is
    gone."""
    import shutil  # takes longer to load than all the rest of this

    for _ in range(_TRIES):
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        if not path.exists():
            return True
        time.sleep(_MOMENT)
    return False


def leave(status: int) -> NoReturn:
    """End the process here, tidily; no further signal is heard."""
    for number in (*_SIGNALS, *filter(None, [_ALARM])):
        signal.signal(number, signal.SIG_IGN)
    tidy()
    os._exit(status)


def _asked(number: int, _: FrameType | None) -> None:
    if _state.number is not None:
        leave(128 + number)
    _state.number = number
    _state.pending = True
    _again()


def _again(*_: Any) -> None:
    """Raise, and do so again soon unless somebody has acknowledged it."""
    if _state.held or not _state.pending or _state.number is None:
        return
    if _ALARM is not None:
        signal.signal(_ALARM, _again)
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
    raise Interrupted(_state.number)


def _left(number: int, _: FrameType | None) -> None:
    os._exit(128 + number)


def _unraisable(lost: Any) -> None:
    """Say nothing of an `Interrupted` that Python has lost: it comes again."""
    if not isinstance(lost.exc_value, Interrupted):
        sys.__unraisablehook__(lost)
