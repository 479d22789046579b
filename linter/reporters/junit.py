"""JUnit XML, for build servers: a suite a draft, a case a finding, a failure from warning on."""

from collections.abc import Iterator, Sequence
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from linter.catalogue.language import Lang
from linter.catalogue.severity import SEVERITIES, Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.reporters.places import place, section
from linter.reporters.presentation import Presentation
from linter.reporters.summary import unlisted_line
from linter.text.patterns import lazily

_ILLEGAL = lazily(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run."""
    root = Element("testsuites", name="planlint")
    for report in reports:
        root.append(_suite(report, how.lang))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(tostring(root, encoding="unicode") + "\n")


def _suite(report: FileReport, lang: Lang) -> Element:
    suite = Element("testsuite", name=_clean(report.path))
    suite.extend(_cases(report, lang))
    counted = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(suite)))
    for name, tag in counted.items():
        suite.set(name, str(len(suite.findall(f"*/{tag}"))))
    return suite


def _cases(report: FileReport, lang: Lang) -> Iterator[Element]:
    """The findings; a draft that cannot be read is an error, one without findings a pass."""
    if report.error is not None:
        case = _case(report, report.error.kind)
        message = _clean(report.error.message)
        SubElement(case, "error", type=report.error.kind, message=message)
        yield case
    for d in report.diagnostics:
        case = _case(report, f"{d.rule} {_where(d, lang)}", d)
        if d.severity is Severity.INFO:
            SubElement(case, "system-out").text = _clean(_details(d, lang))
        else:
            failure = SubElement(case, "failure", type=d.rule, message=_clean(d.message))
            failure.text = _clean(_details(d, lang))
        yield case
    for more in report.unlisted:
        case, told = _case(report, more.rule), unlisted_line(more, lang)
        if more.severity is Severity.INFO:
            SubElement(case, "system-out").text = told
        else:
            SubElement(case, "failure", type=more.rule, message=told)
        yield case
    for one in report.silenced:
        case = _case(
            report, f"{one.diagnostic.rule} {_where(one.diagnostic, lang)}", one.diagnostic
        )
        SubElement(case, "skipped", message=_clean(one.by[0].reason or one.by[0].words))
        yield case
    if report.error is None and not report.diagnostics and not report.silenced:
        yield _case(report, "planlint")


def _case(report: FileReport, name: str, d: Diagnostic | None = None) -> Element:
    path = _clean(report.path)
    case = Element("testcase", classname=path, name=_clean(name), file=path)
    if d is not None and d.span.position is not None:
        case.set("line", str(d.span.position[0]))
    return case


def _where(d: Diagnostic, lang: Lang) -> str:
    return " › ".join(part for part in (section(d.span), place(d.span, lang)) if part)


def _details(d: Diagnostic, lang: Lang) -> str:
    severity = SEVERITIES[d.severity][lang]
    lines = [f"{severity} {d.rule} {d.message}", _where(d, lang), d.span.excerpt]
    lines += [f"{r.message}（{place(r.span, lang)}）：{r.span.quote}" for r in d.related]
    return "\n".join(lines)


def _clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)
