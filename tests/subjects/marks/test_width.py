"""Each kind of mark is held against the width of most marks."""

from tests.helpers import diagnose, quotes

FULL = "推进灌区改造，完善设施；加强管护，落实责任，疏浚河道，巡查堤防。"


def test_the_lone_half_width_mark_is_told() -> None:
    assert quotes(FULL + "清理淤积,硬化渠道。", "PUN005") == ["淤积,硬化"]


def test_a_kind_that_is_half_width_throughout_is_one_finding() -> None:
    text = "推进改造，完善设施，清淤;巡查;值守;演练;培训，落实责任。加强管护，疏浚河道。"
    (found,) = diagnose(text, "PUN005")
    assert found.message.startswith("全文「;」都是半角（4 处）")
    assert len(found.related) == 3


def test_a_draft_of_half_width_marks_is_a_habit() -> None:
    assert quotes("推进改造,完善设施,清淤;巡查,加强管护(含渠道):落实。", "PUN005") == []


def test_a_stop_between_chinese_words_counts_and_a_decimal_point_does_not() -> None:
    assert quotes(FULL + "加快清淤.硬化渠道，版本V2.0，增长3.5%。", "PUN005") == ["清淤.硬化"]
