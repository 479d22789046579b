"""Breakdowns of sentences and totals of tables: what claims to be the sum of what."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.quantities.breakdowns import Breakdown, breakdowns
from linter.subjects.works.check_breakdowns import totals
from tests.helpers import draft


def read(text: str) -> list[Breakdown]:
    return list(Plan(draft(text), builtin_lexicon()).get(breakdowns))


def parts(text: str) -> list[str]:
    return [part.quantity.words for found in read(text) for part in found.parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安排资金36亿元，其中设备更新20亿元、改造16亿元。", ["20亿元", "16亿元"]),
        ("安排资金36亿元（其中设备更新20亿元，改造16亿元），为期三年。", ["20亿元", "16亿元"]),
        ("床位1200张，其中负压300张、重症420张，培训医师500人。", ["300张", "420张"]),
        ("改造12万亩，其中2024年5万亩、2025年7万亩，2025年累计建成45万亩。", ["5万亩", "7万亩"]),
        ("改造12万亩。其中设备更新20亿元。", []),
        ("由462万人次增加到580万人次。", []),
        ("产值120亿元，其中农村居民30%。", []),
    ],
)
def test_the_parts_follow_the_whole_in_one_list(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("三年改造12万亩，其中2024年3万亩、2025年4万亩、2026年5万亩。", True),
        ("2024—2025年投入7亿元，2024年3亿元、2025年4亿元。", True),
        ("三年改造12万亩，其中2024年3万亩、2025年4万亩。", False),
        ("两年投入9亿元，其中2024年3亿元、2025年4亿元，其余由企业自筹。", False),
        ("安排资金36亿元，其中设备更新20亿元、改造16亿元。", False),
    ],
)
def test_years_are_the_whole_if_they_are_all_of_them(text: str, complete: bool) -> None:
    assert [found.complete for found in read(text)] == [complete]


TABLE = """
| 序号 | 用途 | 占比 | 2024年 | 2025年 | 合计 |
| --- | --- | --- | --- | --- | --- |
| 1 | 设备更新 | 60% | 3 | 4.5 | 7.5 |
| 2 | 贷款贴息 | 40% | — | 2 | 2 |
| | 合计 | 100% | 3 | 6.5 | 9.5 |
"""


def test_totals_are_read_in_both_directions() -> None:
    down, across = totals(draft(TABLE).tables())
    assert [(t.heading, str(t.gap)) for t in down] == [("2025年", "0.0"), ("合计", "0.0")]
    assert [str(t.gap) for t in across] == ["0.0", "0.0"]


def test_subtotals_are_left_alone() -> None:
    assert not list(totals(draft(TABLE.replace("贷款贴息", "其中：贷款贴息")).tables()))
