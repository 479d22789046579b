"""What is no change, and what a change is told to be."""

import random
import re

import pytest

from linter.across.changes import ChangeKind, Nature
from linter.across.moved_places import references_left
from linter.across.versions import Versions
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.readers.load import load, read_bytes
from tests.helpers import ROOT, draft

CLEAN = ROOT / "samples" / "clean"
NAMES = ("city-action-plan", "county-work-plan", "province-plan")


def versions(old: str, new: str) -> Versions:
    return Versions(Plan(draft(old), builtin_lexicon()), Plan(draft(new), builtin_lexicon()))


def told(old: str, new: str) -> list[tuple[str, str, str, str]]:
    changes = versions(old, new).changes
    return [(c.kind.value, c.subject, c.before, c.after) for c in changes]


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_itself_and_its_twin(name: str) -> None:
    markdown, word = (Plan(load(CLEAN / f"{name}.{e}"), builtin_lexicon()) for e in ("md", "docx"))
    assert Versions(markdown, markdown).changes == ()
    assert Versions(markdown, word).changes == ()
    assert Versions(word, markdown).changes == ()


@pytest.mark.parametrize("seed", range(3))
def test_paragraphs_that_moved_are_no_change_of_substance(seed: int) -> None:
    text = (CLEAN / "city-action-plan.md").read_text("utf-8")
    blocks = re.split(r"\n{2,}", text.strip())
    chance = random.Random(seed)
    plain = [i for i, b in enumerate(blocks) if len(b) > 60 and not re.match(r"[|>#\d（]", b)]
    for i, j in zip(chance.sample(plain[2:], 3), chance.sample(plain[2:], 3), strict=True):
        blocks[i], blocks[j] = blocks[j], blocks[i]
    found = versions(text, "\n\n".join(blocks) + "\n").changes
    assert found
    assert {change.nature for change in found} == {Nature.PLACE}


HEAD = "# 云桐市行动计划（2021—2025年）\n\n一、重点任务\n\n"


@pytest.mark.parametrize(
    ("old", "new", "kind", "before", "after"),
    [
        ("建设网点30个。", "建设网点36个。", "value-changed", "30个", "36个"),
        ("投资1.2亿元。", "投资12000万元。", "unit-changed", "1.2亿元", "12000万元"),
        ("投资1.2亿元。", "投资1.2万元。", "unit-changed", "1.2亿元", "1.2万元"),
        ("覆盖率不低于90%。", "覆盖率达到90%。", "value-changed", "不低于90%", "90%"),
        ("2025年6月底前完成建设。", "2025年9月底前完成建设。", "deadline-changed", None, None),
        ("按照《甲省条例》办理。", "按照《乙省条例》办理。", "citation-changed", None, None),
        ("加快推进网点建设。", "加快推动网点建设。", "reworded", None, None),
    ],
)
def test_a_change_in_a_sentence(
    old: str, new: str, kind: str, before: str | None, after: str | None
) -> None:
    rest = "落实各项配套政策，形成工作合力，务求取得实效。"
    kinds = versions(HEAD + old + rest, HEAD + new + rest).changes
    assert kinds[0].kind.value == kind
    if before is not None:
        assert (kinds[0].before, kinds[0].after) == (before, after)


def test_the_same_amount_in_another_unit_is_wording() -> None:
    (change,) = versions(HEAD + "完成投资1.2亿元。\n", HEAD + "完成投资12000万元。\n").changes
    assert (change.kept, change.nature) == (True, Nature.WORDING)


def test_quotation_marks_and_blanks_are_no_change() -> None:
    assert told(HEAD + "推进“互联网+”行动。\n", HEAD + "推进 互联网+ 行动。\n") == []


def test_a_renamed_indicator_is_one_change() -> None:
    table = "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| {} | % | 42 | 55 |\n"
    found = told(HEAD + table.format("护理床位占比"), HEAD + table.format("护理型床位比例"))
    assert found == [("indicator-renamed", "护理型床位比例", "护理床位占比", "护理型床位比例")]


def test_another_indicator_of_another_value_is_two() -> None:
    table = "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| {} | % | {} | {} |\n"
    old, new = table.format("护理床位占比", 42, 55), table.format("森林覆盖率", 38, 40)
    assert [kind for kind, *_ in told(HEAD + old, HEAD + new)] == [
        "indicator-dropped",
        "indicator-added",
    ]


