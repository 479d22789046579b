"""Writes remarks and findings into small Word files, and reads what came out without planlint."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from lxml import etree

from linter.catalogue.language import Lang
from linter.document.model import Document
from linter.document.nodes import Span
from linter.readers.load import read_bytes
from linter.writers.anchors import Anchors
from linter.writers.annotate import annotate, without_own, write
from linter.writers.cutting import Cutter
from linter.writers.markup import top_id
from linter.writers.package import WordPackage
from tests.helpers import chosen_rules, reported
from tests.readers.docx.fixtures import W

WHEN = datetime(2026, 5, 6, 7, 8, 9)
NAME = f"{{{W}}}"


def read(data: bytes) -> Document:
    return read_bytes("draft.docx", data, "docx")


def span_of(document: Document, words: str) -> Span:
    """The span of some words of a document, a label's included."""
    for node in document.nodes():
        whole = Span.whole(node)
        if words and words in whole.quote:
            start = whole.quote.index(words) - len(whole.label)
            return Span(node, max(start, 0), start + len(words), with_label=start < 0)
    raise AssertionError(f"{words} is not in the draft")


def remarked(data: bytes, *spans: str | Span, document: Document | None = None) -> bytes:
    """The file with a comment at each span, or at the first place of words."""
    document = document or read(data)
    package = WordPackage(data)
    cutter = Cutter(package.document(), top_id(package.stories()) + 1)
    places = [s if isinstance(s, Span) else span_of(document, s) for s in spans]
    remarks = [(span, (f"第{i}条",)) for i, span in enumerate(places)]
    write(package, Anchors(document, cutter), cutter, remarks, WHEN)
    return package.save()


def annotated(data: bytes, *select: str, when: datetime = WHEN) -> bytes:
    """The file with the findings of some rules as comments, as the command writes them."""
    document = read(data)
    package = WordPackage(data)
    package.refuse_locked()
    if without_own(package):
        document = read(package.save())
    rules = chosen_rules(*select)
    report = reported(document, rules)
    annotate(package, document, report, {rule.id: rule for rule in rules}, Lang.ZH, when)
    return package.save()


def member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name)


def body(data: bytes) -> etree._Element:
    return etree.fromstring(member(data, "word/document.xml"))


def anchored(data: bytes) -> list[str]:
    """The words between the marks of each comment, by its id; fails where a mark is missing."""
    found: dict[str, list[str]] = {}
    opened: set[str] = set()
    referred: set[str] = set()
    for element in body(data).iter():
        key = element.get(f"{NAME}id", "")
        if element.tag == f"{NAME}commentRangeStart":
            opened.add(key)
            found[key] = []
        elif element.tag == f"{NAME}commentRangeEnd":
            opened.remove(key)
        elif element.tag == f"{NAME}commentReference":
            referred.add(key)
        elif element.tag == f"{NAME}t":
            for one in opened:
                found[one].append(element.text or "")
    assert not opened
    assert referred == found.keys()
    return ["".join(found[key]) for key in sorted(found, key=int)]


def said(data: bytes) -> list[list[str]]:
    """The lines of each comment, by its id."""
    root = etree.fromstring(member(data, "word/comments.xml"))
    comments = sorted(root, key=lambda comment: int(comment.get(f"{NAME}id", "0")))
    return [
        ["".join(t.text or "" for t in p.iter(f"{NAME}t")) for p in comment] for comment in comments
    ]


def saved(data: bytes, folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
