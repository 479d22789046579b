"""What a rule offers to write is right: once accepted, the finding is gone and none has come."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.catalogue.rule import FixSafety, Rule
from linter.diagnosis.diagnostic import FileReport
from linter.document.model import Document
from linter.engine.check import check
from linter.readers.load import read_bytes
from linter.settings.effective import Settings
from linter.settings.session import Session
from linter.writers.changes import changes
from linter.writers.fix import Checked, fix_text, fix_word
from tests.layout_drafts import word_draft
from tests.writers.accepting import settled
from tests.writers.helpers import WHEN
from tests.writers.makers import can_fix

MARK = re.compile("‹(.*?)›", re.S)
DIGITS = re.compile(r"\d+")


@cache
def _settings() -> Settings:
    return Session(isolated=True).settings(Path("draft.md"))


CHECKED = {"REF005", "TRM001", "TSK002"}  # their checks say of each fix whether it is safe


def _offers(rule: Rule) -> bool:
    """Tell whether an entry says of its fixes how safe they are."""
    wordings = (rule.wording, *rule.variants.values())
    return rule.id in CHECKED or any(w.fix is not FixSafety.CHECKED for w in wordings)


RULES = [rule for rule in builtin_rules() if rule.examples == "md" and not rule.reviews]
OFFERING = [rule for rule in RULES if _offers(rule)]


def _checked(data: bytes, form: str, rules: tuple[Rule, ...]) -> Checked:
    document = read_bytes(f"例.{form}", data, form)
    return document, check(document, replace(_settings(), rules=rules))


def _report(data: bytes, form: str, rules: tuple[Rule, ...]) -> FileReport:
    return _checked(data, form, rules)[1]


def _by_all(data: bytes) -> Counter[tuple[str, str | None]]:
    found = _report(data, "md", _settings().rules).diagnostics
    return Counter((d.rule, d.variant) for d in found)


def _bad(rule: Rule) -> list[str]:
    return [MARK.sub(r"\1", example.text) for example in rule.bad]


@pytest.mark.parametrize("rule", OFFERING, ids=lambda rule: rule.id)
def test_accepted_fixes_leave_nothing_and_bring_nothing(rule: Rule) -> None:
    offered = 0
    for text in _bad(rule):
        data = text.encode()
        before = _report(data, "md", (rule,))
        wanted = changes(before, unsafe=True)
        if not wanted:
            continue
        offered += 1
        fixed = fix_text(data, lambda one: _checked(one, "md", (rule,)), unsafe=True)
        assert fixed.left == []
        after = _report(fixed.data, "md", (rule,))
        assert [d.message for d in after.diagnostics if d.fix] == []
        assert len(after.diagnostics) < len(before.diagnostics)
        if offered == 1:  # all rules, which takes its time
            old, new = (_by_all(one) for one in (data, fixed.data))
            assert new - old == Counter()
    assert offered, "no bad example shows the fix that the rule says it offers"


@pytest.mark.parametrize("rule", OFFERING, ids=lambda rule: rule.id)
def test_fixes_are_tracked_in_word_and_come_to_the_same(rule: Rule) -> None:
    text = next(
        text for text in _bad(rule) if changes(_report(text.encode(), "md", (rule,)), unsafe=True)
    )
    data = word_draft(text)

    def checked(one: bytes) -> tuple[Document, FileReport]:
        return _checked(one, "docx", (rule,))

    before = checked(data)[1]
    rules = {rule.id: rule}
    fixed = fix_word(data, checked, rules, Lang.ZH, WHEN, unsafe=True)
    assert fixed.left == []
    assert len(fixed.made) >= 1
    accepted, rejected = (settled(fixed.data, accept=accept) for accept in (True, False))
    assert [d.message for d in checked(accepted)[1].diagnostics if d.fix] == []
    assert [d.message for d in checked(rejected)[1].diagnostics] == [
        d.message for d in before.diagnostics
    ]
    assert fix_word(fixed.data, checked, rules, Lang.ZH, WHEN, unsafe=True).data == fixed.data


def test_every_rule_that_can_fix_says_so_and_is_tested_here() -> None:
    """A new rule that makes a fix fails here until its entry says how safe it is (`fix:`)."""
    assert {rule.id for rule in builtin_rules() if can_fix(rule)} == {r.id for r in OFFERING}


@pytest.mark.parametrize("rule", OFFERING, ids=lambda rule: rule.id)
def test_no_safe_fix_makes_another_number(rule: Rule) -> None:
    """Letters that stand for digits (2O20) become digits; a digit becomes none other."""
    for text in _bad(rule):
        for found in _report(text.encode(), "md", (rule,)).diagnostics:
            if found.fix is not None and found.fix.safe:
                old, new = (_numbers(words) for words in (found.span.quote, found.fix.replacement))
                assert old == new or rule.id == "NUM002"


@pytest.mark.parametrize(
    ("words", "fixed"),
    [("2O20年", True), ("由90%提高到95%", False), ("增长6个百分点", False), ("2024年06月", False)],
)
def test_what_is_safe_is_decided_by_the_catalogue(words: str, fixed: bool) -> None:
    report = _report(f"一、目标\n\n到{words}，建成灌区。\n".encode(), "md", _settings().rules)
    assert bool(changes(report, unsafe=False)) is fixed


def _numbers(words: str) -> list[int]:
    return [int(digits) for digits in DIGITS.findall(words)]
