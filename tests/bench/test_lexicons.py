"""The lists of wrong forms against jieba's dictionary."""

import pytest

from bench.lexicons.neighbours import TARGET, dictionary, pairs, table
from bench.lexicons.slips import lines
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.words.slips import slip_forms
from linter.text.shipped import load_yaml

# What the dictionary counts this often is a word, however odd.
COMMON = 10


@pytest.fixture(scope="module")
def words() -> dict[str, int]:
    return dictionary()


def test_the_neighbours_are_those_of_the_forms(words: dict[str, int]) -> None:
    entries = load_yaml(TARGET)["entries"]
    written = {name: lines.splitlines() for entry in entries for name, lines in entry.items()}
    assert written == table(words, pairs()), "run python -m bench.lexicons.neighbours"


def test_no_look_alike_is_a_word(words: dict[str, int]) -> None:
    listed = [w for line in builtin_lexicon().entries("lookalikes") for w in line.split()[1:]]
    assert [form for form in listed if words.get(form, 0) >= COMMON] == []


def test_no_wrong_form_is_part_of_the_right_one() -> None:
    for name in ("lookalikes", "homophones"):
        for line in builtin_lexicon().entries(name):
            right, *wrongs = line.split()
            assert not [form for form in wrongs if form in right or right in form], line


def test_no_word_of_plans_is_a_slip_of_another() -> None:
    forms = {form for found in slip_forms(builtin_lexicon()).values() for _, form, _ in found}
    assert forms.isdisjoint(lines("genre_words.txt"))
