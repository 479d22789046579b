"""The comment at the title: how much was found, by which rules, over what, when."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from linter import __version__
from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.catalogue.severity import SEVERITIES, Severity
from linter.diagnosis.coverage.words import summary as compared
from linter.diagnosis.diagnostic import FileReport
from linter.document.model import Document
from linter.plan.lexicon import builtin_lexicon
from linter.writers.wording import CommentWords

_RULES = 30  # rules that are listed one by one


def summary(
    document: Document,
    report: FileReport,
    rules: Mapping[str, Rule],
    lang: Lang,
    when: datetime,
) -> tuple[str, ...]:
    """Return the lines of the comment at the title."""
    zh = lang is Lang.ZH
    counts = Counter(found.severity for found in report.diagnostics)
    if zh:
        told = "，".join(f"{counts[s]} 个{SEVERITIES[s][lang]}" for s in Severity)
    else:
        told = ", ".join(f"{counts[s]} × {SEVERITIES[s][lang]}" for s in Severity)
    lines = [f"planlint 检查结果：{told}" if zh else f"planlint found {told}"]
    lines += _left_out(report, zh=zh)
    lines += _by_rule(report, CommentWords(rules, lang), lang)
    lines.append(_looked_at(document, rules, lang))
    if report.coverage is not None:
        lines += compared(report.coverage, lang).splitlines()
    lines.append(
        "改好后再批注一次，这些批注会换成新的；"
        "确认无误的，在该批注下答复“planlint”加冒号、“忽略”和规则代码"
        if zh
        else "Run it again to renew these comments; to what is right as it is, reply “planlint”, "
        "a colon, “ignore” and the code"
    )
    day = f"{when:%Y-%m-%d}"
    return (*lines, f"planlint {__version__}，{day}" if zh else f"planlint {__version__}, {day}")


def _left_out(report: FileReport, *, zh: bool) -> Iterator[str]:
    carried = len(report.carried or ())
    if report.suppressed:
        yield f"已忽略 {report.suppressed} 个" if zh else f"{report.suppressed} suppressed"
    if carried:
        yield f"基线已有 {carried} 个" if zh else f"{carried} in the baseline"


def _by_rule(report: FileReport, wording: CommentWords, lang: Lang) -> Iterator[str]:
    """How often each rule found something, the worst first."""
    zh = lang is Lang.ZH
    found = Counter((-d.severity.rank, d.rule, d.severity) for d in report.diagnostics)
    for (_, rule, severity), times in sorted(found.items())[:_RULES]:
        head = f"{SEVERITIES[severity][lang]} {rule} {wording.title(rule)}"
        yield f"{head}：{times} 处" if zh else f"{head}: {times}"
    if len(found) > _RULES:
        rest = len(found) - _RULES
        yield f"……另有 {rest} 条规则" if zh else f"… and {rest} more rules"


def _looked_at(document: Document, rules: Mapping[str, Rule], lang: Lang) -> str:
    """Which rules ran, by family, and what there was to look at."""
    names = {entry["code"]: entry[lang] for entry in builtin_lexicon().entries("families")}
    ran = Counter(names.get(rule.family, rule.family) for rule in rules.values())
    paragraphs, tables, boxes = (
        sum(1 for _ in found)
        for found in (document.paragraphs(), document.tables(), document.boxes())
    )
    if lang is Lang.ZH:
        families = "、".join(f"{name} {times}" for name, times in ran.items())
        over = f"{paragraphs} 段、{tables} 个表、{boxes} 个专栏"
        return f"用 {len(rules)} 条规则（{families}）查了 {over}"
    families = ", ".join(f"{name} {times}" for name, times in ran.items())
    over = f"{paragraphs} paragraphs, {tables} tables, {boxes} boxes"
    return f"{len(rules)} rules ({families}) over {over}"
