"""Temporary folders and processes that are gone whatever ends the run."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from linter.text import interrupts


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a private folder that is removed with all that is in it. Raises OSError."""
    with interrupts.held():
        folder = Path(tempfile.mkdtemp(prefix="planlint-"))
        interrupts.note_path(folder)
    try:
        yield folder
    finally:
        if interrupts.remove(folder):
            interrupts.forget_path(folder)


@contextmanager
def program(command: Sequence[str], env: Mapping[str, str]) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a program without streams, in a group of its own that is ended with the block, and with
    this process. Raises OSError where it cannot be started."""
    with interrupts.held():
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=env,
            start_new_session=True,
        )
        interrupts.note_group(process.pid)
    try:
        yield process
    finally:
        _end(process)
        interrupts.forget_group(process.pid)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started: soffice is a wrapper around the real process."""
    if not hasattr(os, "killpg"):
        process.kill()
    elif process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        interrupts.end_group(process.pid)
