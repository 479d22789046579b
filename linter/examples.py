"""Runs the examples of rules: a bad one is reported at its ‹marks›, a good one not at all."""

import re
from collections.abc import Iterator

from linter.engine import Context, check_document
from linter.patterns import lazily
from linter.readers.load import read_bytes
from linter.rules import Rule

_MARK = lazily("‹(.*?)›", re.S)


def example_faults(rule: Rule, context: Context) -> Iterator[str]:
    """Yield what the examples of a rule show to be wrong with it, for people."""
    for number, text in enumerate(rule.bad, 1):
        expected = sorted(_MARK.findall(text))
        found, error = _quotes(rule, _MARK.sub(r"\1", text), context)
        if error:
            yield f"bad 第{number}例：{error}"
        elif sorted(found) != expected:
            yield f"bad 第{number}例：应报告{_listed(expected)}，实际{_listed(found)}"
    for number, text in enumerate(rule.good, 1):
        found, error = _quotes(rule, text, context)
        if error or found:
            yield f"good 第{number}例：" + (error or f"不应报告，实际{_listed(found)}")


def _quotes(rule: Rule, text: str, context: Context) -> tuple[list[str], str]:
    """What the rule reports in a Markdown draft, and how it crashed, if it did."""
    document = read_bytes("例.md", text.encode(), "md")
    report = check_document(document, [rule], context=context)
    return [d.span.quote for d in report.diagnostics], report.error.message if report.error else ""


def _listed(quotes: list[str]) -> str:
    return "、".join(f"“{quote}”" for quote in quotes) if quotes else "没有报告"
