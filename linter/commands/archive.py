"""planlint archive: a folder of tens of thousands of drafts, as tables and a summary."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.commands import shared
from linter.readers.view import View

if TYPE_CHECKING:
    from linter.archive.order import Order

_EXTRA = ("dask", "distributed", "pyarrow")
_OUT = Path("planlint-archive")
_SECONDS = 120.0


def archive(
    folder: Annotated[Path, typer.Argument(help="存放文件的文件夹，其下各级文件夹都查。")],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help="结果文件夹：Parquet 表、汇总页；再运行时从中断处继续。"
        ),
    ] = _OUT,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="个数",
            min=1,
            help="本机用几个进程检查。",
            show_default="处理器数",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler", metavar="地址", help="改用这个 Dask 集群，如 tcp://主机:8786。"
        ),
    ] = None,
    time_limit: Annotated[
        float,
        typer.Option(
            "--time-limit", metavar="秒", min=1, help="一个文件最多检查几秒，超过即放弃它。"
        ),
    ] = _SECONDS,
    select: shared.SelectOption = None,
    ignore: shared.IgnoreOption = None,
    lang: shared.LangOption = None,
    view: Annotated[
        View | None,
        typer.Option("--view", help="Word 修订：按 final 或 original 读。", show_default="final"),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="不显示进度和小结。")] = False,
    config: shared.ConfigOption = None,
    no_config: shared.NoConfigOption = False,
) -> None:
    """检查成千上万份文件：问题、指标、任务、责任单位各成一张 Parquet 表，另有一页汇总。

    需要 planlint[archive]。例：planlint archive 文件库/ -o 结果/
    """
    if missing := [name for name in _EXTRA if find_spec(name) is None]:
        names = "、".join(missing)
        shared.fail(f"archive 需要 {names}，请先安装：pip install 'planlint[archive]'")
    if not folder.is_dir():
        reason = "不是文件夹" if folder.exists() else "文件夹不存在"
        shared.fail(f"{folder}: {reason}")
    from linter.archive.keys import code_digest
    from linter.archive.order import Order, new_token

    order = Order(
        folder=str(folder.resolve()),
        out=str(output.resolve()),
        token=new_token(),
        code=code_digest(),
        seconds=time_limit,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        config=str(config.resolve()) if config else None,
        isolated=no_config,
        lang=lang,
        view=view,
    )
    _run(order, scheduler, jobs or _processors(), quiet=quiet)


def _run(order: "Order", scheduler: str | None, jobs: int, *, quiet: bool) -> None:
    from linter.archive.errors import ArchiveError
    from linter.archive.page import headline
    from linter.archive.results import PAGE
    from linter.archive.run import run, survey
    from linter.catalogue.faults import ConfigError

    try:
        found = survey(order, order.session())
        if not found.parts:
            shared.fail(shared.NO_DRAFTS)
        outcome = run(order, found, scheduler, jobs, shown=not quiet)
    except (ArchiveError, ConfigError) as error:
        shared.fail(str(error))
    known = outcome.before + outcome.done
    if outcome.stopped is not None:
        left = outcome.files - known
        shared.warn(f"运行中断：{known} 个文件已查完，还有 {left} 个；再运行同一条命令，从这里继续")
        raise typer.Exit(outcome.stopped)
    if outcome.summary is not None and not quiet:
        before = f"（其中 {outcome.before} 个以前已查完）" if outcome.before else ""
        shared.say(headline(outcome.summary) + before)
        shared.say(f"汇总：{Path(order.out, PAGE)}")


def _processors() -> int:
    import os

    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
