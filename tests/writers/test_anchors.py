"""A comment stands at exactly its words, whatever they are wrapped in."""

from collections.abc import Callable

import pytest

from linter.document.nodes import Span
from tests.readers.docx.fixtures import (
    BY,
    document,
    drawing,
    field,
    level,
    lists,
    numbered,
    p,
    r,
    table,
    tc,
    tr,
    vml,
    word,
)
from tests.writers.helpers import NAME, anchored, body, read, remarked, said

LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
CASES = {
    "within a run": (p("建成高效节水农田三百万亩。"), "节水农田"),
    "a whole run": (p(r("建成") + r("节水农田") + r("三百万亩。")), "节水农田"),
    "across runs": (p(r("建成高效节") + r("水", "<w:b/>") + r("农田三百万亩。")), "节水农田"),
    "to the end": (p(r("建成高效") + r("节水农田")), "效节水农田"),
    "in a link": (p(r("建成") + LINK.format(r("高效节水农田")) + r("。")), "节水农田"),
    "over a link's edge": (p(r("建成高效") + LINK.format(r("节水农田")) + r("。")), "效节水"),
    "in an insertion": (p(r("建成") + f"<w:ins {BY}>{r('高效节水农田')}</w:ins>"), "节水"),
    "in a control": (
        p(r("建成") + f"<w:sdt><w:sdtPr/><w:sdtContent>{r('高效节水农田')}</w:sdtContent></w:sdt>"),
        "节水",
    ),
    "in a smart tag": (p(f'<w:smartTag w:element="e">{r("高效节水农田")}</w:smartTag>'), "节水"),
    "in a field's result": (p(r("见") + field("REF a", "第三章节水") + r("。")), "三章"),
    "in a cell": (table(tr(tc(p("指标")), tc(p("节水农田面积")))), "农田"),
    "in a nested table": (
        table(tr(tc(p("指标") + table(tr(tc(p("节水农田")), tc(p("三")))) + p()), tc(p("一")))),
        "农田",
    ),
    "over two paragraphs of a cell": (table(tr(tc(p("节水") + p("农田")), tc(p("一")))), "水\n农"),
    "with a typed number": (p("一、总体要求") + p("推进改造。"), "一、总体"),
    "of a deletion's neighbours": (
        p(r("节") + f"<w:del {BY}><w:r><w:delText>油</w:delText></w:r></w:del>" + r("水农田")),
        "节水",
    ),
    "behind hidden characters": (p("高效\xad节\u200b水农田"), "水农"),
}


@pytest.mark.parametrize(("markup", "words"), CASES.values(), ids=CASES.keys())
def test_words(markup: str, words: str) -> None:
    data = word(markup)
    out = remarked(data, words)
    found = anchored(out)
    assert [w.translate({0xAD: None, 0x200B: None}) for w in found] == [words.replace("\n", "")]
    assert [n.text for n in read(out).nodes()] == [n.text for n in read(data).nodes()]


def test_marks_stand_beside_runs_and_references_outside_what_wraps_them() -> None:
    out = body(remarked(word(p(r("建成") + LINK.format(r("高效节水农田")))), "节水"))
    link = next(out.iter(f"{NAME}hyperlink"))
    names = [e.tag.removeprefix(NAME) for e in link]
    assert names == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]
    reference = next(out.iter(f"{NAME}commentReference")).getparent()
    assert reference is not None
    assert reference.getprevious() is link


CONTROL = '<w:sdt><w:sdtPr><w:id w:val="7"/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
LOST = {  # LibreOffice drops what stands in front of a reference there
    "around paragraphs": CONTROL.format("", p("建成高效节水农田") + p("其后一段")),
    "around a table": CONTROL.format("", table(tr(tc(p("建成高效节水农田")), tc(p("一"))))),
    "around a cell": table(tr(CONTROL.format("", tc(p("建成高效节水农田"))), tc(p("一")))),
    "in a cell": table(tr(tc(CONTROL.format("", p("建成高效节水农田"))), tc(p("一")))),
}
KEPT = {
    "its other paragraphs": CONTROL.format("", p("前一段") + p("建成高效节水农田")),
    "a part of Word's own": CONTROL.format("<w:docPartObj/>", p("建成高效节水农田")),
    "around runs": p(r("建成") + CONTROL.format("", r("高效节水农田"))),
}


@pytest.mark.parametrize("markup", LOST.values(), ids=LOST.keys())
def test_references_lead_the_first_paragraph_of_a_control(markup: str) -> None:
    out = remarked(word(markup), "节水", "高效", "建成")
    assert anchored(out) == ["节水", "高效", "建成"]
    reference = next(body(out).iter(f"{NAME}commentReference"))
    paragraph = next(reference.iterancestors(f"{NAME}p"))
    told = [e.find(f"{NAME}commentReference") for e in list(paragraph)[:4]]
    assert [e.get(f"{NAME}id") for e in told if e is not None] == ["0", "1", "2"]
    assert "".join(e.text or "" for e in paragraph.iter(f"{NAME}t")) == "建成高效节水农田"


