"""What a terminal acts on is shown in its place."""

import pytest

from linter.text.harmless import harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("建设水库\n\t甲", "建设水库\n\t甲"),
        ("\x1b[31m红", "␛[31m红"),
        ("\x07\x08\r\x7f", "␇␈␍␡"),
        ("\x9b2J", "\ufffd2J"),
        ("甲\u202e乙\u2066丙\u200f", "甲\ufffd乙\ufffd丙\ufffd"),
        ("\u2028", "\ufffd"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert len(harmless(text)) == len(text)
