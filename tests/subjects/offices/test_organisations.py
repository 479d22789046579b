"""What the lexicon makes of a name."""

import itertools

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.subjects.offices.gluing import boundaries
from linter.subjects.offices.organisations import Directory, organs_of

KNOWN = Directory(builtin_lexicon().get(organs_of))


@pytest.mark.parametrize(
    ("name", "prefix", "stem"),
    [
        ("省财政厅", "省", "财政厅"),
        ("市财政局", "市", "财政局"),
        ("县发展改革局", "县", "发展改革局"),
        ("自治区党委编办", "自治区党", "委编办"),
        ("四川银监局", "四川", "银监局"),
        ("市场监管局", "", "市场监管局"),
        ("国家发展改革委", "", "国家发展改革委"),
    ],
)
def test_a_name_is_split_into_place_and_organ(name: str, prefix: str, stem: str) -> None:
    found = KNOWN.identify(name)
    assert found is not None
    assert (found.prefix, found.organ.stem) == (prefix, stem)


@pytest.mark.parametrize("name", ["国士资源厅", "科技厅省财政厅", "原省国土资源厅", "各市人民政府"])
def test_what_is_no_regular_name_is_not_known(name: str) -> None:
    assert KNOWN.identify(name) is None


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("科技厅省发展改革委", ["科技厅", "省发展改革委"]),
        ("市财政局市教育局市民政局", ["市财政局", "市教育局", "市民政局"]),
        ("省政府办公厅省机关后勤局", ["省政府办公厅", "省机关后勤局"]),
        ("省委省直机关工委", ["省委省直机关工委"]),
        ("市委市政府督查室", ["市委市政府督查室"]),
        ("国家税务总局海陵省税务局", ["国家税务总局海陵省税务局"]),
        ("市公安局交警支队", ["市公安局交警支队"]),
        ("交通运输厅公安局", ["交通运输厅公安局"]),
        ("市生态环境局城区生态环境分局", ["市生态环境局城区生态环境分局"]),
    ],
)
def test_glued_units_are_parted_and_long_names_are_not(name: str, parts: list[str]) -> None:
    cuts = [0, *boundaries(name, KNOWN), len(name)]
    assert [name[a:b] for a, b in itertools.pairwise(cuts)] == parts
