"""What the commands share that hold a draft against others: options, baseline, report, exit."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from linter.catalogue.language import Lang
from linter.catalogue.severity import FailOn
from linter.commands import shared
from linter.reporters.sheets.names import SheetFormat

if TYPE_CHECKING:
    from linter.across.run import Compared
    from linter.diagnosis.diagnostic import FileReport

FormatOption = Annotated[
    SheetFormat,
    typer.Option("--format", help="报告格式；docx、xlsx 为对照表，要用 --output 写明文件。"),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="达到这一级别时退出码为 1。", show_default="error"),
]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", help="基线文件：只报其中没有的问题。")
]
WriteBaselineOption = Annotated[
    Path | None, typer.Option("--write-baseline", help="把发现的问题记入这个基线文件。")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="报告写入此文件，不显示在终端。")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="不列小结。")]


class Wishes:
    """What the command line says of the report of a comparison."""

    def __init__(
        self,
        form: SheetFormat,
        output: Path | None,
        fail_on: FailOn | None,
        baseline: Path | None,
        write_baseline: Path | None,
        quiet: bool,
    ) -> None:
        self.form, self.output, self.fail_on = form, output, fail_on
        self.baseline, self.write_baseline, self.quiet = baseline, write_baseline, quiet


def compared(
    kind: str,
    draft: Path,
    others: Sequence[Path],
    session: "tuple[Path | None, bool, list[str] | None, list[str] | None]",
    lang: Lang | None,
    wishes: Wishes,
) -> NoReturn:
    """Hold the draft against the others, report, and end with the exit code."""
    from linter.across.run import UnreadError, run
    from linter.catalogue.faults import ConfigError

    try:
        result = run(kind, draft, others, shared.session(*session), lang, quiet=wishes.quiet)
    except (ConfigError, UnreadError) as error:
        shared.fail(str(error))
    report = result.report
    if wishes.write_baseline is not None:
        _record(wishes.write_baseline, report, result)
    if wishes.baseline is not None:
        report = _against(wishes.baseline, report, result)
    _write(result, report, wishes, [draft, *others])
    raise typer.Exit(_exit_code(report, wishes.fail_on or result.settings.fail_on))


def _write(result: "Compared", report: "FileReport", wishes: Wishes, inputs: list[Path]) -> None:
    from linter.reporters.output import OutputError
    from linter.reporters.presentation import Presentation
    from linter.reporters.sheets.formats import write

    how = Presentation(result.rules, result.settings.lang, wishes.quiet)
    try:
        write(wishes.form, result.sheet, [report], how, wishes.output, inputs)
    except OutputError as error:
        shared.fail(str(error))


def _against(path: Path, report: "FileReport", result: "Compared") -> "FileReport":
    from linter.diagnosis.baseline.compare import compare
    from linter.diagnosis.baseline.model import BaselineError, read

    try:
        return compare(read(path), path, [report], {rule.id for rule in result.rules})[0]
    except BaselineError as error:
        shared.fail(str(error))


def _record(path: Path, report: "FileReport", result: "Compared") -> None:
    """Put the findings into the baseline; what other rules have there stays."""
    from linter.diagnosis.baseline.compare import record
    from linter.diagnosis.baseline.model import Baseline, BaselineError, read, write
    from linter.text.files import reason

    ran = {rule.id for rule in result.rules}
    try:
        known = read(path) if path.exists() else Baseline({})
        write(path, record(known, path, [report], lambda rule: rule not in ran))
    except BaselineError as error:
        shared.fail(str(error))
    except OSError as error:
        shared.fail(f"不能写入 {path}：{reason(error)}")


def _exit_code(report: "FileReport", fail_on: FailOn) -> int:
    from linter.catalogue.severity import Severity
    from linter.engine.outcome import worst

    if report.error is not None:
        return shared.FAILED
    found = worst([report])
    if found and fail_on is not FailOn.NEVER and found.rank >= Severity(fail_on.value).rank:
        return shared.FINDINGS
    return 0
