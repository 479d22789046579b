"""Rates of support: what is paid for each thing."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.quantities.units import units_of
from linter.subjects.works.check_supports import supports_in
from tests.helpers import draft

UNITS = units_of(builtin_lexicon())


def read(text: str) -> list[tuple[str, str, str]]:
    found = supports_in(draft(f"# 某县养老方案\n\n{text}\n").paragraphs(), UNITS)
    return [(s.of, s.payer, s.kind) for s in found]


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("每张护理床位由县财政补助2000元。", "县财政"),
        ("每张护理床位县级财政补助2000元。", "县级财政"),
        ("每张护理床位给予2000元补助。", ""),
        ("建成后每张护理床位一次性补助2000元。", ""),
    ],
)
def test_one_rate_in_many_words(text: str, payer: str) -> None:
    assert read(text) == [("护理床位", payer, "补助")]


def test_names_may_hold_words_of_time() -> None:
    assert read("每个青年驿站补贴20万元。每间日间照料室奖励1万元。") == [
        ("青年驿站", "", "补贴"),
        ("日间照料室", "", "奖励"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "对医养结合的，每张护理床位补助2000元。",
        "2025年，每张护理床位补助2000元。",
        "每张护理床位补助2000元以上。",
        "每张护理床位最高补助2000元。",
        "每张护理床位每年补助2000元。",
        "每人补助2000元。",
        "新建的每张护理床位补助2000元。",
        "每张护理床位补助2台。",
    ],
)
def test_what_is_graded_or_open(text: str) -> None:
    assert read(text) == []
