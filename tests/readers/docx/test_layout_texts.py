"""How the texts of a Word draft look: the style chain, indents, spacing."""

import pytest

from linter.document.look import LineRule, Look, Run, TextLook
from linter.document.model import Document
from linter.readers.load import read_bytes
from tests.readers.docx.fixtures import (
    document,
    drawing,
    level,
    lists,
    members,
    numbered,
    p,
    part,
    r,
    style,
    table,
    tc,
    tr,
    zipped,
)

THEME = (
    "<a:themeElements><a:fontScheme>"
    '<a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="等线 Light"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Cambria"/><a:ea typeface="华文仿宋"/></a:minorFont>'
    "</a:fontScheme></a:themeElements>"
)


def fonts(**named: str) -> str:
    return "<w:rFonts " + " ".join(f'w:{slot}="{font}"' for slot, font in named.items()) + "/>"


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/>'


def defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def named(key: str) -> str:
    return f'<w:pStyle w:val="{key}"/>'


def look(body: str, **parts: str) -> Look:
    found = document(body, **parts).look()
    assert found is not None
    return found


def text(body: str, **parts: str) -> TextLook:
    """The look of the last paragraph."""
    return look(body, **parts).texts[-1]


def run(body: str, **parts: str) -> Run:
    return text(body, **parts).runs[0]


# Fonts and sizes


def test_font_and_size_of_the_document_defaults() -> None:
    styles = defaults(fonts(eastAsia="宋体", ascii="Arial") + size(10.5))
    found = run(p("推进节水"), styles=styles)
    assert (found.east_asian, found.latin, found.size, found.bold) == ("宋体", "Arial", 10.5, False)


def test_without_any_style_the_size_is_ten_points_and_the_font_unknown() -> None:
    found = run(p("推进节水"))
    assert (found.east_asian, found.size) == (None, 10)


def test_a_style_inherits_what_it_leaves_open() -> None:
    styles = (
        defaults(fonts(eastAsia="宋体") + size(10.5))
        + style("a", "甲", more=f"<w:rPr>{fonts(eastAsia='仿宋')}{size(16)}</w:rPr>")
        + style("b", "乙", based="a", more=f"<w:rPr>{size(15)}</w:rPr>")
    )
    found = run(p("推进节水", named("b")), styles=styles)
    assert (found.east_asian, found.size) == ("仿宋", 15)


def test_the_default_style_counts_where_none_is_named() -> None:
    styles = style("a", "Normal", more=f"<w:rPr>{size(16)}</w:rPr>").replace(
        "<w:style ", '<w:style w:default="1" '
    )
    assert run(p("推进节水"), styles=styles).size == 16


def test_the_run_goes_before_its_character_style_and_that_before_the_paragraph_style() -> None:
    styles = style("a", "甲", more=f"<w:rPr>{fonts(eastAsia='仿宋')}{size(16)}</w:rPr>") + style(
        "c", "丙", kind="character", more=f"<w:rPr>{fonts(eastAsia='楷体')}{size(18)}</w:rPr>"
    )
    found = run(p(r("推进", '<w:rStyle w:val="c"/>' + size(22)), named("a")), styles=styles)
    assert (found.east_asian, found.size) == ("楷体", 22)


def test_a_bold_character_style_in_a_bold_paragraph_is_plain() -> None:
    styles = style("a", "甲", more="<w:rPr><w:b/></w:rPr>") + style(
        "c", "丙", kind="character", more="<w:rPr><w:b/></w:rPr>"
    )
    assert run(p("推进", named("a")), styles=styles).bold
    assert not run(p(r("推进", '<w:rStyle w:val="c"/>'), named("a")), styles=styles).bold


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("a", "甲", based="b") + style("b", "乙", based="a")
    assert run(p("推进节水", named("a")), styles=styles).size == 10


@pytest.mark.parametrize(
    ("slot", "font"), [("minorEastAsia", "华文仿宋"), ("majorEastAsia", "等线 Light")]
)
def test_theme_fonts(slot: str, font: str) -> None:
    """The theme names an East Asian font itself, or one for the script of the language."""
    assert _themed(fonts(eastAsiaTheme=slot, eastAsia="宋体")) == font


def test_a_nearer_font_goes_before_a_theme_font_of_the_defaults() -> None:
    assert _themed(fonts(eastAsiaTheme="minorEastAsia"), fonts(eastAsia="仿宋")) == "仿宋"


def test_a_broken_theme_costs_the_theme_only() -> None:
    files = members(p(r("推进", fonts(eastAsiaTheme="minorEastAsia", eastAsia="宋体"))), theme="")
    files["word/theme.xml"] = b"<a:theme"
    assert _look(files).texts[0].runs[0].east_asian == "宋体"


def _themed(below: str, own: str = "") -> str | None:
    files = members(p(r("推进节水", own)), styles=defaults(below), theme="")
    files["word/theme.xml"] = part("theme", THEME).replace("w:theme", "a:theme").encode()
    return _look(files).texts[0].runs[0].east_asian


def _look(files: dict[str, bytes]) -> Look:
    found = read_bytes("draft.docx", zipped(files), "docx").look()
    assert found is not None
    return found


def test_runs_that_look_alike_are_one_and_keep_their_places() -> None:
    found = text(p(r("一、推进", size(16)) + r("节水", size(16)) + r("工作", size(15))))
    assert [(x.start, x.end, x.size) for x in found.runs] == [(0, 4, 16), (4, 6, 15)]
    assert found.span.quote == "推进节水工作"


def test_deleted_and_hidden_words_have_no_look() -> None:
    gone = f"<w:del>{r('全面', size(30))}</w:del>" + r("加快", "<w:vanish/>" + size(40))
    found = text(p(gone + r("推进节水", size(16))))
    assert [(x.start, x.end, x.size) for x in found.runs] == [(0, 4, 16)]


