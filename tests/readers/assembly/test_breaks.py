"""Paragraphs that are held together by line breaks."""

import pytest

from tests.readers.docx.fixtures import comment, document, drawing, end, p, r, start, table, tc, tr
from tests.readers.views import told

BREAK = "<w:br/>"


def lines(*texts: str) -> str:
    """A Word paragraph of lines."""
    inner = BREAK.join(f"<w:t>{text}</w:t>" for text in texts)
    return p(f"<w:r>{inner}</w:r>")


@pytest.mark.parametrize(
    "body",
    [
        lines("专栏2 工程", "1.建设甲。", "2.建设乙。"),
        p(drawing(lines("专栏2 工程", "1.建设甲。", "2.建设乙。"))),
        table(tr(tc(lines("专栏2 工程", "1.建设甲。", "2.建设乙。")))),
        table(tr(tc("专栏2 工程")), tr(tc(lines("1.建设甲。", "2.建设乙。")))),
    ],
)
def test_a_box_in_one_paragraph(body: str) -> None:
    assert told(document(body)) == ["[专栏2 工程]", "  1.建设甲。", "  2.建设乙。"]


def test_headings_and_text_in_one_paragraph() -> None:
    found = document(p("某市规划") + lines("一、总体要求", "坚持甲。", "二、目标", "坚持乙。"))
    assert told(found) == ["某市规划", "一、总体要求", "坚持甲。", "二、目标", "坚持乙。"]


@pytest.mark.parametrize(
    "texts",
    [("某市国土空间", "规划"), ("专栏2", "重大工程"), ("为了甲", "推进乙。"), ("甲", "3.5亿元")],
)
def test_breaks_inside_a_title_or_sentence_part_nothing(texts: tuple[str, ...]) -> None:
    (only,) = told(document(lines(*texts)))
    assert only.strip("[]") == "\n".join(texts)


def test_cells_of_tables_stay_whole() -> None:
    body = table(tr(tc("指标"), tc("内容")), tr(tc("率"), tc(lines("1.甲", "2.乙"))))
    assert told(document(body)) == ["指标 | 内容", "率 | 1.甲\n2.乙"]


def test_comments_stay_at_their_words_and_the_look_at_the_first_line() -> None:
    body = p(
        r("一、甲") + f"<w:r>{BREAK}</w:r>" + r("（一）推进") + start(0) + r("乙。") + end(0)
    ) + p(start(1) + r("一、丙") + f"<w:r>{BREAK}</w:r>" + r("二、丁") + end(1))
    found = document(body, comments=comment(0, "评") + comment(1, "评"))
    assert [[span.quote for span in c.spans] for c in found.comments] == [
        ["乙。"],
        ["一、丙", "二、丁"],
    ]
    assert found.look() is not None
