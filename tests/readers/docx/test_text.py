"""Rows d1 to d17 (text) and e1 to f1 (styles, the file itself) of what must be right."""

from pathlib import Path

import pytest

from linter.document.nodes import Paragraph, Zone
from linter.readers.load import load
from linter.readers.raw import PLACEHOLDER, RawParagraph
from linter.readers.view import View
from tests.readers.docx.fixtures import (
    BY,
    comment,
    document,
    drawing,
    end,
    field,
    lists,
    mark,
    p,
    r,
    raw,
    shown,
    start,
    style,
    table,
    tc,
    tr,
    word,
)

INSERTED = f'<w:ins w:id="1" {BY}>{r("插入")}</w:ins>'
DELETED = f'<w:del w:id="2" {BY}><w:r><w:delText>删除</w:delText></w:r></w:del>'


def text(content: str, **parts: str) -> str:
    """The text of a paragraph of markup."""
    (only,) = shown(p(content), **parts)
    assert isinstance(only, str)
    return only


def paragraphs(body: str, **parts: str) -> list[RawParagraph]:
    return [block for block in raw(body, **parts).blocks if isinstance(block, RawParagraph)]


def test_d1_insertions_and_deletions() -> None:
    body = p(r("前") + INSERTED + DELETED + r("后"))
    assert shown(body) == ["前插入后"]
    assert shown(body, View.ORIGINAL) == ["前删除后"]


def test_d1_a_number_cut_by_revisions_is_one_number() -> None:
    more = f'<w:ins w:id="3" {BY}>{r("0")}</w:ins>'
    less = DELETED.replace("删除", "5")
    assert text(r("增长6") + less + more + r("%")) == "增长60%"
    assert shown(p(r("增长6") + less + more + r("%")), View.ORIGINAL) == ["增长65%"]


