"""Folding keeps offsets; numerals are read both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.folding import BLANKS, fold, key
from linter.text.numerals import parse_numeral, to_chinese


@given(st.text())
def test_folding_keeps_the_length_and_is_stable(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_fold_keeps_chinese_marks() -> None:
    assert fold("（６０％），“甲”、《乙》〔2020〕。") == "(60%),“甲”、《乙》〔2020〕。"


def test_key_ignores_blanks_and_quotation_marks() -> None:
    assert key("重 点 任 务“分工”方案") == key("重点任务分工方案")


NUMERALS = {
    "三": 3,
    "十": 10,
    "十二": 12,
    "二十": 20,
    "二十一": 21,
    "二〇二五": 2025,
    "１２": 12,
    "一百〇三": 103,
    "两": 2,
}


@pytest.mark.parametrize(("numeral", "value"), NUMERALS.items())
def test_parse_numeral(numeral: str, value: int) -> None:
    assert parse_numeral(numeral) == value


@pytest.mark.parametrize("word", ["", "甲", "一级", "1.5", "-3"])
def test_words_are_no_numerals(word: str) -> None:
    assert parse_numeral(word) is None


@given(st.integers(1, 99))
def test_numerals_round_trip(number: int) -> None:
    assert parse_numeral(to_chinese(number)) == number


@pytest.mark.parametrize("number", [0, 100, -1])
def test_numbers_without_a_heading_numeral(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_chinese(number)


def test_blanks_are_what_folds_to_nothing() -> None:
    assert set(BLANKS) == {c for c in map(chr, range(0x10000)) if not fold(c).strip()}
