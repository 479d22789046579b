"""Goals with a year, and whose they are."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.subjects.times.goals import Goal, goals, horizons
from tests.helpers import draft

TITLE = "江州省“十三五”节水规划\n\n一、发展目标\n\n"


def plan(source: str) -> Plan:
    return Plan(draft(source), builtin_lexicon())


def goals_of(source: str) -> tuple[Goal, ...]:
    return plan(source).get(goals)


@pytest.mark.parametrize(
    "sentence",
    [
        "合同执行到2026年。",
        "由2015年到2026年的数据。",
        "有效期延长到2026年底。",
        "达到2026年水平。",
    ],
)
def test_terms_and_ranges_are_no_goals(sentence: str) -> None:
    assert not [g for g in goals_of(TITLE + sentence) if not g.foreign]


@pytest.mark.parametrize(
    "sentence",
    [
        "《纲要》提出，到2026年，全省建成节水型社会。",
        "预计到2026年，市场规模达到300亿元。",
        "到2026年，我国将建成节水型社会。",
        "会议强调：“到2026年建成节水型社会。”",
    ],
)
def test_the_goals_of_others(sentence: str) -> None:
    assert not [g for g in goals_of(TITLE + sentence) if not g.foreign]


def test_the_plans_own_goals() -> None:
    found = list(goals_of(TITLE + "全省力争到2020年底建成；到2026年，全省用水量持平。"))
    assert [(g.year, g.will, g.foreign) for g in found] == [
        (2020, True, False),
        (2026, False, False),
    ]


def test_declared_horizons() -> None:
    text = (
        "规划水平年为2020年，远期规划水平年为2033年，2036年远景目标，《水网规划（2018—2027年）》。"
    )
    assert plan(TITLE + text).get(horizons) == {2033, 2036, 2027}
