"""Where a process begins: what is known is told at once, for all else there are the commands."""

import gc
import os
import sys
from typing import NoReturn

from linter.text import interrupts, streams

FINDINGS, FAILED = 1, 2


def _run() -> None:
    """Run the command and leave at once: to take a long draft apart, object by object, helps nobody
    and takes as long as a twentieth of its check."""
    from linter.commands.quick import known_run

    known = known_run(sys.argv[1:])
    if known is not None:
        _leave(known)
    with interrupts.quiet():
        from linter.commands.line import app
        from linter.commands.usage.run import run
    code = run(app)
    _keep()
    _leave(code)


def _leave(code: int) -> NoReturn:
    with streams.written():
        pass
    sys.stderr.flush()
    os._exit(code)


def _keep() -> None:
    """Keep for the next run what this one made; one that only helped made nothing."""
    if "linter.text.store" in sys.modules:
        from linter.text.store import own_store

        own_store().save()


def main() -> None:
    """Run the command line. A fault of ours ends in one line and exit code 2, never a traceback."""
    # A draft is many small objects that live as long as its check; run() collects between drafts.
    gc.disable()
    streams.prepare()
    interrupts.handle()
    try:
        with streams.written():
            _run()
    except interrupts.Interrupted as asked:
        interrupts.acknowledge()
        sys.stderr.write("planlint: 运行中断\n")
        interrupts.leave(asked.status)
    except streams.StreamError as error:
        sys.stderr.write(f"planlint: {error}\n")
        sys.exit(FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FINDINGS)
    except Exception as error:
        if os.environ.get("PLANLINT_DEBUG"):
            raise
        sys.stderr.write(
            f"planlint: 内部错误（{type(error).__name__}: {error}）；"
            "设 PLANLINT_DEBUG=1 重新运行可得详情\n"
        )
        sys.exit(FAILED)
