"""Excerpts fit the width, and carets stand under the words in cells, not characters."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from linter.document.nodes import Span, TextNode
from linter.reporters.excerpts import fit


def test_carets_count_double_width() -> None:
    shown = fit(Span(TextNode("覆盖率达到65%以上。"), 5, 8), 40)
    assert shown.line == "覆盖率达到65%以上。"
    assert shown.carets == " " * 10 + "^^^"


def test_long_paragraph_is_cut_on_both_sides() -> None:
    text = "前" * 100 + "错误" + "后" * 100
    shown = fit(Span(TextNode(text), 100, 102), 41)
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    assert cell_len(shown.line) <= 41


@given(st.text("汉a，1\n", max_size=120), st.integers(0, 120), st.integers(0, 40))
def test_any_span_fits_and_the_carets_stand_below_it(text: str, start: int, length: int) -> None:
    node = TextNode(text)
    start = min(start, len(text))
    span = Span(node, start, min(len(text), start + length))
    shown = fit(span, 50)
    assert cell_len(shown.line) <= 50
    assert len(shown.carets) - len(shown.carets.lstrip()) == cell_len(shown.before)
