"""Which rules a word chooses."""

import pytest

from linter.catalogue.load import builtin_rules
from linter.catalogue.selection import UsageError, choose_rules, find_rule

RULES = builtin_rules()


def test_default_is_every_rule_that_is_on() -> None:
    assert choose_rules(RULES) == tuple(rule for rule in RULES if rule.enabled)


def test_prefix_code_and_name() -> None:
    by_code = choose_rules(RULES, ["BOX001"])
    assert [rule.id for rule in by_code] == ["BOX001"]
    assert choose_rules(RULES, ["box-reference-unresolved"]) == by_code
    assert by_code[0] in choose_rules(RULES, ["BOX"])


def test_all_takes_rules_that_are_off_too() -> None:
    assert choose_rules(RULES, ["ALL"]) == RULES


def test_code_beats_an_ignored_prefix_but_not_itself() -> None:
    assert [r.id for r in choose_rules(RULES, ["BOX001"], ["BOX"])] == ["BOX001"]
    assert choose_rules(RULES, ["BOX001"], ["BOX001"]) == ()


def test_every_unknown_word_is_named_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        choose_rules(RULES, ["BOX01", "nonsense"])
    assert "BOX01" in str(caught.value)
    assert "nonsense" in str(caught.value)


def test_find_rule_suggests() -> None:
    with pytest.raises(UsageError, match="BOX001"):
        find_rule(RULES, "BOX0O1")
