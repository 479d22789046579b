"""Rows a1 to a7 of the constructs that must be right: numbers that Word generates."""

import pytest

from linter.document.nodes import LabelKind
from linter.readers.docx.formats import written
from linter.readers.view import View
from tests.readers.docx.fixtures import (
    document,
    drawing,
    level,
    lists,
    numbered,
    p,
    raw,
    shown,
    style,
    table,
    tc,
    tr,
)
from tests.shared import SHARED, needs_shared

CHAPTERS = (
    level(0, "chineseCountingThousand", "第%1章"),
    level(1, "chineseCountingThousand", "第%2节"),
    level(2, "chineseCounting", "（%3）"),
)


def num(key: int, more: str = "", abstract: int = 0) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def labels(body: str, numbering: str, styles: str = "") -> list[str | None]:
    blocks = raw(body, numbering=numbering, styles=styles).blocks
    return [block.label for block in blocks]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("form", "values"),
    [
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 100: "一〇〇"},
        ),
        (
            "chineseCountingThousand",
            {10: "十", 14: "十四", 100: "一百", 105: "一百〇五", 110: "一百一十"},
        ),
        ("japaneseCounting", {12: "十二", 99: "九十九"}),
        ("ideographDigital", {9: "九", 10: "一〇", 21: "二一"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹"}),
        ("decimalFullWidth", {12: "１２"}),
        ("lowerRoman", {4: "iv", 19: "xix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("none", {3: ""}),
        ("of a later edition", {3: "3"}),
    ],
)
def test_a1_number_formats(form: str, values: dict[int, str]) -> None:
    assert {value: written(value, form) for value in values} == values


@pytest.mark.parametrize("text", ["（%1）", "(%1)", "%1.", "%1、", "%1)"])
def test_a2_level_text(text: str) -> None:
    body = numbered("甲", 1) + numbered("乙", 1)
    found = labels(body, lists(level(0, "decimal", text)))
    assert found == [text.replace("%1", "1"), text.replace("%1", "2")]


def test_a2_levels_of_one_list() -> None:
    body = "".join(numbered("文", 1, at) for at in (0, 1, 2, 2, 0, 1))
    expected = ["第一章", "第一节", "（一）", "（二）", "第二章", "第一节"]
    assert labels(body, lists(*CHAPTERS)) == expected


def test_a2_bullets_are_no_numbers() -> None:
    assert labels(numbered("甲", 1), lists(level(0, "bullet", "\uf0b7"))) == [None]


def test_a2_level_text_without_end_is_cut() -> None:
    found = shown(numbered("甲", 1), numbering=lists(level(0, "decimal", "%1" * 3000)))
    assert len(str(found[0])) < 200


def test_a2_picture_bullets_are_no_numbers_and_what_follows_a_number_is_not_read() -> None:
    picture = level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>')
    assert shown(numbered("甲", 1), numbering=lists(picture)) == ["甲"]
    for follows in ("space", "nothing", "tab"):
        numbering = lists(level(0, "chineseCounting", "（%1）", f'<w:suff w:val="{follows}"/>'))
        assert shown(numbered("甲", 1), numbering=numbering) == ["（一）甲"]


def test_a3_numbering_in_the_style() -> None:
    set_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    second = '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
    styles = (
        style("1", "heading 1", set_list)
        + style("2", "heading 2", second, "1")
        + style("a5", "一级标题", "", "1")
    )
    body = "".join(p("文", f'<w:pStyle w:val="{key}"/>') for key in ("1", "2", "a5"))
    assert labels(body, lists(*CHAPTERS), styles) == ["第一章", "第一节", "第二章"]


def test_a3_level_linked_to_the_style() -> None:
    linked = level(1, "decimal", "%2.", '<w:pStyle w:val="2"/>')
    styles = style("2", "heading 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = p("文", '<w:pStyle w:val="2"/>')
    assert labels(body, lists(CHAPTERS[0], linked), styles) == ["1."]


def test_a3_numbering_of_a_style_that_another_is_based_on() -> None:
    """The list comes from heading 1; heading 2 names the level alone, as Word writes it."""
    listed = "<w:pPr><w:numPr>{}</w:numPr></w:pPr>"
    styles = (
        style("1", "heading 1", listed.format('<w:numId w:val="1"/>'))
        + style("a5", "我的标题", based="1")
        + style("2", "heading 2", listed.format('<w:ilvl w:val="1"/>'), based="1")
        + style("n", "无编号", listed.format('<w:numId w:val="0"/>'), based="1")
    )
    levels = level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "第%2节")
    body = "".join(
        p(text, f'<w:pStyle w:val="{key}"/>')
        for key, text in (("1", "甲"), ("a5", "乙"), ("2", "丙"), ("n", "丁"), ("1", "戊"))
    )
    assert shown(body, styles=styles, numbering=lists(levels)) == [
        *("第一章甲", "第二章乙", "第一节丙", "丁", "第三章戊")
    ]


def test_a4_numbering_removed() -> None:
    styles = style("1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    removed = '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", '<w:pStyle w:val="1"/>') + p("乙", removed) + numbered("丙", 7)
    assert labels(body, lists(*CHAPTERS), styles) == ["第一章", None, None]


def test_a5_level_missing() -> None:
    assert labels(numbered("甲", 1, None), lists(*CHAPTERS)) == ["第一章"]


def test_a5_level_that_is_no_number() -> None:
    body = p("甲", '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>')
    assert labels(body, lists(*CHAPTERS)) == ["第一章"]


def test_a6_lists_over_one_abstract_list_go_on() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = "".join(numbered("文", key) for key in (1, 2, 1, 3, 3, 1))
    found = labels(body, lists(*CHAPTERS, nums=num(1) + num(2) + num(3, override)))
    assert found == ["第一章", "第二章", "第三章", "第五章", "第六章", "第七章"]


@pytest.mark.parametrize(("restart", "last"), [(0, "2."), (1, "1.")])
def test_a6_level_restart(restart: int, last: str) -> None:
    running = level(1, "decimal", "%2.", f'<w:lvlRestart w:val="{restart}"/>')
    body = "".join(numbered("文", 1, at) for at in (0, 1, 0, 1))
    assert labels(body, lists(CHAPTERS[0], running))[-1] == last


def test_a6_legal_numbering_and_missing_upper_level() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels(numbered("文", 1, 1), lists(CHAPTERS[0], legal)) == ["1.1"]
    assert labels(numbered("文", 1, 1), lists(CHAPTERS[0], level(1, "decimal", "%1.%2"))) == [
        "一.1"
    ]


def test_a6_level_override_and_list_style() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)", start=4)}</w:lvlOverride>'
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = style("L", "列表", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    numbering = linked + lists(*CHAPTERS, nums=num(1) + num(2, other) + num(3, abstract=9))
    assert labels(numbered("文", 2), numbering, styles) == ["4)"]
    assert labels(numbered("文", 3), numbering, styles) == ["第一章"]


def test_a6_deeper_levels_begin_anew_and_an_override_of_one_level_counts_once() -> None:
    two = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">'
    two += '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    one = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
    places = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 1), (2, 1), (2, 1), (1, 1))
    body = "".join(numbered("", num, at) for num, at in places)
    assert shown(body, numbering=lists(levels, nums=one + two)) == [
        *("一、", "（一）", "（二）", "二、", "（一）", "（二）", "（一）", "（二）", "（三）")
    ]


