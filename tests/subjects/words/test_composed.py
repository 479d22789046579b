"""Wrong characters told by near readings."""

import pytest

from linter.subjects.words.readings import near_readings
from tests.helpers import diagnose, quotes


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全面优化营商环镜，激发市场活力。", "优化营商环镜"),
        ("持续推进基层治里工作。", "基层治里"),
        ("坚持循序渐近，推动改革。", "循序渐近"),
        ("完善体制制机，激发活力。", "体制制机"),
        ("加大招商引资资力度。", "加大招商引资资力度"),
        ("加强基础设建设，补齐短板。", "加强基础设建设"),
        ("企业主要负人为第一责任人。", "主要负人"),
        ("深化亩均伦英雄改革。", "亩均伦英雄"),
        ("建立健全容错纠措机制。", "容错纠措机制"),
    ],
)
def test_phrases_need_no_other_evidence(text: str, wrong: str) -> None:
    found = quotes(text, "TRM001")
    assert len(found) == 1
    assert found[0] in wrong


def test_a_short_word_needs_the_right_one_in_the_draft() -> None:
    text = "促进农业展发。推动县域经济发展。"
    assert [(d.span.quote, d.severity.value) for d in diagnose(text, "TRM001")] == [
        ("展发", "warning")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "推进移动端、自助端联动，完善网络化管理和信用码应用。",
        "抢占稀缺赛道，停止线上受理，搭建银企平台，对接授信企业。",
        "促进仪器仪表产业集聚，规范民工工资支付，推动校企业务合作。",
        "开展营商环境提升行动，完善体制机制，加强基础设施建设。",
        "按照“迎商引资”要求，支持岱岩镇、云峤集团发展。",
        "银监局、台资企业和农房设计单位参加，优服务、减环节。",
    ],
)
def test_words_and_names_of_their_own_are_let_pass(text: str) -> None:
    assert quotes(text, "TRM001") == []


def test_a_form_that_the_draft_has_often_is_its_own_word() -> None:
    assert quotes("推进发展。" + "支持展发中心。" * 3, "TRM001") == []


def test_text_without_a_stray_character_is_read_once() -> None:
    assert list(near_readings("加强基础设施建设，推进高质量发展。")) == []
