"""planlint config show: what holds for a draft, and where it was said."""

import os
import sys
from pathlib import Path
from typing import Annotated, TextIO, cast

import typer

from linter.catalogue.language import Lang
from linter.commands import shared
from linter.commands.shared import FactsFormat
from linter.commands.usage.language import VARIABLE
from linter.commands.usage.run import App

_ASKED = f"--lang 或环境变量 {VARIABLE}"

app = App(name="config", help="配置：对一份草稿，什么有效，出自何处。")


@app.callback()
def _config() -> None:
    pass


@app.command()
def show(
    path: Annotated[Path, typer.Argument(help="草稿或文件夹，不写即当前文件夹。")] = Path(),
    form: Annotated[FactsFormat, typer.Option("--format", help="输出格式。")] = FactsFormat.RICH,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """显示对一份草稿实际生效的配置，每一项注明出处（文件:行）。"""
    from linter.catalogue.faults import ConfigError, Origin
    from linter.reporters import configuration
    from linter.text.streams import HarmlessStream, for_programs

    draft = path / "draft.md" if path.is_dir() else path
    if not path.exists():
        shared.warn(f"{path}: 文件不存在，以下是此处的草稿会用的配置")
    try:
        settings = shared.session(config, no_config).settings(draft)
    except ConfigError as error:
        shared.fail(str(error))
    lang = os.environ.get(VARIABLE)
    above = [configuration.Told(("lang",), lang, Origin(_ASKED))] if lang in list(Lang) else []
    if form is FactsFormat.JSON:
        configuration.write_json(settings, for_programs(sys.stdout), above)
    else:
        configuration.write(settings, cast("TextIO", HarmlessStream(sys.stdout)), above)
