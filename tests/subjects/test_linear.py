"""What is repeated without end costs in proportion: the lines of code that run are counted."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bench.hostile.inputs import DRAFTS, UNITS, shaped, words_of
from tests.helpers import diagnose, draft

SMALL = 1_500
_OURS = str(Path(__file__).parents[2])
_MOST = 2.5  # of twice the text; a quadratic place comes to four


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of ours run in a piece of work."""
    count = 0

    def line(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def entered(frame: FrameType, event: str, _: Any) -> Any:
        # a table of the whole of Unicode that the re module makes is no work on the draft
        return line if frame.f_code.co_filename.startswith(_OURS) else None

    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(None)
    return count


def growth(make: Callable[[int], str], rule: str) -> float:
    """By how much more lines run while a rule looks at a draft of twice the length."""
    diagnose(draft(make(2 * SMALL)), rule)  # fills what is made once for all drafts
    documents = [draft(make(size)) for size in (SMALL, 2 * SMALL)]
    small, large = [lines_run(lambda d=d: diagnose(d, rule)) for d in documents]  # type: ignore[misc]
    return large / small


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
        ("of which", "IND009"),
        ("repeated character", "PUN007"),
        ("comma figures", "IND012"),
        ("bracketed numeral", "STR001"),
    ],
)
def test_twice_the_text_takes_twice_the_work(unit: str, rule: str) -> None:
    assert growth(lambda size: shaped(UNITS[unit], "paragraph", size), rule) < _MOST


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("odd offices", "TSK004"),
        ("announcements", "NUM010"),
        ("announcements and headings", "NUM010"),
        ("tables below", "REF010"),
        ("attachments of a list", "STR007"),
        ("contents unlike", "STR006"),
        ("parts of one whole", "IND006"),
        ("growth", "IND007"),
        ("works of one kind", "IND003"),
        ("definitions", "TRM002"),
        ("projects of a table", "IND013"),
    ],
)
def test_twice_the_draft_takes_twice_the_work(name: str, rule: str) -> None:
    assert growth(DRAFTS[name], rule) < _MOST


@pytest.mark.parametrize("name", ["generated/slips", "organisations", "homophones"])
def test_twice_the_words_of_a_list_take_twice_the_work(name: str) -> None:
    assert growth(lambda size: shaped(words_of(name), "paragraph", size), "TRM001") < _MOST


def test_what_is_quadratic_is_seen() -> None:
    def pairs(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                pass

    assert lines_run(lambda: pairs(60)) > _MOST * lines_run(lambda: pairs(30))


def test_a_list_of_hundreds_of_units_is_read() -> None:
    source = f"# 某省规划\n\n## 一、任务\n\n1.建设水库。（责任单位：{'省水利厅' * 400}）\n"
    assert len(diagnose(source, "TSK002")) == 399
