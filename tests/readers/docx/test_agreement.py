"""The reader held against docx2python, against the Markdown reader, and against real drafts."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as NewWord
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs

from linter.catalogue.load import builtin_rules
from linter.document.model import Document
from linter.document.nodes import Block, Box, Paragraph, Table
from linter.engine.check import check_path
from linter.readers import docx
from linter.readers.load import load, read_bytes
from linter.readers.raw import RawParagraph
from linter.settings.effective import Settings
from tests.helpers import draft
from tests.shared import needs_shared, shared

# SimpleMacro is an old .doc: see tests/readers/office.
OTHERS = [path for path in shared("nasty/public/*.doc*") if "SimpleMacro" not in path.name]
_CHECKED = 60_000  # bytes; larger drafts are checked by bench/speed
LINES = (
    "某市数字经济发展规划（2026—2030年）",
    "一、总体要求",
    "到2030年，全市数字经济核心产业增加值占比达到12%。",
    "（一）夯实数字基础。加快建设算力设施，详见专栏1。",
    "1.实施算力工程。",
    "二、保障措施",
    "市发展改革委牵头负责。",
)
BOX = ("专栏1　算力工程", "1.建设智算中心。", "2.完善网络。")
ROWS = (
    ("指标", "2025年", "2030年"),
    ("城镇化率（%）", "65", "70"),
    ("用水量（亿立方米）", "3", "3.2"),
)


def saved(document) -> bytes:  # type: ignore[no-untyped-def]
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word_draft() -> bytes:
    """A draft as Word would hold it: runs cut anywhere, a one-cell table, a grid."""
    document = NewWord()
    for i, line in enumerate(LINES):
        paragraph = document.add_paragraph()
        paragraph.add_run(line[:5]).bold = True
        paragraph.add_run(line[5:])
        if i == 4:
            cell = document.add_table(1, 1).cell(0, 0)
            cell.text = "\n".join(BOX)
            _split(cell)
    table = document.add_table(len(ROWS), 3)
    for y, row in enumerate(ROWS):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    return saved(document)


def _split(cell) -> None:  # type: ignore[no-untyped-def]
    """Make paragraphs of a cell's lines."""
    first, *rest = cell.text.split("\n")
    cell.text = first
    for line in rest:
        cell.add_paragraph(line)


def markdown_draft() -> str:
    grid = ["|".join(row) for row in ROWS]
    table = "\n".join([f"|{grid[0]}|", "|---|---|---|", *(f"|{row}|" for row in grid[1:])])
    box = "\n>\n".join(f"> {line}" for line in BOX)
    lines = [*LINES[:5], box, *LINES[5:], table]
    return "\n\n".join(lines)


def outline(document: Document) -> list[object]:
    """What a document says, without what only one of the formats can know (styles, lines)."""
    return [_plain(block) for block in document.blocks]


def _plain(block: Block) -> object:
    if isinstance(block, Paragraph):
        where = block.locator
        return block.line, block.level, where.zone, where.section, where.paragraph, where.box
    if isinstance(block, Table):
        return [[cell.text for cell in row] for row in block.rows], block.locator.table
    assert isinstance(block, Box)
    return block.number, block.name, [_plain(part) for part in block.body]


def test_word_and_markdown_give_the_same_document() -> None:
    word = read_bytes("a.docx", word_draft(), "docx")
    assert outline(word) == outline(draft(markdown_draft()))
    assert word.title is not None
    assert word.title.text == LINES[0]


def test_text_is_docx2python_s_on_simple_drafts() -> None:
    data = word_draft()
    with docx2python(BytesIO(data)) as theirs:
        expected = [text for text in iter_paragraphs(theirs.body) if text]
    ours: list[str] = []
    for block in docx.read("a.docx", data).blocks:
        ours += _texts(block)
    assert ours == expected


def _texts(block: object) -> list[str]:
    if isinstance(block, RawParagraph):
        return [block.text]
    cells = [cell for row in block.rows for cell in row if cell]  # type: ignore[attr-defined]
    return [text for cell in cells for part in cell.parts for text in _texts(part)]


def test_headings_and_merges_of_python_docx() -> None:
    document = NewWord()
    document.add_heading("规划", 0)
    document.add_heading("总体要求", 1)
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "2030年"
    document.paragraphs[1]._p.get_or_add_pPr().append(OxmlElement("w:pageBreakBefore"))
    assert document.paragraphs[1]._p.find(qn("w:pPr")) is not None
    title, heading, grid = docx.read("a.docx", saved(document)).blocks
    assert (title.heading, heading.heading, heading.page_break) == (0, 1, True)  # type: ignore[union-attr]
    assert grid.rows[0][0].column_span == 2  # type: ignore[union-attr]
    assert grid.rows[0][1] is None  # type: ignore[union-attr]


@needs_shared
@pytest.mark.parametrize("path", shared("nasty/*.docx"), ids=lambda path: path.name)
def test_nasty_drafts_are_read(path: Path) -> None:
    before = path.read_bytes()
    assert load(path).blocks
    if len(before) < _CHECKED:
        assert check_path(path, Settings(builtin_rules())).error is None
    assert path.read_bytes() == before


@needs_shared
@pytest.mark.parametrize("path", shared("corpus/*.docx"), ids=lambda path: path.name)
def test_real_plans_are_the_same_in_word_and_markdown(path: Path) -> None:
    word, markdown = load(path), load(path.with_suffix(".md"))
    assert outline(word) == outline(markdown)


@needs_shared
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_files_of_others(path: Path) -> None:
    """Strict text boxes, a chart with macros, formulas, a password; see the README beside them."""
    report = check_path(path, Settings(builtin_rules()))
    locked = path.name.startswith("PasswordProtected")
    assert (report.error.kind if report.error else None) == ("encrypted" if locked else None)
    if path.name.startswith("Strict01"):
        assert any(isinstance(block, Box) for block in load(path).blocks)
