"""NUM006 and NUM007."""

import pytest

from tests.helpers import diagnose, quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "节约用水10%左右，公约覆盖20个村左右，预约率30%上下。",
        "力争达到60%以上，控制在30%以内，具备高级及以上职称。",
        "超过1000名中级以上人才，突破10个县级以上中心，至少1家5000平方米以上的场馆。",
        "近5年余额下降，就近10余个村，附近3余户，约占20%左右。",
        "申报截止2020年6月30日，截至目前，截至2020年底防止返贫。",
        "《超过50%以上地区目录》",
    ],
)
def test_normal_words_of_the_genre(sentence: str) -> None:
    assert quotes(f"一、目标\n\n{sentence}\n", "NUM006") == []


def test_a_fix_drops_the_second_word() -> None:
    found = diagnose("一、目标\n\n超过1.2万亿元以上，截止到2020年末，达标率约80%左右。\n", "NUM006")
    assert [d.fix.replacement if d.fix else None for d in found] == [
        "超过1.2万亿元",
        "截至2020年末",
        None,
    ]


@pytest.mark.parametrize("words", ["降低3倍", "缩短了两倍", "减少1.5倍", "压缩2—3倍"])
def test_decreases_by_a_multiple(words: str) -> None:
    assert quotes(f"一、目标\n\n能耗{words}，产量增长3倍。\n", "NUM007") == [words]


def test_what_is_repeated_is_one_finding_with_its_places() -> None:
    found = diagnose("一、现状\n\n截止2024年底，建成9处。\n\n截止2023年底，建成5处。\n", "NUM006")
    assert [(d.span.quote, len(d.related)) for d in found] == [("截止2024年底", 1)]
    assert "共 2 处" in found[0].message
