"""planlint reconcile: a ledger held against the draft that it is of."""

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


def reconcile(
    ledger: Annotated[
        Path,
        typer.Argument(
            help="责任分工台账、督办清单、指标台账或意见采纳情况表（.xlsx .docx .csv .md）。"
        ),
    ],
    draft: Annotated[Path, typer.Argument(help="文件。")],
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
    """核对台账与文件：缺的任务，牵头、配合、时限、目标值不一致，采纳的意见没有改入（LDG 各条）。

    列按表头名称识别。例：planlint reconcile 责任分工台账.xlsx 印发稿.docx
    """
    wishes = Wishes(form, output, fail_on, baseline, write_baseline, quiet)
    compared("reconcile", draft, [ledger], (config, no_config, select, ignore), lang, wishes)