def test_lost_unit_of_a_row_is_told_once() -> None:
    table = (
        "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 管网长度 | {} | 4 | 5 |\n"
    )
    found = told(HEAD + table.format("公里"), HEAD + table.format(""))
    assert [kind for kind, *_ in found] == ["unit-changed"]


def test_a_number_that_falls_away_between_equal_ones() -> None:
    old = HEAD + "新建甲厂3座、乙厂4座、丙厂5座。\n"
    new = HEAD + "新建甲厂3座、丙厂5座。\n"
    assert ("figure-dropped", "乙厂") in [(k, s) for k, s, *_ in told(old, new)]


def test_two_drafts_that_share_nothing_end_soon() -> None:
    old = "".join(f"第{i}项工作由甲单位承担并按月报告进展情况。\n\n" for i in range(200))
    new = "".join(f"The {i} unlike paragraph has no word in common.\n\n" for i in range(200))
    changes = Versions(
        Plan(read_bytes("a.md", old.encode(), "md"), builtin_lexicon()),
        Plan(read_bytes("b.md", new.encode(), "md"), builtin_lexicon()),
    ).changes
    kinds = {change.kind for change in changes}
    assert kinds == {ChangeKind.PARAGRAPH_ADDED, ChangeKind.PARAGRAPH_DROPPED}


LONG = "落实各项配套政策，形成工作合力。加快建设服务网点30个，务求取得实效。"


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (LONG, LONG.replace("合力。", "合力。\n\n"), ["paragraph-split"]),
        (LONG.replace("合力。", "合力。\n\n"), LONG, ["paragraphs-joined"]),
        (
            LONG,
            LONG.replace("合力。", "合力。\n\n").replace("30个", "36个"),
            ["paragraph-split", "value-changed"],
        ),
        ("力争年内开工建设网点。", "力争6月底前开工建设网点。", ["deadline-changed"]),
        ("投资规模达2000亿元。", "投资规模达2010亿元。", ["value-changed"]),
        (
            "表1 主要任务\n\n| 任务 | 单位 |\n| --- | --- |\n| 建设网点 | 市民政局 |\n",
            "表2 主要任务\n\n| 任务 | 单位 |\n| --- | --- |\n| 建设网点 | 市民政局 |\n",
            ["caption-renumbered"],
        ),
    ],
)
def test_kinds_of_changes(old: str, new: str, kinds: list[str]) -> None:
    assert [kind for kind, *_ in told(HEAD + old, HEAD + new)] == kinds


def test_headings_counted_on_are_one_change() -> None:
    parts = ["建设网点", "培训人员", "改造设施"]
    old = HEAD + "\n\n".join(
        f"（{n}）{p}。\n\n{p}若干。" for n, p in zip("一二三", parts, strict=True)
    )
    new = old.replace("（三）", "（四）").replace("（二）", "（三）")
    assert told(old, new) == [
        ("heading-renumbered", "培训人员…改造设施", "（二）至（三）", "（三）至（四）")
    ]


CHAPTERS = """# 云桐市规划

第一章 总体要求

任务见第二章，保障见第三章。

第二章 重点任务

新建服务网点30个。

第三章 保障措施

市财政局安排专项资金。
"""


def test_references_that_follow_their_chapters() -> None:
    new = CHAPTERS.replace("第三章", "第四章").replace("第二章", "第三章")
    new = new.replace("第三章 重点", "第二章 空间布局\n\n形成一核两翼。\n\n第三章 重点")
    changes = versions(CHAPTERS, new).changes
    references = [c for c in changes if c.kind is ChangeKind.REFERENCE]
    assert [(c.after, c.kept) for c in references] == [("第三章", True), ("第四章", True)]
    assert list(references_left(versions(CHAPTERS, new))) == []


def test_a_remark_in_a_row_of_an_indicator() -> None:
    table = "| 指标 | 单位 | 2020年 | 2025年 | 完成率 |\n| --- | --- | --- | --- | --- |\n"
    old, new = (HEAD + table + f"| 管网长度 | 公里 | 4 | 5 | {r} |\n" for r in ("80%", "85%"))
    assert [kind for kind, *_ in told(old, new)] == ["value-changed"]
