"""docs/performance.md: ratios first, then seconds, and what they were measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import NamedTuple

from bench.speed.machine import Machine
from bench.speed.names import (
    AGAIN,
    ARCHIVE_ALL,
    ARCHIVE_ONE,
    ARCHIVE_TWO,
    BARE,
    HELP,
    OTHERS,
    PART,
    SENTENCES,
    TEXT,
    TWO,
    WORD,
)
from bench.speed.timing import Timing

_LONG = 30_000  # characters; of shorter drafts most of the time is start-up

_QUIET = 0.5  # processes a core that wanted to run

Timings = Mapping[str, Timing]


class Results(NamedTuple):
    """The timings of each case by the name of the command, and how they were come by.

    The keys of `cases` are `start`, lengths in characters, `folder`, `archive`, or a file's name.
    """

    cases: Mapping[str, Timings]
    rounds: Mapping[str, int]
    folder: int  # its drafts
    archive: int  # its drafts
    versions: Mapping[str, str]  # of the linters
    load: float  # processes that wanted a core before the first was timed


_TEMPLATE = Path(__file__).with_name("performance.template.md")


def page(results: Results, machine: Machine, day: date) -> str:
    """The page of a run, in Markdown; what was not timed is left out."""
    tools = ", ".join(f"{name} {version}" for name, version in results.versions.items())
    rounds = sorted({results.rounds[key] for key in results.cases}, reverse=True)
    return Template(_TEMPLATE.read_text("utf-8")).substitute(
        warning=_warning(results.load, machine.cores),
        ratios=_ratios(results),
        seconds=_seconds(results),
        memory=_memory(results),
        starts="\n".join(filter(None, (_starts(results), _archive(results)))),
        date=day.isoformat(),
        machine=described(machine),
        load=f"{results.load:.1f}",
        rounds=" / ".join(map(str, rounds)),
        tools=tools or "未测：没有 Node.js 和 npm。 Not timed: no Node.js, no npm.",
    )


def described(machine: Machine) -> str:
    """The machine in a line."""
    size = f"{machine.cores} 核 cores" + (f", {machine.memory} GiB" if machine.memory else "")
    return ", ".join(part for part in (size, machine.system, machine.python, machine.node) if part)


def ratio(above: Timing | None, below: Timing | None) -> str:
    """One median over another; a dash where either is missing."""
    if above is None or below is None:
        return "—"
    return f"{above.median / max(below.median, 1e-9):.2f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, the first column to the left; nothing where it has no other."""
    if len(head) < 2:
        return ""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def growth(results: Results) -> float | None:
    """How often the time of a draft is that of one ten times shorter, start-up taken off."""
    start = results.cases.get("start", {}).get(SENTENCES)
    for short, long in pairwise(_lengths(results)):
        if start and int(short) >= _LONG and int(long) == 10 * int(short):
            few, many = (results.cases[key][WORD].median - start.median for key in (short, long))
            return many / few if few > 0 else None
    return None


def _lengths(results: Results) -> list[str]:
    return sorted((key for key in results.cases if key.isdecimal()), key=int)


def _columns(results: Results) -> dict[str, str]:
    """The cases that are columns of the tables: key and title."""
    titles = {key: f"{int(key):,} 字" for key in _lengths(results)}
    named = {k: f"`{k}`" for k in results.cases if k.endswith(".docx")}
    folder = {"folder": f"{results.folder} × 3,000 字"} if "folder" in results.cases else {}
    return titles | named | folder


def _rows(
    results: Results, names: Iterable[str], cell: Callable[[Timings, str], str]
) -> list[list[str]]:
    """A row for each name that any case has."""
    columns = _columns(results)
    return [
        [name, *(cell(results.cases[key], name) for key in columns)]
        for name in names
        if any(name in results.cases[key] for key in columns)
    ]


