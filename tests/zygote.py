"""A process that has planlint loaded and forks for every command: what the tests of the command
line start, so that each costs the command alone and not the start of Python.

It reads requests from its standard input, a line of JSON each, and answers with the exit code. The
child has the folder, environment and streams of a process of its own, and ends as one.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[1]
_LONGEST = 60  # seconds, as a hanging test must end
_EXTRAS = ("linter.archive", "linter.page", "linter.__main__")  # few need them
_STREAMS = ("stdin", "stdout", "stderr")


class Zygote:
    """Runs commands, one at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.zygote"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(
        self, arguments: Sequence[str], cwd: Path, env: dict[str, str], stdin: str | None
    ) -> "subprocess.CompletedProcess[str]":
        """Run the command line as subprocess.run would, with both streams caught."""
        assert self._process.stdin
        assert self._process.stdout
        with contextlib.ExitStack() as stack:
            files = [stack.enter_context(tempfile.NamedTemporaryFile()) for _ in _STREAMS]
            files[0].write((stdin or "").encode())
            files[0].flush()
            request = {"arguments": arguments, "cwd": str(cwd), "env": env}
            request["streams"] = [file.name for file in files]
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            out, err = (_text(file) for file in files[1:])
        return subprocess.CompletedProcess(["planlint", *arguments], code, out, err)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _text(file: "IO[bytes]") -> str:
    """The text of a file as the text stream of a subprocess would give it."""
    return io.TextIOWrapper(io.BytesIO(Path(file.name).read_bytes()), "utf-8").read()


def serve() -> None:
    """Answer requests until the input ends."""
    _warm()
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(request)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _warm() -> None:
    """Load what every command would load, and compile what drafts full of faults would need."""
    import linter
    from linter.catalogue.load import builtin_rules
    from linter.engine.check import check_path
    from linter.settings.effective import Settings

    # Not through a session, which would look for plugins once for all.
    rules = tuple(rule for rule in builtin_rules() if rule.enabled and not rule.compares)
    for path in sorted((ROOT / "samples" / "planted").iterdir()):
        check_path(path, Settings(rules))
    for module in pkgutil.walk_packages(linter.__path__, "linter."):
        if not module.name.startswith(_EXTRAS):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()  # what a child does not look at it need not copy


def _become(request: dict[str, Any]) -> None:
    """Turn into a process of the command line that has just started; never returns."""
    from linter.app import main

    code = 1
    signal.alarm(_LONGEST)
    try:
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        for fd, name in enumerate(request["streams"]):
            opened = os.open(name, os.O_RDONLY if fd == 0 else os.O_WRONLY)
            os.dup2(opened, fd)
        encoding = os.environ.get("PYTHONIOENCODING", "utf-8").partition(":")[0]
        sys.stdin, sys.stdout, sys.stderr = (
            io.TextIOWrapper(open(fd, mode, closefd=False), encoding)  # noqa: SIM115
            for fd, mode in enumerate(("rb", "wb", "wb"))
        )
        sys.path[:0] = os.environ.get("PYTHONPATH", "").split(os.pathsep)
        sys.argv = ["planlint", *request["arguments"]]
        main()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve()
