"""Every row of the tables of constructs and of robustness has a test named after it."""

import re
from pathlib import Path

import pytest

CONSTRUCTS = (
    *(f"a{n}" for n in range(1, 8)),
    *(f"b{n}" for n in range(1, 5)),
    *(f"c{n}" for n in range(1, 8)),
    *(f"d{n}" for n in range(1, 18)),
    *("e1", "e2", "f1"),
)
ROBUSTNESS = (
    *("zip_bomb", "too_many_paragraphs", "billion_laughs", "external_entity", "deep_nesting"),
    *("truncated", "crc_error", "empty", "not_a_zip", "encrypted", "legacy_doc", "rtf"),
    *(
        "no_document",
        "zip_that_is_no_docx",
        "duplicate_member",
        "other_prefix",
        "strict_edition",
        "unsafe_names",
    ),
    *("control_character_in_xml", "a_thousand_comments", "absurd_span"),
    "relationship_prefix_that_is_not_declared",
)
TESTS = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("row", [*CONSTRUCTS, *ROBUSTNESS])
def test_row_has_a_test(row: str) -> None:
    assert re.search(rf"^def test_{row}(?:_\w+)?\(", TESTS, re.MULTILINE)
