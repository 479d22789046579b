"""The summary of an archive as one page that needs nothing else; words of drafts are escaped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from linter import __version__
from linter.archive.summary import SEVERITIES, DraftGroup, Summary
from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES as NAMES
from linter.catalogue.severity import Severity
from linter.reporters.html.words import safe

_HERE = Path(__file__).parent
_OFFICES, _UNITS, _INDICATORS, _TOP = 100, 200, 200, 3
_COUNTS = tuple(NAMES[Severity(one)][Lang.ZH] for one in SEVERITIES)
Cell = str | int | float


def page(summary: Summary, titles: Mapping[str, str], folder: str) -> str:
    """Return the page; `titles` are those of the rules by code."""
    return "".join(f"{part}\n" for part in _page(summary, titles, folder))


def _page(summary: Summary, titles: Mapping[str, str], folder: str) -> Iterator[str]:
    style = (_HERE / "page.css").read_text("utf-8")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>planlint 汇总</title>\n<style>{style}</style>\n</head>\n<body>"
    yield "<h1>planlint 汇总</h1>"
    yield f"<p>{datetime.now():%Y-%m-%d %H:%M} 由 planlint {__version__} 生成：{safe(folder)}</p>"
    yield f"<p>{safe(headline(summary))}</p>"
    sections = _sections(summary, titles)
    for number, (heading, note, columns, rows) in enumerate(sections, 1):
        yield f'<h2 id="s{number}">{heading}</h2>'
        yield from ([f"<p>{note}</p>"] if note else [])
        yield from _table(columns, rows) if rows else ["<p>没有。</p>"]
    yield "</body>\n</html>"


def headline(summary: Summary) -> str:
    """One line: drafts, findings by severity, what could not be checked."""
    found, failed = summary.found, sum(summary.failures.values())
    counts = "，".join(f"{found[s]} 个{n}" for s, n in zip(SEVERITIES, _COUNTS, strict=True))
    left = f"；{failed} 个文件未能检查" if failed else ""
    return f"共 {summary.files} 个文件，{summary.characters} 字：{counts}{left}"


Section = tuple[str, str, Sequence[str], list[Sequence[Cell]]]


def _sections(summary: Summary, titles: Mapping[str, str]) -> Iterator[Section]:
    rules = sorted(summary.rules.items(), key=lambda item: (-item[1][0], item[0]))
    yield (
        "各规则查出的问题",
        "按个数排；“文件”是有此问题的文件数。",
        ("规则", "内容", "级别", "个数", "文件"),
        [
            (rule, titles.get(rule, name), NAMES[Severity(severity)][Lang.ZH], count, drafts)
            for (rule, name, severity), (count, drafts) in rules
        ],
    )
    yield (
        "问题最多的文件",
        "先按错误，再按警告。",
        ("文件", "标题", *_COUNTS),
        [(d.path, d.title, d.errors, d.warnings, d.infos) for d in summary.worst],
    )
    years = sorted(summary.years.items(), key=lambda item: (item[0] is None, item[0] or 0))
    yield (
        "按年份",
        "成文年份；没有成文日期的，为规划期的第一年。",
        ("年份", "文件", "没有错误的", *_COUNTS, "最多的规则"),
        [(year or "没有写明", *_group(group)) for year, group in years],
    )
    offices = sorted(summary.offices.items(), key=lambda item: (-item[1].drafts, item[0]))
    yield (
        "按单位",
        f"落款或标题写明的发文单位；没有写明的，为文件所在的文件夹。列前 {_OFFICES} 个。",
        ("单位", "文件", "没有错误的", *_COUNTS, "最多的规则"),
        [(office or "没有写明", *_group(group)) for office, group in offices[:_OFFICES]],
    )
    yield (
        "指标",
        f"各文件指标表中最后一个目标年的值；不止一个文件有的指标，列前 {_INDICATORS} 个。",
        ("指标", "单位", "文件", "最小", "四分之一", "中位", "四分之三", "最大"),
        [tuple(spread) for spread in summary.spreads(_INDICATORS)],
    )
    units = sorted(
        summary.units.items(),
        key=lambda item: (-item[1].lead - item[1].cooperating, -item[1].lead, item[0]),
    )
    yield (
        "责任单位",
        f"按任务数排，列前 {_UNITS} 个；各地的同名单位合在一起。",
        ("单位", "牵头（负责）任务", "配合任务", "文件"),
        [(name, u.lead, u.cooperating, u.drafts) for name, u in units[:_UNITS]],
    )
    total = sum(summary.failures.values())
    left = f"列前 {len(summary.failed)} 个，共 {total} 个。" if total > len(summary.failed) else ""
    yield "未能检查的文件", left, ("文件", "原因"), list(summary.failed)


def _group(group: DraftGroup) -> tuple[Cell, ...]:
    top = Counter(group.rules).most_common(_TOP)
    words = "，".join(f"{rule} {count}" for rule, count in top)
    return group.drafts, group.clean, *(group.found[one] for one in SEVERITIES), words


def _table(columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield "<table>\n<thead><tr>" + "".join(f"<th>{name}</th>" for name in columns) + "</tr></thead>"
    yield "<tbody>"
    for row in rows:
        yield "<tr>" + "".join(map(_cell, row)) + "</tr>"
    yield "</tbody>\n</table>"


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return f"<td>{safe(value)}</td>"
    return f'<td class="number">{value if isinstance(value, int) else f"{value:.6g}"}</td>'