def test_d1_a_paragraph_reformatted_with_tracking_has_two_looks() -> None:
    """Numbering and style are revisions, too: the original view has the older ones."""
    styles = style("1", "heading 1")
    before = '<w:pPrChange w:id="4" w:author="x"><w:pPr/></w:pPrChange>'
    body = p("甲", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>' + before)
    numbering = lists('<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>')
    found = [
        raw(body, view, styles=styles, numbering=numbering).blocks[0]
        for view in (View.FINAL, View.ORIGINAL)
    ]
    assert [(b.label, b.heading) for b in found] == [("1.", 1), (None, None)]  # type: ignore[union-attr]


def test_d1_deleted_insertion_is_in_neither_view() -> None:
    body = p(r("前") + f'<w:ins w:id="3" {BY}>{DELETED}</w:ins>')
    assert shown(body) == shown(body, View.ORIGINAL) == ["前"]


def test_d2_moved_text_is_read_once() -> None:
    source = f'<w:moveFrom w:id="1" {BY}>{r("移")}</w:moveFrom>'
    target = f'<w:moveTo w:id="2" {BY}>{r("移")}</w:moveTo>'
    body = p(r("前") + source + r("中") + target + r("后"))
    assert shown(body) == ["前中移后"]
    assert shown(body, View.ORIGINAL) == ["前移中后"]


@pytest.mark.parametrize(("name", "view"), [("del", View.FINAL), ("ins", View.ORIGINAL)])
def test_d3_paragraph_mark_that_is_not_there(name: str, view: View) -> None:
    changed = f'<w:rPr><w:{name} w:id="1" {BY}/></w:rPr>'
    body = p("甲", changed) + p("乙", changed) + p("丙") + p("丁")
    assert shown(body, view) == ["甲乙丙", "丁"]
    assert shown(body, View.ORIGINAL if view == View.FINAL else View.FINAL) == [
        "甲",
        "乙",
        "丙",
        "丁",
    ]


def test_d3_nothing_to_join_with() -> None:
    gone = f'<w:rPr><w:del w:id="1" {BY}/></w:rPr>'
    assert shown(p("甲", gone) + table(tr(tc("格"))) + p("乙", gone)) == ["甲", [["格"]], "乙"]


def test_d3_style_separator_runs_on() -> None:
    separator = '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    (only,) = paragraphs(p("标题。", separator) + p("正文。"))
    assert (only.text, only.heading) == ("标题。正文。", 2)


def test_d4_comments_become_spans() -> None:
    body = p("一、总体要求") + p(r("完善") + start(0) + r("机制") + end(0) + r("。"))
    (found,) = document(body, comments=comment(0, "planlint: ignore IND001")).comments
    assert (found.author, found.text) == ("李四", "planlint: ignore IND001")
    assert [span.quote for span in found.spans] == ["机制"]


def test_d4_comment_over_paragraphs_cells_labels_and_box_titles() -> None:
    frame = p(drawing(p("专栏1　工程") + p("建设甲。")))
    body = (
        p(start(0) + r("（一）目标"))
        + table(tr(tc("指标"), tc("值")))
        + frame
        + p(r("末") + end(0))
    )
    (found,) = document(body, comments=comment(0, "全部")).comments
    quotes = [span.quote for span in found.spans]
    assert quotes == ["（一）目标", "指标", "值", "专栏1　工程", "建设甲。", "末"]


def test_d4_comment_behind_a_generated_box_number() -> None:
    numbering = lists('<w:lvl w:ilvl="0"><w:lvlText w:val="专栏%1"/></w:lvl>')
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = p(start(0) + r("工程") + end(0), listed) + p("建设甲。")
    (found,) = document(body, comments=comment(0, "改"), numbering=numbering).comments
    assert [span.quote for span in found.spans] == ["工程"]


def test_d4_comment_without_a_range_stands_at_its_paragraph() -> None:
    """LibreOffice writes no range where nothing was selected."""
    lone = '<w:r><w:commentReference w:id="0"/></w:r>'
    (found,) = document(p(r("完善机制") + lone + r("。")), comments=comment(0, "评")).comments
    assert [span.quote for span in found.spans] == ["完善机制。"]


@pytest.mark.parametrize(
    "body",
    [
        p(f'<w:hyperlink w:anchor="a">{start(0)}{r("词")}{end(0)}</w:hyperlink>'),
        p(r("词") + end(0)),
        p(start(0) + r("词")),
        start(0) + p("词") + end(0),
        table(tr(tc("词"))).replace("<w:tc>", start(0) + "<w:tc>") + end(0),
        p(start(0) + r("词", "<w:vanish/>") + end(0)) + p("词"),
    ],
)
def test_d4_odd_comment_ranges(body: str) -> None:
    (found,) = document(body, comments=comment(0, "评")).comments
    assert all(span.quote in ("词", "") for span in found.spans)
    assert found.text == "评"


def test_d5_notes() -> None:
    reference = (
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{p("线")}</w:footnote>'
    (only,) = paragraphs(
        p(r("收入") + reference + r("增长。")),
        footnotes=f'{separator}<w:footnote w:id="2">{p("脚注。")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("尾注")}{p("二段")}</w:endnote>',
    )
    assert only.text == "收入增长。"


def test_d5_note_reference_without_id_or_note() -> None:
    assert text("<w:r><w:footnoteReference/></w:r>" + r("甲")) == "甲"


def test_d5_note_of_a_heading_and_a_mark_typed_by_hand() -> None:
    mark_by_hand = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    gone = DELETED.replace("<w:delText>删除</w:delText>", '<w:footnoteReference w:id="3"/>')
    (only,) = document(
        p(r("一、总体") + mark_by_hand + gone + r("要求")),
        footnotes=f'<w:footnote w:id="2">{p("注一")}{p("注二")}</w:footnote>'
        f'<w:footnote w:id="3">{p("删去")}</w:footnote>',
    ).blocks
    assert isinstance(only, Paragraph)
    assert (only.line, only.level) == ("一、总体要求", 1)


def test_d6_hyperlinks() -> None:
    assert text(f'<w:hyperlink r:id="rId99">{r("国家")}{r("统计局")}</w:hyperlink>') == "国家统计局"


def test_d7_fields() -> None:
    simple = f'<w:fldSimple w:instr=" SEQ 表 ">{r("2")}</w:fldSimple>'
    assert text(r("见") + field(" REF a ", "专栏3") + simple) == "见专栏32"
    nested = mark("begin") + field("PAGE", "1") + r("码") + mark("end")
    assert text(nested + r("后")) == "后"


def test_d7_a_field_in_the_code_of_another() -> None:
    inner = field("REF x", "1") + '<w:r><w:instrText> = 1 "真" "假"</w:instrText></w:r>'
    opening = mark("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>"
    assert text(r("前") + opening + inner + mark("separate") + r("真") + mark("end")) == "前真"


def test_d7_a_field_that_draws_characters_is_a_formula() -> None:
    """带圈字符 and fractions: their code is all there is."""
    code = f"{mark('begin')}<w:r><w:instrText> eq \\o\\ac(○,1) </w:instrText></w:r>{mark('end')}"
    assert text(r("任务") + code + r("推进")) == f"任务{PLACEHOLDER}推进"


def test_d7_contents_of_wps_and_of_a_code_in_small_letters() -> None:
    opening = '<w:r><w:instrText>toc \\o "1-3"</w:instrText></w:r>' + mark("separate")
    lines = p(mark("begin") + opening + r("第一章\t") + field("PAGEREF _Toc1 \\h", "3"))
    lines += p(r("第二章") + mark("end")) + p("正文")
    assert [(b.text, b.toc) for b in paragraphs(lines)] == [
        ("第一章\t3", True),
        ("第二章", True),
        ("正文", False),
    ]
    by_hand = style("x", "WPSOffice手动目录 1")
    assert paragraphs(p("第一章", '<w:pStyle w:val="x"/>'), styles=by_hand)[0].toc


def test_d7_table_of_contents() -> None:
    entry = '<w:pPr><w:pStyle w:val="10"/></w:pPr>'
    opening = f"{mark('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{mark('separate')}"
    body = p(opening + r("一、甲") + "<w:r><w:tab/></w:r>" + field(" PAGEREF x", "1"))
    body += p("二、乙") + p(mark("end")) + p("正文")
    assert [(b.text, b.toc) for b in paragraphs(body)] == [
        ("一、甲\t1", True),
        ("二、乙", True),
        ("正文", False),
    ]
    styled = body.replace(opening, "").replace("<w:pPr></w:pPr>", entry)
    assert all(b.toc for b in paragraphs(styled, styles=style("10", "toc 1")))


def test_d7_contents_in_a_content_control() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('一、甲')}</w:sdtContent></w:sdt>"
    )
    first, second = document(control + p("一、甲")).paragraphs()
    assert (first.locator.zone, second.locator.zone) == (Zone.TOC, Zone.BODY)


def test_d7_contents_field_without_an_end_does_not_swallow_the_draft() -> None:
    opening = f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}"
    assert not any(b.toc for b in paragraphs(p(opening + r("甲")) + p("乙")))