def test_a_generated_number_in_front_shifts_the_runs() -> None:
    numbering = lists(level(0, "decimal", "专栏%1", '<w:suff w:val="space"/>'))
    body = p("节水工作安排如下。") + numbered("节水工程", 1) + p("实施灌区改造。")
    found = look(body, numbering=numbering).texts[1]
    assert found.span.node.text == "专栏1 节水工程"
    assert found.span.quote == "节水工程"


def test_a_title_on_two_lines_is_two_texts_of_one_node() -> None:
    body = p(r("某市节约用水", size(22))) + p(r("三年行动计划", size(20))) + p("一、总体要求")
    draft = document(body)
    first, second = _texts(draft)[:2]
    assert draft.title is not None
    assert first.span.node is second.span.node is draft.title
    assert (first.span.quote, first.runs[0].size) == ("某市节约用水", 22)
    assert (second.span.quote, second.runs[0].size) == ("三年行动计划", 20)


def test_paragraphs_of_a_cell_are_texts_of_one_node() -> None:
    body = p("工作安排如下。") + table(tr(tc(p(r("牵头单位", size(12))) + p(r("水利局", size(9))))))
    found = look(body + p("。")).texts[1:3]
    assert [(t.span.quote, t.runs[0].size) for t in found] == [("牵头单位", 12), ("水利局", 9)]


def _texts(draft: Document) -> tuple[TextLook, ...]:
    found = draft.look()
    assert found is not None
    return found.texts


# Indents, alignment, spacing


@pytest.mark.parametrize(
    ("indent", "characters"),
    [
        ('w:firstLineChars="200" w:firstLine="99"', 2),
        ('w:firstLineChars="0" w:firstLine="640"', 2),  # so Word undoes an inherited indent
        ('w:firstLine="640"', 2),
        ('w:firstLine="32pt"', 2),
        ('w:hanging="320" w:firstLine="640"', -1),
        ('w:firstLine="many"', 0),
        ('w:firstLine="-640"', -2),
        ('w:firstLine="999999999"', 0),
        ("", 0),
    ],
)
def test_first_line_indent_in_characters(indent: str, characters: float) -> None:
    found = text(p(r("推进节水", size(16)), f"<w:ind {indent}/>"))
    assert found.first_line == pytest.approx(characters)


def test_a_nearer_hanging_indent_undoes_an_inherited_first_line_indent() -> None:
    styles = style("a", "甲", more='<w:pPr><w:ind w:firstLine="640"/></w:pPr>')
    found = text(p(r("推进", size(16)), named("a") + '<w:ind w:hanging="320"/>'), styles=styles)
    assert found.first_line == pytest.approx(-1)


def test_blanks_that_are_typed_count_as_indent() -> None:
    assert text(p(r("　　推进节水", size(16)))).first_line == 2
    assert text(p(r("  推进节水", size(16)))).first_line == 1


def test_tabs_and_generated_numbers_leave_the_indent_unknown() -> None:
    numbering = lists(level(0, "chineseCounting", "%1、"))
    assert text(numbered("总体要求", 1), numbering=numbering).first_line is None
    assert text(p("<w:r><w:tab/><w:t>推进节水</w:t></w:r>")).first_line is None


@pytest.mark.parametrize(
    ("spacing", "line", "rule"),
    [
        ('w:line="560" w:lineRule="exact"', 28, LineRule.EXACT),
        ('w:line="560" w:lineRule="atLeast"', 28, LineRule.AT_LEAST),
        ('w:line="360" w:lineRule="auto"', 1.5, LineRule.AUTO),
        ('w:line="360"', 1.5, LineRule.AUTO),
        ('w:after="200"', 1, LineRule.AUTO),
        ('w:line="-560" w:lineRule="exact"', 28, LineRule.EXACT),
        ('w:line="0" w:lineRule="auto"', None, LineRule.AUTO),
        ('w:line="wide" w:lineRule="exact"', None, LineRule.EXACT),
        ('w:line="999999999" w:lineRule="exact"', None, LineRule.EXACT),
    ],
)
def test_line_spacing(spacing: str, line: float | None, rule: LineRule) -> None:
    found = text(p("推进节水", f"<w:spacing {spacing}/>"))
    assert (found.line, found.rule) == (line, rule)


def test_each_attribute_of_spacing_is_inherited_by_itself() -> None:
    styles = defaults(paragraph='<w:spacing w:line="560" w:lineRule="exact"/>')
    found = text(p("推进节水", '<w:spacing w:after="100"/>'), styles=styles)
    assert (found.line, found.rule) == (28, LineRule.EXACT)


def test_lines_of_the_document_grid() -> None:
    section = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="580"/></w:sectPr>'
    grown = section.replace("580", "312")
    words = r("推进节水", size(16))
    assert text(p(words) + section).line == 29
    assert text(p(words) + section).rule is LineRule.GRID
    assert text(p(words, '<w:snapToGrid w:val="0"/>') + section).rule is LineRule.AUTO
    assert text(p(words) + grown).line is None  # two lines of the grid, or not: the font decides


@pytest.mark.parametrize(
    ("value", "alignment"), [("center", "center"), ("end", "right"), ("both", "justify")]
)
def test_alignment(value: str, alignment: str) -> None:
    assert text(p("推进节水", f'<w:jc w:val="{value}"/>')).alignment == alignment


def test_every_node_with_words_has_a_look() -> None:
    body = (
        p("一、总体要求") + table(tr(tc("甲"), tc("乙"))) + p(drawing(p("框内的话。")) + r("外。"))
    )
    draft = document(body)
    looked = {id(t.span.node) for t in _texts(draft)}
    assert {id(n) for n in draft.nodes() if n.text} <= looked