def test_a6_an_override_of_an_inner_level_holds_whenever_it_begins_anew() -> None:
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">'
    nums += '<w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "（%2）")
    body = "".join(numbered("", 1, at) for at in (0, 1, 1, 0, 1))
    assert shown(body, numbering=lists(levels, nums=nums)) == [
        "1.",
        "（3）",
        "（4）",
        "2.",
        "（3）",
    ]


def test_a6_counting_goes_through_boxes_and_cells() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    inside = p(drawing(numbered("乙", 1))) + table(tr(tc(numbered("丙", 1))))
    body = numbered("甲", 1) + inside + numbered("丁", 1)
    found = shown(body, numbering=numbering)
    assert found == ["1.甲", {"frame": ["2.乙"]}, [["3.丙"]], "4.丁"]


def test_a7_tab_stops_are_not_tabs() -> None:
    stops = '<w:tabs><w:tab w:val="right" w:pos="8306"/></w:tabs>'
    assert shown(p("正文", stops)) == ["正文"]


def test_generated_box_number_is_text() -> None:
    numbering = lists(level(0, "chineseCounting", "专栏%1"))
    draft = document(numbered("重大工程", 1) + p("1.建设甲工程。"), numbering=numbering)
    box = next(draft.boxes())
    assert (box.number, box.name, len(box.body)) == (1, "重大工程", 1)


def test_generated_numbers_become_labels() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = numbered("总体要求", 1) + numbered("2025年目标", 1, 1)
    chapter, section = document(body, numbering=lists(CHAPTERS[0], legal)).paragraphs()
    assert chapter.label is not None
    assert chapter.label.kind is LabelKind.CHAPTER
    assert chapter.label.generated
    assert section.label is not None
    assert section.label.numbers == (1, 1)
    assert section.locator.section[0] == "第一章总体要求"


def test_deleted_paragraphs_do_not_count() -> None:
    gone = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
    body = numbered("甲", 1) + p('<w:del w:id="2"/>', gone) + numbered("乙", 1)
    assert shown(body, numbering=lists(*CHAPTERS)) == ["第一章甲", "第二章乙"]
    original = shown(body, View.ORIGINAL, numbering=lists(*CHAPTERS))
    assert original == ["第一章甲", "第二章", "第三章乙"]


@needs_shared
def test_labels_are_those_of_another_program() -> None:
    """LibreOffice's view; it is wrong about isLgl and prints full-width digits as ASCII."""
    from tests.readers.docx.fixtures import show

    path = SHARED / "nasty" / "a_numbering.docx"
    from linter.readers import docx

    ours = [show(block) for block in docx.read(str(path), path.read_bytes()).blocks]
    theirs = path.with_suffix(".libreoffice.txt").read_text("utf-8-sig").splitlines()
    known = {"1.1isLgl 1.1": "一.1isLgl 1.1"} | {
        f"{wide}、decimalFullWidth{item}": f"{plain}、decimalFullWidth{item}"
        for wide, plain, item in (("１", "1", "甲"), ("２", "2", "乙"))
    }
    expected = ["".join(line.split()) for line in theirs if line.strip()]
    found = ["".join(str(line).split()) for line in ours]
    known = {"".join(key.split()): "".join(value.split()) for key, value in known.items()}
    assert [known.get(line, line) for line in found] == expected
