"""planlint facts: what was understood of a draft."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.catalogue.language import Lang
from linter.commands import shared
from linter.commands.shared import FactsFormat
from linter.reporters.names import LedgerKind

if TYPE_CHECKING:
    from linter.plan.plan import Plan

_SUFFIXES = {".json": FactsFormat.JSON, ".xlsx": FactsFormat.XLSX, ".csv": FactsFormat.CSV}


def facts(
    path: Annotated[Path, typer.Argument(help="一份草稿。")],
    form: Annotated[
        FactsFormat | None,
        typer.Option(
            "--format",
            help="输出格式；xlsx、csv 为指标台账和责任分工台账。未写时按 -o 的扩展名。",
            show_default="rich",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写入此文件，不显示在终端。")
    ] = None,
    ledger: Annotated[
        LedgerKind | None,
        typer.Option("--ledger", help="xlsx、csv 只要一个台账。", show_default="两个都要"),
    ] = None,
    lang: shared.LangOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """显示从草稿读出的事实：指标及正文表述、专栏及引用、任务及责任单位。

    对检查结果有疑问时，先看这里：planlint 把哪句话当作哪个指标、哪一年的值。
    台账：planlint facts 草稿.docx -o 台账.xlsx
    """
    from linter.catalogue.faults import ConfigError
    from linter.plan.plan import Plan
    from linter.readers.load import ReadError, load

    form = form or _SUFFIXES.get(output.suffix.lower() if output else "", FactsFormat.RICH)
    if form is FactsFormat.XLSX and output is None and sys.stdout.isatty():
        shared.fail("--format xlsx 是 Excel 文件，不能显示在终端：请加 -o 台账.xlsx")
    if ledger is not None and form not in (FactsFormat.XLSX, FactsFormat.CSV):
        shared.fail("--ledger 只用于 --format xlsx 或 csv")
    try:
        settings = shared.session(config, no_config).settings(path)
        plan = Plan(load(path, settings.reading), settings.lexicon, settings.given)
    except ConfigError as error:
        shared.fail(str(error))
    except ReadError as error:
        shared.fail(f"{path}: {error.message}")
    if form in (FactsFormat.RICH, FactsFormat.JSON):
        _show(plan, form, lang or settings.lang, output)
    else:
        _list(plan, form, ledger, output)


def _show(plan: "Plan", form: FactsFormat, lang: Lang, output: Path | None) -> None:
    """Write the facts as a page of text or as JSON."""
    from io import StringIO

    from linter.reporters.facts import console, data
    from linter.text.streams import for_programs

    out = sys.stdout if output is None else StringIO()
    if form is FactsFormat.JSON:
        data.write(plan, for_programs(sys.stdout) if output is None else out)
    else:
        console.write(data.as_dict(plan), plan.document.properties(), out, lang)
    if isinstance(out, StringIO):
        _save(out.getvalue(), output, plan)


def _list(plan: "Plan", form: FactsFormat, kind: LedgerKind | None, output: Path | None) -> None:
    """Write the ledgers. A spreadsheet knows a CSV file for UTF-8 by its first three bytes."""
    from linter.reporters.ledgers.build import ledgers, title_of

    found = ledgers(plan, kind)
    if form is FactsFormat.XLSX:
        from linter.reporters.ledgers.xlsx import as_xlsx

        book = as_xlsx(found, title_of(plan))
        if output is None:
            sys.stdout.buffer.write(book)
        _save(book, output, plan)
        return
    from linter.reporters.ledgers.csv import as_csv

    text = as_csv(found)
    if output is None:
        sys.stdout.write(text)
    _save(text.encode("utf-8-sig", "replace"), output, plan)


def _save(content: str | bytes, output: Path | None, plan: "Plan") -> None:
    from linter.reporters.output import OutputError, save

    if output is None:
        return
    try:
        save(content, output, [Path(plan.document.path)])
    except OutputError as error:
        shared.fail(str(error))
