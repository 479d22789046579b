"""Slips composed of the words of plans and characters that are mistaken for theirs."""

import pytest

from tests.helpers import diagnose, quotes


@pytest.mark.parametrize("wrong", ["契和度", "应急予案", "电汽化", "石莫化"])
def test_a_long_form_needs_no_evidence(wrong: str) -> None:
    assert quotes(f"持续提高{wrong}水平。", "TRM001") == [wrong]


def test_a_short_form_needs_the_right_word_in_the_draft() -> None:
    assert quotes("推动供水均横提升。", "TRM001") == []
    found = diagnose("促进灌溉均衡。推动供水均横提升。", "TRM001")
    assert [(d.span.quote, d.severity.value) for d in found] == [("均横", "warning")]


@pytest.mark.parametrize("text", ["均横县供水", "均横建工集团", "“均横”品牌", "《均横规划》"])
def test_names_and_quotations_are_let_pass(text: str) -> None:
    assert quotes(f"促进供水均衡，推进{text}。", "TRM001") == []


def test_a_form_that_the_draft_has_often_is_its_own_word() -> None:
    assert quotes("促进供水均衡。" + "设均横点位。" * 3, "TRM001") == []