@pytest.mark.parametrize("markup", KEPT.values(), ids=KEPT.keys())
def test_references_stand_behind_their_words_elsewhere(markup: str) -> None:
    out = remarked(word(markup), "节水")
    assert anchored(out) == ["节水"]
    names = [e.tag.removeprefix(NAME) for e in body(out).iter()]
    assert names.index("commentRangeEnd") < names.index("commentReference")


def test_a_reference_never_stands_in_a_field() -> None:
    """LibreOffice prints the comment as the field's text."""
    both = field("REF a", "第三章节水") + r("和") + field("REF b", "第四章")
    out = body(remarked(word(p(r("见") + both + r("。"))), "三章", "第四", "见第三"))
    depth = 0
    for element in out.iter(f"{NAME}fldChar", f"{NAME}commentReference"):
        kind = element.get(f"{NAME}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        assert kind or depth == 0


def test_both_halves_of_a_run_keep_its_look_and_its_blanks() -> None:
    out = body(remarked(word(p(r("建成 高效节水", "<w:b/>"))), "高效"))
    runs = [run for run in out.iter(f"{NAME}r") if run.find(f"{NAME}t") is not None]
    assert [run.findtext(f"{NAME}t") for run in runs] == ["建成 ", "高效", "节水"]
    assert all(run.find(f"{NAME}rPr/{NAME}b") is not None for run in runs)
    assert 'xml:space="preserve">建成 <' in _text(out)


def test_overlapping_and_nested_comments_each_keep_their_words() -> None:
    out = remarked(word(p("建成高效节水农田三百万亩。")), "节水农田", "高效节水", "水", "节水农田")
    assert anchored(out) == ["节水农田", "高效节水", "水", "节水农田"]


@pytest.mark.parametrize("box", [vml, drawing])
@pytest.mark.parametrize("before", ["", r("建成")])
def test_a_text_box_is_commented_at_the_run_that_it_hangs_on(
    box: Callable[[str], str], before: str
) -> None:
    inner = p(box(p("高效节水农田")))  # a box within a box
    out = body(remarked(word(p(before + box(inner)) + p("其后一段。")), "节水"))
    start = next(out.iter(f"{NAME}commentRangeStart"))
    assert not any(above.tag == f"{NAME}txbxContent" for above in start.iterancestors())
    following = start.getnext()
    assert following is not None
    assert next(following.iter(f"{NAME}txbxContent"), None) is not None


def test_an_empty_cell_is_commented_in_itself() -> None:
    data = word(table(tr(tc(p("指标")), tc(p())), tr(tc(p("用水量")), tc(p("三")))))
    draft = read(data)
    cell = next(cell for cell in next(draft.tables()).cells() if not cell.text)
    out = body(remarked(data, Span(cell, 0, 0), document=draft))
    start = next(out.iter(f"{NAME}commentRangeStart"))
    assert [above.tag for above in start.iterancestors()][:2] == [f"{NAME}p", f"{NAME}tc"]
    assert next(start.iterancestors(f"{NAME}tc")) is list(out.iter(f"{NAME}tc"))[1]


def test_a_generated_number_is_commented_at_the_first_run() -> None:
    numbering = lists(level(0, "chineseCounting", "%1、"))
    data = word(numbered("总体要求", 1) + p("推进改造。"), numbering=numbering)
    assert anchored(remarked(data, "一、总体")) == ["总体"]


def test_every_line_of_a_title_and_of_a_parted_paragraph_is_found() -> None:
    title = p("临江市水利发展", '<w:jc w:val="center"/>') + p("“十四五”规划")
    parted = p(
        "<w:r><w:t>一、总体要求</w:t><w:br/><w:t>推进节水。</w:t><w:br/>"
        "<w:t>二、主要任务</w:t><w:br/><w:t>建成农田。</w:t></w:r>"
    )
    out = remarked(word(title + parted), "发展“十四五”", "建成农")
    assert anchored(out) == ["发展“十四五”", "建成农"]


def test_a_draft_without_styles_names_none() -> None:
    out = remarked(word(p("建成农田。")), "农田")
    assert "Style" not in _text(body(out))
    assert said(out) == [["第0条"]]


def test_every_character_knows_its_element() -> None:
    draft = document(p(r("一、建成") + r("节水")) + table(tr(tc(p(" 三 ")), tc(p("四")))))
    sources = draft.sources()
    for node in draft.nodes():
        held = [i for piece in sources[node].pieces for i in range(piece.start, piece.end)]
        label = getattr(node, "label", None)
        assert held == list(range(-len(label.raw) if label else 0, len(node.text)))


def _text(element: object) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")  # type: ignore[call-overload,no-any-return]
