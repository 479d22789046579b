"""Rows b1 to b4 (boxes) and c1 to c7 (tables) of the constructs that must be right."""

import pytest

from linter.document.nodes import Box, Cell, Table
from linter.readers import docx
from linter.readers.errors import ReadError
from linter.readers.options import Limits, ReadOptions
from linter.readers.view import View
from tests.readers.docx.fixtures import (
    BY,
    bordered,
    document,
    drawing,
    p,
    r,
    raw,
    shown,
    style,
    table,
    tc,
    tr,
    vml,
    word,
)

TITLE = "专栏1　重大工程"


def boxes(body: str, **parts: str) -> list[Box]:
    return list(document(body, **parts).boxes())


def texts(box: Box) -> list[str]:
    return [part.line for part in box.body if not isinstance(part, Table)]


def grid(body: str) -> list[list[str | None]]:
    """The texts of the first table's cells, None where a merged cell covers the place."""
    found = next(document(p("表前") + body).tables())
    return [[None if cell.covered else cell.text for cell in row] for row in found.rows]


def cell(body: str, row: int, column: int) -> Cell:
    return next(document(p("表前") + body).tables()).rows[row][column]


@pytest.mark.parametrize(
    "body",
    [
        table(tr(tc(p(TITLE) + p("1.建设甲。") + p("2.建设乙。")))),
        table(tr(tc(TITLE)), tr(tc(p("1.建设甲。") + p("2.建设乙。")))),
        table(tr(tc(TITLE)), tr(tc("1.建设甲。")), tr(tc("2.建设乙。"))),
        table(tr(tc(p(TITLE) + p("1.建设甲。") + p("2.建设乙。"), '<w:gridSpan w:val="4"/>'))),
    ],
)
def test_b1_table_boxes(body: str) -> None:
    (box,) = boxes(p("正文。") + body + p("后文。"))
    assert (box.number, box.name, texts(box)) == (1, "重大工程", ["1.建设甲。", "2.建设乙。"])


def test_b1_title_row_over_a_table() -> None:
    body = table(
        tr(tc("专栏1 主要指标", '<w:gridSpan w:val="2"/>')),
        tr(tc("指标"), tc("2025年")),
        tr(tc("城镇化率"), tc("65%")),
    )
    (box,) = boxes(body)
    (inner,) = box.body
    assert isinstance(inner, Table)
    assert [[c.text for c in row] for row in inner.rows] == [
        ["指标", "2025年"],
        ["城镇化率", "65%"],
    ]
    assert inner.caption is box.title


@pytest.mark.parametrize("shape", [drawing, vml])
def test_b2_text_boxes_once_and_behind_their_paragraph(shape) -> None:  # type: ignore[no-untyped-def]
    host = p(r("框前") + shape(p(TITLE) + p("建设甲。")) + r("框后"))
    expected = ["框前框后", {"frame": [TITLE, "建设甲。"]}, "后文"]
    assert shown(host + p("后文")) == expected


def test_b2_text_box_in_a_text_box_and_in_a_cell() -> None:
    nested = p(drawing(p("外") + p(drawing(p("内")))))
    assert shown(nested) == [{"frame": ["外", "内"]}]
    assert shown(table(tr(tc(nested)))) == [[[["外", "内"]]]]


