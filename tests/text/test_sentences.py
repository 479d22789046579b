"""The stretch of text around a place: bounded, whatever the text."""

from linter.text.intervals import Intervals
from linter.text.sentences import clause, is_quoted, sentence, sentence_number, start_of


def test_the_sentence_and_the_clause_around_a_place() -> None:
    text = "甲。乙,1,000丙;丁"
    assert text[slice(*sentence(text, 4))] == "乙,1,000丙"
    assert text[slice(*clause(text, 5))] == "1,000丙"
    assert sentence_number(text, 4) == 1
    assert start_of(text, 4, "。;") == 2


def test_a_sentence_without_end_is_a_thousand_characters_either_way() -> None:
    text = "水" * 5_000
    assert sentence(text, 2_500) == (1_500, 3_500)
    assert start_of(text, 2_500, "。") == 1_500


def test_what_is_quoted() -> None:
    text = "甲“乙”丙“丁"
    assert [is_quoted(text, at) for at in (0, 2, 4, 6)] == [False, True, False, True]


def test_intervals_touch_what_they_share_a_character_with() -> None:
    places = Intervals([(10, 12), (0, 5)])
    assert [places.touch(*p) for p in ((5, 10), (4, 6), (11, 30), (12, 13), (9, 11))] == [
        *(False, True, True),
        *(False, True),
    ]
    assert not Intervals(()).touch(0, 9)
