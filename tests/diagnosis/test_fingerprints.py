"""A fingerprint stays with its defect whatever happens to the rest of the draft."""

import random
from collections import defaultdict

import pytest

from bench.accuracy.samples import NAMES, planted_text
from linter.diagnosis.diagnostic import Diagnostic
from tests.helpers import diagnose

FRONT = 11  # blocks of the notice and the head of the plan, which stay where they are


def edited(source: str, rng: random.Random) -> str:
    """The draft with twenty paragraphs moved and fifty inserted."""
    blocks = source.strip().split("\n\n")
    prose = [i for i, b in enumerate(blocks) if i > FRONT and b[0] not in "|>#" and len(b) > 60]
    picked = set(rng.sample(prose, 20))
    kept = [block for i, block in enumerate(blocks) if i not in picked]
    for i in picked:
        kept.insert(rng.randrange(FRONT, len(kept)), blocks[i])
    for n in range(50):
        words = f"要落实好第{n}项补充要求，稳步推进各项工作，确保取得实效。"
        kept.insert(rng.randrange(FRONT, len(kept)), words)
    return "\n\n".join(kept) + "\n"


def _prints(found: list[Diagnostic]) -> dict[tuple[str, str, str], set[str]]:
    """The fingerprints of what is found, by rule, words and the text that they stand in."""
    prints: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for d in found:
        prints[d.rule, d.span.quote, d.span.node.text].add(d.fingerprint)
    return prints


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_moved_and_inserted_paragraphs_change_no_fingerprint(name: str, seed: int) -> None:
    source = planted_text(name)
    before = _prints(diagnose(source))
    after = _prints(diagnose(edited(source, random.Random(seed))))
    same = before.keys() & after.keys()
    # What moved away from its list or its label is no longer found; the rest is.
    assert len(same) >= 0.7 * len(before)
    assert {place: before[place] for place in same} == {place: after[place] for place in same}


BOX = "> **专栏1 节水工程**\n>\n> 实施灌区改造。\n"
TASKS = (
    "一、任务\n\n（一）推进节水。实施灌区改造（见专栏2）。\n\n"
    "（二）推进节能。实施设备更新（见专栏2）。\n\n"
)


def _by_task(source: str) -> dict[str, str]:
    return {d.span.node.text[:4]: d.fingerprint for d in diagnose(source, "BOX001")}


def test_an_equal_finding_that_appears_or_disappears_shifts_no_other() -> None:
    both = _by_task(TASKS + BOX)
    fixed = _by_task(TASKS.replace("见专栏2", "见专栏1", 1) + BOX)
    more = _by_task(TASKS.replace("一、任务\n", "一、任务\n\n统筹推进（见专栏2）。\n") + BOX)
    assert both["推进节水"] != both["推进节能"]
    assert fixed == {"推进节能": both["推进节能"]}
    assert both.items() <= more.items()


def test_renumbered_headings_change_no_fingerprint() -> None:
    fault = "（一）推进节水。\n\n落实。\n\n（三）推进节能。\n\n落实。\n"
    (before,) = diagnose("一、任务\n\n" + fault, "STR001")
    (after,) = diagnose(
        "一、要求\n\n落实。\n\n二、任务\n\n（一）推进减排。\n\n落实。\n\n"
        + fault.replace("（一）", "（二）").replace("（三）", "（四）"),
        "STR001",
    )
    assert before.span.quote != after.span.quote
    assert before.fingerprint == after.fingerprint


def test_an_edit_elsewhere_in_the_paragraph_changes_no_fingerprint() -> None:
    (before,) = diagnose("一、任务\n\n加强统筹。落实各项任务，合埋安排建设时序。\n", "TRM001")
    (after,) = diagnose(
        "一、任务\n\n加强领导和统筹协调。落实各项任务，合埋安排建设时序。稳步推进。\n", "TRM001"
    )
    assert before.span.start != after.span.start
    assert before.fingerprint != diagnose("合埋布局。", "TRM001")[0].fingerprint
    assert len(after.fingerprint) == 16


TABLE = (
    "表1 主要指标\n\n| 序号 | 指标 | 单位 | 2020年 | 2025年 |\n| - | - | - | - | - |\n"
    "| 1 | 供水普及率 | % | 90 | 95 |\n| 2 | 污水处理率 | % | 96 | 92 |\n"
)


def test_a_row_keeps_its_fingerprints_when_rows_are_added_above() -> None:
    (before,) = diagnose(TABLE, "IND008")
    added = TABLE.replace("| 1 |", "| 1 | 绿化覆盖率 | % | 40 | 42 |\n| 2 |").replace(
        "| 2 | 污", "| 3 | 污"
    )
    (after,) = diagnose(added, "IND008")
    assert before.span.node.locator.row != after.span.node.locator.row
    assert before.fingerprint == after.fingerprint


def test_either_side_of_a_contradiction_is_the_same_finding() -> None:
    one = "到2025年，城镇再生水利用率达到32%。"
    other = "到2025年，城镇再生水利用率达到35%。"
    (first,) = diagnose(f"一、目标\n\n{one}\n\n二、任务\n\n{other}\n", "IND003")
    (second,) = diagnose(f"一、目标\n\n{other}\n\n二、任务\n\n{one}\n", "IND003")
    assert first.span.quote != second.span.quote
    assert first.fingerprint == second.fingerprint
