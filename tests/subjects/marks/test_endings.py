"""Paragraph ends are judged against their kind."""

from tests.helpers import quotes

ITEMS = [
    "1.建设托育机构。新增托位三千个，实现县城全覆盖，收费纳入指导价管理。",
    "2.培训保育人员。每年培训保育人员五百人次，持证上岗率达到百分之百。",
    "3.加强安全监管。全面安装视频监控，建立日常巡查制度，消除安全隐患。",
    "4.完善支持政策。落实税费减免、水电气价格优惠，发放建设运营补助。",
]
LOST = "5.强化考核评估。将托育服务纳入年度目标考核。定期通报各县工作进展情况"


def test_a_lost_full_stop_is_found_among_peers_that_have_one() -> None:
    assert quotes("\n\n".join([*ITEMS, LOST]), "PUN004") == ["定期通报各县工作进展情况"]


def test_a_draft_whose_items_all_end_bare_has_a_style_of_its_own() -> None:
    assert quotes("\n\n".join(item.rstrip("。") for item in ITEMS), "PUN004") == []


def test_headings_titles_and_lists_that_follow_are_no_faults() -> None:
    source = """# 全市三岁以下婴幼儿照护服务高质量发展三年行动方案，托育服务专项

一、加快构建主体多元、优质普惠、管理规范、方便可及的托育服务体系，减轻家庭负担

到二〇二五年，全市托育服务工作要重点抓好以下三个方面的任务：

图1 全市托育服务机构空间布局示意，含新建、改建、扩建项目，不含社会办机构
"""
    assert quotes(source, "PUN004") == []


def test_a_comma_at_the_end_is_always_a_fault() -> None:
    bare = [item.rstrip("。") for item in ITEMS[:3]]
    assert len(quotes("\n\n".join([*bare, ITEMS[3][:-1] + "，"]), "PUN004")) == 1


def test_an_end_lost_with_its_bracket_is_told_once() -> None:
    source = "\n\n".join([*ITEMS, LOST + "。（市卫生健康委、市教育局、市民政局"])
    assert quotes(source, "PUN001", "PUN004") == ["（市卫生健康委、市教育局"]


def test_a_heading_with_its_units_needs_no_stop_whatever_its_number() -> None:
    tasks = "".join(
        f"{n}.改造灌区{n}处。疏浚渠道，硬化岸坡，落实管护。（市水利局负责）\n\n"
        for n in range(1, 9)
    )
    heading = "（一）加快推进市域重点水利枢纽工程建设（牵头单位：市水利局）\n\n"
    assert quotes("一、任务\n\n" + heading + tasks, "PUN004") == []


def test_a_remark_before_the_bracket_of_units_has_its_own_stop() -> None:
    tasks = "".join(
        f"{n}.改造灌区{n}处。疏浚渠道，硬化岸坡，落实管护。（市水利局负责）\n\n"
        for n in range(1, 9)
    )
    last = "9.建设泵站。配套电力设施，完善自动控制。（办理时限不超过十日）（市水利局负责）（下同）"
    assert quotes("一、任务\n\n" + tasks + last, "PUN004") == []
