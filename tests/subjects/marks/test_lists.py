"""Lists within a sentence: items said twice, items without their mark."""

import pytest

from tests.helpers import quotes


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("保障用水安全、改善水质环境、保障用水安全。", ["保障用水安全"]),
        ("推进渠道衬砌、管道改造和渠道衬砌等工程。", ["渠道衬砌"]),
        ("建设中心（含数据平台）、分中心（含数据平台）。", []),
    ],
)
def test_items_twice(sentence: str, found: list[str]) -> None:
    assert quotes(sentence, "PUN007") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("推进水库加固工程灌区配套工程、供水保障工程和河道整治工程。", 1),
        ("推进水库加固工程的配套工程、供水保障工程、河道整治工程。", 0),
        ("推进水库加固工程灌区配套工程和供水保障工程。", 0),
    ],
)
def test_items_without_their_mark(sentence: str, found: int) -> None:
    assert len(quotes(sentence, "PUN008")) == found
