"""What a draft says can break no report."""

import re
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree

import pytest

from linter.catalogue.load import builtin_rules
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.document.model import Document
from linter.document.nodes import Paragraph, Span
from linter.reporters.formats import write
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from tests.helpers import reported

NASTY = "a%,:\r\n::error::x</blockquote><script>&\x00\x1b]]>\ud83d\udca9\U0001f4a9"


def report(form: Format) -> str:
    span = Span(Paragraph(NASTY), 2, 8)
    found = Diagnostic("BOX001", "box", Severity.ERROR, NASTY, span)
    out = StringIO()
    write(form, [FileReport(f"x/{NASTY}", "md", (found,))], out, Presentation())
    return out.getvalue()


def test_a_workflow_command_is_one_line() -> None:
    (line,) = report(Format.GITHUB).splitlines()[:1]
    properties, message = line.removeprefix("::error ").split("::", 1)
    assert len(properties.split(",")) == 2
    assert report(Format.GITHUB).count("\n") == 1
    assert message.startswith("a%25,:%0D%0A::error")


def test_junit_is_well_formed() -> None:
    root = ElementTree.fromstring(report(Format.JUNIT).encode("utf-8", "replace"))
    (failure,) = root.iter("failure")
    assert "<script>&" in (failure.text or "")


def test_the_page_has_no_element_of_the_draft_and_nothing_from_outside() -> None:
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    page = report(Format.HTML)
    parser.feed(page)
    assert tags.count("script") == 1  # our own
    assert "<script>&" not in page
    assert not re.search(r"src=|href=[\"'](?!#)|url\(|@import|https?:", page)
    assert 'lang="zh-CN"' in page


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_junit_fails_from_warning_on(severity: str) -> None:
    found = Diagnostic("X", "x", Severity(severity), "m", Span(Paragraph("词"), 0, 1))
    out = StringIO()
    write(Format.JUNIT, [FileReport("x.md", "md", (found,))], out, Presentation())
    root = ElementTree.fromstring(out.getvalue())
    assert root.get("failures") == ("0" if severity == "info" else "1")
    assert root.get("tests") == "1"


def test_junit_counts_a_draft_without_findings_as_passed() -> None:
    out = StringIO()
    clean = reported(Document("x.md", "md", ()), builtin_rules())
    write(Format.JUNIT, [clean], out, Presentation())
    root = ElementTree.fromstring(out.getvalue())
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
