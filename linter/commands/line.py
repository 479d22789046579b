"""The list of commands. Heavy imports stand inside them: `planlint --help` must be quick."""

import os
from typing import Annotated

import typer

from linter import __version__
from linter.commands import (
    align,
    annotate,
    archive,
    baseline,
    cache,
    check,
    config,
    diff,
    facts,
    fix,
    init,
    packs,
    page,
    reconcile,
    rules,
)
from linter.commands.shared import LangOption
from linter.commands.usage.language import VARIABLE
from linter.commands.usage.run import App

app = App(
    name="planlint",
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
    lang: LangOption = None,
) -> None:
    if lang is not None:
        os.environ[VARIABLE] = lang.value


app.command("check")(check.check)
app.command("annotate")(annotate.annotate)
app.command("fix")(fix.fix)
app.command("diff")(diff.diff)
app.command("align")(align.align)
app.command("reconcile")(reconcile.reconcile)
app.command("page")(page.page)
app.command("facts")(facts.facts)
app.command("archive")(archive.archive)
app.command("rules")(rules.list_rules)
app.command("explain")(rules.explain)
app.command("init")(init.init)
app.command("test-rules")(packs.run_examples)
app.add_typer(config.app, name="config")
app.add_typer(baseline.app, name="baseline")
app.add_typer(cache.app, name="cache")
