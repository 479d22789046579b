"""planlint align: a plan held against the plans above it."""

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


def align(
    local: Annotated[Path, typer.Argument(help="本级规划。")],
    upper: Annotated[
        list[Path],
        typer.Option(
            "--upper", help="上级规划（任何格式的草稿），或指标台账（.xlsx .csv .yaml）；可写几次。"
        ),
    ],
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
    """与上级规划衔接：指标的目标、基期、单位，工程名称，所引文件的名称和文号（ALN 各条）。

    例：planlint align 市规划.docx --upper 省规划.docx --format xlsx -o 衔接对照表.xlsx
    """
    wishes = Wishes(form, output, fail_on, baseline, write_baseline, quiet)
    compared("align", local, upper, (config, no_config, select, ignore), lang, wishes)
