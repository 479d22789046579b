"""IND004, IND006–IND011: units, sums, growth, direction, shares and numbers of rows."""

import pytest

from tests.helpers import quotes


def table(*rows: str, header: str = "指标 | 2020年 | 2025年") -> str:
    width = header.count("|") + 1
    lines = [f"| {header} |", "|" + " --- |" * width, *(f"| {row} |" for row in rows)]
    return "# 某省“十四五”规划\n\n正文如下。\n\n" + "\n".join(lines) + "\n"


WHOLE = "1. 产业收入（亿元） | 100.5 | 300"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("1.1 软件（亿元） | 60.2 | 200", "1.2 制造（亿元） | 40.3 | 100"), []),
        (("1.1 软件（亿元） | 60.2 | 200", "1.2 制造（亿元） | 40.3 | 120"), ["300"]),
        (("1.1 软件（亿元） | 60 | 200", "1.2 制造（亿元） | 40 | 100"), []),
        (("其中：软件（亿元） | 30 | 100", "其中：制造（亿元） | 20 | 80"), []),
        (("1.1 软件（亿元） | 60 | 400",), ["300"]),
        (("1.1 城镇（亿元） | / | 100", "1.2 农村（亿元） | / | 100"), ["300"]),
        (("1.1 软件占比（%） | 60 | 70", "1.2 制造占比（%） | 40 | 50"), []),
    ],
)
def test_sums(parts: tuple[str, ...], found: list[str]) -> None:
    assert quotes(table(WHOLE, *parts), "IND006") == found


GROWTH = "指标 | 单位 | 2020年 | 2025年 | 年均增速〔累计〕"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("旅游收入 | 亿元 | 5000 | 8000 | 9.9", []),
        ("旅游收入 | 亿元 | 5000 | 8000 | 10左右", []),
        ("旅游收入 | 亿元 | 5000 | 8000 | 8以上", []),
        ("旅游收入 | 亿元 | 5000 | 8000 | 12", ["12"]),
        ("存款余额 | 万亿元 | 1.86 | 3 | 13", ["13"]),
        ("运输机场 | 个 | 6 | 7 | 4", []),
        ("农业增加值 | 亿元 | 500 | 800 | 5", []),
        ("城镇化率 | % | 58.3 | 65 | 〔6.7〕", []),
        ("城镇化率 | % | 58.3 | 65 | 〔5〕", ["〔5〕"]),
        ("城镇化率 | % | 58.3 | >65 | 〔5〕", []),
        ("新增就业 | 万人 | — | 60 | 〔300〕", []),
    ],
)
def test_growth_in_the_table(row: str, found: list[str]) -> None:
    assert quotes(table(row, header=GROWTH), "IND007") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收入从2015年的4.28万亿元增长至2020年的8.16万亿元，年均增长率达13.8%。", []),
        ("收入从2015年的4.28万亿元增长至2020年的8.16万亿元，年均增长率达15.8%。", 1),
        ("收入达到8.16万亿元，年均增长15.8%。", []),
        ("收入由2015年的4亿元增长到2020年的8亿元。利润年均增长3%。", []),
    ],
)
def test_growth_between_two_values_of_a_sentence(text: str, found: int | list[str]) -> None:
    assert len(quotes(f"# 某省规划\n\n软件业务{text}", "IND007")) == (found or 0)


@pytest.mark.parametrize(
    ("row", "bad"),
    [
        ("森林覆盖率（%） | 44 | 42", True),
        ("森林覆盖率（%） | 44 | ≥43", False),
        ("污水处理率（%） | 95 | 90", True),
        ("婴儿死亡率（‰） | 4 | 5", True),
        ("婴儿死亡率（‰） | 4 | ≤5", False),
        ("化肥利用率（%） | 40 | 43", False),
        ("单位GDP能耗降低率（%） | 10 | 14", False),
        ("常住人口（万人） | 900 | 880", False),
        ("企业办理时限（天） | 5 | 3", False),
        ("信息化指数 | 90 | 80", True),
    ],
)
def test_direction(row: str, bad: bool) -> None:
    assert bool(quotes(table(row), "IND008")) is bad


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("1.", "2.", "2.1", "2.2", "3."), 0),
        (("1.", "3.", "4."), 1),
        (("1.", "2.", "2."), 1),
        (("1.", "2.", "2.2", "3."), 1),
    ],
)
def test_numbers_of_rows(numbers: tuple[str, ...], found: int) -> None:
    rows = [f"{number} 指标{chr(0x4E00 + i)}（个） | 1 | 2" for i, number in enumerate(numbers)]
    assert len(quotes(table(*rows), "IND011")) == found


def test_numbers_may_begin_again_in_each_group() -> None:
    rows = [
        "经济 | | ",
        "1. 甲（个） | 1 | 2",
        "2. 乙（个） | 1 | 2",
        "生态 | | ",
        "1. 丙（个） | 1 | 2",
    ]
    assert quotes(table(*rows), "IND011") == []


def test_a_column_that_is_mostly_empty_is_one_finding() -> None:
    rows = [f"指标{c}（个） | | 2" for c in "甲乙丙"]
    assert quotes(table(*rows, "指标丁（个） | 1 | 2"), "IND010") == ["指标甲"]
