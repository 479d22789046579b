"""How near a stated rate must come to the one that base, target and years make."""

import pytest

from tests.helpers import quotes

TABLE = """# 某省“十四五”文旅规划

| 指标 | 单位 | 2020年 | 2025年 | 年均增速 |
| --- | --- | --- | --- | --- |
| 旅游总收入 | 亿元 | {} | {} | {} |
| 星级饭店 | 家 | 20 | 40 | 14.9 |
"""


@pytest.mark.parametrize(
    ("base", "target", "stated", "fits"),
    [
        # 9.856 %: a tolerance of 0.15 points, and next to nothing for the rounding of the figures
        (5000, 8000, "9.71", True),
        (5000, 8000, "9.70", False),
        (5000, 8000, "10.00", True),
        (5000, 8000, "10.01", False),
        (5000, 8000, "9.8以上", True),
        (5000, 8000, "10.1以上", False),
        # 10.451 %: half of the last digit, where that is more
        (5000, 8218, "10", True),
        (5000, 8218, "11", False),
        # 4.000 % and 25.993 %: 左右 is half a point, or a twentieth
        (5000, 6083, "3.55左右", True),
        (5000, 6083, "3.45左右", False),
        (1000, 3175, "27.3左右", True),
        (1000, 3175, "27.4左右", False),
        # 14.9 % of 1, which may be 0.5 to 1.5
        (1, 2, "10", True),
    ],
)
def test_the_tolerance_of_growth(base: int, target: int, stated: str, fits: bool) -> None:
    source = TABLE.format(base, target, stated)
    assert quotes(source, "IND007") == [stated] * (not fits)
