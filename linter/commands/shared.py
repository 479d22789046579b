"""What several commands share: options, the exit codes, how a mistake ends."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from linter.catalogue.language import Lang
from linter.commands.usage.language import VARIABLE
from linter.text.harmless import harmless

if TYPE_CHECKING:
    from linter.settings.effective import Settings
    from linter.settings.session import Session

FINDINGS, FAILED = 1, 2
NO_DRAFTS = "没有找到草稿：文件夹中没有 .docx、.md、.html 或 .txt 文件"


class FactsFormat(StrEnum):
    RICH = "rich"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"


LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", help="报告语言。", envvar=VARIABLE, show_default="zh"),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", help="另用这个配置文件，优先于草稿所在文件夹的 .planlint.yaml。"),
]
NoConfigOption = Annotated[
    bool, typer.Option("--no-config", help="不找 .planlint.yaml 和用户配置。")
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option("--select", help="只用这些规则：代码、前缀或名称，逗号分隔；ALL 为全部。"),
]
IgnoreOption = Annotated[
    list[str] | None, typer.Option("--ignore", help="不用这些规则：代码、前缀或名称。")
]


def fail(message: str) -> NoReturn:
    """Say what was wrong, a line each, and end with exit code 2."""
    warn(message)
    raise typer.Exit(FAILED)


def warn(message: str) -> None:
    """Say something on stderr, a line each."""
    for line in message.split("\n"):
        say(f"planlint: {line}", err=True)


def say(line: str, *, err: bool = False) -> None:
    """Say something to people, whatever the words of theirs in it hold."""
    typer.echo(harmless(line), err=err)


def session(
    config: Path | None,
    no_config: bool,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    exclude: list[str] | None = None,
) -> "Session":
    """Return the configurations of a run, with what the command line says above them."""
    from linter.settings.discover import readable, user_file
    from linter.settings.session import Session, command_line

    own = None if no_config else user_file()
    if own is not None and not readable(own):
        warn(f"{own}: 用户配置不能读取，这次没有用它")
    try:
        last = command_line(select or [], ignore or [], exclude or [])
    except ValueError as error:
        fail(f"--exclude：{error}")
    return Session(last, config, isolated=no_config)


def settings_here(config: Path | None, no_config: bool) -> "Settings":
    """Return what holds in the current folder; what is wrong with it is told, not fatal."""
    settings, faults = session(config, no_config).settings_and_faults(Path("draft.md"))
    for fault in faults:
        warn(str(fault))
    return settings
