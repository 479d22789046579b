"""Passages: what plays a role, with the look that most of its characters have."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from linter.chinese import is_han
from linter.document import Span
from linter.facts.layout.roles import Part, Role
from linter.layout import Layout, Run, TextLayout

Look = tuple[str | None, float | None]  # family, size in points


class Passage(NamedTuple):
    """A role's words in one paragraph. `family` and `size` are those of most of its characters.

    `strays` are pieces in its midst that look otherwise, each with its look. `leads` is as in
    roles.Part.
    """

    role: Role
    span: Span
    layout: TextLayout
    family: str | None
    size: float | None
    leads: bool = False
    strays: tuple[tuple[Span, Look], ...] = ()

    @property
    def look(self) -> Look:
        return self.family, self.size


def passages(
    layout: Layout, parts: Iterable[Part], family: Callable[[str], str]
) -> Iterator[Passage]:
    """Yield the passages of a draft in reading order; a title on two lines is two passages."""
    by_node: dict[int, list[TextLayout]] = defaultdict(list)
    for text in layout.texts:
        by_node[id(text.span.node)].append(text)
    for part in parts:
        for text in by_node.get(id(part.node), ()):
            found = _passage(part, text, family)
            if found is not None:
                yield found


def _passage(part: Part, text: TextLayout, family: Callable[[str], str]) -> Passage | None:
    runs = [
        Run(start, end, run.east_asian and family(run.east_asian), run.latin, run.size, run.bold)
        for run in text.runs
        if (start := max(run.start, part.start)) < (end := min(run.end, part.end))
    ]
    weights: Counter[Look] = Counter()
    for run in runs:
        weights[run.east_asian, run.size] += _weight(part.node.text, run)
    if not weights or not max(weights.values()):
        return None
    look = max(weights, key=weights.__getitem__)
    span = Span(part.node, runs[0].start, runs[-1].end, with_label=runs[0].start == 0)
    return Passage(part.role, span, text, *look, part.leads, tuple(_strays(part, runs, look)))


def _strays(part: Part, runs: list[Run], usual: Look) -> Iterator[tuple[Span, Look]]:
    """The pieces behind the first usual one that look otherwise: a lead in 楷体 is none."""
    begun = False
    for run in runs:
        look = (run.east_asian, run.size)
        if look == usual:
            begun = True
        elif begun and None not in look and _weight(part.node.text, run):
            yield Span(part.node, run.start, run.end), look


def _weight(text: str, run: Run) -> int:
    """How many Chinese characters a run has: only they are set in the East Asian font."""
    return sum(map(is_han, text[run.start : run.end]))
