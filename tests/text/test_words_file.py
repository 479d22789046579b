"""The list of words that ships: built from jieba's dictionary, small, and of today."""

from collections import Counter

import pytest

from bench.lexicons.words import (
    LONGEST,
    TARGET,
    Entry,
    entries,
    known,
    lone_words,
    rendered,
    today_words,
)
from linter.text.folding import is_han
from linter.text.segmentation import builtin_words


@pytest.fixture(scope="module")
def dictionary() -> dict[str, Entry]:
    return entries()


def test_the_file_is_what_the_script_writes(dictionary: dict[str, Entry]) -> None:
    written = TARGET.read_text("utf-8")
    fresh = rendered(known(dictionary), today_words()) == written
    assert fresh, "run python -m bench.lexicons.words"


def test_the_file_names_its_origin() -> None:
    head = TARGET.read_text("utf-8")[:600]
    assert "jieba 0.42.1" in head
    assert "MIT licence" in head
    assert "bench/lexicons/words.py" in head


def test_the_file_is_small(dictionary: dict[str, Entry]) -> None:
    """Half a tenth of a second to read; jieba's own takes ten times as long."""
    assert TARGET.stat().st_size < 1_000_000
    assert 50_000 < len(known(dictionary)) < 80_000 < len(dictionary) / 4


def test_what_is_read_is_what_was_written(dictionary: dict[str, Entry]) -> None:
    read = builtin_words()
    for word in [*known(dictionary), *today_words()]:
        assert read.is_word(word)
    assert not read.is_word("新能")


def test_the_words_of_today_are_no_words_of_the_dictionary(dictionary: dict[str, Entry]) -> None:
    older = known(dictionary)
    assert [word for word in today_words() if word in older] == []


def test_each_word_of_today_stands_once_and_is_of_han_characters() -> None:
    words = today_words()
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert [word for word in words if not all(map(is_han, word)) or len(word) < 2] == []


def test_lone_words_are_characters_of_the_dictionary(dictionary: dict[str, Entry]) -> None:
    assert [char for char in lone_words() if char not in dictionary or not is_han(char)] == []
    assert max(map(len, known(dictionary))) == LONGEST
