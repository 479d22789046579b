"""planlint cache: the results of earlier runs that are kept in the user's cache folder."""

import json
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from linter.commands import shared
from linter.commands.usage.run import App

if TYPE_CHECKING:
    from linter.engine.cache.results import Stock

_DAY, _HOUR = 24 * 60 * 60, 60 * 60

app = App(
    name="cache",
    help="以前检查的结果：草稿、规则和配置都没有变时，check 直接取用。看存了多少，或清空。",
)
JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取。")]


@app.callback()
def _cache() -> None:
    pass


@app.command()
def show(as_json: JsonOption = False) -> None:
    """显示存在哪里、多少条、多大、存了多久。"""
    from linter.engine.cache.results import MOST_BYTES, kept_results

    stock = kept_results().stock()
    if as_json:
        _json(_data(stock) | {"limit": MOST_BYTES})
        return
    shared.say(f"位置：{stock.folder}")
    shared.say(f"共 {stock.entries} 条，{_size(stock.size)}（上限 {_size(MOST_BYTES)}）")
    if stock.oldest is not None and stock.newest is not None:
        shared.say(f"最久未用的：{_age(stock.oldest)}；最近的：{_age(stock.newest)}")


@app.command()
def clean(as_json: JsonOption = False) -> None:
    """清空；草稿本身不动，下次检查重新读。"""
    from linter.engine.cache.results import kept_results
    from linter.text.files import reason

    results = kept_results()
    try:
        removed = results.clean()
    except OSError as error:
        shared.fail(f"{results.folder} 不能清空：{reason(error)}")
    if as_json:
        _json({"removed": _data(removed)})
    else:
        shared.say(f"已删去 {removed.entries} 条，{_size(removed.size)}：{removed.folder}")


def _data(stock: "Stock") -> dict[str, Any]:
    now = time.time()
    ages = {"oldest": stock.oldest, "newest": stock.newest}
    return {
        "folder": str(stock.folder),
        "entries": stock.entries,
        "bytes": stock.size,
        **{f"{k}_age_seconds": None if t is None else round(now - t) for k, t in ages.items()},
    }


def _json(data: dict[str, Any]) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False))


def _size(count: int) -> str:
    return f"{count / (1 << 20):.1f} MB" if count >= 1 << 20 else f"{count / 1024:.1f} KB"


def _age(then: float) -> str:
    seconds = max(0, time.time() - then)
    if seconds >= _DAY:
        return f"{seconds / _DAY:.0f} 天前"
    return f"{seconds / _HOUR:.0f} 小时前" if seconds >= _HOUR else f"{seconds / 60:.0f} 分钟前"
