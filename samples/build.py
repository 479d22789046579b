#!/usr/bin/env python3
"""Build the sample drafts from samples/source: clean and planted, as Markdown and Word.

    python samples/build.py            write samples/clean and samples/planted
    python samples/build.py --check    write nothing; exit 1 if what is there is out of date

The same sources give the same bytes, so that a rebuild shows in a diff only what changed.
Needs python-docx and PyYAML.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
ZIP_DATE = (2020, 1, 1, 0, 0, 0)
WRITTEN = datetime(2020, 1, 1)

# Word cuts a sentence into runs wherever somebody edited it: a reader must not mind.
RUN_LENGTHS = (9, 23, 4, 40, 1, 17)

CHAPTER = re.compile(r"[一二三四五六七八九十]+、")
SUBSECTION = re.compile(r"（[一二三四五六七八九十]+）[^。]*$")
LEAD = re.compile(r"\d+\.[^。]*。")
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
NUMBER_OF_NOTICE = re.compile(r"\S+〔\d{4}〕\d+号")
ATTACHMENT = re.compile(r"附件\d*")


class Text(NamedTuple):
    text: str


class Box(NamedTuple):
    title: str
    items: list[str]


class Table(NamedTuple):
    rows: list[list[str]]


Block = Text | Box | Table
Defect = dict[str, Any]  # an entry of *.defects.yaml; samples/README.md says what it holds


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of a source draft, in order: one chunk between blank lines is one block."""
    for chunk in re.split(r"\n{2,}", markdown.strip()):
        if chunk.startswith("|"):
            rows = [[c.strip() for c in ln.strip("|").split("|")] for ln in chunk.split("\n")]
            yield Table([rows[0], *rows[2:]])
        elif chunk.startswith(">"):
            lines = [ln.lstrip("> ").strip("*") for ln in chunk.split("\n")]
            title, *items = [ln for ln in lines if ln]
            yield Box(title, items)
        else:
            yield Text(chunk)


def add_runs(paragraph: Any, text: str) -> None:
    """Write the text in several runs; the opening sentence of a task is bold."""
    lead = LEAD.match(text)
    start = lead.end() if lead else 0
    if lead:
        paragraph.add_run(lead.group()).bold = True
    for length in cycle(RUN_LENGTHS):
        if start >= len(text):
            break
        paragraph.add_run(text[start : start + length])
        start += length


def style_of(text: str, previous: str, notice: str) -> tuple[str | None, Any]:
    """Word style and alignment of a paragraph, from its wording and the one before it."""
    if text == notice or (len(text) > 10 and text in notice):
        return "Title", ALIGN.CENTER
    if CHAPTER.match(text):
        return "Heading 1", None
    if SUBSECTION.match(text):
        return "Heading 2", None
    if ATTACHMENT.fullmatch(previous) or NUMBER_OF_NOTICE.fullmatch(text):
        return None, ALIGN.CENTER
    if DATE.fullmatch(text):
        return None, ALIGN.RIGHT
    return None, None


def add_table(document: Any, rows: list[list[str]]) -> None:
    """A grid; a row with nothing but its first cell names a group and is merged across."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        cells = row.cells
        for cell, text in zip(cells, texts, strict=True):
            if text:
                cell.paragraphs[0].add_run(text)
        if texts[0] and not any(texts[1:]):
            first, last = cells[0], cells[-1]
            first.merge(last)


def add_box(document: Any, box: Box) -> None:
    """A 专栏 drawn the usual way, as a table of one cell."""
    cell = document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
    cell.paragraphs[0].add_run(box.title).bold = True
    cell.paragraphs[0].alignment = ALIGN.CENTER
    for item in box.items:
        add_runs(cell.add_paragraph(), item)


def docx_of(markdown: str) -> bytes:
    """The draft as a Word file."""
    return package(document_of(markdown))


def document_of(markdown: str) -> Any:
    """The draft as python-docx has it."""
    document = Document()
    notice = markdown.split("\n", 1)[0].removeprefix("# ")
    previous = ""
    for block in blocks(markdown):
        if isinstance(block, Table):
            add_table(document, block.rows)
        elif isinstance(block, Box):
            add_box(document, block)
        else:
            text = block.text.removeprefix("# ")
            style, alignment = style_of(text, previous, notice)
            paragraph = document.add_paragraph(style=style)
            paragraph.alignment = alignment
            paragraph.paragraph_format.page_break_before = ATTACHMENT.fullmatch(text) and True
            add_runs(paragraph, text)
            previous = text
    set_properties(document, notice)
    return document


def package(document: Any) -> bytes:
    """The file of a Word draft."""
    stream = io.BytesIO()
    document.save(stream)
    return fixed_dates(stream.getvalue())


def set_properties(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = "planlint samples"
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = WRITTEN
    properties.revision = 1


def fixed_dates(package: bytes) -> bytes:
    """The same package with one date on every member."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return stream.getvalue()


def planted(clean: str, defects: list[Defect]) -> str:
    """The draft with every defect of its text in it; SystemExit for one without one place."""
    for defect in defects:
        if clean.count(defect["find"]) != 1:
            raise SystemExit(f"{defect['id']}: {defect['find']!r} does not occur exactly once")
        clean = clean.replace(defect["find"], defect.get("replace", defect["find"]))
    return clean


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every file to be written, with its content."""
    from residues import leave  # beside this script, out of sight of those who import docx_of

    for source in sorted(SOURCE.glob("*.md")):
        clean = source.read_text(encoding="utf-8")
        defects = yaml.safe_load(source.with_suffix(".defects.yaml").read_text(encoding="utf-8"))
        text = planted(clean, defects)
        yield HERE / "clean" / source.name, clean.encode()
        yield HERE / "clean" / f"{source.stem}.docx", docx_of(clean)
        yield HERE / "planted" / source.name, text.encode()
        document = document_of(text)
        for defect in defects:
            if "word" in defect:
                leave(document, defect["find"], defect["word"])
        yield HERE / "planted" / f"{source.stem}.docx", package(document)


def content(name: str, data: bytes) -> object:
    """What is compared: for Word the members, since zlib versions compress differently."""
    if not name.endswith(".docx"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {member: package.read(member) for member in package.namelist()}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check = parser.parse_args().check
    stale = 0
    for path, data in outputs():
        if path.exists() and content(path.name, path.read_bytes()) == content(path.name, data):
            continue
        stale += 1
        print(path.relative_to(HERE.parent).as_posix(), "is out of date" if check else "written")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
