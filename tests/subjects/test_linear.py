"""What is repeated without end costs in proportion: the lines of code that run are counted."""

import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bench.hostile.inputs import DRAFTS, UNITS, all_inputs, shaped, words_of
from linter.catalogue.load import builtin_rules
from linter.engine.check import check_bytes
from linter.settings.effective import Settings
from tests.helpers import diagnose, draft

SMALL = 1_500
_OURS = str(Path(__file__).parents[2])
_MOST = 2.5  # of twice the text; a quadratic place comes to four
_STEEP = 3.0  # of one function, which may begin late
_NOTICED = 1_000  # lines of one function


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of ours run in a piece of work."""
    return lines_of_functions(work).total()


def lines_of_functions(work: Callable[[], object]) -> Counter[str]:
    """The same by function: one that is quadratic shows long before it is most of the work."""
    count: Counter[str] = Counter()

    def line(frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        count[f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"] += event == "line"
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


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("STR006 / glued", "STR006"),  # one paragraph that reading parts into many
        ("BOX004 / draft", "TSK008"),
        ("NUM007 / glued", "IND007"),
        ("IND013 / draft", "IND013"),
        ("STR007 / draft", "STR007"),
        ("numbered attachment lines", "STR007"),
        ("contents unlike", "STR006"),
        ("REF003 / glued", "REF003"),
        ("captions", "REF002"),
        ("decimal / list", "STR001"),
        ("NUM011 / draft", "NUM011"),
        ("NUM014 / glued", "IND007 NUM002 NUM014"),  # one of them yields to another
        ("SUP001 / draft", "SUP001 BOX001 PUN001"),
    ],
)
def test_twice_the_file_takes_twice_the_work(name: str, codes: str) -> None:
    make = dict(all_inputs())[name]
    rules = tuple(rule for rule in builtin_rules() if rule.id in codes.split())
    assert len(rules) == len(codes.split())

    def check(size: int) -> None:
        assert check_bytes("a.md", make(size).encode(), Settings(rules)).error is None

    check(8 * SMALL)  # fills what is made once for all drafts, and is remembered of these
    small, large = [lines_of_functions(partial(check, n * SMALL)) for n in (4, 8)]
    grown = {name: (small[name], n) for name, n in large.items() if n > _NOTICED}
    assert {name: n for name, n in grown.items() if n[1] > _STEEP * n[0]} == {}


def test_what_is_quadratic_is_seen() -> None:
    def pairs(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                pass

    assert lines_run(lambda: pairs(60)) > _MOST * lines_run(lambda: pairs(30))


def test_a_list_of_hundreds_of_units_is_read() -> None:
    source = f"# 某省规划\n\n## 一、任务\n\n1.建设水库。（责任单位：{'省水利厅' * 400}）\n"
    assert len(diagnose(source, "TSK002")) == 399
