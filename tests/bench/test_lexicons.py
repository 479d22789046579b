"""The lists of wrong forms against jieba's dictionary."""

import pytest

from bench.lexicons import neighbours, slips
from bench.lexicons.neighbours import dictionary, pairs, rendered, table
from bench.lexicons.slips import lines
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.words.slips import slip_forms

# What the dictionary counts this often is a word, however odd.
COMMON = 10


@pytest.fixture(scope="module")
def words() -> dict[str, int]:
    return dictionary()


def test_the_neighbours_are_those_of_the_forms(words: dict[str, int]) -> None:
    written = neighbours.TARGET.read_text("utf-8")
    assert written == rendered(table(words, pairs())), "run python -m bench.lexicons.neighbours"


def test_the_slips_are_of_the_words_that_the_script_takes() -> None:
    """The whole list needs texts that the repository has not."""
    assert slips.TARGET.read_text("utf-8").startswith(slips.HEAD)
    listed = [line.split(" ") for line in builtin_lexicon().entries("generated/slips")]
    taken = dict.fromkeys(slips.words())
    assert [word for word, _ in listed if word not in taken] == []
    assert [word for word, wrong in listed if len(wrong.split("/")) != len(word)] == []


def test_no_slip_stands_in_a_word(words: dict[str, int]) -> None:
    held = slips.inside(words)
    forms = neighbours.forms_of("generated/slips")
    assert sorted(forms & held) == []


def test_no_look_alike_is_a_word(words: dict[str, int]) -> None:
    lines = builtin_lexicon().entries("generated/lookalikes")
    listed = [w for line in lines for w in line.split()[1:]]
    assert [form for form in listed if words.get(form, 0) >= COMMON] == []


def test_no_wrong_form_is_part_of_the_right_one() -> None:
    for name in ("generated/lookalikes", "homophones"):
        for line in builtin_lexicon().entries(name):
            right, *wrongs = line.split()
            assert not [form for form in wrongs if form in right or right in form], line


def test_no_word_of_plans_is_a_slip_of_another() -> None:
    forms = {form for found in slip_forms(builtin_lexicon()).values() for _, form, _ in found}
    assert forms.isdisjoint(lines("genre_words.txt"))
