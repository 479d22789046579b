"""Every rule fires at the ‹marked› words of its bad examples and is silent on its good ones; every
wording of every rule is fired by an example, and can be said in both languages."""

from collections.abc import Callable
from functools import cache

import pytest

from linter.across.run import held
from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import Rule
from linter.document.model import Document
from linter.engine.examples import example_faults, markdown, reported
from linter.readers.load import read_bytes
from linter.settings.effective import Settings
from tests.layout_drafts import word_draft

RULES = builtin_rules()
BY_CODE = {rule.id: rule for rule in RULES}


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_examples(rule: Rule) -> None:
    assert all("‹" in example.text for example in rule.bad)
    assert not any("‹" in example.text for example in rule.good)
    assert list(example_faults(rule, Settings(()), _reader(rule), held)) == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_an_example_fires_every_wording(rule: Rule) -> None:
    assert {None, *rule.variants} - _fired(rule.id, Lang.ZH) == set()


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_wording_can_be_said_in_english(rule: Rule) -> None:
    """A message that names what its check does not give fails as a crash of the rule."""
    assert _fired(rule.id, Lang.EN) == _fired(rule.id, Lang.ZH)


@cache
def _fired(code: str, lang: Lang) -> set[str | None]:
    """The wordings that the bad examples of a rule fire, None for its main one."""
    rule, fired = BY_CODE[code], set[str | None]()
    for example in rule.bad:
        found, error = reported(rule, example, Settings((), lang=lang), _reader(rule), held)
        assert not error
        fired |= {diagnostic.variant for diagnostic in found}
    return fired


def _reader(rule: Rule) -> Callable[[str], Document]:
    """How the examples of a rule are read: as Markdown, or as the Word drafts they describe."""
    return markdown if rule.examples == "md" else _word


def _word(description: str) -> Document:
    return read_bytes("draft.docx", word_draft(description), "docx")
