"""Headings, items and their numbers, part by part."""

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.structure.outline import Outline, outline
from tests.helpers import draft


def outlined(source: str) -> Outline:
    return Plan(draft(source), builtin_lexicon()).get(outline)


def faults(source: str) -> list[str]:
    return [fault.item.words.quote for fault in outlined(source).faults]


def glued(source: str) -> list[str]:
    return [found.item.words.quote for found in outlined(source).glued]


def test_damaged_numbers_still_count() -> None:
    assert faults("一、任务\n\n（一）水源\n\n〔二)渠道\n\n三）河道\n\n（四）湖泊\n") == []
    assert faults("一、任务\n\n1.水源\n\n2,渠道\n\n3河道\n\n4.湖泊\n") == []


def test_attachments_and_boxes_number_on_their_own() -> None:
    source = (
        "一、任务\n\n1.水源\n\n> 专栏1 水源\n>\n> 1.水库\n>\n> 2.泵站\n\n2.渠道\n\n"
        "附件：1.项目表\n\n2.分工表\n\n附件1\n\n项目表\n\n一、水库\n\n二、泵站\n\n"
        "附件2\n\n分工表\n\n一、水利局\n\n二、财政局\n"
    )
    assert faults(source) == []


def test_a_foreign_form_among_siblings_is_no_gap() -> None:
    found = outlined("一、任务\n\n（一）水源\n\n（二）渠道\n\n三、河道\n\n（四）湖泊\n\n二、保障\n")
    assert found.faults == ()
    assert [item.words.quote for item in found.items if item.slipped] == ["三、河道"]


def test_three_industries_are_no_heading() -> None:
    assert faults("一、现状\n\n一、二、三产业协调发展。\n\n二、目标\n\n节水。\n") == []


def test_decimal_numbers_follow_their_prefix() -> None:
    assert faults("1.1 目的\n\n1.2 依据\n\n2.1 机构\n\n2.2 职责\n") == []
    assert faults("1.1 目的\n\n1.2 依据\n\n1.4 范围\n\n2.1 机构\n") == ["1.4 范围"]


def test_a_list_of_attachments_has_numbers_too() -> None:
    assert faults("一、目标\n\n节水。\n\n附件：1.项目表\n\n3.分工表\n") == ["3.分工表"]


def test_the_first_heading_may_be_glued() -> None:
    assert glued("一、任务\n\n改造设施。（一）水源。建水库。\n\n（二）渠道。修渠。\n") == [
        "（一）水源"
    ]
    assert glued("一、任务（一）水源\n\n建水库。\n\n（二）渠道\n\n修渠。\n") == ["（一）水源"]


def test_the_last_heading_may_be_glued() -> None:
    source = (
        "一、任务\n\n改造设施。\n\n二、目标\n\n节水有成效。三、保障措施\n\n（一）领导。加强领导。\n"
    )
    assert glued(source) == ["三、保障措施"]


def test_numbers_that_make_no_sense_are_left_alone() -> None:
    assert faults("\n\n".join(f"{n}.某项" for n in (7, 3, 9, 2, 15, 4, 11, 6))) == []


def test_lists_of_one_below_titles_without_numbers() -> None:
    assert faults("一、任务\n\n农业方面\n\n1.水源。\n\n工业方面：\n\n1.设备。\n") == []
