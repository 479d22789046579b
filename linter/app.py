"""The command line. Heavy imports stand inside the commands: `planlint --help` must be quick."""

import gc
import os
import sys
from typing import Annotated

from linter.text import interrupts

with interrupts.quiet():
    import typer

    from linter import __version__
    from linter.commands import (
        align,
        annotate,
        baseline,
        check,
        config,
        diff,
        facts,
        fix,
        init,
        packs,
        reconcile,
        rules,
    )
    from linter.commands.shared import FAILED, FINDINGS
    from linter.commands.usage import Commands
    from linter.text import streams

app = typer.Typer(
    name="planlint",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="检查规划、行动计划、工作方案、实施意见草稿中自相矛盾之处：指标表与正文数值、专栏与附件引用、"
    "责任单位、编号、百分数、标点。\n\n"
    "例：planlint check 草稿.docx　　planlint facts 草稿.docx　　planlint explain IND001",
    epilog="退出码：0 没有达到 --fail-on 的问题；1 有；2 用法有误，或有文件不能读取。",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"planlint {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本。")
    ] = False,
) -> None:
    pass


app.command("check")(check.check)
app.command("annotate")(annotate.annotate)
app.command("fix")(fix.fix)
app.command("diff")(diff.diff)
app.command("align")(align.align)
app.command("reconcile")(reconcile.reconcile)
app.command("facts")(facts.facts)
app.command("rules")(rules.list_rules)
app.command("explain")(rules.explain)
app.command("init")(init.init)
app.command("test-rules")(packs.run_examples)
app.add_typer(config.app, name="config")
app.add_typer(baseline.app, name="baseline")


def _run() -> None:
    """Run the command and leave at once: to take a long draft apart, object by object, helps nobody
    and takes as long as a twentieth of its check."""
    try:
        app(prog_name="planlint")
    except SystemExit as ended:
        _keep()
        with streams.written():
            pass
        sys.stderr.flush()
        if isinstance(ended.code, int):
            os._exit(ended.code)
        raise


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
