"""What the checks report, beyond the examples of the catalogue."""

from tests.helpers import diagnose, quotes

BOX = "> 专栏{} 某工程\n>\n> 建设内容。\n\n"


def test_a_fault_shows_the_other_side() -> None:
    (found,) = diagnose("一、目标\n\n节水。\n\n三、任务\n\n改造。\n", "STR001")
    assert found.related[0].span.quote == "一、目标"
    assert "二、" in found.message


def test_a_run_that_begins_late_names_its_heading() -> None:
    (found,) = diagnose(
        "一、任务\n\n（二）水源\n\n（三）渠道\n\n二、保障\n\n（一）领导\n", "STR001"
    )
    assert found.span.quote == "（二）水源"
    assert "一、任务" in found.message
    assert found.related[0].span.quote == "一、任务"


def test_changed_places_are_one_finding() -> None:
    source = "一、任务\n\n（一）水源\n\n（三）渠道\n\n（二）河道\n\n（四）湖泊\n"
    assert quotes(source, "STR001", "STR002") == ["（三）渠道"]


def test_a_misnumbered_box_is_not_reported_again_as_a_missing_one() -> None:
    source = "一、任务\n\n改造设施（见专栏2）。\n\n" + "".join(BOX.format(n) for n in (1, 4, 3))
    assert quotes(source, "BOX001", "BOX002") == ["专栏4 某工程"]


def test_boxes_may_restart_by_chapter() -> None:
    chapters = ("第一章 水源\n\n", "第二章 渠道\n\n", "第三章 河道\n\n")
    source = "".join(chapter + BOX.format(1) + BOX.format(2) for chapter in chapters)
    assert quotes(source, "BOX002") == []


def test_attachments_out_of_order() -> None:
    source = (
        "一、目标\n\n节水。\n\n附件：1.项目表\n\n2.分工表\n\n"
        "附件2\n\n分工表\n\n水利局牵头。\n\n附件1\n\n项目表\n\n水库三座。\n"
    )
    assert quotes(source, "STR007") == ["附件1"]


def test_attachments_that_changed_numbers_are_one_finding() -> None:
    source = (
        "一、目标\n\n节水。\n\n附件：1.项目表\n\n2.分工表\n\n"
        "附件1\n\n分工表\n\n水利局牵头。\n\n附件2\n\n项目表\n\n水库三座。\n"
    )
    (found,) = diagnose(source, "STR007")
    assert found.span.quote == "附件1"
    assert [other.span.quote for other in found.related] == ["2.分工表", "1.项目表"]


def test_a_title_in_short_is_a_warning() -> None:
    source = (
        "一、目标\n\n节水。\n\n附件：重点任务分工方案\n\n附件\n\n重点任务分工方案表\n\n水利局。\n"
    )
    (found,) = diagnose(source, "STR007")
    assert found.severity == "warning"


def test_document_number_has_a_fix() -> None:
    (found,) = diagnose("根据国发[2015]50号文件。", "REF005")
    assert found.fix is not None
    assert (found.fix.replacement, found.fix.safe) == ("〔2015〕50号", True)


def test_short_titles_are_defined_part_by_part() -> None:
    source = (
        "各县人民政府：\n\n《某市节水方案》（以下简称《方案》）印发给你们，请认真贯彻落实《方案》。\n\n"
        "某市人民政府\n\n2017年6月1日\n\n某市节水方案\n\n一、目标\n\n落实《方案》要求。\n"
    )
    (found,) = diagnose(source, "REF004")
    assert found.related[0].span.quote == "《方案》"
    assert found.span.node.text == "落实《方案》要求。"


def test_headings_glued_throughout_are_one_finding() -> None:
    glued = "".join(
        f"{n}.建设泵站。改造管网。{n + 1}.建设水库。加固大坝。\n\n" for n in (1, 3, 5, 7)
    )
    (found,) = diagnose(f"一、任务\n\n{glued}9.建设渠道。衬砌渠道。\n", "STR005")
    assert "4 条" in found.message
    assert len(found.related) == 3


def test_numbers_of_one_character_run_like_others() -> None:
    source = "一、任务\n\n⑴水源\n\n⑵渠道\n\n⑷湖泊\n\n二．保障\n\n㈠领导\n\n㈢资金\n"
    found = diagnose(source, "STR001")
    assert [d.span.quote for d in found] == ["⑷湖泊", "㈢资金"]
    assert "“⑶”" in found[0].message
    assert "“㈡”" in found[1].message


def test_a_number_with_two_points_is_read_whole() -> None:
    source = "1.2.1泵站如需改造，报批。\n\n1.2.2如需更换，备案。\n\n1.2.3不得拆除。\n"
    assert quotes(source, "STR001", "STR002") == []
    assert quotes(source.replace("1.2.3", "1.2.4"), "STR001") == ["1.2.4不得拆除"]
