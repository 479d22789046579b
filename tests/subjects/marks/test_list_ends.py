"""PUN010, PUN011 and PUN012."""

import pytest

from tests.helpers import quotes


@pytest.mark.parametrize(
    "text",
    [
        "落实《意见》《办法》，开展“甲”“乙”，“甲‘乙’丙”。",
        "推进“甲“乙”行动。",
        '推进“甲" “乙"行动”。',
    ],
)
def test_marks_that_do_not_nest(text: str) -> None:
    assert quotes(f"一、任务\n\n{text}\n", "PUN010") == []


def test_a_short_list_or_one_without_semicolons_is_let_alone() -> None:
    source = "一、任务\n\n1.改造管网；\n\n2.更新泵站；\n\n二、措施\n\n1.甲。\n\n2.乙。\n\n3.丙；\n"
    assert quotes(source, "PUN012") == []


def test_labels_and_ordinals() -> None:
    text = "一、任务\n\n第一、第二水厂，第一、二、三泵站，首先、改造管网。\n\n（一）改造。更新。\n"
    assert quotes(text, "PUN011") == ["首先、"]
