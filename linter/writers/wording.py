"""What comments say: the finding, its other side as people find it, what to do, the code last."""

from collections.abc import Mapping

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.catalogue.severity import SEVERITIES
from linter.diagnosis.diagnostic import Diagnostic, RelatedPlace
from linter.document.nodes import Span
from linter.plan.finding import Fix
from linter.reporters.places import place

_SHOWN = 60  # characters of a quotation


class CommentWords:
    """Words for the findings of one draft, by the rules that ran on it."""

    def __init__(self, rules: Mapping[str, Rule], lang: Lang) -> None:
        self._rules = rules
        self._zh = lang is Lang.ZH
        self._lang = lang

    def finding(self, found: Diagnostic, *, exact: bool) -> tuple[str, ...]:
        """The comment at a finding's words; it quotes them where it cannot stand at them."""
        zh = self._zh
        lines = [self._head(found), found.message]
        if not exact and found.span.quote.strip():
            lines.append(
                f"原文：“{_cut(found.span.quote)}”" if zh else f"Text: {_cut(found.span.quote)}"
            )
        lines += (self._other(related) for related in found.related)
        lines.append(self._advice(found))
        return (*lines, self._code(found))

    def other_side(self, found: Diagnostic, related: RelatedPlace) -> tuple[str, ...]:
        """The comment at the other side of a finding, which names it."""
        where, quote = self._where(found.span), _cut(found.span.quote)
        if self._zh:
            head = f"另一处 {self._named(found)}（{related.message}）"
            return head, f"问题标在{where}：“{quote}”", found.message, self._code(found)
        head = f"See {self._named(found)} ({related.message})"
        return head, f"Marked at {where}: {quote}", found.message, self._code(found)

    def change(self, found: Diagnostic, fix: Fix, *, exact: bool) -> tuple[str, ...]:
        """The comment at a place where nothing could be changed: what to change by hand."""
        if self._zh:
            why = "此处（域、链接、文本框、他人修订或跨段）不宜直接修订，请手工修改。"
        else:
            why = "Not changed here (field, link, text box, revision, two paragraphs): by hand."
        head, *rest = self.finding(found, exact=exact)
        return (head, why, *rest)

    def title(self, code: str) -> str:
        """What a rule is called."""
        rule = self._rules.get(code)
        if rule is None:
            return ""
        return rule.title if self._zh else rule.name

    def _head(self, found: Diagnostic) -> str:
        return f"{SEVERITIES[found.severity][self._lang]} {self._named(found)}"

    def _named(self, found: Diagnostic) -> str:
        return f"{found.rule} {self.title(found.rule) or found.name}"

    def _other(self, related: RelatedPlace) -> str:
        where, quote = self._where(related.span), _cut(related.span.quote)
        if self._zh:
            return f"{related.message}：{where}：“{quote}”"
        return f"{related.message}: {where}: {quote}"

    def _where(self, span: Span) -> str:
        """The heading, table, row or first words by which people find a place."""
        here = place(span, self._lang)
        above = span.node.locator.section[-1:]
        if not above:
            return here
        return f"“{above[0]}”一节{here}" if self._zh else f"“{above[0]}”, {here}"

    def _advice(self, found: Diagnostic) -> str:
        zh = self._zh
        if found.fix is not None:
            new, old = found.fix.replacement, found.span.quote
            if not new.strip():
                return f"建议删去“{_cut(old)}”" if zh else f"Delete: {_cut(old)}"
            return f"建议改为“{_cut(new)}”" if zh else f"Write: {_cut(new)}"
        if found.related:
            return (
                "请核对各处，改正有误的一处"
                if zh
                else "Compare the places, and correct the wrong one"
            )
        return "请核对后修改" if zh else "Check and correct"

    def _code(self, found: Diagnostic) -> str:
        return f"规则代码：{found.rule}" if self._zh else f"Code: {found.rule}"


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
