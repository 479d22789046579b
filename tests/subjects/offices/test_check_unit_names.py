"""Slips of the pen in names of units, told by the level of the unit."""

import pytest

from tests.helpers import diagnose, quotes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("市公安句", "市公安局"),
        ("省公安句", "省公安厅"),
        ("市水利利局", "市水利局"),
        ("县商物局", "县商务局"),
        ("省商务斤", "省商务厅"),
    ],
)
def test_the_name_that_is_meant_is_of_the_same_level(written: str, meant: str) -> None:
    (found,) = diagnose(f"1.修渠。（{written}负责）\n\n2.架桥。（省民政厅负责）\n", "TSK004")
    assert found.span.quote == written
    assert found.fix is not None
    assert found.fix.replacement == meant


def test_other_offices_are_no_slips() -> None:
    names = "市水务局、市税务局、市医保局、市公安局、市政管理局、县民政股、市农经站"
    assert quotes(f"1.修渠。（责任单位：{names}）\n", "TSK004") == []
