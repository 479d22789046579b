"""Indicator tables: which they are, their columns, rows and cells."""

import pytest

from linter.document.model import Document
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.readers.assembly import assemble
from linter.readers.raw import RawCell, RawDocument, RawParagraph, RawTable
from linter.subjects.indicators.indicators import Indicator, indicators
from linter.subjects.quantities.cells import CellKind
from tests.helpers import draft


def rows(source: str | Document) -> dict[str, Indicator]:
    document = draft(source) if isinstance(source, str) else source
    return {i.name: i for i in Plan(document, builtin_lexicon()).get(indicators)}


def shown(indicator: Indicator) -> list[tuple[int | None, bool, str]]:
    return [
        (v.year, v.base, str(v.quantity.value) if v.quantity else v.value.kind.name)
        for v in indicator.values
    ]


def cell(text: str, down: int = 1, across: int = 1) -> RawCell:
    return RawCell([RawParagraph(text)] if text else [], down, across)


TABLE = """# 某省“十四五”规划

| 序号 | 类别 | 指标名称 | 单位 | 2020年 | 2025年 | 年均增速〔累计〕 | 属性 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 经济 | 旅游总收入 | 亿元 | 5000 | 8000 | 9.9 | 预期性 |
| 2 | | 城镇化率 | % | 58.3 | ≥65 | 〔6.7〕 | 预期性 |
| 3 | 生态 | PM2.5浓度 | 微克/立方米 | 34 | 30左右 | — | 约束性 |
| 4 | | 黑臭水体 | — | / | 基本消除 | | 约束性 |
"""


def test_columns_are_told_by_the_words_of_the_header() -> None:
    found = rows(TABLE)
    assert shown(found["旅游总收入"]) == [(2020, True, "5000"), (2025, False, "8000")]
    assert found["旅游总收入"].number == (1,)
    assert found["旅游总收入"].attribute == "预期性"
    growth = found["城镇化率"].growth
    assert growth is not None
    assert growth.kind is CellKind.CUMULATIVE
    assert shown(found["黑臭水体"]) == [(2020, True, "MARK"), (2025, False, "WORDS")]


def test_names_carry_number_unit_and_part() -> None:
    found = rows(
        """# 某省“十三五”规划

        | 主要指标 | “十二五”末 | 2020年目标 |
        | --- | --- | --- |
        | 信息产业 | | |
        | 6. 电子信息产业收入（ 亿元） | 6344.5 | 13000 |
        | 6.1 软件业收入（亿元） | 2848.2 | 5500 |
        | 其中：农村网民（万） | 300 | 400 |
        | 5G基站数 | 3万个 | 12万个 |
        | 1—3级堤防达标率% | 81 | 85 |
        | 注：数据为快报数。 | | |
        """.replace("        ", "")
    )
    assert list(found) == [
        "电子信息产业收入",
        "软件业收入",
        "农村网民",
        "5G基站数",
        "1—3级堤防达标率",
    ]
    whole, part = found["电子信息产业收入"], found["软件业收入"]
    assert part.parent is whole
    assert whole.group == "信息产业"
    assert whole.unit is not None
    assert whole.unit.words == "亿元"
    assert found["农村网民"].part
    assert found["1—3级堤防达标率"].unit is not None
    assert shown(whole) == [(2015, True, "6344.5"), (2020, False, "13000")]


def test_a_header_of_two_rows_with_merged_cells() -> None:
    table = RawTable(
        [
            [cell("类别", 2), cell("指标", 2), cell("2020年", 2), cell("2025年", 1, 2), None],
            [None, None, None, cell("目标值"), cell("年均增速")],
            [cell("经济", 2), cell("旅游收入（亿元）"), cell("50"), cell("80"), cell("9.9")],
            [None, cell("游客量（万人次）"), cell("90"), cell("120"), cell("5.9")],
        ]
    )
    title = RawParagraph("某市“十四五”文旅规划")
    found = rows(assemble(RawDocument("a.docx", "docx", [title, table])))
    assert shown(found["游客量"]) == [(2020, True, "90"), (2025, False, "120")]
    assert found["旅游收入"].growth is not None


def test_a_title_row_and_columns_named_base_and_target() -> None:
    found = rows(
        """# 某市行动计划（2023—2025年）

        | 表1 主要指标 | | |
        | --- | --- | --- |
        | 二级指标 | 现状值 | 目标值 |
        | 上云企业（家） | 1200 | 2000 |
        """.replace("        ", "")
    )
    assert shown(found["上云企业"]) == [(2022, True, "1200"), (2025, False, "2000")]


def test_a_table_in_a_box_and_a_unit_above_the_table() -> None:
    found = rows(
        """# 某市“十四五”规划

        > **专栏1 主要指标（单位：亿元）**
        >
        > | 指标 | 2020年 | 2025年 |
        > | --- | --- | --- |
        > | 零售总额 | 12 | 20 |
        """.replace("        ", "")
    )
    assert found["零售总额"].unit is not None
    assert found["零售总额"].unit.words == "亿元"


@pytest.mark.parametrize(
    "header",
    ["| 序号 | 重点任务 | 责任单位 |", "| 项目名称 | 2021年 | 2022年 |", "| 名词 | 解释 | 备注 |"],
)
def test_other_tables_hold_no_indicators(header: str) -> None:
    assert rows(f"{header}\n| --- | --- | --- |\n| 一 | 12 | 13 |\n") == {}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("95", CellKind.VALUE, "95"),
        (">4000", CellKind.VALUE, "4000"),
        ("65%", CellKind.VALUE, "65"),
        ("3.5（2019年）", CellKind.VALUE, "3.5"),
        ("9.5*", CellKind.VALUE, "9.5"),
        ("[5]", CellKind.CUMULATIVE, "5"),
        ("20—30", CellKind.RANGE, "20"),
        ("基本实现", CellKind.WORDS, None),
        ("完成国家下达任务", CellKind.WORDS, None),
        ("前10位", CellKind.WORDS, None),
        ("——", CellKind.MARK, None),
        ("/", CellKind.MARK, None),
        ("不适用", CellKind.NOT_APPLICABLE, None),
        ("", CellKind.EMPTY, None),
    ],
)
def test_what_a_cell_says(text: str, kind: CellKind, value: str | None) -> None:
    source = f"| 指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 某率（%） | {text} | 80 |\n"
    first = rows(source)["某率"].values[0]
    assert first.value.kind is kind
    quantity = first.value.quantity
    assert (str(quantity.value) if quantity else None) == value
    assert first.year == (2019 if "2019" in text else 2020)
