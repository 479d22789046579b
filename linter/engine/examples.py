"""Runs the examples of rules: a bad one is reported at its ‹marks›, a good one not at all."""

import re
from collections.abc import Iterator
from dataclasses import replace

from linter.catalogue.rule import Rule
from linter.engine.check import check
from linter.readers.load import read_bytes
from linter.settings.effective import Settings
from linter.text.patterns import lazily

_MARK = lazily("‹(.*?)›", re.S)


def example_faults(rule: Rule, settings: Settings) -> Iterator[str]:
    """Yield what the examples of a rule show to be wrong with it, for people."""
    for number, text in enumerate(rule.bad, 1):
        expected = sorted(_MARK.findall(text))
        found, error = _quotes(rule, _MARK.sub(r"\1", text), settings)
        if error:
            yield f"bad 第{number}例：{error}"
        elif sorted(found) != expected:
            yield f"bad 第{number}例：应报告{_listed(expected)}，实际{_listed(found)}"
    for number, text in enumerate(rule.good, 1):
        found, error = _quotes(rule, text, settings)
        if error or found:
            yield f"good 第{number}例：" + (error or f"不应报告，实际{_listed(found)}")


def _quotes(rule: Rule, text: str, settings: Settings) -> tuple[list[str], str]:
    """What the rule reports in a Markdown draft, and how it crashed, if it did."""
    document = read_bytes("例.md", text.encode(), "md")
    report = check(document, replace(settings, rules=(rule,)))
    return [d.span.quote for d in report.diagnostics], report.error.message if report.error else ""


def _listed(quotes: list[str]) -> str:
    return "、".join(f"“{quote}”" for quote in quotes) if quotes else "没有报告"
