"""Suppressions are judged themselves: unused, misspelt, without a reason."""

import pytest

from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.suppression.directions import parse
from tests.helpers import chosen_rules, diagnose, draft, reported

FAULT = "推进灌区改造，，建成农田。"


def report(source: str, *select: str) -> FileReport:
    return reported(draft(source), chosen_rules(*select))


def test_only_the_rule_that_silences_nothing_is_named() -> None:
    (d,) = diagnose(f"<!-- planlint-disable PUN003, TRM001: 引文 -->\n\n{FAULT}\n", "SUP001")
    assert "TRM001" in d.message
    assert "没有 TRM001 的" in d.message
    assert d.span.quote == "planlint-disable PUN003, TRM001: 引文"
    assert d.span.position == (1, 6)


def test_a_rule_that_did_not_run_is_not_judged() -> None:
    source = "<!-- planlint-disable IND001: 待定 -->\n\n推进灌区改造。\n"
    assert [d.rule for d in report(source, "PUN", "SUP").diagnostics] == []
    assert [d.rule for d in report(source, "IND", "SUP").diagnostics] == ["SUP001"]


def test_all_is_judged_when_everything_ran() -> None:
    source = "<!-- planlint-disable all: 待定 -->\n\n推进灌区改造。\n"
    assert [d.rule for d in report(source).diagnostics] == ["SUP001"]
    assert report(source, "IND", "SUP").diagnostics == ()


def test_a_misspelt_rule_names_the_nearest() -> None:
    (d,) = diagnose("<!-- planlint-disable PUN03: 引文 -->\n\n推进灌区改造。\n", "SUP003")
    assert "PUN003" in d.message


def test_reviews_can_be_silenced_by_name_and_are_not_by_all() -> None:
    source = (
        "<!-- planlint-disable PUN003: 旧 -->\n\n推进改造。\n\n<!-- planlint-disable-file {} -->"
    )
    assert [d.rule for d in report(source.format("SUP001")).diagnostics] == []
    assert "SUP001" in {d.rule for d in report(source.format("all")).diagnostics}


def test_what_is_silenced_is_kept_with_the_reason() -> None:
    (one,) = report(f"<!-- planlint-disable PUN003: 引文如此 -->\n\n{FAULT}\n").silenced
    assert one.diagnostic.rule == "PUN003"
    assert (one.by[0].reason, one.by[0].in_source) == ("引文如此", True)


def test_they_stand_in_reading_order() -> None:
    source = f"{FAULT}\n\n<!-- planlint-disable TRM001: 旧 -->\n\n{FAULT}\n"
    assert [d.rule for d in report(source).diagnostics] == ["PUN003", "SUP001", "PUN003"]


@pytest.mark.parametrize(
    ("text", "rules", "reason"),
    [
        ("IND001: reason", ("IND001",), "reason"),
        ("IND001、BOX002 数据以公报为准", ("IND001", "BOX002"), "数据以公报为准"),
        ("indicator-target-mismatch see notice", ("indicator-target-mismatch",), "see notice"),
        ("IND001 GDP数据另行公布", ("IND001",), "GDP数据另行公布"),
        ("IND BOX：甲", ("IND", "BOX"), "甲"),
        ("IND001 — 甲", ("IND001",), "甲"),
        ("all 甲", (), "甲"),
        ("：甲", (), "甲"),
        ("", (), ""),
    ],
)
def test_words(text: str, rules: tuple[str, ...], reason: str) -> None:
    named = parse(text)
    assert (named.rules, named.reason, named.everything) == (rules, reason, text.startswith("all"))
