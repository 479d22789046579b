"""Sections, paragraphs and grids of the assembled document."""

from linter.document.nodes import SourceMark
from linter.readers.assembly import assemble
from linter.readers.raw import RawCell, RawDocument, RawParagraph, RawTable
from tests.helpers import draft

OUTLINE = "一、任务|（一）治水。全面治水。|1.建库。|正文。|（二）供水|二、保障|经费。"


def read(lines: str):  # type: ignore[no-untyped-def]
    return draft(lines.replace("|", "\n\n"))


def test_sections() -> None:
    found = {p.text: p.locator.section for p in read(OUTLINE).paragraphs()}
    assert found["正文。"] == ("一、任务", "（一）治水", "1.建库")
    assert found["供水"] == ("一、任务", "（二）供水")
    assert found["经费。"] == ("二、保障",)


def test_levels_follow_the_forms_that_the_draft_uses() -> None:
    levels = [p.level for p in read("第一章 总则|一、要求|1.治水|正文").paragraphs()]
    assert levels == [1, 2, 3, None]


def test_paragraphs_are_counted_in_boxes_too() -> None:
    numbers = [p.locator.paragraph for p in draft("甲\n\n> 专栏1 乙\n>\n> 丙\n\n丁").paragraphs()]
    assert numbers == [1, 2, 3, 4]


def test_attachment_is_the_outermost_section() -> None:
    nodes = list(read("一、任务|附件：1.分工表|附件1|分工表|一、建库|甲库。").nodes())
    assert nodes[-1].locator.section == ("附件1 分工表", "一、建库")


def test_merged_cells_and_short_rows() -> None:
    def cell(text: str, rows: int = 1, columns: int = 1) -> RawCell:
        return RawCell([RawParagraph(text, (SourceMark(0, 1, 1),))], rows, columns)

    raw = RawTable([[cell("甲", 2), cell("乙", 1, 2), None], [None, cell("丙")], [cell("丁")]])
    table = next(assemble(RawDocument("x", "md", [raw])).tables())
    assert [[c.covered for c in row] for row in table.rows] == [
        [False, False, True],
        [True, False, False],
        [False, False, False],
    ]
    assert table.rows[1][0].origin is table.rows[0][0]
    assert [c.text for c in table.cells()] == ["甲", "乙", "丙", "", "丁", "", ""]


def test_caption_is_the_paragraph_above() -> None:
    table = next(draft("表1 进度\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |").tables())
    assert table.caption is not None
    assert table.caption.text == "表1 进度"
