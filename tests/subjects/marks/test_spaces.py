"""Blanks inside words: told each, or, where they pervade, as one."""

from tests.helpers import diagnose

_WORDS = "灌区建设、灌区管理、灌区改造、灌区测量，"


def test_blanks_that_pervade_are_one_finding() -> None:
    text = _WORDS + "".join(f"第{n}处灌 区改造完成，" for n in "一二三四五六七") + "完成。"
    (found,) = diagnose(text, "PUN006")
    assert found.message.startswith("全文有 7 个词中间有多余空格，如“灌区”")
    assert len(found.related) == 6


def test_a_few_are_told_each() -> None:
    text = _WORDS + "东岸灌 区完工，西岸灌 区开工，其余地方按计划有序推进。"
    assert [d.severity.value for d in diagnose(text, "PUN006")] == ["warning", "warning"]
