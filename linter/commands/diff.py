"""planlint diff: what really changed between two versions, and what was changed in part."""

from pathlib import Path
from typing import Annotated

import typer

from linter.commands import shared
from linter.commands.comparing import (
    BaselineOption,
    FailOnOption,
    FormatOption,
    OutputOption,
    QuietOption,
    Wishes,
    WriteBaselineOption,
    compared,
)
from linter.reporters.sheets.names import SheetFormat


def diff(
    old: Annotated[Path, typer.Argument(help="原稿。")],
    new: Annotated[Path, typer.Argument(help="修改稿。")],
    form: FormatOption = SheetFormat.RICH,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    fail_on: FailOnOption = None,
    lang: shared.LangOption = None,
    quiet: QuietOption = False,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    output: OutputOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """比较两稿：指标、任务、责任单位、专栏、引用改了什么，哪些只改了一处（CHG 各条）。

    例：planlint diff 征求意见稿.docx 送审稿.docx；加 --format docx -o 修改对照表.docx 得对照表
    """
    wishes = Wishes(form, output, fail_on, baseline, write_baseline, quiet)
    compared("diff", new, [old], (config, no_config, select, ignore), lang, wishes)
