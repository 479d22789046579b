"""planlint page: a page on this machine for drafters, in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from linter.commands import shared


def page(
    port: Annotated[
        int,
        typer.Option("--port", metavar="端口", min=0, max=65535, help="端口；0 为任一空闲端口。"),
    ] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="不打开浏览器，只显示网址。")] = False,
    idle: Annotated[
        float,
        typer.Option(
            "--idle", metavar="分钟", min=0, help="网页都关闭这么多分钟后自动结束；0 为不自动结束。"
        ),
    ] = 5.0,
    time_limit: Annotated[
        float, typer.Option("--time-limit", metavar="秒", min=1, help="每个文件最多检查多少秒。")
    ] = 180.0,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
    worker: Annotated[bool, typer.Option("--worker", hidden=True)] = False,
) -> None:
    """在浏览器里检查文稿：拖入 Word 文件，看报告，下载批注稿、修订稿、台账、对照表。

    网页只在本机（127.0.0.1）打开，不联网；文稿放在临时文件夹里，结束时全部删除。

    按 Ctrl-C、点网页上的“结束”，或网页都关闭几分钟（--idle）后结束。

    例：planlint page；planlint page --config 本单位.yaml
    """
    if worker:
        _work()
        return
    from linter.catalogue.faults import ConfigError
    from linter.page.run import PageOptions, run
    from linter.page.settled import PageChoice, settings_of
    from linter.text.files import reason

    chosen = config or _own_configuration(no_config)
    chosen = chosen.resolve() if chosen else None
    try:
        limits = settings_of("draft.docx", PageChoice(), chosen).reading.limits
    except ConfigError as error:
        shared.fail(str(error))
    options = PageOptions(port, chosen, not no_open, time_limit, idle * 60, limits.file_bytes)
    try:
        run(options, _say)
    except OSError as error:
        shared.fail(f"不能启动网页（端口 {port}）：{reason(error)}")


def _own_configuration(no_config: bool) -> Path | None:
    """The user's own file, where it is wanted and can be read."""
    from linter.settings.discover import readable, user_file

    own = None if no_config else user_file()
    if own is not None and not readable(own):
        shared.warn(f"{own}: 用户配置不能读取，这次没有用它")
        return None
    return own


def _work() -> None:
    from linter.page.worker import WorkerLostError, serve

    try:
        serve()
    except WorkerLostError as error:
        shared.fail(str(error))


def _say(line: str) -> None:
    """Say something at once; where nobody can hear it, the page is there all the same."""
    import sys
    from contextlib import suppress

    from linter.text.streams import StreamError

    with suppress(OSError, StreamError):
        shared.say(line)
        sys.stdout.flush()
