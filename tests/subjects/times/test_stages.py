"""NUM020."""

import pytest

from tests.helpers import quotes

PLAN = "# 江州市普查工作方案\n\n（2024年3月5日）\n\n一、实施步骤\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("自2025年6月1日至2024年12月31日开展。", ["2025年6月1日至2024年12月31日"]),
        ("规划期为2026—2024年，2024-2026年实施。", ["2026—2024年"]),
        ("每年11月至3月供暖，2024年11月至次年3月供水，由2023年5月至2024年4月。", []),
        ("2023年12月底前已完成，2023年6月底前投产的企业，2024年5月底前完成。", []),
        ("电话0571-2024，第3—1号，2024年6月—7月。", []),
    ],
)
def test_ranges_and_deadlines(text: str, found: list[str]) -> None:
    assert quotes(PLAN.format(text), "NUM020") == found


def test_stages_that_meet_in_one_month() -> None:
    text = "（一）准备阶段（3月—5月）。甲。\n\n（二）实施阶段（5月—9月）。乙。"
    assert quotes(PLAN.format(text), "NUM020") == []
