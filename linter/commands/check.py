"""planlint check: the report of drafts."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.catalogue.severity import FailOn
from linter.commands import shared
from linter.readers.options import View
from linter.reporters.names import Format

if TYPE_CHECKING:
    from linter.catalogue.rule import Rule
    from linter.diagnosis.diagnostic import FileReport
    from linter.engine.run import How, Outcome
    from linter.reporters.presentation import Presentation
    from linter.settings.session import Session


def check(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="草稿（.docx .md .html .txt，.doc .wps .rtf .odt 经 LibreOffice，.pdf 只查文字）"
            "或文件夹；- 表示标准输入。"
        ),
    ],
    form: Annotated[Format, typer.Option("--format", help="报告格式。")] = Format.RICH,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", help="达到这一级别时退出码为 1。", show_default="error"),
    ] = None,
    lang: shared.LangOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="只列问题，不列小结。")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="另列每条规则的问题数。")
    ] = False,
    stdin_name: Annotated[
        str, typer.Option("--stdin-name", help="标准输入的文件名，其扩展名决定格式。")
    ] = "stdin.md",
    view: Annotated[
        View | None,
        typer.Option(
            "--view",
            help="Word 修订：按全部接受（final）或全部拒绝（original）读。",
            show_default="final",
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="基线文件：只报其中没有的问题。")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="报告写入此文件，不显示在终端。")
    ] = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
    profile: Annotated[
        bool, typer.Option("--profile", help="在标准错误列出每项事实、每条规则所用毫秒数。")
    ] = False,
) -> None:
    """检查草稿，报告自相矛盾之处。

    例：planlint check 草稿.docx --fail-on warning；planlint check drafts/ --select IND,BOX001
    """
    from linter.engine.profile import Profile
    from linter.engine.run import How
    from linter.reporters.presentation import Presentation

    clock = Profile() if profile else None
    how = How(lang, view, stdin_name, progress=not quiet, profile=clock)
    outcome = _run(paths, how, shared.session(config, no_config, select, ignore))
    reports = outcome.reports
    if baseline is not None:
        reports = _against(baseline, reports, outcome.rules)
    wording = Presentation(outcome.rules, outcome.lang, quiet, statistics)
    _report(reports, form, wording, paths, output)
    if outcome.interrupted is not None:
        shared.warn(_interrupted(reports))
        raise typer.Exit(outcome.interrupted)
    for line in outcome.idle_suppressions():
        shared.warn(line)
    if clock:
        clock.write(sys.stderr)
    raise typer.Exit(_exit_code(reports, [fail_on or one.fail_on for one in outcome.settings]))


def _run(paths: list[Path], how: "How", session: "Session") -> "Outcome":
    from linter.catalogue.faults import ConfigError
    from linter.engine.run import run

    try:
        outcome = run(paths, session, how)
    except ConfigError as error:
        shared.fail(str(error))
    if not outcome.reports:
        shared.fail(shared.NO_DRAFTS)
    return outcome


def _report(
    reports: "list[FileReport]",
    form: Format,
    how: "Presentation",
    paths: list[Path],
    output: Path | None,
) -> None:
    from linter.reporters.output import OutputError, write

    try:
        write(form, reports, how, output, [*paths, *(Path(r.path) for r in reports)])
    except OutputError as error:
        shared.fail(str(error))


def _interrupted(reports: "list[FileReport]") -> str:
    from linter.diagnosis.diagnostic import INTERRUPTED

    left = sum(report.error is not None and report.error.kind == INTERRUPTED for report in reports)
    return f"运行中断：查了 {len(reports) - left} 个文件，还有 {left} 个没有检查"


def _against(
    baseline: Path, reports: "list[FileReport]", rules: "tuple[Rule, ...]"
) -> "list[FileReport]":
    from linter.diagnosis.baseline.compare import compare
    from linter.diagnosis.baseline.model import BaselineError, read

    try:
        return compare(read(baseline), baseline, reports, {rule.id for rule in rules})
    except BaselineError as error:
        shared.fail(str(error))


def _exit_code(reports: "list[FileReport]", fail_on: list[FailOn]) -> int:
    from linter.catalogue.severity import Severity
    from linter.engine.check import worst

    if any(report.error is not None for report in reports):
        return shared.FAILED
    for report, level in zip(reports, fail_on, strict=True):
        found = worst([report])
        if found and level is not FailOn.NEVER and found.rank >= Severity(level.value).rank:
            return shared.FINDINGS
    return 0
