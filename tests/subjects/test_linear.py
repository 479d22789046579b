"""What is repeated without end costs in proportion: the lines of code that run are counted."""

import sys
from types import FrameType
from typing import Any

import pytest

from bench.hostile.inputs import UNITS, shaped
from linter.document.model import Document
from tests.helpers import diagnose, draft

SMALL = 1_500
_MOST = 2.5  # of twice the text; a quadratic place comes to four


def lines_run(document: Document, *rules: str) -> int:
    """How many lines of Python run while the rules look at a draft."""
    count = 0

    def line(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    sys.settrace(line)
    try:
        diagnose(document, *rules)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize(
    ("unit", "rule"),
    [
        ("round", "PUN001"),
        ("square", "PUN001"),
        ("title", "PUN001"),
        ("responsible", "PUN007"),
        ("two stops", "PUN007"),
        ("offices", "TSK002"),
        ("surname", "PUN008"),
    ],
)
def test_twice_the_text_takes_twice_the_work(unit: str, rule: str) -> None:
    documents = [draft(shaped(UNITS[unit], "paragraph", size)) for size in (200, SMALL, 2 * SMALL)]
    _, small, large = (lines_run(document, rule) for document in documents)
    assert large < _MOST * small


def test_a_list_of_hundreds_of_units_is_read() -> None:
    source = f"# 某省规划\n\n## 一、任务\n\n1.建设水库。（责任单位：{'省水利厅' * 400}）\n"
    assert len(diagnose(source, "TSK002")) == 399
