"""Where two texts differ by one slip."""

import pytest

from linter.text.nearness import difference_at, is_alike, one_difference


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("夯实保障体系", "夯实安全保障体系", "dropped"),
        ("等项制度", "等各项制度", "dropped"),
        ("职责分分工", "职责分工", "added"),
        ("水价综和改革", "水价综合改革", "changed"),
        ("渠道设施基础", "渠道基础设施", "swapped"),
        ("水价合综改革", "水价综合改革", "swapped"),
    ],
)
def test_one_slip(ours: str, theirs: str, kind: str) -> None:
    found = one_difference(ours, theirs)
    assert found is not None
    assert found.kind == kind
    mended = ours[: found.start] + theirs[found.other_start : found.other_end] + ours[found.end :]
    assert mended == theirs


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("水价改革", "水价改革"), ("水库", "水库除险加固"), ("甲水乙价", "丙水丁价")],
)
def test_none_or_several(ours: str, theirs: str) -> None:
    assert one_difference(ours, theirs) is None


def test_texts_go_on_alike_behind_a_slip() -> None:
    found = difference_at("按职责工，抓落实", 3, "按职责分工，抓落实", 3, 4)
    assert found is not None
    assert (found[0].kind, found[1]) == ("dropped", 5)
    assert difference_at("按职责工，抓落实", 3, "按职责分工，促改革", 3, 4) is None


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("智慧灌区建设工程", "灌区智慧建设工程", True),
        ("智慧灌区建设工程", "水价综合改革行动", False),
        ("水库", "水库除险加固", False),
    ],
)
def test_alike_by_their_characters(first: str, second: str, alike: bool) -> None:
    assert is_alike(first, second) is is_alike(second, first) is alike
