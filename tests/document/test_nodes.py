"""Spans quote the draft, excerpts hold their quotes, positions point at the source."""

from hypothesis import given
from hypothesis import strategies as st

from linter.document.nodes import EXCERPT, Label, LabelKind, Paragraph, SourceMark, Span, TextNode


def test_a_span_with_label_quotes_the_number() -> None:
    node = Paragraph("完善体系。", label=Label(LabelKind.PAREN_CHINESE, (4,), "（四）"))
    assert Span.whole(node, 2).quote == "（四）完善"
    assert Span(node, 0, 2).quote == "完善"


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 200), st.booleans())
def test_the_excerpt_holds_the_quote(text: str, start: int, length: int, label: bool) -> None:
    number = Label(LabelKind.ARABIC, (1,), "1.") if label else None
    node = Paragraph(text, label=number)
    start = 0 if label else min(start, len(text))
    span = Span(node, start, min(len(text), start + length), with_label=label)
    assert span.quote in span.excerpt
    assert span.excerpt in node.line
    assert len(span.excerpt) <= max(EXCERPT, len(span.quote))


def test_position_counts_from_the_nearest_origin() -> None:
    node = TextNode("甲乙丙丁", origins=(SourceMark(0, 3, 5), SourceMark(2, 4, 1)))
    assert [node.position(i) for i in range(4)] == [(3, 5), (3, 6), (4, 1), (4, 2)]
    assert TextNode("甲").position(0) is None


def test_a_run_in_heading_has_the_first_sentence_as_title() -> None:
    assert Paragraph("完善体系。加快建设。").title == "完善体系"
    assert Paragraph("完善体系。").title == "完善体系"
    assert Paragraph("完善体系").title == "完善体系"


def test_spans_overlap_in_one_node_only() -> None:
    node, other = TextNode("完善体系"), TextNode("完善体系")
    assert Span(node, 0, 2).overlaps(Span(node, 1, 3))
    assert not Span(node, 0, 2).overlaps(Span(node, 2, 4))
    assert not Span(node, 0, 2).overlaps(Span(other, 0, 2))


def test_numbers_of_one_form_have_as_many_parts() -> None:
    forms = [Label(LabelKind.ARABIC, numbers, "").form for numbers in ((4, 2), (4, 3), (4, 2, 1))]
    assert forms[0] == forms[1] != forms[2]
