"""Headings that have another number: those that follow each other are told as one."""

from collections.abc import Iterator, Sequence

from linter.across.alignment import Pair
from linter.across.changes import ChangeKind, VersionChange
from linter.document.nodes import Span


def renumbered(pairs: Sequence[Pair]) -> Iterator[VersionChange]:
    """The headings with another number: a run that is counted on alike, （三）至（八） now
    （四）至（九）, is one change."""
    runs: list[list[Pair]] = []
    last: dict[tuple[object, object], list[Pair]] = {}
    for pair in pairs:
        step = _step(pair)
        if step is None:
            continue
        assert pair.new.label is not None
        kind = (pair.new.level, pair.new.label.form)
        run = last.get(kind)
        if step and run and _step(run[-1]) == step and _follows(run[-1], pair):
            run.append(pair)
        elif step:
            last[kind] = [pair]
            runs.append(last[kind])
        else:
            last.pop(kind, None)
    for run in runs:
        first, end = run[0], run[-1]
        spans = Span.whole(first.old), Span.whole(first.new)
        words = _numbers(first.old.label, end.old.label), _numbers(first.new.label, end.new.label)
        title = first.new.title if first is end else f"{first.new.title}…{end.new.title}"
        yield VersionChange(ChangeKind.HEADING_RENUMBERED, title, *spans, *words)


def _step(pair: Pair) -> int | None:
    """By how much the number has changed; None where there is none on both sides, or of another
    form."""
    old, new = pair.old, pair.new
    if old.level is None or new.level is None or old.label is None or new.label is None:
        return None
    if old.label.form != new.label.form or old.label.numbers[:-1] != new.label.numbers[:-1]:
        return None
    return new.label.number - old.label.number


def _follows(one: Pair, other: Pair) -> bool:
    assert one.new.label is not None
    assert other.new.label is not None
    return other.new.label.number == one.new.label.number + 1


def _numbers(first: object, last: object) -> str:
    one, other = (getattr(label, "raw", "").strip() for label in (first, last))
    return one if one == other else f"{one}至{other}"
