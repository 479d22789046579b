"""How the pages of a Word draft look: size, margins, sections, page numbers."""

import pytest

from linter.document.look import Look, PageNumber
from linter.readers.load import read_bytes
from tests.readers.docx.fixtures import document, drawing, field, p, r


def look(body: str, **parts: str) -> Look:
    found = document(body, **parts).look()
    assert found is not None
    return found


def section(size_: str = "", margins: str = "", more: str = "") -> str:
    return f"<w:sectPr>{more}<w:pgSz {size_}/><w:pgMar {margins}/></w:sectPr>"


def test_page_size_and_margins_in_millimetres() -> None:
    size_ = 'w:w="11906" w:h="29.7cm"'
    margins = 'w:top="-2098" w:bottom="1984" w:left="1304" w:right="1474" w:gutter="283"'
    (page,) = look(p("推进节水。") + section(size_, margins)).pages
    found = (page.width, page.height, page.top, page.bottom, page.left, page.right)
    assert found == pytest.approx((210, 297, 37, 35, 28, 26), abs=0.1)
    assert page.start.quote == "推进节水。"


@pytest.mark.parametrize("value", ["-11906", "0", "999999999", "wide", "12,5mm", ""])
def test_a_page_width_that_is_none_is_unknown(value: str) -> None:
    (page,) = look(p("推进节水。") + section(f'w:w="{value}"')).pages
    assert page.width is None


def test_each_section_has_its_pages() -> None:
    first = p("第一部分的话。", section('w:w="11906" w:h="16838"'))
    blank = p("", section('w:w="16838" w:h="11906"'))  # no text, no pages to show
    found = look(first + blank + p("附表如下。") + section('w:w="12240" w:h="15840"')).pages
    assert [(page.start.quote, round(page.width or 0)) for page in found] == [
        ("第一部分的话。", 210),
        ("附表如下。", 216),
    ]


# Page numbers

PAGE = field("PAGE", "7")


def footer(content: str, reference: str = "", settings: str = "") -> tuple[PageNumber, ...]:
    """The page numbers of a draft with one footer, referred to as a default one."""
    more = reference or '<w:footerReference w:type="default" r:id="rId1"/>'
    body = p("推进节水。") + section(more=more)
    return look(body, footer=content, settings=settings).numbers


def test_the_line_of_a_page_number() -> None:
    look = '<w:rFonts w:ascii="宋体"/><w:sz w:val="28"/>'
    content = r("— ", look) + PAGE.replace("<w:rPr></w:rPr>", f"<w:rPr>{look}</w:rPr>") + r(" —")
    (number,) = footer(p(content, '<w:jc w:val="right"/>'))
    assert number == PageNumber("default", "— 7 —", "宋体", 14, "right")


def test_a_simple_field_is_a_page_number_and_a_count_of_pages_is_none() -> None:
    assert footer(p(f'<w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>'))[0].text == "1"
    assert footer(p(field("NUMPAGES", "9"))) == ()
    assert footer(p("第 1 页")) == ()


def test_numbers_in_dashes_are_a_form_of_the_section() -> None:
    reference = '<w:footerReference r:id="rId1"/><w:pgNumType w:fmt="numberInDash"/>'
    assert footer(p(PAGE), reference)[0].text == "- 7 -"


def test_a_footer_that_is_not_used_has_no_page_number() -> None:
    even = '<w:footerReference w:type="even" r:id="rId1"/>'
    assert footer(p(PAGE), even) == ()
    assert [n.kind for n in footer(p(PAGE), even, "<w:evenAndOddHeaders/>")] == ["even"]
    assert footer(p(PAGE), '<w:footerReference r:id="rId99"/>') == ()


@pytest.mark.parametrize(
    ("content", "alignment"),
    [
        (p(PAGE, '<w:framePr w:xAlign="outside"/>'), "outside"),
        (p(PAGE, '<w:framePr w:x="100"/><w:jc w:val="center"/>'), None),
        (p("<w:r><w:tab/></w:r>" + PAGE), None),
        (p(drawing(p(PAGE))), "left"),
        (p(PAGE), "left"),
    ],
)
def test_place_of_a_page_number(content: str, alignment: str | None) -> None:
    (number,) = footer(content)
    assert number.alignment == alignment


def test_other_formats_have_no_layout() -> None:
    assert read_bytes("draft.md", "一、总体要求\n".encode(), "md").look() is None
