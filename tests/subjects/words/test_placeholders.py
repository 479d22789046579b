"""TRM007, TRM008 and TRM009."""

import pytest

from tests.helpers import quotes

PLAN = "# 江州市节水行动计划（2024—2026年）\n\n一、任务\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("新建渠道○○公里，投资xx万元。", ["○○", "xx"]),
        ("力争202X年建成，惠及**万人。", ["202X", "**"]),
        ("由××局负责，建成【】处泵站。", ["××", "【】"]),
        ("新建渠道   公里，改造泵站6座。", ["   "]),
        (
            "投资（请市财政局核实）与长度（数据待更新）均待定。",
            ["（请市财政局核实）", "（数据待更新）"],
        ),
        ("衔接《 》，TBD。", ["《 》", "TBD"]),
    ],
)
def test_what_was_never_filled_in(sentence: str, found: list[str]) -> None:
    assert quotes(PLAN.format(sentence), "TRM009") == found


@pytest.mark.parametrize(
    "sentence",
    [
        "闸门为3孔×5米，推行7×24小时值守，效率×100%。",
        "联系人：李××，由王××负责，陈××同志牵头。",
        "门牌统一为“××村服务站”，例如××镇××村。",
        "选用XXL型，尺寸XX-3，会员138****1234，二〇〇〇年建成。",
        "资格（待批准后生效）、项目（待建）、岗位（待遇从优）。",
        "对待核实的线索及时办结，事项（需市政府批准）另报。",
        "2024 年 5 月 1 日起施行，见http://a.cn/a__b。",
    ],
)
def test_words_that_only_look_like_it(sentence: str) -> None:
    assert quotes(PLAN.format(sentence), "TRM009") == []


def test_a_document_named_before_may_be_taken_up() -> None:
    text = "编制专项规划，县区可结合本规划细化。样本方案、成本计划另定。"
    assert quotes(PLAN.format(text), "TRM007") == []
    assert quotes(PLAN.format("各县区要落实本规划。"), "TRM007") == ["本规划"]


@pytest.mark.parametrize(
    ("title", "sentence", "found"),
    [
        ("上海市徐汇区节水行动方案", "我市、我区联动，我县试点。", ["我县"]),
        ("云涟省节水规划", "我市要先行，“我县有约”上线。", ["我市"]),
        ("城市更新行动计划", "我县先行。", []),
        ("江州示范区建设方案", "我县先行，江洲示范区。", []),
        ("江州县节水方案", "江州县要先行，试点县要支持，强县要带动，临川县要参与。", []),
    ],
)
def test_the_draft_s_own_place(title: str, sentence: str, found: list[str]) -> None:
    assert quotes(f"# {title}\n\n一、任务\n\n{sentence}\n", "TRM008") == found
