"""Lines of Chinese text fill the width; words and closing marks are not torn off."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from linter.reporters.folding import fold_lines


def _plain(text: str, width: int) -> list[str]:
    return [line.plain for line in fold_lines(Text(text), width)]


def test_breaks_stand_between_ideographs() -> None:
    assert _plain("推进节水改造", 8) == ["推进节水", "改造"]


def test_a_number_stays_whole_and_no_line_begins_with_a_stop() -> None:
    assert _plain("增长应约为15.4%左右", 14) == ["增长应约为", "15.4%左右"]
    assert _plain("推进节水。改造", 8) == ["推进节", "水。改造"]
    assert _plain("推进节“水”改造", 7) == ["推进节", "“水”改", "造"]


def test_blanks_at_a_break_are_dropped() -> None:
    assert _plain("the target is below", 11) == ["the target", "is below"]


@given(st.text("汉a1 ，.\n", max_size=80), st.integers(4, 40))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = _plain(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)
