"""The month in which a draft was written."""

import pytest

from linter.facts.draft_date import draft_month
from tests.helpers import draft


@pytest.mark.parametrize(
    ("source", "month"),
    [
        ("# 某市节水规划\n\n一、任务\n\n修渠。\n\n某市水利局\n\n2019年5月6日\n", "2019-05"),
        ("# 某市“十四五”节水规划\n\n一、任务\n\n修渠。\n", "2020-12"),
        ("# 某市节水行动计划（2023—2025年）\n\n一、任务\n\n修渠。\n", "2022-12"),
        ("# 某市节水规划\n\n一、任务\n\n到2025年修渠。\n", None),
    ],
)
def test_the_signature_dates_a_draft_then_its_period(source: str, month: str | None) -> None:
    assert draft_month(draft(source)) == month
