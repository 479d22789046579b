"""Options of commands that check many files."""

from typing import Annotated

import typer

from linter.engine.many.words import AUTO_WORD, MOST, jobs_of


def _jobs(word: str) -> int:
    """How many processes are asked for."""
    number = jobs_of(word)
    if number is None:
        raise typer.BadParameter(f"应为 1 到 {MOST} 的整数，或 {AUTO_WORD}")
    return number


NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="不用、也不存以前检查的结果（环境变量 PLANLINT_NO_CACHE=1 亦可）。没有改过的草稿，"
        "规则和配置也没有变，平时直接取上次的结果；planlint cache show 看存了多少，clean 清空。",
    ),
]
JobsOption = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        parser=_jobs,
        metavar="N|auto",
        help="用几个进程检查多份草稿。auto：草稿够多时每个处理器一个，最多 8 个。报告的顺序和内容与"
        "进程数无关。1 即全在本进程内查，此时 --time-limit 无效。",
        show_default=AUTO_WORD,
    ),
]
TimeLimitOption = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        min=0,
        metavar="秒",
        help="一份草稿最多查多少秒，超过即放弃这一份，其余照查；0 为不限。经 LibreOffice 转换的另加"
        "转换的时限。只查一份时，写了才有时限。",
        show_default="120",
    ),
]
