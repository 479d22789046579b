"""How near a stated rate must come to the one that base, target and years make."""

import pytest

from tests.helpers import quotes

TABLE = """# 某省“十四五”文旅规划

| 指标 | 单位 | 2020年 | 2025年 | 年均增速 |
| --- | --- | --- | --- | --- |
| 旅游总收入 | 亿元 | 5000 | 8000 | {} |
| 星级饭店 | 家 | 20 | 40 | 14.9 |
"""


@pytest.mark.parametrize(
    ("stated", "fits"),
    [
        # 9.86 %: a tolerance of 0.15 points, and what the rounding of the figures adds
        ("9.72", True),
        ("9.68", False),
        ("10.00", True),
        ("10.03", False),
        # half of the last digit where that is more
        ("10", True),
        ("9", False),
        # 左右: half a point
        ("9.4左右", True),
        ("9.3左右", False),
        ("10.3左右", True),
        ("10.4左右", False),
        # a lower bound agrees with what is more
        ("9以上", True),
        ("10.1以上", False),
    ],
)
def test_the_tolerance_of_growth(stated: str, fits: bool) -> None:
    assert quotes(TABLE.format(stated), "IND007") == [stated] * (not fits)


def test_about_a_large_rate_has_more_room() -> None:
    """A twentieth of it: 25.99 % a year."""
    table = TABLE.replace("5000 | 8000", "1000 | 3175")
    assert quotes(table.format("25左右"), "IND007") == []
    assert quotes(table.format("27.4左右"), "IND007") == ["27.4左右"]
