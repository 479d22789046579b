"""Reading the tables of a division of tasks."""

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.offices.divisions import divisions_in, number_faults
from linter.subjects.offices.organisations import Directory, organs_of
from linter.subjects.offices.unit_words import Duty
from tests.helpers import draft


def read(table: str):  # type: ignore[no-untyped-def]
    return list(divisions_in(draft(table), Directory(builtin_lexicon().get(organs_of))))


def test_two_columns_of_units_give_two_roles() -> None:
    (division,) = read(
        "| 序号 | 任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n"
        "| 1 | 修路 | 市交通运输局 | 市财政局 |\n"
    )
    (row,) = division.rows
    assert [u.role for units in row.lists for u in units.units] == [Duty.LEAD, Duty.COOPERATING]
    assert row.value == 1


def test_a_row_cut_by_a_page_is_one_row() -> None:
    (division,) = read(
        """| 序号 | 任务 | 责任单位 |
|---|---|---|
| 1 | 修路 | 市交通运输局、市发展改革委、 |
|  | | 市财政局负责 |
| 2 | 架桥 | 市住房城乡建设局 |
"""
    )
    names = [[u.name for units in row.lists for u in units.units] for row in division.rows]
    assert names == [["市交通运输局", "市发展改革委", "市财政局"], ["市住房城乡建设局"]]


def test_a_table_may_be_no_more_than_its_header() -> None:
    (division,) = read("| 序号 | 任务 | 责任单位 |\n|---|---|---|\n")
    assert division.rows == ()


def test_an_indicator_table_is_no_division() -> None:
    assert read("| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 里程 | 10 | 20 |\n") == []


def test_one_wrong_number_is_one_fault() -> None:
    rows = "".join(f"| {n} | 事项{n} | 市财政局 |\n" for n in (1, 2, 4, 4, 5))
    (division,) = read("| 序号 | 任务 | 责任单位 |\n|---|---|---|\n" + rows)
    assert [(a.value, b.value) for a, b in number_faults(division)] == [(2, 4)]
