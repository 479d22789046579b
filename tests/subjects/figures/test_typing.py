"""NUM016, NUM017 and what was added to NUM004 and NUM010."""

import pytest

from tests.helpers import diagnose, quotes

PLAN = "# 江州市节水行动计划（2024—2026年）\n\n一、任务\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("投资300万万元，受益12户户。", ["300万万", "12户户"]),
        ("占比提高到1，5%，产值12.3.4亿元。", ["1，5", "12.3.4"]),
        ("’25年建成，于24年6月开工，2024/9/30前公示。", ["’25年", "24年", "2024/9/30"]),
        ("培训技术骨干名，新建水厂座。", ["培训技术骨干名", "新建水厂座"]),
    ],
)
def test_slips_of_typing(sentence: str, found: list[str]) -> None:
    assert sorted(quotes(PLAN.format(sentence), "NUM016")) == sorted(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "分别增长6，5%，到2024年，1,200万元。",
        "租期20年，到10年底，用26年完成，10月1号文、3月5号楼。",
        "建成法治国家，培育专家，新建车间底座，每公里，收入达到以上水平。",
        "个个过关，家家参与，2家家庭农场，3个个体户。",
        "软件3.2.1版，见3.2.1节，地址10.2.3.4。",
    ],
)
def test_numbers_that_are_right(sentence: str) -> None:
    assert quotes(PLAN.format(sentence), "NUM016") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("补助50%—30%，需要两、三年。", ["50%—30%", "两、三"]),
        ("50亩及以上补2万元，50亩及以下补1万元。", ["50亩及以下"]),
        ("分二步实施，下降两分之一。", ["二", "两分之"]),
        ("第三、四年，四、五年级，一、二、三级，5、6号泵站，任务7、8项。", []),
        ("2024—26家，由90—30天压到7天，5—3型，50亩及以上补助，20亩及以下不补。", []),
        ("第二个、十二家、二级、二期、二手、二处理。", []),
    ],
)
def test_limits(sentence: str, found: list[str]) -> None:
    assert quotes(PLAN.format(sentence), "NUM017") == found


def test_units_as_one_speaks() -> None:
    text = "厂房5000平方，日供水3方，耗电300度，升温25度，三方5方共建，力度、角度。"
    assert quotes(PLAN.format(text), "NUM004") == ["5000平方", "3方", "300度"]


def test_runs_inside_a_paragraph() -> None:
    text = "做好：1.改造；2.修复；4.完善。另有：（一）甲；（二）乙；（四）丙。见①③，长1.5公里。"
    assert quotes(PLAN.format(text), "NUM010") == ["4.", "（四）"]


def test_the_mended_date() -> None:
    found = diagnose(PLAN.format("2024年06月底前完成，6月30前验收，2024.9.30前公示。"), "NUM016")
    assert [d.fix.replacement for d in found if d.fix] == ["2024年6月", "6月30日", "2024年9月30日"]
