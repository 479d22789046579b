"""Rows of a 分工 table that depart from the plan's words by a character or two."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.boxes.repeated import row_slips
from tests.helpers import draft, quotes

BODY = """# 江州市灌区规划

一、主要任务

（一）夯实灌区安全保障体系

健全巡查、监测、预警等各项管理制度，完善灌区运行管护机制和考核评价体系，按照职责分工抓好落实。\
加快渠道基础设施建设，推进高标准农田建设，统筹利用社会资本，创新投融资模式。

（二）推进水价综合改革

完善分级分类水价形成机制，建立节水奖励制度。

附件

任务分工方案

| 任务 | 责任单位 |
| --- | --- |
"""


def slips(row: str) -> list[tuple[str, str]]:
    plan = Plan(draft(f"{BODY}| {row} | 市水利局 |\n"), builtin_lexicon())
    return [(slip.kind, slip.span.quote) for slip in plan.get(row_slips)]


@pytest.mark.parametrize(
    ("row", "kind", "words"),
    [
        ("健全巡查、监测、预警等项管理制度。", "dropped", "预警等项管理制度"),
        ("完善灌区运行管护机制和核评价体系。", "dropped", "管护机制和核评价体系"),
        ("按照职责工抓好落实。", "dropped", "按照职责工抓好落实"),
        ("加快渠道设施基础建设。", "swapped", "加快渠道设施基础建设"),
        ("推进高标准农田田建设。", "added", "高标准农田田建设"),
        ("统筹利用社会资本新投融资模式。", "dropped", "社会资本新投融资"),
        ("完善分级分类水价形成机制立节水奖励制度。", "dropped", "形成机制立节水奖励"),
        ("加快渠道基础设施建设进水价综合改革。", "dropped", "加快渠道基础设施建设进水价综合改革"),
        ("完善分级分类水价行成机制。", "changed", "分类水价行成机制"),
        ("夯实灌区保障体系。", "dropped", "夯实灌区保障体系"),
        ("推进水价综和改革。", "changed", "推进水价综和改革"),
    ],
)
def test_a_slip(row: str, kind: str, words: str) -> None:
    assert slips(row) == [(kind, words)]


@pytest.mark.parametrize(
    "row",
    [
        "健全巡查、监测、预警等管理制度。",
        "加快渠道基础设施建设水价综合改革。",
        "完善灌区管护机制和评价体系。",
        "完善灌区运行管理机制。",
        "推进标准农田建设。",
        "推进水价的综合改革。",
        "完善分级水价形成机制。",
        "夯实灌区和水库安全保障体系。",
        "建立节水奖补制度。",
        "按照职责分工抓好落实。",
    ],
)
def test_an_abridgement_and_a_paraphrase_are_none(row: str) -> None:
    assert slips(row) == []


def test_words_that_the_plan_has_elsewhere_are_its_own() -> None:
    source = BODY.replace("建立节水奖励制度。", "夯实灌区保障体系，建立节水奖励制度。")
    assert quotes(f"{source}| 夯实灌区保障体系。 | 市水利局 |\n", "TRM001") == []


def test_rows_that_shorten_their_titles_throughout() -> None:
    titles = ("推进水价综合改革", "强化水源安全保障", "提升灌区运行水平", "完善管护长效机制")
    words = ("综合", "安全", "运行", "长效")
    for count, expected in ((1, 1), (4, 0)):
        body = "".join(
            f"（{n}）{t}\n\n逐项落实。\n\n" for n, t in zip("一二三四", titles, strict=True)
        )
        rows = "".join(
            f"| {title.replace(word, '')} | 水利局 |\n"
            for title, word in list(zip(titles, words, strict=True))[:count]
        )
        head = "| 任务 | 责任单位 |\n| --- | --- |\n"
        source = f"# 江州市规划\n\n一、任务\n\n{body}附件\n\n分工方案\n\n{head}{rows}"
        assert len(quotes(source, "TRM001")) == expected
