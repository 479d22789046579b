"""The report as one page that needs nothing else: to send, to print, to read on a phone."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TextIO

from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.document.nodes import Span
from linter.reporters.places import place, section
from linter.reporters.presentation import Presentation
from linter.reporters.summary import summary_line, unlisted_line

_STYLE = """\
:root{color-scheme:light dark;--line:#8884;--error:#c62828;--warning:#b26a00;--info:#1565c0}
@media(prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffcc80;--info:#90caf9}}
body{font:1rem/1.7 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;\
max-width:50rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.3rem}h2{font-size:1.15rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
article{border-left:4px solid;border-radius:4px;padding:.2rem .8rem;margin:.8rem 0;\
background:#8881}
article.error{border-color:var(--error)}article.warning{border-color:var(--warning)}
article.info{border-color:var(--info)}
article p{margin:.3rem 0}
.head{font-size:.85rem}.error b,.error mark{color:var(--error)}
.warning b,.warning mark{color:var(--warning)}.info b,.info mark{color:var(--info)}
mark{background:#fe04;font-weight:bold;text-decoration:underline}
blockquote{margin:.4rem 0;padding-left:.6rem;border-left:1px solid var(--line)}
.other{font-size:.9rem}
@media print{article{break-inside:avoid}}
"""
_WORDS = {
    Lang.ZH: ("planlint 检查报告", "没有发现问题。", "未能检查", "zh-CN"),
    Lang.EN: ("planlint report", "Nothing found.", "Not checked", "en"),
}


def write(reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run as a page; every word of the draft in it is escaped."""
    title, _, _, code = _WORDS[how.lang]
    out.write(
        f'<!DOCTYPE html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(summary_line(reports, how.lang))}</p>\n"
    )
    for report in reports:
        out.writelines(f"{line}\n" for line in _file(report, how.lang))
    out.write("</body>\n</html>\n")


def _file(report: FileReport, lang: Lang) -> Iterator[str]:
    _, nothing, unread, _ = _WORDS[lang]
    yield f"<section>\n<h2>{escape(report.path)}</h2>"
    if report.error is not None:
        message = escape(report.error.message)
        yield f'<article class="error"><p><b>{unread}</b> {message}</p></article>'
    elif not report.diagnostics:
        yield f"<p>{nothing}</p>"
    for path, found in groupby(report.diagnostics, key=lambda d: section(d.span)):
        if path:
            yield f"<h3>{escape(path)}</h3>"
        for diagnostic in found:
            yield from _finding(diagnostic, lang)
    for more in report.unlisted:
        severity = more.severity.value
        yield f'<article class="{severity}"><p>{escape(unlisted_line(more, lang))}</p></article>'
    yield "</section>"


def _finding(d: Diagnostic, lang: Lang) -> Iterator[str]:
    severity = SEVERITIES[d.severity][lang]
    where = escape(place(d.span, lang))
    yield f'<article class="{d.severity.value}">'
    yield f'<p class="head"><b>{severity} {escape(d.rule)}</b> {where}</p>'
    yield f"<p>{escape(d.message)}</p>"
    yield f"<blockquote>{_excerpt(d.span)}</blockquote>"
    for other in d.related:
        at = escape(place(other.span, lang))
        yield f'<p class="other">↳ {escape(other.message)}（{at}）</p>'
        yield f'<blockquote class="other">{_excerpt(other.span)}</blockquote>'
    yield "</article>"


def _excerpt(span: Span) -> str:
    """The words marked within their paragraph, with … where it is cut."""
    text, (start, end) = span.node.text, span.window
    first = 0 if span.with_label else span.start
    before = ("…" if start > 0 else "") + text[start:first]
    after = text[span.end : end] + ("…" if end < len(text) else "")
    return f"{escape(before)}<mark>{escape(span.quote)}</mark>{escape(after)}"
