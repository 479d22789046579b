"""STR009."""

from tests.helpers import quotes

TEXT = "更新老旧供水管网，推广分区计量，建立漏损控制台账，逐年压降漏损率。"


def test_a_paragraph_below_another_run_in_heading() -> None:
    source = (
        f"一、任务\n\n（一）改造。{TEXT}（市水利局负责）\n\n（二）更新。{TEXT}（市财政局负责）\n"
    )
    assert len(quotes(source, "STR009")) == 1


def test_notes_boxes_and_tables_are_let_alone() -> None:
    source = f"一、任务\n\n注：{TEXT}\n\n注：{TEXT}\n\n| 甲 |\n| --- |\n| {TEXT} |\n| {TEXT} |\n"
    assert quotes(source, "STR009") == []


def test_chapters_that_are_built_alike() -> None:
    part = "（一）发展目标\n\n甲。\n\n（二）主要任务\n\n乙。\n\n"
    assert quotes(f"一、城东\n\n{part}二、城西\n\n{part}", "STR009") == []


def test_what_holds_for_two_kinds_of_one_thing_is_said_for_each() -> None:
    source = f"一、分类\n\n（一）新建类项目\n\n{TEXT}\n\n（二）改建类项目\n\n{TEXT}\n"
    assert quotes(source, "STR009") == []
    assert len(quotes(source.replace("改建类项目", "加强管护"), "STR009")) == 1
