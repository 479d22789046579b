"""The command line. Heavy imports stand inside the commands: `planlint --help` must be quick."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from linter import __version__, app_baseline
from linter.readers.options import ReadOptions
from linter.readers.options import View as Changes
from linter.reporters.names import Format
from linter.wording import Lang

if TYPE_CHECKING:
    from linter.diagnostic import FileReport
    from linter.reporters.formats import Settings
    from linter.rules import Rule

FINDINGS, FAILED = 1, 2


class View(StrEnum):
    RICH = "rich"
    JSON = "json"


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


app = typer.Typer(
    name="planlint",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="检查规划、行动计划、工作方案、实施意见草稿中自相矛盾之处：指标表与正文数值、专栏与附件引用、"
    "责任单位、编号、百分数、标点。\n\n"
    "例：planlint check 草稿.docx　　planlint facts 草稿.docx　　planlint explain IND001",
    epilog="退出码：0 没有达到 --fail-on 的问题；1 有；2 用法有误，或有文件不能读取。",
)

app.add_typer(app_baseline.app, name="baseline")

LangOption = Annotated[Lang, typer.Option("--lang", help="报告语言。", envvar="PLANLINT_LANG")]


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


@app.command()
def check(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="草稿（.docx .md .html .txt，.doc .wps .rtf .odt 经 LibreOffice，.pdf 只查文字）"
            "或文件夹；- 表示标准输入。"
        ),
    ],
    form: Annotated[Format, typer.Option("--format", help="报告格式。")] = Format.RICH,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", help="只用这些规则：代码、前缀或名称，逗号分隔；ALL 为全部。"),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="不用这些规则：代码、前缀或名称。")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="达到这一级别时退出码为 1。")
    ] = FailOn.ERROR,
    lang: LangOption = Lang.ZH,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="只列问题，不列小结。")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="另列每条规则的问题数。")
    ] = False,
    stdin_name: Annotated[
        str, typer.Option("--stdin-name", help="标准输入的文件名，其扩展名决定格式。")
    ] = "stdin.md",
    view: Annotated[
        Changes,
        typer.Option("--view", help="Word 修订：按全部接受（final）或全部拒绝（original）读。"),
    ] = Changes.FINAL,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="基线文件：只报其中没有的问题。")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="报告写入此文件，不显示在终端。")
    ] = None,
) -> None:
    """检查草稿，报告自相矛盾之处。

    例：planlint check 草稿.docx --fail-on warning；planlint check drafts/ --select IND,BOX001
    """
    from linter.reporters.formats import Settings
    from linter.run import run

    rules = _rules(select or [], ignore or [])
    options = ReadOptions(view)
    reports = run(paths, rules, lang, stdin_name=stdin_name, progress=not quiet, options=options)
    if not reports:
        _fail("没有找到草稿：文件夹中没有 .docx、.md、.html 或 .txt 文件")
    if baseline is not None:
        reports = _against(baseline, reports, rules)
    how = Settings(rules, lang, quiet, statistics)
    _report(reports, form, how, paths, output)
    raise typer.Exit(_exit_code(reports, fail_on))


def _report(
    reports: "list[FileReport]",
    form: Format,
    how: "Settings",
    paths: list[Path],
    output: Path | None,
) -> None:
    from linter.reporters.output import OutputError, write

    try:
        write(form, reports, how, output, [*paths, *(Path(r.path) for r in reports)])
    except OutputError as error:
        _fail(str(error))


def _against(
    baseline: Path, reports: "list[FileReport]", rules: "tuple[Rule, ...]"
) -> "list[FileReport]":
    from linter.baseline.compare import compare
    from linter.baseline.model import BaselineError, read

    try:
        return compare(read(baseline), baseline, reports, {rule.id for rule in rules})
    except BaselineError as error:
        _fail(str(error))


def _exit_code(reports: "list[FileReport]", fail_on: FailOn) -> int:
    from linter.diagnostic import Severity
    from linter.engine import worst

    if any(report.error is not None for report in reports):
        return FAILED
    found = worst(reports)
    if found is None or fail_on is FailOn.NEVER:
        return 0
    return FINDINGS if found.rank >= Severity(fail_on.value).rank else 0


@app.command()
def facts(
    path: Annotated[Path, typer.Argument(help="一份草稿。")],
    form: Annotated[View, typer.Option("--format", help="输出格式。")] = View.RICH,
    lang: LangOption = Lang.ZH,
) -> None:
    """显示从草稿读出的事实：指标及正文表述、专栏及引用、任务及责任单位。

    对检查结果有疑问时，先看这里：planlint 把哪句话当作哪个指标、哪一年的值。
    """
    from linter.facts.plan import Plan
    from linter.lexicon import builtin_lexicon
    from linter.readers.load import ReadError, load
    from linter.reporters.facts import console, data

    try:
        plan = Plan(load(path), builtin_lexicon())
    except ReadError as error:
        _fail(f"{path}: {error.message}")
    if form is View.JSON:
        data.write(plan, sys.stdout)
    else:
        console.write(data.as_dict(plan), sys.stdout, lang)


@app.command("rules")
def list_rules(
    form: Annotated[View, typer.Option("--format", help="列表格式。")] = View.RICH,
    lang: LangOption = Lang.ZH,
) -> None:
    """列出全部规则。"""
    from linter.reporters import catalogue
    from linter.rules import builtin_rules

    if form is View.JSON:
        catalogue.write_json(builtin_rules(), sys.stdout)
    else:
        catalogue.write_list(builtin_rules(), sys.stdout, lang)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="规则代码或名称，如 IND001。")],
    lang: LangOption = Lang.ZH,
) -> None:
    """说明一条规则：查什么、为什么、怎样算错、怎样算对。"""
    from linter.reporters import catalogue
    from linter.rules import builtin_rules
    from linter.selection import UsageError, find_rule

    try:
        catalogue.write_rule(find_rule(builtin_rules(), rule), sys.stdout, lang)
    except UsageError as error:
        _fail(str(error))


def _rules(select: list[str], ignore: list[str]) -> "tuple[Rule, ...]":
    from linter.rules import builtin_rules
    from linter.selection import UsageError, choose_rules

    try:
        return choose_rules(builtin_rules(), select, ignore)
    except UsageError as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    for line in message.splitlines():
        typer.echo(f"planlint: {line}", err=True)
    raise typer.Exit(FAILED)


def main() -> None:
    """Run the command line. A fault of ours ends in one line and exit code 2, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character must not cost the user the report.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app(prog_name="planlint")
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
