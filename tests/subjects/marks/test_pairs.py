"""What pairs and what does not: one fault is told once, at its place."""

import pytest

from linter.document.nodes import TextNode
from linter.readers.labels import split_label
from linter.subjects.marks.pairs import FaultKind, faults, label_fault
from tests.helpers import diagnose, quotes


def kinds(text: str) -> list[tuple[str, str]]:
    return [(fault.kind.value, fault.mark) for fault in faults(TextNode(text))]


@pytest.mark.parametrize(
    "text",
    [
        "建设“健康驿站”（含村卫生室〔所〕），落实《条例（2020年修订）》。",
        "他说：“要把‘厕所革命’抓好。”",
        "医院称“要把“双下沉”做实”。",
        "先做：1)普查；2）建档；a)回访。",
        "得分在[60,80)之间，比例为（0，1］。",
        "发扬’98抗洪精神，品牌名为Children’s。",
    ],
)
def test_what_pairs_is_silent(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展“四送活动，办好“一老一小”实事。", [("unclosed", "“")]),
        ("落实《防疫条例和《食品安全法》。", [("unclosed", "《")]),
        ("完善医保（含生育保险，提升待遇（每年一次）。", [("unclosed", "（")]),
        ("办好一老一小”实事，推进“三医”联动。", [("unopened", "”")]),
        ("推进“三医“联动，做强“县医院”。", [("reversed", "“")]),
        ("推进”三医”联动。", [("reversed", "”")]),
        ("印发（“互联网+医疗）”方案。", [("crossed", "”")]),
        ("（见卫发〔2020]3号）", [("mismatched", "]")]),
        ("开展“四送活动，印发《方案，落实。", [("unclosed", "“"), ("unclosed", "《")]),
    ],
)
def test_a_fault_is_told_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_the_missing_mark_has_the_width_of_its_partner() -> None:
    (fault,) = faults(TextNode("建设村卫生室（所］。"))
    assert (fault.kind, fault.wanted) == (FaultKind.MISMATCHED, "）")


@pytest.mark.parametrize(
    ("label", "right"), [("〔四)", "(四)"), ("（二〕", "（二）"), ("（三）", None), ("2)", None)]
)
def test_labels_with_two_kinds_of_brackets(label: str, right: str | None) -> None:
    found, _ = split_label(label + "抓好落实")
    assert found is not None
    assert label_fault(found) == right


def test_quotation_of_several_paragraphs_and_a_title_on_two_lines_are_no_faults() -> None:
    assert quotes("会议指出：“要保供应。\n\n“要稳价格。”", "PUN001") == []
    assert quotes("关于印发《全市托育服务\n\n发展方案》的通知", "PUN001") == []
    assert quotes("开展“四送活动。\n\n办好实事。", "PUN001") == ["“四送活动"]


def test_several_paragraphs_in_brackets_are_no_fault() -> None:
    source = "［示例：\n\n取值为5\n\n表示五级。\n\n结束示例］\n\n继续推进。"
    assert quotes(source, "PUN001") == []
    assert len(quotes(source.replace("结束示例］", "结束］示例"), "PUN001")) == 2
    assert len(quotes("见［示例：\n\n取值为5。\n\n推进建设。\n\n结束示例］", "PUN001")) == 2


def test_an_item_that_begins_with_a_quotation_does_not_continue_the_one_above() -> None:
    source = "1.建立“三医联动机制，推进改革。\n\n2.“双下沉”工程。建设医共体。"
    assert quotes(source, "PUN001") == ["“三医联动机制，推进改革"]


def test_a_straight_half_is_what_is_wrong_not_its_partner() -> None:
    assert kinds('推行“一窗受理"“一网通办"服务。') == [("straight", "“"), ("straight", "“")]
    assert kinds('做好"回头看”工作，管径12"。') == [("straight", '"')]
    assert kinds('落实“推进"一网"改革”要求。') == []


def test_straight_halves_throughout_are_one_finding() -> None:
    text = "".join(f'推行“{word}"。' for word in ("一窗", "一网", "一门", "一次"))
    (found,) = diagnose(text, "PUN001")
    assert (found.severity.value, len(found.related)) == ("warning", 3)
    (found,) = diagnose('推行“一窗"服务。', "PUN001")
    assert (found.severity.value, found.fix and found.fix.replacement) == ("error", "“一窗”服务")
