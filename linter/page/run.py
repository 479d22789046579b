"""A session of the page: from its folder and its browser to the moment when all of it is gone."""

import gc
import os
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from linter.page.server import PageServer
from linter.text.interrupts import Interrupted, acknowledge
from linter.text.temporary import temporary_folder

_BEAT = 0.5


class PageOptions(NamedTuple):
    """What the command line says: the port (0: any), the configuration, whether a browser is
    opened; a file may take `seconds`; without a page for `idle` seconds (0: ever) it ends."""

    port: int
    config: Path | None
    browser: bool
    seconds: float
    idle: float
    file_bytes: int


def run(options: PageOptions, say: Callable[[str], None]) -> None:
    """Serve the page until somebody ends it, then remove everything. Raises OSError where the port
    or the temporary folder cannot be had."""
    gc.enable()  # a session may last all day
    with temporary_folder() as folder:
        _serve(options, folder, say)
    say("已结束，上传的文稿和生成的文件都已删除")


def _serve(options: PageOptions, folder: Path, say: Callable[[str], None]) -> None:
    server = PageServer(
        options.port,
        folder,
        options.config,
        seconds=options.seconds,
        file_bytes=options.file_bytes,
    )
    try:
        server.begin()
        say(f"网页已就绪：{server.gate.address()}")
        say("只有这台电脑能打开；文稿不离开这台电脑，结束时全部删除")
        say(f"{_how_it_ends(options.idle)}，按 Ctrl-C 立即结束")
        if options.browser and _has_browser():
            _open(server.gate.first_address())
        while not server.ending.wait(_BEAT):
            if options.idle and server.presence.idle() > options.idle:
                break
    except Interrupted:
        acknowledge()  # before the rest, as it would come again
    finally:
        server.end()


def _how_it_ends(idle: float) -> str:
    if not idle:
        return "点网页上的“结束”"
    return f"关闭网页 {idle / 60:g} 分钟后自动结束，点网页上的“结束”"


def _has_browser() -> bool:
    """Tell whether a browser with windows can be opened: one in the terminal would take it over."""
    if os.name == "nt" or sys.platform == "darwin" or os.environ.get("BROWSER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(address: str) -> None:
    """Open the page; a browser that does not return, or is not there, must not keep us."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
