"""References by number: boxes, attachments, tables and figures, sections."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.citations.references import (
    attachment_references,
    box_references,
    drawn_references,
    section_references,
)
from tests.helpers import draft


def plan(sentence: str) -> Plan:
    return Plan(draft(f"一、任务\n\n{sentence}\n"), builtin_lexicon())


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("推进改造（见专栏3）。", [3]),
        ("实施专栏2至专栏5的工程。", [2, 5]),
        ("详见专栏3、4和专栏六。", [3, 4, 6]),
        ("在专栏 7 中明确。", [7]),
        ("上述专栏和专栏一览公开，开设专栏5个。", []),
        ("衔接《国家规划》专栏8。", []),
    ],
)
def test_boxes(sentence: str, numbers: list[int]) -> None:
    assert [r.number[0] for r in plan(sentence).get(box_references)] == numbers


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("详见附件9。", ["附件9"]),
        ("任务见附件1、3，项目见附表二。", ["附件1", "3", "附表二"]),
        ("报送附件2份，资料附件一并提交。", []),
        ("按国发〔2015〕50号文件附件3和《办法》附件2执行。", []),
    ],
)
def test_attachments(sentence: str, found: list[str]) -> None:
    assert [r.span.quote for r in plan(sentence).get(attachment_references)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("情况见表1、表2和图3。", [("表", (1,)), ("表", (2,))]),
        ("布局（图2）如表3-1所示。", [("图", (2,)), ("表", (3, 1))]),
        ("人大代表3名，报表2张，3D图1套。", []),
    ],
)
def test_tables_and_figures(sentence: str, found: list[tuple[str, tuple[int, ...]]]) -> None:
    drawn = [(r.kind, r.number) for r in plan(sentence).get(drawn_references)]
    assert drawn[: len(found)] == found
    assert bool(drawn) is bool(found)


def test_sections_of_the_draft_and_of_laws() -> None:
    found = plan("按本规划第五部分和《水法》第三章、条例第七条执行，见第二章。").get(
        section_references
    )
    assert [(r.kind, r.number[0]) for r in found] == [("部分", 5), ("章", 2)]
