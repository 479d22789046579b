"""FMT: a right layout is silent; what departs is said once a role, with a count."""

from dataclasses import dataclass
from typing import Any

import pytest

from linter.catalogue.load import builtin_rules
from linter.document.model import Document
from linter.plan.finding import Check, Finding
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.readers.load import read_bytes
from linter.subjects.look import check_page_numbers as layout_numbers
from linter.subjects.look import check_pages as layout_pages
from linter.subjects.look import check_peers as layout_peers
from linter.subjects.look import check_texts as layout_texts
from tests.helpers import diagnose, reported
from tests.layout_drafts import word_draft
from tests.readers.docx.fixtures import document, p

RULES = [rule.id for rule in builtin_rules() if rule.pack == "gbt9704"]
TEXT = """
# 某市节水行动方案

一、总体要求

以节水优先为方针，全面提高用水效率和效益。

二、主要任务

（一）推进灌区改造

1.中型灌区。按计划改造中型灌区五处，完善量水设施。

（1）修复渠道。各县区要在年底前修复渠道三百千米。

> **专栏1 节水工程**
>
> 改造中型灌区五处，完善各类量水设施。

（二）推进管网改造。各县区要更新老旧管网，降低漏损率。

三、保障措施

各部门要加强协同配合，及时研究解决困难和问题。
"""


def word(head: str = "", text: str = TEXT) -> Document:
    """A draft with what departs from the standard."""
    description = f"---\n{head}\n---\n{text}" if head else text
    return read_bytes("draft.docx", word_draft(description.strip()), "docx")


@dataclass
class Found:
    """Findings of a check with options."""

    findings: list[Finding]

    @property
    def values(self) -> dict[str, str]:
        (finding,) = self.findings
        return dict(finding.values)


def run(check: Check, draft: Document, **options: Any) -> Found:
    return Found(list(check(Plan(draft, builtin_lexicon()), **options)))


def test_the_pack_is_off_by_default() -> None:
    assert len(RULES) == 10
    assert not any(rule.enabled for rule in builtin_rules() if rule.id in RULES)


def test_the_usual_check_does_not_read_the_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("linter.readers.docx.look.read_layout", fail)
    assert reported(word(), [r for r in builtin_rules() if r.enabled]).error is None
    with pytest.raises(AssertionError):
        word().look()


def test_a_right_layout_is_silent() -> None:
    assert diagnose(word(), *RULES) == []


def test_other_formats_are_silent() -> None:
    assert diagnose(TEXT, *RULES) == []


@pytest.mark.parametrize(
    ("head", "rule", "message"),
    [
        ("页面: {纸张: [215.9, 279.4]}", "FMT001", "纸张为 215.9×279.4 毫米，应为 210×297 毫米"),
        (
            "页面: {左: 31.8, 右: 31.8}",
            "FMT002",
            "左 31.8 毫米，应为 28 毫米；右 31.8 毫米，应为 26",
        ),
        (
            "标题: {字号: 18}",
            "FMT003",
            "标题为小标宋小二（18 磅）、居中，应为小标宋二号（22 磅）、居中",
        ),
        ("一级标题: {字体: 宋体}", "FMT004", "一级标题“一、”为宋体三号（16 磅），应为黑体"),
        ("二级标题: {字号: 15}", "FMT004", "二级标题“（一）”为楷体小三（15 磅），应为楷体三号"),
        ("三级标题: {字体: 黑体}", "FMT004", "三级标题“1.”为黑体三号（16 磅），应为仿宋"),
        ("四级标题: {字体: 楷体}", "FMT004", "四级标题“（1）”为楷体三号（16 磅），应为仿宋"),
        ("正文: {字体: 宋体}", "FMT005", "正文字体为宋体，应为仿宋（5 段中 5 段）"),
        ("正文: {字号: 15}", "FMT006", "正文字号为小三（15 磅），应为三号（16 磅）（5 段中 5 段）"),
        ("正文: {行距: 1倍}", "FMT007", "正文行距为单倍行距，应为 28—30 磅"),
        ("正文: {缩进: 0}", "FMT008", "正文为首行缩进 0 字符，应为首行缩进 2 字符"),
        ("页码: {字号: 10.5}", "FMT009", "页码字号为五号（10.5 磅），应为四号（14 磅）"),
        ("页码: {样式: '- 1 -'}", "FMT009", "左右应各有一条一字线"),
        ("页码: 无", "FMT009", "页脚没有页码"),
    ],
)
def test_what_departs_is_found_once(head: str, rule: str, message: str) -> None:
    (found,) = diagnose(word(head), *RULES)
    assert found.rule == rule
    assert message in found.message


