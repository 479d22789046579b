"""Rows of a division that word a task otherwise than the plan does."""

from tests.helpers import diagnose

TASKS = [
    "改造骨干渠道",
    "建设智慧灌区",
    "推广滴灌技术",
    "完善水价机制",
    "培训灌溉人员",
    "保护饮用水源地",
    "清淤河道沟塘",
    "加固病险水库",
    "推进农村供水设施建设",
    "推进健康用水大数据应用",
]


def found(rows: list[str]) -> list[tuple[str, str]]:
    body = "".join(f"{n}.{task}。今年完成。\n\n" for n, task in enumerate(TASKS, 1))
    table = "| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n"
    table += "".join(f"| {n} | {row}。 | 市水利局 |\n" for n, row in enumerate(rows, 1))
    source = f"# 灌区发展规划\n\n一、主要任务\n\n{body}附件\n\n任务分工方案\n\n{table}"
    findings = diagnose(source, "TSK008")
    return [(d.span.quote, d.related[0].span.quote) for d in findings if d.related]


def test_a_row_with_one_word_of_its_own() -> None:
    assert found(TASKS) == []
    rows = [*TASKS[:-1], "推进安全用水大数据应用"]
    assert found(rows) == [("推进安全用水大数据应用", "推进健康用水大数据应用")]


def test_rows_that_reword_throughout_have_a_style() -> None:
    assert found([f"{task[:2]}各类{task[2:]}" for task in TASKS]) == []
