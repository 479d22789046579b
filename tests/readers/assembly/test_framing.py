"""Boxes (专栏): frames, one-cell tables, and bare title lines with what follows."""

from linter.document.nodes import Box, Paragraph
from linter.readers.assembly.framing import RawBox, frame
from linter.readers.raw import RawParagraph
from tests.helpers import draft
from tests.readers.views import told


def boxes(lines: str) -> list[tuple[int | None, list[str]]]:
    """Number and paragraphs of each box of a plain text, its lines divided by `|`."""
    blocks = draft(lines.replace("|", "\n\n"), "txt").blocks
    found = [block for block in blocks if isinstance(block, Box)]
    return [(b.number, [p.line for p in b.body if isinstance(p, Paragraph)]) for b in found]


def test_items_of_a_box_do_not_break_the_outer_run() -> None:
    lines = (
        "（一）治水。|1.建库。|专栏1 水库|1.甲库。|2.乙库。|3.丙库。|2.修渠。|专栏2 渠道|1.甲渠。"
    )
    assert boxes(lines) == [(1, ["1.甲库。", "2.乙库。", "3.丙库。"]), (2, ["1.甲渠。"])]


def test_text_above_the_next_box_is_not_the_boxs() -> None:
    numbered = "（一）治水。|2.修渠。|专栏1 渠道|1.甲渠。|2.乙渠。|3.建库。|专栏2 水库|1.甲库。"
    assert boxes(numbered)[0] == (1, ["1.甲渠。", "2.乙渠。"])
    bare = (
        "（一）治水。|专栏一 渠道|新修渠道。|衬砌渠道。|完善管护。|专栏二 管护|落实经费。|二、保障"
    )
    assert boxes(bare) == [(1, ["新修渠道。", "衬砌渠道。"]), (2, ["落实经费。"])]


def test_a_box_ends_at_headings_and_attachments() -> None:
    lines = "一、任务|专栏1：水库|甲库。|乙库。|二、保障|专栏2 渠道|甲渠。|附件：1.名词解释"
    assert boxes(lines) == [(1, ["甲库。", "乙库。"]), (2, ["甲渠。"])]


def test_a_table_below_the_title_is_the_box() -> None:
    source = "专栏1 指标\n\n| 指标 | 2025年 |\n| --- | --- |\n| 保证率 | 95 |\n\n后文。\n"
    assert told(source) == ["[专栏1 指标]", "  指标 | 2025年", "  保证率 | 95", "后文。"]


def test_a_mention_is_no_title() -> None:
    assert boxes("专栏1所列工程由市水务局负责；专栏2另行安排。|见专栏3。") == []


def test_titles_in_the_contents_are_no_boxes() -> None:
    lines = "目录|一、任务……1|专栏1 水库……2|一、任务|专栏1 水库|甲库。"
    assert boxes(lines) == [(1, ["甲库。"])]


def test_a_blank_line_is_no_part_of_a_box() -> None:
    (box,) = frame([RawParagraph("专栏1"), RawParagraph("\u200b")])
    assert isinstance(box, RawBox)
    assert box.body == []
