"""What is masked keeps its length; quantities and plain words stay visible."""

import pytest

from linter.plan.masks import FILL, mask


@pytest.mark.parametrize(
    "words",
    [
        "《关于印发《节水方案》的通知》",
        "https://www.example.gov.cn/a?b=1",
        "〔2021〕20号",
        "0571-12345678",
        "12345",
        "1:1万",
        "GB/T 22239—2019",
        "10.5代线",
        "1PB=1024TB",
    ],
)
def test_protected_words_are_filled_out(words: str) -> None:
    assert mask(f"见{words}。") == f"见{FILL * len(words)}。"


@pytest.mark.parametrize("words", ["12345家企业", "95306万元", "12345678元", "“数字乡村”", "5G网"])
def test_quantities_and_names_stay(words: str) -> None:
    assert mask(words) == words
