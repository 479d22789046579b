"""Every rule fires at the ‹marked› words of its bad examples and is silent on its good ones."""

import re

import pytest

from linter.rules import Rule, builtin_rules
from tests.helpers import quotes

MARK = re.compile("‹(.*?)›", re.S)
BAD = [(rule, text) for rule in builtin_rules() for text in rule.bad]
GOOD = [(rule, text) for rule in builtin_rules() for text in rule.good]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "text"), BAD, ids=name)
def test_bad_example_is_found_at_the_marked_words(rule: Rule, text: str) -> None:
    expected = sorted(MARK.findall(text))
    assert expected, f"{rule.id}: a bad example marks no ‹words›"
    assert sorted(quotes(MARK.sub(r"\1", text), rule.id)) == expected


@pytest.mark.parametrize(("rule", "text"), GOOD, ids=name)
def test_good_example_is_silent(rule: Rule, text: str) -> None:
    assert not MARK.search(text)
    assert quotes(text, rule.id) == []
