"""NUM009 where a heading, or a line by itself, counts the headings or rows below."""

from tests.helpers import diagnose, quotes

ACTIONS = "（一）节水行动。改造灌区。\n\n（二）护水行动。清理河道。\n\n（三）用水行动。推广滴灌。\n"
TABLE = "| 序号 | 项目 |\n| --- | --- |\n| 1 | 泵站 |\n| 2 | 渠道 |\n| 3 | 水闸 |\n"


def test_a_heading_counts_those_below_it() -> None:
    (found,) = diagnose(f"一、实施四大行动\n\n{ACTIONS}", "NUM009")
    assert (found.span.quote, found.related[0].span.quote) == ("四大行动", "（三）用水行动")
    assert quotes(f"一、实施三大行动\n\n{ACTIONS}", "NUM009") == []
    assert quotes(f"一、主要任务\n\n重点实施“四大行动”：\n\n{ACTIONS}", "NUM009") == ["四大行动"]


def test_headings_that_are_not_what_is_counted() -> None:
    other = (
        "（一）加强领导。落实责任。\n\n（二）加强宣传。营造氛围。\n\n（三）严格考核。定期通报。\n"
    )
    assert quotes(f"一、围绕四大行动强化保障\n\n{other}", "NUM009") == []
    assert quotes(f"一、推进节水、护水、用水、管水四大行动\n\n{other}", "NUM009") == []
    assert (
        quotes(f"一、总体要求\n\n深入实施九大行动。\n\n二、重点行动\n\n{ACTIONS}", "NUM009") == []
    )


def test_rows_of_the_table_that_is_referred_to() -> None:
    source = (
        "一、项目\n\n共安排{}个重点项目（见附件）。\n\n附件：项目表\n\n附件\n\n项目表\n\n" + TABLE
    )
    assert quotes(source.format(4), "NUM009") == ["4个重点项目"]
    assert quotes(source.format(3), "NUM009") == []
    assert quotes(source.format(4).replace("（见附件）", ""), "NUM009") == []
