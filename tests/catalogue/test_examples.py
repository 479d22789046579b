"""Every rule fires at the ‹marked› words of its bad examples and is silent on its good ones."""

import re

import pytest

from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Rule
from linter.document.model import Document
from linter.readers.load import read_bytes
from tests.helpers import quotes
from tests.layout_drafts import word_draft

MARK = re.compile("‹(.*?)›", re.S)
BAD = [(rule, text) for rule in builtin_rules() for text in rule.bad]
GOOD = [(rule, text) for rule in builtin_rules() for text in rule.good]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "text"), BAD, ids=name)
def test_bad_example_is_found_at_the_marked_words(rule: Rule, text: str) -> None:
    expected = sorted(MARK.findall(text))
    assert expected, f"{rule.id}: a bad example marks no ‹words›"
    assert sorted(quotes(_draft(rule, MARK.sub(r"\1", text)), rule.id)) == expected


@pytest.mark.parametrize(("rule", "text"), GOOD, ids=name)
def test_good_example_is_silent(rule: Rule, text: str) -> None:
    assert not MARK.search(text)
    assert quotes(_draft(rule, text), rule.id) == []


def _draft(rule: Rule, example: str) -> str | Document:
    """An example as the rule wants it read: as Markdown, or as the Word draft that it describes."""
    if rule.examples == "md":
        return example
    return read_bytes("draft.docx", word_draft(example), "docx")
