"""What a ledger that is laid out in another way says, and what differs from the draft."""

import pytest

from linter.across.reconciled import Reconciled
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from tests.helpers import draft

DRAFT = Plan(
    draft("""# 云桐市养老服务行动计划（2024—2026年）

一、重点任务

1.建设街道养老中心。2025年12月底前建成中心，新增床位1200张，改造床位800张。（市民政局牵头，市财政局、市住房城乡建设局配合）

2.发展助餐服务。新建食堂180个，服务老年人12万人次，补助标准每餐3元。（市民政局牵头，市商务局配合）

3.推进适老化改造。2025年完成改造5000户，2026年累计完成改造9000户。（市住房城乡建设局牵头，市残联配合）

4.培养护理人才。持证上岗率达到95%，护理员流失率控制在10%以内。（市教育局牵头，市民政局配合）
"""),
    builtin_lexicon(),
)
ROWS = (
    (
        "建设街道养老中心",
        "市民政局",
        "市财政局、市住房城乡建设局",
        "2025年12月底",
        "新增床位1200张",
    ),
    ("发展助餐服务", "市民政局", "市商务局", "", "食堂180个"),
    ("推进适老化改造", "市住房城乡建设局", "市残联", "", "2026年改造9000户"),
    ("培养护理人才", "市教育局", "市民政局", "", "持证上岗率≥95%"),
)
HEAD = ("任务", "牵头单位", "配合单位", "完成时限", "目标值")


def slips(rows: tuple[tuple[str, ...], ...], head: tuple[str, ...] = HEAD) -> list[tuple[str, str]]:
    lines = [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]
    ledger = Plan(draft("\n".join(lines) + "\n"), builtin_lexicon())
    both = Reconciled(DRAFT, ledger)
    return [(s.what, s.ledger) for s in both.slips] + [(o.what, o.words) for o in both.opinions]


def changed(row: int, column: int, words: str) -> tuple[tuple[str, ...], ...]:
    rows = [list(r) for r in ROWS]
    rows[row][column] = words
    return tuple(tuple(r) for r in rows)


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        ("重点事项", "主责部门", "参与部门", "时间要求", "量化指标"),
        ("督办事项", "主办", "会办", "时限要求", "任务指标"),
        ("工作举措", "第一责任单位", "协同单位", "完成日期", "任务目标"),
    ],
)
def test_columns_of_other_names(head: tuple[str, ...]) -> None:
    assert slips(ROWS, head) == []


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (0, 2, "市住房城乡建设局、市财政局"),
        (0, 2, "财政局、住建局"),
        (0, 3, "2025-12-31"),
        (0, 3, "2025年四季度"),
        (0, 4, "新增床位0.12万张；改造床位800张"),
        (1, 0, "新建食堂180个，服务老年人12万人次"),
        (1, 4, "服务12万人次"),
        (3, 4, "流失率≤10%"),
    ],
)
def test_what_is_the_same_in_other_words(row: int, column: int, words: str) -> None:
    assert slips(changed(row, column, words)) == []


@pytest.mark.parametrize(
    ("row", "column", "words", "what"),
    [
        (0, 2, "市财政局", "helpers"),
        (0, 3, "2026年12月", "due"),
        (0, 3, "持续推进", "due-open"),
        (0, 4, "新增床位800张", "target"),  # the figure of the other ones
        (2, 4, "2025年改造9000户", "target"),  # of the other year
        (3, 4, "护理员流失率≥10%", "target"),  # a floor for a ceiling
        (1, 4, "投资2亿元", "target"),
    ],
)
def test_what_differs(row: int, column: int, words: str, what: str) -> None:
    assert [found for found, _ in slips(changed(row, column, words))] == [what]


def test_a_figure_of_something_else_is_told_with_its_words() -> None:
    assert slips(changed(0, 4, "新增床位800张")) == [("target", "新增床位800张")]


def test_the_names_of_parts_are_no_tasks() -> None:
    rows = (
        ("（一）增加供给", "", "", "", ""),
        *ROWS[:2],
        ("（二）提升质量", "", "", "", ""),
        *ROWS[2:],
    )
    assert slips(rows) == []


OPINION = "将“食堂180个”改为“食堂200个”，增加“鼓励社会出资”"


@pytest.mark.parametrize(
    ("opinion", "adopted", "reason", "found"),
    [
        (OPINION, "部分采纳", "测算后再定", ["partly"]),
        (OPINION, "部分采纳", "", ["partly-reason", "partly"]),
        ("将“食堂150个”改为“食堂180个”，增加“鼓励出资”", "部分采纳", "出资另定", []),
        ("增加“鼓励出资”", "部分采纳", "已另有规定", []),
        ("增加“鼓励出资”", "不予采纳，财力有限", "", []),
        ("增加“鼓励出资”", "不予采纳", "", ["reason"]),
        ('将"食堂180个"改为"食堂200个"', "采纳", "", ["absent", "left"]),
    ],
)
def test_opinions(opinion: str, adopted: str, reason: str, found: list[str]) -> None:
    rows = (("1", opinion, adopted, reason),)
    told = slips(rows, ("序号", "意见内容", "采纳情况", "理由"))
    assert [what for what, _ in told] == found
