"""Families: which rows are the parts of a whole, and how far their sums may be rounded."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.indicators.families import Family, families, likely_steps
from linter.subjects.indicators.indicators import indicator_tables
from tests.helpers import draft

TITLE = "# 某市“十四五”规划\n\n"


def read(table: str) -> list[Family]:
    plan = Plan(draft(TITLE + table), builtin_lexicon())
    return [family for t in plan.get(indicator_tables) for family in families(t)]


def parts(table: str) -> list[list[str]]:
    return [[part.name for part in family.parts] for family in read(table)]


NUMBERED = """| 序号 | 指标 | 单位 | 2020年 | 2025年 |
|---|---|---|---|---|
| 1 | 港口总数 | 座 | 9 | 12 |
{rows}
| 2 | 船闸 | 座 | 3 | 5 |
"""


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("| | 其中：海港 | 座 | 4 | 5 |\n| | 河港 | 座 | 3 | 5 |", ["海港", "河港"]),
        ("| 其中 | 海港 | 座 | 4 | 5 |\n| | 河港 | 座 | 3 | 5 |", ["海港", "河港"]),
        ("| | 其中：海港 | 座 | 4 | 5 |\n| | 吞吐量 | 万吨 | 3 | 5 |", ["海港"]),
        ("| 1.1 | 海港 | 座 | 4 | 5 |\n| 1.2 | 河港 | 座 | 3 | 5 |", ["海港", "河港"]),
    ],
)
def test_rows_without_a_number_go_on_with_the_list(rows: str, names: list[str]) -> None:
    assert parts(NUMBERED.format(rows=rows)) == [names]


PLAIN = """| 指标 | 2020年 | 2025年 |
|---|---|---|
| 港口（座） | {whole} | 12 |
| 其中：海港（座） | 4 | 6 |
| 河港（座） | 5 | 7 |
| 船闸（座） | 3 | 5 |
"""


def test_rows_without_marks_are_parts_as_far_as_they_add_up() -> None:
    assert parts(PLAIN.format(whole=9)) == [["海港", "河港"]]
    assert parts(PLAIN.format(whole=12)) == [["海港", "河港", "船闸"]]
    assert parts(PLAIN.format(whole=30)) == [["海港"]]


def test_parts_of_one_list_are_told_from_those_of_several() -> None:
    one = NUMBERED.format(rows="| | 其中：海港 | 座 | 4 | 5 |\n| | 河港 | 座 | 3 | 5 |")
    two = NUMBERED.format(rows="| | 其中：海港 | 座 | 4 | 5 |\n| | 其中：新港 | 座 | 3 | 5 |")
    assert [family.listed for family in read(one) + read(two)] == [True, False]


def test_goals_leave_less_room_to_rounding_than_statistics() -> None:
    table = """| 序号 | 指标 | 单位 | 2020年 | 2025年 |
|---|---|---|---|---|
| 1 | 用水量 | 亿立方米 | 8.0 | 10.0 |
| | 其中：农业 | 亿立方米 | 4.2 | 5.2 |
| | 工业 | 亿立方米 | 2.0 | 2.0 |
| | 生活 | 亿立方米 | 1.0 | 2.0 |
| | 生态 | 亿立方米 | 1.0 | 1.0 |
"""
    sums = read(table)[0].sums
    assert [(s.base, s.gap, s.holds) for s in sums] == [(True, 2e7, True), (False, 2e7, False)]


def test_single_things_are_not_rounded() -> None:
    sums = read(PLAIN.format(whole=9))[0].sums
    assert [s.holds for s in sums] == [True, False]


def test_more_figures_may_be_rounded_further_off() -> None:
    assert [likely_steps(n) for n in (2, 5, 12)] == [1, 1, 2]
