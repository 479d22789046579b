"""Faults in the table of contents: reported there once, and not where a heading has them too."""

from dataclasses import replace

import pytest

from linter.document.nodes import Paragraph
from tests.helpers import diagnose, draft

HEADINGS = ("一、总体要求", "二、主要任务", "三、保障措施", "四、组织实施")
RULES = ("STR001", "STR002", "STR008", "PUN001", "PUN002")


def found(entries: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> list[tuple[str, str]]:
    listed = [f"{entry}……{page}" for page, entry in enumerate(entries, 2)]
    body = [line for heading in headings for line in (heading, "逐项推进各类工程。")]
    source = "\n\n".join(("江州市节水规划", "目录", *listed, *body)) + "\n"
    diagnostics = [d for rule in RULES for d in diagnose(source, rule)]
    return [(d.rule, d.span.quote) for d in diagnostics]


@pytest.mark.parametrize(
    ("entry", "rules"),
    [
        ("五、保障措施", ["STR001", "STR008"]),
        ("二、保障措施", ["STR002", "STR008"]),
        ("三、（保障措施", ["PUN001", "STR008"]),
        ("三、实施保障措施", ["STR008"]),
    ],
)
def test_what_is_wrong_in_the_contents_alone(entry: str, rules: list[str]) -> None:
    entries = (*HEADINGS[:2], entry, HEADINGS[3])
    assert sorted({rule for rule, _ in found(entries)}) == rules


def test_a_fault_of_the_heading_is_reported_at_the_heading() -> None:
    headings = (*HEADINGS[:2], "三、保障（措施", HEADINGS[3])
    assert [rule for rule, _ in found(headings, headings)] == ["PUN001"]


def test_an_entry_and_the_heading_it_misspells_are_one_finding() -> None:
    assert len(found((*HEADINGS[:3], "组织实旋"))) == 1


CLAUSES = "江州市节水规范\n\n目录\n\n{}\n\n{}\n"


def test_clauses_below_the_listed_level_are_not_missing() -> None:
    entries = ("4.1 选址……1", "4.2 管网……2", "4.3 运维……3")
    body = ("4.1 选址", "应当安全。", "4.2 管网", "4.2.1 管材应当合格。", "4.3 运维", "按时巡查。")
    source = CLAUSES.format("\n\n".join(entries), "\n\n".join(body))
    assert diagnose(source, "STR008", "STR006") == []


def test_a_heading_of_a_listed_level_is_missing() -> None:
    entries = ("4.1 选址……1", "4.2 管网……2", "4.3 运维……3")
    body = ("4.1 选址", "安全。", "4.2 管网", "合格。", "4.3 运维", "巡查。", "4.4 考核", "打分。")
    source = CLAUSES.format("\n\n".join(entries), "\n\n".join(body))
    (found,) = diagnose(source, "STR008")
    assert "4.4" in found.message


def test_contents_made_from_styles_do_not_list_typed_numbers() -> None:
    entries = ("一、要求……1", "二、任务……3", "三、保障……5")
    body = ("一、要求", "要求高。", "二、任务", "任务重。", "四、渠道改造", "三、保障", "措施实。")
    document = draft(CLAUSES.format("\n\n".join(entries), "\n\n".join(body)))
    styled = ("要求", "任务", "保障")
    blocks = tuple(
        replace(b, style="Heading 1" if b.text in styled else "Normal")
        for b in document.blocks
        if isinstance(b, Paragraph)
    )
    assert len(diagnose(document, "STR008")) == 1
    assert diagnose(replace(document, blocks=blocks), "STR008") == []
