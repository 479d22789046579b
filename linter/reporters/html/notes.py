"""The notes beside the draft: what was found, why it matters, and the other side."""

from collections.abc import Mapping, Sequence

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.catalogue.severity import SEVERITIES
from linter.diagnosis.diagnostic import Diagnostic
from linter.document.nodes import Span
from linter.plan.finding import Fix
from linter.reporters.html.places import Numbered
from linter.reporters.html.words import safe, word
from linter.reporters.places import place, section

_AROUND = 12  # characters shown on either side of the words at the other side


class Notes:
    """Words the notes of a page."""

    def __init__(self, rules: Mapping[str, Rule], lang: Lang) -> None:
        self._rules, self._lang = rules, lang

    def note(self, one: Numbered, *, quoted: bool = False) -> str:
        """The note of a finding; `quoted` where its words do not stand beside it."""
        key, d = one
        parts = [
            f'<article class="note {d.severity.value}" id="n{key}" data-rule="{safe(d.rule)}"'
            f' data-severity="{d.severity.value}" tabindex="-1">',
            self._head(key, d, linked=not quoted),
            f"<p>{safe(d.message)}</p>",
            f"<blockquote>{excerpt(d.span)}</blockquote>" if quoted else "",
            self._fix(d.fix) if d.fix else "",
        ]
        for i, other in enumerate(d.related, 1):
            at = safe(place(other.span, self._lang))
            words = f'↳ {safe(other.message)}<span class="where">（{at}）</span>'
            link = words if quoted else f'<a href="#r{key}-{i}">{words}</a>'
            parts.append(f'<p class="other">{link}：{excerpt(other.span, _AROUND)}</p>')
        return "".join((*parts, self._why(d.rule), "</article>"))

    def told(self, found: Sequence[Numbered]) -> str:
        """A line for each finding that has its other side here."""
        return "".join(
            f'<p class="told" data-n="{key}"><a href="#n{key}">↔ {self.severity(d)} {safe(d.rule)}'
            f"：{safe(d.message)}</a></p>"
            for key, d in found
        )

    def severity(self, d: Diagnostic) -> str:
        """The word for how bad a finding is."""
        return SEVERITIES[d.severity][self._lang]

    def title(self, rule: str, name: str) -> str:
        """What a rule is called."""
        known = self._rules.get(rule)
        return known.title if known and self._lang is Lang.ZH else name

    def item(self, one: Numbered) -> str:
        """A finding in the digest."""
        key, d = one
        where = section(d.span).rpartition(" › ")[2] or place(d.span, self._lang)
        words = f"<b>{self.severity(d)} {safe(d.rule)}</b> {safe(d.message)}"
        link = f'<a href="#n{key}">{words}</a> <span class="where">{safe(where)}</span>'
        return f'<li data-n="{key}" class="{d.severity.value}">{link}</li>'

    def _head(self, key: str, d: Diagnostic, *, linked: bool) -> str:
        title = safe(self.title(d.rule, d.name))
        where = safe(place(d.span, self._lang))
        at = f'<a class="where" href="#m{key}">{where}</a>' if linked else where
        return f'<p class="head"><b>{self.severity(d)} {safe(d.rule)}</b> {title}<br>{at}</p>'

    def _fix(self, fix: Fix) -> str:
        sure = word("safe" if fix.safe else "unsafe", self._lang)
        if not fix.replacement:
            return f'<p class="fix">{word("fix-empty", self._lang)}（{sure}）</p>'
        words = f"<ins>{safe(fix.replacement)}</ins>"
        return f'<p class="fix">{word("fix", self._lang)} {words}（{sure}）</p>'

    def _why(self, rule: str) -> str:
        known = self._rules.get(rule)
        if known is None or not known.why:
            return ""
        summary = word("why", self._lang)
        return f"<details><summary>{summary}</summary><p>{safe(known.why.strip())}</p></details>"


def excerpt(span: Span, around: int | None = None) -> str:
    """The words marked within their paragraph, with … where it is cut; `around` says how much of it
    is shown on either side at most."""
    text, (start, end) = span.node.text, span.window
    first = 0 if span.with_label else span.start
    if around is not None:
        start, end = max(start, first - around), min(end, span.end + around)
    before = ("…" if start > 0 else "") + text[start:first]
    after = text[span.end : end] + ("…" if end < len(text) else "")
    return f"{safe(before)}<mark>{safe(span.quote)}</mark>{safe(after)}"
