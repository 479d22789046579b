"""Counts over reports, shared by every report format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES, Severity
from linter.diagnosis.diagnostic import FileReport, Unlisted


def counts(reports: Iterable[FileReport]) -> Counter[Severity]:
    """How many diagnostics of each severity."""
    found: Counter[Severity] = Counter()
    for report in reports:
        found.update(d.severity for d in report.diagnostics)
        for more in report.unlisted:
            found[more.severity] += more.count
    return found


def by_rule(reports: Iterable[FileReport]) -> list[tuple[str, str, Severity, int]]:
    """(code, name, severity, count), the most frequent first."""
    found = Counter((d.rule, d.name, d.severity) for r in reports for d in r.diagnostics)
    for more in (more for report in reports for more in report.unlisted):
        found[more.rule, more.name, more.severity] += more.count
    rows = [(rule, name, severity, n) for (rule, name, severity), n in found.items()]
    return sorted(rows, key=lambda row: (-row[3], row[0]))


def unlisted_line(more: Unlisted, lang: Lang) -> str:
    """One line: how many findings of a rule are counted and not listed."""
    severity = SEVERITIES[more.severity][lang]
    if lang is Lang.ZH:
        return f"{more.rule} 还有 {more.count} 个{severity}只计数、未列出（limits: findings）"
    plural = "" if more.count == 1 else "s"
    return (
        f"{more.rule}: {more.count} more {severity}{plural} counted, not listed (limits: findings)"
    )


def summary_line(reports: Sequence[FileReport], lang: Lang) -> str:
    """One line: files, findings by severity, and what is not among them."""
    found = counts(reports)
    unread = sum(report.error is not None for report in reports)
    checked, zh = len(reports) - unread, lang is Lang.ZH
    if zh:
        head = f"共检查 {checked} 个文件："
        parts = "，".join(f"{found[s]} 个{SEVERITIES[s][lang]}" for s in Severity)
    else:
        head = f"{checked} file(s) checked: "
        parts = ", ".join(
            f"{found[s]} {SEVERITIES[s][lang]}{'' if found[s] == 1 else 's'}" for s in Severity
        )
    return ("；" if zh else "; ").join((head + parts, *_left_out(reports, unread, zh)))


def _left_out(reports: Sequence[FileReport], unread: int, zh: bool) -> Iterator[str]:
    silenced = sum(report.suppressed for report in reports)
    carried = sum(len(report.carried or ()) for report in reports)
    stale = sum(report.stale for report in reports)
    if silenced:
        yield f"已忽略 {silenced} 个" if zh else f"{silenced} suppressed"
    if carried:
        yield f"基线已有 {carried} 个" if zh else f"{carried} carried from the baseline"
    if stale:
        yield (
            f"基线中 {stale} 条已不再出现（planlint baseline prune 可清理）"
            if zh
            else f"{stale} of the baseline no longer occur (planlint baseline prune)"
        )
    if unread:
        yield f"{unread} 个文件未能检查" if zh else f"{unread} not checked"
