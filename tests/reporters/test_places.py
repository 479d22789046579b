"""Places are named as people look for them."""

from linter.catalogue.language import Lang
from linter.document.nodes import Span
from linter.reporters.places import place
from tests.helpers import draft

TABLE = "| 序号 | 指标 | 2025年 |\n| --- | --- | --- |\n| 1 | 供水普及率 | 98 |\n"


def test_a_cell_is_found_by_the_words_of_its_row() -> None:
    (table,) = draft(f"一、目标\n\n{TABLE}").tables()
    cell = Span(table.rows[1][2], 0, 2)
    assert place(cell, Lang.ZH, lines=False) == "表1第2行“供水普及率”第3列"
    assert place(cell, Lang.EN, lines=False) == "table 1, row 2 供水普及率, column 3"


def test_a_paragraph_in_a_box_names_the_box() -> None:
    (box,) = draft("> **专栏1 节水**\n>\n> 实施改造。\n").boxes()
    paragraph = box.body[0]
    assert place(Span(paragraph, 0, 2), Lang.ZH, lines=False) == "专栏1 “实施改造”段"  # type: ignore[arg-type]


def test_a_paragraph_is_found_by_the_words_that_it_begins_with() -> None:
    (*_, long) = draft("一、目标\n\n1.推进“甲乙”灌区节水改造，更新渠道。\n").paragraphs()
    assert place(Span(long, 9, 11), Lang.ZH, lines=False) == "“1.推进甲乙灌区节水改造…”段"
    assert place(Span(long, 9, 11), Lang.EN, lines=False) == "paragraph “1.推进甲乙灌区节水改造…”"
