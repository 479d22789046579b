"""planlint facts: what was understood of a draft."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from linter.commands import shared
from linter.commands.shared import FactsFormat


def facts(
    path: Annotated[Path, typer.Argument(help="一份草稿。")],
    form: Annotated[FactsFormat, typer.Option("--format", help="输出格式。")] = FactsFormat.RICH,
    lang: shared.LangOption = None,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """显示从草稿读出的事实：指标及正文表述、专栏及引用、任务及责任单位。

    对检查结果有疑问时，先看这里：planlint 把哪句话当作哪个指标、哪一年的值。
    """
    from linter.catalogue.faults import ConfigError
    from linter.plan.plan import Plan
    from linter.readers.load import ReadError, load
    from linter.reporters.facts import console, data
    from linter.text.streams import for_programs

    try:
        settings = shared.session(config, no_config).settings(path)
        plan = Plan(load(path, settings.reading), settings.lexicon, settings.given)
    except ConfigError as error:
        shared.fail(str(error))
    except ReadError as error:
        shared.fail(f"{path}: {error.message}")
    if form is FactsFormat.JSON:
        data.write(plan, for_programs(sys.stdout))
    else:
        console.write(
            data.as_dict(plan), plan.document.properties(), sys.stdout, lang or settings.lang
        )
