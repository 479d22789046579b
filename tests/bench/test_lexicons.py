"""The lists of wrong forms against jieba's dictionary."""

from pathlib import Path

import pytest

from bench.lexicons import genre, neighbours, slips
from bench.lexicons.neighbours import dictionary, pairs, rendered, table
from bench.lexicons.slips import lines
from linter.plan.lexicon import builtin_lexicon
from linter.subjects.words.slips import slip_forms
from linter.text.folding import is_han

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


def test_phrases_and_look_alikes_are_those_of_their_sources() -> None:
    folder = genre.TARGET
    listed = [p for p in genre.own_phrases() if len(p) >= 4]
    assert _entries(folder / "phrases.txt") == sorted(listed), "run python -m bench.lexicons.genre"
    confusions = dict(line.partition(" ")[::2] for line in _entries(folder / "confusions.txt"))
    assert {k: v for k, v in confusions.items() if is_han(k)} == genre.mistaken_for()


def test_the_words_of_plans_are_counted() -> None:
    plans = ["加强基础设施建设。", "推进基础设施建设。", "完善基础设施建设。"]
    found = genre.Genre(plans)
    assert found.usual_words() == {"基础设施": 3, "建设": 3}
    assert found.usual_phrases() == {"基础设施建设": 3}
    inner = genre.inner_pairs(found.usual_words())
    assert "施" in genre.lost(["基础设施建设"], inner)["设建"]


def _entries(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
