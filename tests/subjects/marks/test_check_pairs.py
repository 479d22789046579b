"""Marks without partners over several paragraphs: told, whatever they are and wherever."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.catalogue.load import builtin_rules
from tests.helpers import diagnose, quotes

PUN = tuple(rule.id for rule in builtin_rules() if rule.id.startswith("PUN"))
MARKS = "()（）[]［］{}｛｝〔〕【】《》〈〉“”‘’「」『』\"'＂＇"
PIECES = [
    *MARKS,
    *"。；：，、？！ 甲乙1",
    "示例",
    "（一）",
    "2016",
    "号",
    "与",
    "\n",
    "\n\n",
    "\n> ",
]
CELLS = ["|", "\n| --- | --- |\n", "\n| "]


def test_a_straight_quote_between_the_two_halves_of_a_bracket() -> None:
    source = '说明【要点：\n\n名称为"甲\n\n要点到此】\n'
    assert quotes(source, "PUN001") == ["【要点：", '"甲', "要点到此】"]


def test_a_straight_quote_above_every_closing_mark() -> None:
    for mark in "）］｝〕】》〉”’」』":
        assert len(quotes(f'名称为"甲\n\n到此{mark}\n', "PUN001")) == 2, mark


@given(st.lists(st.sampled_from([*PIECES, *CELLS]), max_size=60).map("".join))
@example('甲[示：\n\n为"x\n\n例]')
@example('| 甲“ | 乙 |\n| --- | --- |\n| ”" | ） |\n| ） | 】 |')
@settings(deadline=None, max_examples=200)
def test_no_sequence_of_marks_stops_a_rule(source: str) -> None:
    diagnose(f"甲{source}", *PUN)
