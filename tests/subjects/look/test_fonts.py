"""Families of fonts."""

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.look.fonts import Families

FAMILIES = Families(builtin_lexicon().entries("fonts"))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("仿宋_GB2312", "仿宋"),
        ("FangSong", "仿宋"),
        ("方正仿宋_GBK", "仿宋"),
        ("CESI仿宋-GB13000", "仿宋"),
        ("@仿宋", "仿宋"),
        ("方正小标宋简体", "小标宋"),
        ("FZXiaoBiaoSong-B05S", "小标宋"),
        ("simhei", "黑体"),
        ("楷体_GB2312", "楷体"),
        ("NSimSun", "宋体"),
        ("Times New Roman", "Times New Roman"),
    ],
)
def test_names_of_one_family(name: str, family: str) -> None:
    assert FAMILIES.of(name) == family


@pytest.mark.parametrize("name", ["微软雅黑", "Cambria", "_", "方正黑体楷"])
def test_what_is_not_known_keeps_its_name(name: str) -> None:
    assert FAMILIES.of(name) == name


def test_no_name_belongs_to_two_families() -> None:
    entries = builtin_lexicon().entries("fonts")
    assert all(FAMILIES.of(name) == entry["family"] for entry in entries for name in entry["names"])