def test_a_few_of_many_are_counted_and_the_next_ones_are_related() -> None:
    text = "# 某市节水行动方案\n" + "".join(
        f"\n{'{字号: 15}' if i in (3, 5, 6, 7) else ''}第{i}个县区要改造灌区，完善量水设施。\n"
        for i in range(1, 13)
    )
    (found,) = diagnose(word(text=text), "FMT006")
    assert found.message == "正文 12 段中有 4 段不是三号（16 磅），第一处为小三（15 磅）"
    assert found.span.quote.startswith("第3个")
    assert [(r.message, r.span.quote[:3]) for r in found.related] == [
        ("另一处", "第5个"),
        ("另一处", "第6个"),
        ("同类写法", "第1个"),
    ]


def test_options_decide_what_is_right() -> None:
    draft = word(
        "页面: {上: 28, 左: 28}\n正文: {字体: 宋体, 字号: 15, 行距: 1.5倍}\n标题: {字体: 黑体}"
    )
    assert not run(layout_pages.margins, draft, top=28.0).findings
    assert not run(layout_texts.title, draft, fonts=("小标宋", "黑体")).findings
    assert not run(layout_texts.body_font, draft, fonts=("宋体",)).findings
    assert not run(layout_texts.body_size, draft, size=15.0).findings
    assert not run(layout_texts.body_size, draft, tolerance=1.0).findings
    assert not run(layout_texts.line_spacing, draft, multiples=(1.5,)).findings
    assert run(layout_texts.line_spacing, draft, multiples=(1.25,)).values["expected"] == (
        "28—30 磅或多倍行距（1.25 倍）"
    )
    assert run(layout_texts.body_font, word(), fonts=("宋体",)).values["actual"] == "仿宋"


def test_empty_options_leave_a_part_unjudged() -> None:
    draft = word("页面: {下: 20}\n标题: {字体: 宋体, 对齐: 左}\n页码: {样式: '1', 对齐: 左}")
    assert not run(layout_pages.margins, draft, bottom=0.0).findings
    assert not run(layout_texts.title, draft, fonts=(), alignment="any").findings
    assert not run(layout_numbers.page_number, draft, dashes=(), alignment="any").findings


@pytest.mark.parametrize(("place", "name"), [("left", "左"), ("center", "中"), ("right", "右")])
def test_page_numbers_at_one_place_on_every_page(place: str, name: str) -> None:
    draft = word(f"页码: {{对齐: {name}}}")
    assert not run(layout_numbers.page_number, draft, alignment=place).findings
    assert "应为单页居右、双页居左" in run(layout_numbers.page_number, draft).values["faults"]


def test_sections_that_depart_are_counted() -> None:
    def pages(width: int) -> str:
        return f'<w:sectPr><w:pgSz w:w="{width}" w:h="16838"/></w:sectPr>'

    body = p("第一部分的话。", pages(11906)) + p("第二部分的话。", pages(10000)) + p("附表。")
    (found,) = diagnose(document(body + pages(11906)), "FMT001")
    assert found.message.startswith("全文 3 节中有 1 节的纸张不是 210×297 毫米")
    assert found.span.quote == "第二部分的话。"


def test_headings_below_chapters_are_only_compared_with_each_other() -> None:
    lines = ["第一章 总体要求", "一、指导思想", "二、基本原则", "三、主要目标", "四、工作步骤"]
    text = "# 某市节水规划\n\n" + "\n\n".join(lines)
    assert diagnose(word("一级标题: {字体: 宋体}", text), *RULES) == []
    mixed = text.replace("三、", "{字体: 楷体}三、")
    (found,) = diagnose(word(text=mixed), *RULES)
    assert (found.rule, found.span.quote) == ("FMT010", "三、主要目标")


def test_pieces_of_another_look_are_a_slip_unless_they_are_a_habit() -> None:
    line = "各县区要推进{字体: 宋体}灌区节水{}改造，按期完成年度任务。"
    plain = "各部门要加强协同配合，及时研究解决困难和问题。"
    slip = "\n\n".join(["# 某市节水行动方案", plain, line, plain])
    habit = "\n\n".join(["# 某市节水行动方案", plain, line, line, plain])
    assert [d.span.quote for d in diagnose(word(text=slip), "FMT010")] == ["灌区节水"]
    assert diagnose(word(text=habit), "FMT010") == []
    assert not run(layout_peers.mixed_fonts, word(text=slip), pieces=False).findings


def test_values_that_cannot_be_told_are_not_judged() -> None:
    body = p("某市节水行动方案") + p("各县区要推进灌区节水改造，按期完成年度任务。")
    silent = [rule for rule in RULES if rule in ("FMT001", "FMT002", "FMT005", "FMT010")]
    assert diagnose(document(body), *silent) == []
    assert diagnose(document(p("")), *RULES) == []