def test_d8_hyphens() -> None:
    run = "<w:r><w:t>软</w:t><w:softHyphen/><w:t>件</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>"
    assert text(run) == "软件-5"


def test_d8_hyphens_and_blanks_of_no_width_that_are_typed() -> None:
    assert text(r("指\xad标\u200b值\ufeff为\u206095\u20115")) == "指标值为95-5"


def test_d9_tabs_and_breaks() -> None:
    run = "<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:ptab/>"
    assert text(f"<w:r>{run}</w:r>") == "甲\t乙\n丙\n丁\t"


def test_d9_page_breaks() -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    body = p(broken) + p("附件1") + p("甲" + "", "<w:pageBreakBefore/>") + p(r("乙") + broken)
    body += p("丙", "<w:sectPr/>") + p("丁") + p("戊")
    flags = {b.text.strip(): b.page_break for b in paragraphs(body)}
    assert flags == {"附件1": True, "甲": True, "乙": False, "丙": True, "丁": True, "戊": False}


def test_d10_characters_are_kept() -> None:
    words = "全角　空格\u00a0不间断𠮷😀"
    assert text(r(words)) == words


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F081", "①"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "00A3", "≤"),
        ("Wingdings 2", "F052", "☑"),
        ("宋体", "2460", "①"),
        ("Webdings", "F041", PLACEHOLDER),
        ("宋体", "x", PLACEHOLDER),
    ],
)
def test_d11_symbols(font: str, code: str, expected: str) -> None:
    assert text(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>') == expected


def test_d11_symbol_font_characters_typed() -> None:
    assert text(r("\uf0b3 5", '<w:rFonts w:ascii="Symbol"/>')) == "≥ 5"


def test_d12_ruby_base_only() -> None:
    ruby = (
        f"<w:ruby><w:rubyPr/><w:rt>{r('chóng')}</w:rt><w:rubyBase>{r('重')}</w:rubyBase></w:ruby>"
    )
    assert text(f"<w:r>{ruby}</w:r>{r('庆')}") == "重庆"


def test_d13_formula_is_one_character() -> None:
    formula = "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num></m:f></m:oMath>"
    assert text(r("按") + formula + r("计")) == f"按{PLACEHOLDER}计"


def test_d14_content_controls_and_smart_tags() -> None:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('行内')}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag w:element='e'>{r('标签')}</w:smartTag>"
    block = f"<w:sdt><w:sdtContent>{p(r('前') + inner + tag)}</w:sdtContent></w:sdt>"
    assert shown(block) == ["前行内标签"]