def _ratios(results: Results) -> str:
    columns = _columns(results)
    against = _rows(results, OTHERS, lambda case, name: ratio(case.get(WORD), case.get(name)))
    for row in against:
        row[0] = f"planlint ÷ {row[0]}"
    again = _rows(results, [AGAIN], lambda case, name: ratio(case.get(name), case.get(WORD)))
    for row in again:
        row[0] = "没有改动再查 ÷ 第一次 unchanged ÷ first"
    shown = table(["", *columns.values()], [*against, *again])
    return f"{shown}\n" + "".join(f"- {line}\n" for line in _told(results))


def _told(results: Results) -> Iterable[str]:
    """Other ratios, a line each."""
    folder, start = (results.cases.get(key, {}) for key in ("folder", "start"))
    if TWO in folder:
        times = ratio(folder[WORD], folder[TWO])
        yield f"两个进程的速度是一个的 {times} 倍。 Two processes are {times} times as fast as one."
    if WORD in folder:
        first = f"{folder[WORD].first:.2f}"
        yield (
            f"文件夹的第一处问题在 {first} 秒时打印。 "
            f"The first finding of the folder is printed after {first} s."
        )
    if ARCHIVE_ALL in (archive := results.cases.get("archive", {})):
        times = ratio(archive[ARCHIVE_ONE], archive[ARCHIVE_TWO])
        rate = f"{results.archive / archive[ARCHIVE_ALL].median:.0f}"
        yield (
            f"`planlint archive`：两个进程的速度是一个的 {times} 倍，每秒 {rate} 份短稿。 "
            f"Two processes are {times} times as fast as one, {rate} short drafts a second."
        )
    if HELP in start:
        times = ratio(start[HELP], start[BARE])
        yield f"`planlint --help` ÷ 空的解释器 bare interpreter: {times}"
    if (times_longer := growth(results)) is not None:
        yield (
            f"文本长十倍，耗时 {times_longer:.1f} 倍（不计启动）。 "
            f"Ten times the text takes {times_longer:.1f} times the time, start-up taken off."
        )


def _warning(load: float, cores: int) -> str:
    """What is said of a run beside which others wanted the cores."""
    if load <= cores * _QUIET:
        return ""
    return (
        "\n**当时机器在做别的事：秒数不可信，比值也只可参考，请在空闲时重测。** "
        "**The machine was busy with other work: trust no seconds, ratios with care; repeat.**\n"
    )


def _seconds(results: Results) -> str:
    rows = _rows(results, [WORD, AGAIN, TWO, TEXT, *OTHERS], _spread)
    return table(["中位数（最小–最大）median (least–most)", *_columns(results).values()], rows)


def _spread(case: Timings, name: str) -> str:
    if (timing := case.get(name)) is None:
        return "—"
    return f"{timing.median:.2f} ({timing.least:.2f}–{timing.most:.2f})"


def _memory(results: Results) -> str:
    def peak(case: Timings, name: str) -> str:
        return f"{case[name].memory:.0f}" if name in case else "—"

    rows = _rows(results, [WORD, AGAIN, TWO, TEXT, *OTHERS], peak)
    return table(["内存峰值 peak MiB", *_columns(results).values()], rows)


def _starts(results: Results) -> str:
    case = results.cases.get("start", {})
    rows = [[f"`{name}`", _spread(case, name), f"{t.memory:.0f}"] for name, t in case.items()]
    return table(["启动 start", "秒 s", "MiB"], rows) if rows else ""


def _archive(results: Results) -> str:
    case = results.cases.get("archive", {})
    part, every = f"{results.archive // PART:,}", f"{results.archive:,}"
    sizes = {ARCHIVE_ONE: part, ARCHIVE_TWO: part, ARCHIVE_ALL: every}
    rows = [[f"`{name}`", sizes[name], f"{timing.median:.1f}"] for name, timing in case.items()]
    return table(["各约 300 字 of some 300 characters", "份 drafts", "秒 s"], rows) if rows else ""
