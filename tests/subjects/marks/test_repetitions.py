"""Words typed twice, and words that only meet."""

import pytest

from tests.helpers import quotes


@pytest.mark.parametrize(
    "text",
    [
        "支持中小企业创业创新。",
        "加强水情监测预测预警。",
        "补助每人每月二百元。",
        "清查危险废物、危险废物容器和储存设施。",
        "办理供水单位、供水单位的分支机构和用水户的申请。",
        "用水户提出复核，水务局按规定受理，对符合条件的复核申请，五日内办结。其他单位提出异议，"
        "水务局按规定受理，对符合条件的复核申请，十日内办结。",
    ],
)
def test_words_that_meet_are_not_typed_twice(text: str) -> None:
    assert quotes(text, "PUN007") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("加快堤防堤防加固。", ["堤防堤防"]),
        ("改变部分沟渠淤积堵塞、沟渠淤积堵塞的状况。", ["沟渠淤积堵塞、沟渠淤积堵塞"]),
        ("进一步进一步完善制度。", ["进一步进一步"]),
    ],
)
def test_words_typed_twice_are_found(text: str, words: list[str]) -> None:
    assert quotes(text, "PUN007") == words
