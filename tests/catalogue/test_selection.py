"""Which rules a word names."""

import pytest

from linter.catalogue.load import builtin_rules
from linter.catalogue.selection import named, unknown_rule
from linter.diagnosis.suppression.model import Suppression
from linter.diagnosis.suppression.review import apply
from tests.helpers import chosen_rules, diagnose

RULES = builtin_rules()


def test_default_is_every_rule_that_is_on() -> None:
    assert chosen_rules() == tuple(rule for rule in RULES if rule.enabled)


def test_prefix_code_and_name() -> None:
    by_code = chosen_rules("BOX001")
    assert [rule.id for rule in by_code] == ["BOX001"]
    assert chosen_rules("box-reference-unresolved") == by_code
    assert by_code[0] in chosen_rules("BOX")


@pytest.mark.parametrize("word", ["ALL", "all", "全部"])
def test_all_takes_rules_that_are_off_too(word: str) -> None:
    assert chosen_rules(word) == RULES


def test_code_beats_an_ignored_prefix_but_not_itself() -> None:
    assert [r.id for r in chosen_rules("BOX001", ignore=["BOX"])] == ["BOX001"]
    assert chosen_rules("BOX001", ignore=["BOX001"]) == ()


def test_an_unknown_rule_has_the_nearest_one_beside_it() -> None:
    assert "BOX001" in unknown_rule("BOX0O1", RULES)


@pytest.mark.parametrize(
    ("word", "codes"),
    [("PUN003", ["PUN003"]), ("pun003", ["PUN003"]), ("Punctuation-Doubled", ["PUN003"])],
)
def test_a_suppression_names_rules_as_the_command_line_does(word: str, codes: list[str]) -> None:
    assert [rule.id for rule in named(RULES, word)] == codes
    found = diagnose("推进灌区改造，，建成农田。\n", "PUN003")
    silence = Suppression(frozenset({word}), (), "", "", "", everywhere=True)
    kept, silenced, _ = apply(found, [silence], RULES)
    assert (len(kept), len(silenced)) == (0, 1)