def test_b2_of_alternatives_the_first_that_word_knows_is_read() -> None:
    """Programs put vocabularies of their own in front; those are not for us."""
    text_box = f"<wps:txbx><w:txbxContent>{p('框')}</w:txbxContent></wps:txbx>"
    alternatives = (
        '<mc:AlternateContent><mc:Choice Requires="own"><own:box xmlns:own="urn:o"/></mc:Choice>{}'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    known = f'<mc:Choice Requires="wps"><w:drawing>{text_box}</w:drawing></mc:Choice>'
    old = f"<w:pict><w:txbxContent>{p('后备')}</w:txbxContent></w:pict>"
    nested = alternatives.format(known, old)
    assert shown(p(f"<w:r>{nested}</w:r>")) == [{"frame": ["框"]}]
    assert shown(p(f"<w:r>{alternatives.format('', old)}</w:r>")) == [{"frame": ["后备"]}]
    inner = f'<mc:Choice Requires="wps">{nested}</mc:Choice>'
    assert shown(p(f"<w:r>{alternatives.format(inner, old)}</w:r>")) == [{"frame": ["框"]}]


def test_b2_content_controls_inside_a_text_box() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    row = control(tr(tc("丙"), control(tc("丁"))))
    inside = control(p(TITLE) + control(p("建设甲。"))) + table(tr(tc("甲"), tc("乙")), row)
    assert shown(p(drawing(inside))) == [
        {"frame": [TITLE, "建设甲。", [["甲", "乙"], ["丙", "丁"]]]}
    ]


def test_b3_table_inside_a_text_box() -> None:
    inner = table(tr(tc("指标"), tc("2025年")))
    (box,) = boxes(p(drawing(p(TITLE) + inner + p("注：略。"))))
    assert isinstance(box.body[0], Table)
    assert texts(box) == ["注：略。"]


def test_b3_titled_table_inside_a_frame_is_its_own_box() -> None:
    body = p(drawing(p("框内") + table(tr(tc(TITLE)), tr(tc("建设甲。")))))
    assert [(box.number, texts(box)) for box in boxes(body)] == [
        (None, ["框内"]),
        (1, ["建设甲。"]),
    ]


def test_b4_bordered_paragraphs() -> None:
    body = (
        p("正文。") + bordered(TITLE) + bordered("建设甲。") + bordered("") + bordered("建设乙。")
    )
    expected = ["正文。", {"frame": [TITLE, "建设甲。", "建设乙。"]}, "后文。"]
    assert shown(body + p("后文。")) == expected


def test_b4_frame_drawn_by_hand() -> None:
    sides = ("left", "right")
    body = bordered(TITLE, ("top", *sides)) + bordered("甲。", sides) + bordered("", sides)
    body += bordered("乙。", (*sides, "bottom")) + bordered("丙。", ("top", *sides, "bottom"))
    assert shown(body) == [{"frame": [TITLE, "甲。", "乙。"]}, {"frame": ["丙。"]}]


def test_b4_borders_that_are_no_frame() -> None:
    rule = bordered("某市人民政府文件", ("bottom",))
    none = '<w:pBdr><w:left w:val="nil"/><w:right w:val="none"/></w:pBdr>'
    assert shown(rule + p("正文", none)) == ["某市人民政府文件", "正文"]


def test_b4_border_of_a_style_and_a_blank_line_between() -> None:
    edges = '<w:pPr><w:pBdr><w:left w:val="single"/><w:right w:val="single"/></w:pBdr></w:pPr>'
    item = p("甲", '<w:pStyle w:val="k"/>')
    found = shown(item + p() + item, styles=style("k", "专栏", edges))
    assert found == [{"frame": ["甲"]}, {"frame": ["甲"]}]


def test_b4_two_boxes_in_one_frame() -> None:
    body = bordered(TITLE) + bordered("甲。") + bordered("专栏2　重大项目") + bordered("乙。")
    assert [(box.number, texts(box)) for box in boxes(body)] == [(1, ["甲。"]), (2, ["乙。"])]


MERGED = table(
    tr(tc("序号", '<w:vMerge w:val="restart"/>'), tc("2030年", '<w:gridSpan w:val="2"/>')),
    tr(tc("", "<w:vMerge/>"), tc("目标"), tc("年均")),
    tr(tc("1"), tc("5"), tc("—")),
)


def test_c1_merged_cells() -> None:
    assert grid(MERGED) == [["序号", "2030年", None], [None, "目标", "年均"], ["1", "5", "—"]]
    assert cell(MERGED, 0, 0).row_span == 2
    assert cell(MERGED, 0, 1).column_span == 2


def test_c2_places_of_a_merged_header_point_to_it() -> None:
    origin = cell(MERGED, 1, 0).origin
    assert origin is not None
    assert origin.text == "序号"


def test_c1_merge_without_a_beginning_is_a_cell() -> None:
    body = table(tr(tc("甲"), tc("乙")), tr(tc("丙", "<w:vMerge/>"), tc("丁")))
    assert grid(body) == [["甲", "乙"], ["丙", "丁"]]


def test_c1_edges_that_no_cell_has_are_no_columns() -> None:
    wide = '<w:gridSpan w:val="3"/>'
    assert grid(table(tr(tc("甲", wide), tc("乙")), tr(tc("丙", wide), tc("丁")))) == [
        ["甲", "乙"],
        ["丙", "丁"],
    ]


def test_c3_nested_tables() -> None:
    inner = table(tr(tc("内1"), tc("内2")))
    body = table(tr(tc("外1"), tc(p("外2") + inner + p("外3"))), tr(tc("外4"), tc("外5")))
    assert grid(body) == [["外1", "外2\n外3"], ["外4", "外5"]]
    (nested,) = cell(body, 0, 1).tables
    assert [c.text for c in nested.cells()] == ["内1", "内2"]


def test_c4_skipped_columns() -> None:
    body = table(
        tr(tc("A1"), tc("B1"), tc("C1")),
        tr(tc("B2"), tc("C2"), properties='<w:gridBefore w:val="1"/>'),
        tr(tc("A3"), properties='<w:gridAfter w:val="2"/>'),
    )
    assert grid(body) == [["A1", "B1", "C1"], ["", "B2", "C2"], ["A3", "", ""]]


def test_c5_rows_and_cells_in_content_controls() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = table(tr(tc("A1"), tc("B1")), control(tr(tc("A2"), control(tc("B2")))))
    assert grid(body) == [["A1", "B1"], ["A2", "B2"]]


def test_c6_horizontal_merge_of_old_word() -> None:
    body = table(
        tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙")),
        tr(tc("1"), tc("2"), tc("3")),
    )
    assert grid(body) == [["甲", None, "乙"], ["1", "2", "3"]]


def test_c7_deleted_and_inserted_rows() -> None:
    gone, new = f'<w:del w:id="1" {BY}/>', f'<w:ins w:id="2" {BY}/>'
    body = table(
        tr(tc("甲"), tc("1")),
        tr(tc("乙"), tc("2"), properties=gone),
        tr(tc("丙"), tc("3"), properties=new),
    )
    assert shown(body) == [[["甲", "1"], ["丙", "3"]]]
    assert shown(body, View.ORIGINAL) == [[["甲", "1"], ["乙", "2"]]]


def test_c7_table_whose_rows_are_all_deleted() -> None:
    gone = tr(tc("甲"), properties='<w:del w:id="1" w:author="x"/>')
    assert shown(p("前") + table(gone, gone) + p("后")) == ["前", "后"]


def test_absurd_span_is_cut_to_the_columns_that_word_has() -> None:
    wide = table(tr(tc("甲", '<w:gridSpan w:val="100000"/>')), tr(*[tc("乙")] * 70))
    block = raw(wide).blocks[0]
    assert len(block.rows[0]) == 70  # type: ignore[union-attr]
    assert block.rows[0][0].column_span == 63  # type: ignore[union-attr]


def test_absurd_nesting_is_refused() -> None:
    body = p("底")
    for _ in range(25):
        body = table(tr(tc(body + p())))
    with pytest.raises(ReadError) as error:
        raw(body)
    assert error.value.kind == "too-complex"


def test_absurd_grid_is_refused() -> None:
    rows = tr(*[tc("甲")] * 50) + tr(tc("乙")) * 100
    with pytest.raises(ReadError) as error:
        docx.read("a.docx", word(table(rows)), ReadOptions(limits=Limits(grid=5_000)))
    docx.read("a.docx", word(table(rows)), ReadOptions(limits=Limits(grid=5_050)))
    assert error.value.kind == "too-complex"
