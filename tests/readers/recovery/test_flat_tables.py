"""Tables flattened to a cell a line are put together where the header leaves no doubt."""

from linter.document.nodes import Table
from tests.helpers import draft
from tests.readers.views import told


def flat(*cells: str) -> list[str]:
    return told("\n\n".join(("某市规划", *cells)), "txt")[1:]


def test_indicators_with_groups_and_empty_base_values() -> None:
    cells = (
        "指\u00a0标 2019年 2025年 供水安全 供水保证率(%) 90 95 节水 灌溉系数 0.5 0.6 "
        "再生水利用率(%) 30"
    )
    assert flat(*cells.split(" "), "二、任务") == [
        "指\u00a0标 | 2019年 | 2025年",
        "供水安全 | ^ | ^",
        "供水保证率(%) | 90 | 95",
        "节水 | ^ | ^",
        "灌溉系数 | 0.5 | 0.6",
        "再生水利用率(%) |  | 30",
        "二、任务",
    ]


def test_indicators_with_number_unit_and_kind() -> None:
    cells = (
        "序号 指标 单位 2020年 2025年 属性 1 水库 座 1 2 约束性 "
        "2 用水总量 亿立方米 20 控制在21以内 约束性 3 水质达标率 % 88 预期性"
    )
    assert flat(*cells.split()) == [
        "序号 | 指标 | 单位 | 2020年 | 2025年 | 属性",
        "1 | 水库 | 座 | 1 | 2 | 约束性",
        "2 | 用水总量 | 亿立方米 | 20 | 控制在21以内 | 约束性",
        "3 | 水质达标率 | % |  | 88 | 预期性",
    ]


def test_words_are_values_too() -> None:
    assert flat(
        "主要指标", "基期值", "目标值", "校校通", "/", "基本实现", "班班通", "—", "90%"
    ) == [
        "主要指标 | 基期值 | 目标值",
        "校校通 | / | 基本实现",
        "班班通 | — | 90%",
    ]


def test_division_of_work_by_its_numbers() -> None:
    cells = (
        "序号 重点任务 责任单位 1 实施水库工程。 新建水库2座。 市水务局牵头，市财政局配合 "
        "2 治理河道。 市水务局负责 附件2 名词解释"
    )
    assert flat(*cells.split()) == [
        "序号 | 重点任务 | 责任单位",
        "1 | 实施水库工程。\n新建水库2座。 | 市水务局牵头，市财政局配合",
        "2 | 治理河道。 | 市水务局负责",
        "附件2",
        "名词解释",
    ]


def test_division_without_numbers() -> None:
    cells = ("工作任务", "牵头单位", "治理河道。", "市水务局", "建设水库。", "市发展改革委")
    assert flat(*cells) == [
        "工作任务 | 牵头单位",
        "治理河道。 | 市水务局",
        "建设水库。 | 市发展改革委",
    ]


def test_glossary() -> None:
    cells = "名词解释 名词 解释 水网 水网是河湖渠库的总称。 海绵城市 会蓄水的城市。 附件2"
    assert flat(*cells.split()) == [
        "名词解释",
        "名词 | 解释",
        "水网 | 水网是河湖渠库的总称。",
        "海绵城市 | 会蓄水的城市。",
        "附件2",
    ]


def test_what_is_not_unmistakable_stays_text() -> None:
    for cells in (
        ("指标", "供水保证率", "90", "95"),
        ("单位", "2020年", "90"),
        ("指标", "2020年", "保证率", "90", "80", "70", "系数", "0.5"),
        ("序号", "城区", "类型", "1", "东城", "平原"),
    ):
        assert flat(*cells) == list(cells)


def test_every_cell_keeps_its_place() -> None:
    document = draft("指标\n2020年\n2025年\n保证率\n90\n95\n系数\n0.6\n", "txt")
    table = next(block for block in document.blocks if isinstance(block, Table))
    places = {cell.text: cell.position(0) for cell in table.cells() if cell.text}
    assert places["0.6"] == (8, 1)
    assert table.rows[2][1].text == ""


def test_tabs() -> None:
    source = (
        "目录\n一、要求\t1\n二、任务\t2\n"
        "序号\t重点任务\t责任单位\n1\t治理 河道\t市水务局\n2\t建水库\n"
    )
    assert told(source, "txt")[3:] == [
        "序号 | 重点任务 | 责任单位",
        "1 | 治理 河道 | 市水务局",
        "2 | 建水库 | ",
    ]


def test_pipes_in_plain_text() -> None:
    source = "表1 完成情况\n| 序号 | 项目 |\n| --- | --- |\n| 1 | 河道 |\n注：略。\n"
    assert told(source, "txt") == ["表1 完成情况", "序号 | 项目", "1 | 河道", "注：略。"]
