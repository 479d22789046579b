"""The hand-made indexes stand in their drafts, and the comparison runs and counts."""

import pytest

from bench.facts.index import Index, indexes
from bench.facts.run import KINDS, Result, run, table

INDEXES = indexes()


def name(index: Index) -> str:
    return index.draft


@pytest.mark.parametrize("index", INDEXES, ids=name)
def test_the_words_stand_in_their_lines(index: Index) -> None:
    lines = index.path.read_text("utf-8").splitlines()
    for figure in index.figures:
        assert figure.words in lines[figure.line - 1], figure
        assert figure.value in figure.words, figure
    text = "".join(lines)
    names = [name for _, name in index.boxes] + [title for title, _ in index.tasks]
    names += [task for _, task, _ in index.rows]
    assert all(name in text for name in names)
    units = [unit for entry in (*index.tasks, *index.rows) for unit in entry[-1]]
    assert all(unit in text for unit in units)


@pytest.mark.parametrize("index", INDEXES, ids=name)
def test_indicators_are_rows_of_a_table(index: Index) -> None:
    rows = [line for line in index.path.read_text("utf-8").splitlines() if line.startswith("|")]
    for indicator in {figure.indicator for figure in index.figures} - {""}:
        assert any(indicator in row for row in rows), indicator


@pytest.fixture(scope="module")
def result() -> Result:
    return run(INDEXES)


def test_every_kind_is_counted(result: Result) -> None:
    assert set(result.tallies) == set(KINDS)
    figures = result.tallies["figures"]
    assert figures.labelled == sum(len(index.figures) for index in INDEXES)
    for tally in result.tallies.values():
        assert tally.right <= tally.reported
        assert tally.found <= tally.labelled
    assert table(result).count("\n") == len(KINDS) + 1


def test_most_is_read(result: Result) -> None:
    for kind, least in {"figures": 0.8, "subjects": 0.7, "indicators": 0.7, "boxes": 0.9}.items():
        recall = result.tallies[kind].recall
        assert recall is not None, kind
        assert recall >= least, kind
