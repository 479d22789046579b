"""No wrong form of the lists is a piece of right text that nothing guards."""

import pytest

from bench.lexicons.pieces import Kind, Piece, dictionary, forms, omitted, pieces
from bench.lexicons.words import today_words

# Old spellings, or common misspellings that the dictionary's newspapers hold; the lists mean them.
OLD_SPELLINGS = {
    "签定",
    "帐户",
    "帐目",
    "坏帐",
    "图象",
    "帐号",
    "结帐",
    "座落",
    "部份",
    "震憾",
    "水份",
}


@pytest.fixture(scope="module")
def words() -> dict[str, int]:
    return dictionary()


@pytest.fixture(scope="module")
def bare(words: dict[str, int]) -> list[Piece]:
    return [piece for piece in pieces(forms(), words) if not piece.guarded]


def test_only_old_spellings_are_words(bare: list[Piece]) -> None:
    assert {piece.form for piece in bare if piece.kind is Kind.IS_WORD} <= OLD_SPELLINGS


def test_a_form_inside_a_common_word_is_guarded(bare: list[Piece]) -> None:
    assert [piece for piece in bare if piece.kind is Kind.INSIDE] == []


def test_a_form_in_which_common_words_meet_is_guarded(bare: list[Piece]) -> None:
    assert [piece for piece in bare if piece.kind is Kind.MEETING] == []


def test_no_word_looks_as_if_a_particle_were_lost(words: dict[str, int]) -> None:
    assert list(omitted(words)) == []


def test_no_form_is_a_word_of_today() -> None:
    assert {form.form.wrong for form in forms()} & set(today_words()) == set()