def test_d14_content_controls_that_hold_marks_alone() -> None:
    """Google Docs puts each end of a comment, and each revision, into a control of its own."""

    def control(content: str) -> str:
        about = '<w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr>'
        return f"<w:sdt>{about}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = p(r("完善") + control(start(0)) + r("机制") + control(INSERTED) + end(0) + r("。"))
    found = document(body, comments=comment(0, "评"))
    assert [node.text for node in found.nodes()] == ["完善机制插入。"]
    assert [span.quote for span in found.comments[0].spans] == ["机制插入"]


def test_d15_hidden_text() -> None:
    hiding = "<w:rPr><w:vanish/></w:rPr>"
    styles = style("h", "隐藏", hiding, kind="character") + style("hp", "隐藏段", hiding)
    runs = r("显") + r("隐", "<w:vanish/>") + r("隐", '<w:rStyle w:val="h"/>')
    runs += r("示", '<w:vanish w:val="0"/>')
    hidden = p(r("隐") + r("现", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="hp"/>')
    assert shown(p(runs) + hidden, styles=styles) == ["显示", "现"]


def test_d15_hidden_by_a_style_that_another_is_based_on() -> None:
    styles = style("a", "甲", "<w:rPr><w:vanish/></w:rPr>") + style("b", "乙", based="a")
    shows = style("c", "丙", '<w:rPr><w:vanish w:val="0"/></w:rPr>', based="a")
    body = p("隐", '<w:pStyle w:val="b"/>') + p("显", '<w:pStyle w:val="c"/>')
    assert shown(body, styles=styles + shows) == ["显"]


def test_d15_hidden_paragraph_has_no_number() -> None:
    numbering = lists('<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>')
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = p(r("隐", "<w:vanish/>"), f"{listed}<w:rPr><w:vanish/></w:rPr>") + p("显", listed)
    assert shown(body, numbering=numbering) == ["1.显"]


def test_d16_headers_and_footers_stand_apart() -> None:
    found = raw(p("正文"), header=p("页眉"), footer=p(field("PAGE", "7")))
    assert [b.text for b in found.blocks] == ["正文"]  # type: ignore[union-attr]


def test_d17_markup_characters() -> None:
    assert text(r("&lt;b&gt; A&amp;B")) == "<b> A&B"


@pytest.mark.parametrize(
    ("properties", "styles", "heading"),
    [
        ('<w:pStyle w:val="1"/>', style("1", "heading 1"), 1),
        ('<w:pStyle w:val="a5"/>', style("a5", "章", "", "2") + style("2", "heading 2"), 2),
        ('<w:pStyle w:val="a7"/>', style("a7", "标题 3"), 3),
        (
            '<w:pStyle w:val="t"/>',
            style("t", "Title", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
            0,
        ),
        ('<w:pStyle w:val="x"/>', style("x", "节", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'), 4),
        ('<w:outlineLvl w:val="1"/>', "", 2),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', style("1", "heading 1"), None),
        ('<w:pStyle w:val="a"/>', style("a", "正文", "", "a"), None),
        ('<w:pStyle w:val="Heading4"/>', "", 4),
    ],
)
def test_e1_headings(properties: str, styles: str, heading: int | None) -> None:
    (only,) = paragraphs(p("标题", properties), styles=styles)
    assert only.heading == heading


def test_e2_formatting_cuts_no_text() -> None:
    assert text(r("地区") + r("生产", "<w:b/>") + r("总值", "<w:i/>")) == "地区生产总值"


def test_f1_the_file_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(data := word(p("正文")))
    path.chmod(0o444)
    changed = path.stat().st_mtime_ns
    assert load(path).blocks
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (data, changed)
    assert list(tmp_path.iterdir()) == [path]
