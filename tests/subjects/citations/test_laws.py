"""REF008, REF009 and REF010."""

import pytest

from tests.helpers import quotes


@pytest.mark.parametrize(
    ("year", "text", "found"),
    [
        (2024, "依据《婚姻法》登记。", ["婚姻法"]),
        (2018, "依据《婚姻法》登记。", []),
        (2024, "《劳动合同法》《土地管理法》与原《合同法》《江州市合同法治办法》。", []),
        (2024, "依据《中华人民共和国土地法》办理。", ["中华人民共和国土地法"]),
        (2024, "遵守中华人民共和国立法法和中华人民共和国法律。", ["中华人民共和国立法法"]),
        (2024, "遵守中华人民共和国水法律法规。", []),
    ],
)
def test_laws(year: int, text: str, found: list[str]) -> None:
    source = f"# 江州市节水行动计划（{year}—{year + 2}年）\n\n一、任务\n\n{text}\n"
    assert quotes(source, "REF009") == found


def test_tables_may_begin_again_in_each_chapter() -> None:
    table = "| 名称 | 数量 |\n| --- | --- |\n| 水厂 | 5 |\n\n"
    names = ["表1 甲", "表2 乙", "表1 丙", "表2 丁"]
    source = "一、任务\n\n" + "".join(f"{name}\n\n{table}" for name in names)
    assert quotes(source, "REF010") == []


def test_a_number_of_december_on_a_draft_of_january() -> None:
    head = "# 江州市节水计划\n\n江政发〔2023〕98号\n\n（{}）\n\n一、任务\n\n改造管网。\n"
    assert quotes(head.format("2024年1月5日"), "REF008") == []
    assert quotes(head.format("2024年5月5日"), "REF008") == ["江政发〔2023〕98号"]
