"""Clauses that run on without a mark: what stands behind the second verb must be an object."""

import pytest

from tests.helpers import quotes


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("流域交易系统", True),  # six characters: an object of its own
        ("流域交易网", False),  # five may be a tail of the clause
    ],
)
def test_the_second_verb_has_an_object_of_its_own(behind: str, found: bool) -> None:
    text = f"规范水权交易行为，保护用水各方合法权益搭建{behind}。\n"
    assert quotes(text, "PUN008") == ["各方合法权益搭建"] * found
