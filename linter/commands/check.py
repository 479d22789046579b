"""planlint check: the report of drafts."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.catalogue.severity import FailOn
from linter.commands import annotate, choosing, known, many, shared, writing
from linter.readers.view import View
from linter.reporters.names import Format

if TYPE_CHECKING:
    from linter.diagnosis.diagnostic import FileReport
    from linter.engine.run import How, Prepared
    from linter.reporters.output import Target
    from linter.reporters.presentation import Presentation
    from linter.settings.session import Session


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="草稿（.docx .md .html .txt，.doc .wps .rtf .odt 经 LibreOffice，.pdf 只查文字）"
            "或文件夹；- 表示标准输入。不写则提示这里有哪些草稿。"
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="报告格式；未写时按 -o 的扩展名。", show_default="rich"),
    ] = None,
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
    files_from: choosing.FilesFromOption = None,
    changed_since: choosing.ChangedSinceOption = None,
    exclude: choosing.ExcludeOption = None,
    force_exclude: choosing.ForceExcludeOption = False,
    no_ignore: choosing.NoIgnoreOption = False,
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
    no_baseline: known.NoBaselineOption = False,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            help="报告写入此文件，不显示在终端；可写多个，按扩展名定格式"
            "（.html .json .sarif .xml .txt，.docx 为带批注的草稿）。",
        ),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="另列每条规则看了多少处、比对了多少对、哪些未比对。"),
    ] = False,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
    profile: Annotated[
        bool, typer.Option("--profile", help="在标准错误列出每项事实、每条规则所用毫秒数。")
    ] = False,
    jobs: many.JobsOption = "auto",  # type: ignore[assignment]  # as the command line says it
    time_limit: many.TimeLimitOption = None,
    no_cache: many.NoCacheOption = False,
) -> None:
    """检查草稿，报告自相矛盾之处。

    例：planlint check 草稿.docx --fail-on warning；planlint check drafts/ --select IND,BOX001
    """
    from linter.engine.profile import Profile
    from linter.engine.run import How, Outcome
    from linter.reporters.formats import kept
    from linter.reporters.presentation import Presentation

    paths, listed = choosing.chosen(paths or [], files_from, changed_since)
    commented = [path for path in output or [] if path.suffix.lower() == ".docx"]
    wanted = _targets(form, [path for path in output or [] if path not in commented])
    clock = Profile() if profile else None
    keep = kept([target.form for target in wanted], coverage=coverage)
    shown = not quiet and not (wanted[0].path is None and sys.stdout.isatty())
    how = How(lang, view, stdin_name, shown, clock, keep, jobs, time_limit, not no_cache)
    session = shared.session(config, no_config, select, ignore, exclude)
    session.heeds_gitignore, session.forces_exclude = not no_ignore, force_exclude
    session.heeds_baseline = not no_baseline
    run = _prepared(paths, how, session, listed=listed or force_exclude)
    _refuse_comments(commented, run)
    wording = Presentation(run.rules, run.lang, quiet, statistics, coverage)
    against = known.against(run, baseline)
    reports, stopped = _report(run, wanted, wording, against, paths)
    if stopped is not None:
        shared.warn(_interrupted(reports))
        raise typer.Exit(stopped)
    for where in commented:
        annotate.comment(run.files[0], where, session, lang, baseline, aside=True)
    outcome = Outcome(reports, run.settings)
    for line in outcome.idle_suppressions():
        shared.warn(line)
    if clock:
        clock.write(sys.stderr)
    raise typer.Exit(outcome.exit_code(fail_on))


def _refuse_comments(commented: list[Path], run: "Prepared") -> None:
    """End before the work where a draft with comments cannot be one of the reports."""
    if commented and (len(run.files) != 1 or run.names != [str(run.files[0])]):
        shared.fail(f"--output {commented[0]}：批注只能写给一份 Word 草稿")
    for where in commented:
        writing.target(run.files[0], "", where, in_place=False)  # never over the draft itself


def _targets(form: Format | None, outputs: list[Path]) -> "list[Target]":
    from linter.reporters.output import OutputError, targets

    try:
        return targets(form, outputs)
    except OutputError as error:
        shared.fail(str(error))


def _prepared(
    paths: list[Path], how: "How", session: "Session", *, listed: bool = False
) -> "Prepared":
    """Find the files; there may be none where a list of names gave them."""
    from linter.catalogue.faults import ConfigError
    from linter.engine.run import prepare

    try:
        run = prepare(paths, session, how)
    except ConfigError as error:
        shared.fail(str(error))
    if not run.files and not listed:
        shared.fail(choosing.nothing(run.left_out))
    return run


def _report(
    run: "Prepared",
    wanted: "list[Target]",
    how: "Presentation",
    against: "Callable[[int, FileReport], FileReport]",
    paths: list[Path],
) -> "tuple[list[FileReport], int | None]":
    """Write the reports, each file's as soon as it is checked; return them without their drafts,
    and the exit code that a signal asks for, if one came."""
    from linter.reporters.output import OutputError, opened
    from linter.text.interrupts import Interrupted, acknowledge, held

    reports: list[FileReport] = []
    stopped = None

    def take(report: "FileReport") -> None:
        with held():
            for sink in sinks:
                sink.add(report)
            reports.append(report.slim())

    try:
        with opened(wanted, how, [*paths, *run.files]) as sinks:
            try:
                for report in run.reports():
                    take(against(len(reports), report))
            except Interrupted as asked:
                acknowledge()
                stopped = asked.status
                for report in run.unchecked(len(reports)):
                    take(against(len(reports), report))
    except OutputError as error:
        shared.fail(str(error))
    return reports, stopped


def _interrupted(reports: "list[FileReport]") -> str:
    from linter.diagnosis.diagnostic import INTERRUPTED

    left = sum(report.error is not None and report.error.kind == INTERRUPTED for report in reports)
    return f"运行中断：查了 {len(reports) - left} 个文件，还有 {left} 个没有检查"
