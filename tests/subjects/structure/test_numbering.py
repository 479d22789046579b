"""The cheapest reading of a sequence of numbers: `|` is an outer heading, `(3)` inline."""

import pytest

from linter.subjects.structure.numbering import Step, read


def steps(source: str) -> list[Step]:
    out, scope = [], 0
    for word in source.split():
        if word == "|":
            scope += 1
        else:
            out.append(Step(int(word.strip("()")), scope, word.startswith("(")))
    return out


@pytest.mark.parametrize(
    "source",
    [
        "1 2 3 | 1 2 | 1 2 3",  # restarts
        "1 2 | 3 4 | 5 6",  # runs through
        "1 2 | 3 4 | 5 6 | 1 2 3",
        "1 2 3 1 2",  # two lists below one heading
        "1 2 1 2 3 3 4",  # a list inside a list
        "1 1 2 3 2 1 2 3",
        "1 1 1 1",  # Markdown counts by itself
        "1 (2) (3) 2 3",  # a list within the sentence
        "1 2 863 3",  # 863、973计划
        "(1) 2 3 | 1 2",  # 注：1.… with 2. on the next line
    ],
)
def test_a_style_is_no_fault(source: str) -> None:
    assert read(steps(source)).faults == ()


@pytest.mark.parametrize(
    ("source", "at", "expected"),
    [
        ("1 3 4", 1, 2),
        ("1 4 3 4", 1, 2),
        ("1 2 | 5 4 5 | 6 7", 2, 3),  # runs through: the wrong number begins a chapter
        ("1 2 3 | 1 4 | 1 2 3", 4, 2),
        ("1 1 3", 1, 2),
        ("1 1", 1, 2),
        ("1 2 3 3 4 5", 3, 4),
        ("1 2 4 3 5", 2, 3),  # changed places
        ("1 2 33 4", 2, 3),
        ("1 1 2 3", 1, 2),
    ],
)
def test_one_wrong_number_is_one_fault(source: str, at: int, expected: int) -> None:
    faults = read(steps(source)).faults
    assert [(fault.at, fault.expected) for fault in faults] == [(at, expected)]


def test_an_inline_number_fills_a_gap() -> None:
    reading = read(steps("1 (2) 3 4"))
    assert reading.faults == ()
    assert reading.follows == {0: None, 1: 0, 2: 1, 3: 2}


def test_a_duplicate_knows_its_twin() -> None:
    (fault,) = read(steps("1 2 3 3 4")).faults
    assert (fault.before, fault.twin) == (2, 2)
