"""TSK013, TSK014: rows of a division against the tasks of the body, and by themselves."""

import pytest

from tests.helpers import diagnose, quotes

BODY = """# 临江市冷链物流行动计划（2024—2026年）

一、重点任务

（一）建设信息平台。2025年6月底前建成。（牵头单位：市商务局；配合单位：市财政局）

（二）改造老旧冷库。2026年底前改造30座。（牵头单位：市农业农村局；配合单位：市财政局）

（三）完善配送网点。2026年底前覆盖全部乡镇。（市交通运输局牵头，市邮政管理局配合）

附件

重点任务分工表

| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 |
| --- | --- | --- | --- | --- |
"""
ROWS = (
    "| 1 | 建设信息平台 | 市商务局 | 市财政局 | 2025年6月 |",
    "| 2 | 改造老旧冷库 | 市农业农村局 | 市财政局 | 2026年12月 |",
    "| 3 | 完善配送网点 | 市交通运输局 | 市邮政管理局 | 2026年12月 |",
)


def found(*changes: tuple[str, str], body: str = BODY) -> list[tuple[str, str | None, str]]:
    table = body + "\n".join(ROWS) + "\n"
    for old, new in changes:
        assert old in table
        table = table.replace(old, new)
    reported = diagnose(table, "TSK013", "TSK014")
    return [(d.rule, d.variant, d.span.quote) for d in reported]


def test_a_table_that_repeats_the_plan_is_silent() -> None:
    assert found() == []


@pytest.mark.parametrize(
    "deadline", ["2025年二季度", "2025年上半年", "2025年6月底", "2025.6", "2025年", "2024—2025年"]
)
def test_one_deadline_has_many_forms(deadline: str) -> None:
    assert found(("| 2025年6月 |", f"| {deadline} |")) == []


@pytest.mark.parametrize("deadline", ["2025年三季度", "2025年底", "2025年12月31日", "2024年6月"])
def test_another_deadline(deadline: str) -> None:
    assert found(("| 2025年6月 |", f"| {deadline} |")) == [("TSK013", "deadline", deadline)]


def test_leads_changed_for_helpers() -> None:
    change = ("市商务局 | 市财政局", "市财政局 | 市商务局")
    assert found(change) == [("TSK013", None, "市财政局")]


def test_the_same_unit_under_a_longer_name_or_beside_another() -> None:
    assert found(("| 市交通运输局 |", "| 市交通局 |")) == []
    assert found(("| 市商务局 |", "| 市商务局、市供销社 |")) == []


def test_a_first_step_has_a_deadline_of_its_own() -> None:
    body = BODY.replace("2025年6月底前建成", "2024年6月底前制定方案")
    assert found(body=body) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("改造老旧冷库30座", []),
        ("加快改造老旧冷库", []),
        ("改造老旧冷库45座", [("TSK013", "number", "45座")]),
        ("2026年底前改造老旧冷库45座", [("TSK013", "number", "45座")]),
        ("改造老旧库房", [("TSK013", "renamed", "改造老旧库房")]),
    ],
)
def test_the_words_of_the_task(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(("改造老旧冷库 |", f"{words} |")) == expected


def test_one_row_more_and_one_row_less() -> None:
    assert found((ROWS[2], ROWS[2] + "\n| 4 | 组织联合执法 | 市公安局 | — | 2026年12月 |")) == [
        ("TSK013", "extra", "组织联合执法")
    ]
    assert found((ROWS[2], "")) == [("TSK013", "missing", "完善配送网点")]


def test_a_table_of_some_tasks_only_leaves_out_nothing() -> None:
    assert found((ROWS[1], ""), (ROWS[2], "")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("| 市商务局 |", "|  |", (None, "市财政局")),
        ("| 2025年6月 |", "|  |", ("undated", "建设信息平台")),
        (
            "市商务局 | 市财政局 | 2025年6月",
            "2025年6月 | 市财政局 | 市商务局",
            ("swapped", "市商务局"),
        ),
        (ROWS[1], ROWS[1] + "\n" + ROWS[1].replace("| 2 ", "| 3 "), ("twice", "改造老旧冷库")),
    ],
)
def test_a_cell_by_itself(old: str, new: str, expected: tuple[str | None, str]) -> None:
    assert ("TSK014", *expected) in found((old, new))


def test_a_deadline_beyond_the_plan_where_the_body_has_none() -> None:
    body = BODY.replace("2026年底前改造30座", "改造30座")
    change = ("市农业农村局 | 市财政局 | 2026年12月", "市农业农村局 | 市财政局 | 2027年12月")
    assert found(change, body=body) == [("TSK014", "outside", "2027年12月")]


def test_a_row_without_a_task_is_named_by_what_it_has() -> None:
    source = (
        "# 某市行动方案（2025—2026年）\n\n一、任务\n\n1.建设水库。（市水利局负责）\n\n附件\n\n"
        "任务分工表\n\n| 序号 | 任务 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n"
        "| 1 | 建设水库 | 市水利局 | 2026年6月 |\n| 2 |  | 市水利局 | 2028年6月 |\n"
    )
    assert quotes(source, "TSK014") == ["2028年6月"]
