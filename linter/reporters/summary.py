"""Counts over reports, shared by every report format."""

from collections import Counter
from collections.abc import Iterable

from linter.diagnostic import FileReport, Severity
from linter.wording import SEVERITIES, Lang


def counts(reports: Iterable[FileReport]) -> Counter[Severity]:
    """How many diagnostics of each severity."""
    return Counter(d.severity for report in reports for d in report.diagnostics)


def by_rule(reports: Iterable[FileReport]) -> list[tuple[str, str, Severity, int]]:
    """(code, name, severity, count), the most frequent first."""
    found = Counter((d.rule, d.name, d.severity) for r in reports for d in r.diagnostics)
    rows = [(rule, name, severity, n) for (rule, name, severity), n in found.items()]
    return sorted(rows, key=lambda row: (-row[3], row[0]))


def summary_line(reports: list[FileReport], lang: Lang) -> str:
    """One line: files, findings by severity, those suppressed, files that could not be read."""
    found = counts(reports)
    silenced = sum(report.suppressed for report in reports)
    unread = sum(report.error is not None for report in reports)
    if lang is Lang.ZH:
        parts = [f"{found[s]} 个{SEVERITIES[s][lang]}" for s in Severity]
        tail = f"；已忽略 {silenced} 个" if silenced else ""
        tail += f"；{unread} 个文件未能检查" if unread else ""
        return f"共检查 {len(reports) - unread} 个文件：{'，'.join(parts)}{tail}"
    parts = [f"{found[s]} {SEVERITIES[s][lang]}{'' if found[s] == 1 else 's'}" for s in Severity]
    tail = f"; {silenced} suppressed" if silenced else ""
    tail += f"; {unread} not checked" if unread else ""
    return f"{len(reports) - unread} file(s) checked: {', '.join(parts)}{tail}"
