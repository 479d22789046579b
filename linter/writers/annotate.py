"""Writes the findings of a Word draft into it, as comments at their words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import FileReport
from linter.document.model import Document
from linter.document.nodes import Span
from linter.readers.options import Limits
from linter.writers.anchors import Anchors
from linter.writers.comments import Note, WordComments
from linter.writers.cutting import Cutter
from linter.writers.errors import WriteError
from linter.writers.markup import top_id
from linter.writers.package import WordPackage
from linter.writers.summary import summary
from linter.writers.wording import CommentWords

Remark = tuple[Span, tuple[str, ...]]


class Annotated(NamedTuple):
    """A Word draft with its findings as comments, how many there are, and the report on it."""

    data: bytes
    comments: int
    report: FileReport


def annotated(
    data: bytes,
    read: Callable[[bytes], Document],
    check: Callable[[Document], FileReport],
    rules: Mapping[str, Rule],
    lang: Lang,
    when: datetime,
    limits: Limits,
) -> Annotated:
    """Return a draft with today's comments of ours in place of earlier ones.

    Raises ReadError, and WriteError where a draft cannot be written to.
    """
    document = read(data)
    if document.format != "docx":
        raise WriteError("批注只能写入 Word 文档（.docx）；请用 Word 或 WPS 另存为 .docx 后再批注")
    package = WordPackage(data, limits)
    package.refuse_locked()
    if without_own(package):
        document = read(package.save())
    report = check(document)
    count = annotate(package, document, report, rules, lang, when)
    return Annotated(package.save(), count, report)


def without_own(package: WordPackage) -> bool:
    """Take planlint's comments out of a draft, before it is read; tell whether there were any."""
    WordComments(package).remove_own()
    return package.is_changed


def annotate(
    package: WordPackage,
    document: Document,
    report: FileReport,
    rules: Mapping[str, Rule],
    lang: Lang,
    when: datetime,
) -> int:
    """Write a report's findings as comments; returns how many comments were written.

    `document` is what the package holds: the positions are those of its reading.
    """
    wording = CommentWords(rules, lang)
    cutter = Cutter(package.document(), top_id(package.stories()) + 1)
    anchors = Anchors(document, cutter)
    first = document.title or next(document.nodes(), None)
    remarks = list(_remarks(report, wording, anchors))
    if first is not None:
        remarks.insert(0, (Span.whole(first), summary(document, report, rules, lang, when)))
    return write(package, anchors, cutter, remarks, when)


def write(
    package: WordPackage, anchors: Anchors, cutter: Cutter, remarks: list[Remark], when: datetime
) -> int:
    """Write remarks at their spans. All runs are cut, the last first, before anything is put
    between them."""
    for span, _ in sorted(remarks, key=lambda remark: -remark[0].start):
        anchors.of(span)
    notes = ((anchors.of(span), lines) for span, lines in remarks)
    placed = [Note(anchor, lines) for anchor, lines in notes if anchor is not None]
    return WordComments(package).write(placed, when, cutter.next_id)


def _remarks(report: FileReport, wording: CommentWords, anchors: Anchors) -> Iterator[Remark]:
    """The comments of the findings: one at the words of each, one at each other side."""
    seen: set[tuple[int, int, int, tuple[str, ...]]] = set()
    for found in report.diagnostics:
        yield found.span, wording.finding(found, exact=anchors.is_exact(found.span))
        for related in found.related:
            span, lines = related.span, wording.other_side(found, related)
            key = (id(span.node), span.start, span.end, lines)
            if key not in seen:
                seen.add(key)
                yield span, lines
