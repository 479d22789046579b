"""What each paragraph is to the layout."""

import pytest

from linter.subjects.look.roles import Piece, TextRole, pieces
from tests.helpers import draft


def roles(source: str) -> list[tuple[TextRole, str]]:
    return [(part.role, _words(part)) for part in pieces(draft(source))]


def _words(part: Piece) -> str:
    return part.node.text[part.start : part.end]


def test_title_headings_and_body() -> None:
    found = roles(
        "# 某市节水行动方案\n\n一、总体要求\n\n以节水优先为方针，全面提高用水效率。\n\n"
        "（一）推进灌区改造\n\n1.中型灌区。按计划改造中型灌区五处，完善量水设施。"
    )
    assert found == [
        (TextRole.TITLE, "某市节水行动方案"),
        (TextRole.HEADING1, "总体要求"),
        (TextRole.BODY, "以节水优先为方针，全面提高用水效率。"),
        (TextRole.HEADING2, "推进灌区改造"),
        (TextRole.HEADING3, "中型灌区。"),
        (TextRole.BODY, "按计划改造中型灌区五处，完善量水设施。"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "表1 节水指标",
        "单位：亿元，万立方米，个百分点。",
        "2021—2025年",
        "某市水利局",
        "（一）坚持节水优先。",
    ],
)
def test_what_may_be_anything_is_left_out(line: str) -> None:
    found = roles(f"# 某市节水行动方案\n\n一、总体要求\n\n{line}\n\n二、主要任务")
    assert [words for _, words in found] == ["某市节水行动方案", "总体要求", "主要任务"]


def test_an_item_in_one_sentence_is_body() -> None:
    found = roles("# 某市节水行动方案\n\n一、主要任务\n\n1.改造中型灌区五处，完善量水设施。")
    assert found[-1] == (TextRole.BODY, "改造中型灌区五处，完善量水设施。")


def test_boxes_and_tables_are_no_body() -> None:
    found = roles(
        "# 某市节水行动方案\n\n> **专栏1 节水工程**\n>\n> 改造中型灌区五处，完善量水设施。\n\n"
        "| 指标 | 目标 |\n| --- | --- |\n| 用水总量 | 5 |"
    )
    assert {role for role, _ in found} == {
        TextRole.TITLE,
        TextRole.BOX_TITLE,
        TextRole.BOX,
        TextRole.TABLE,
    }


def test_attachments_have_conventions_of_their_own() -> None:
    found = roles(
        "# 某市节水行动方案\n\n一、主要任务\n\n改造中型灌区五处，完善各类量水设施。\n\n附件1\n\n"
        "重点任务分工\n\n各县区负责改造中型灌区五处，完善量水设施。"
    )
    assert [role for role, _ in found] == [TextRole.TITLE, TextRole.HEADING1, TextRole.BODY]
