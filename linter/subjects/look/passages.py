"""Passages: what plays a role, with the look that most of its characters have."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from linter.document.look import Look, Run, TextLook
from linter.document.nodes import Span
from linter.plan.plan import Plan, fact
from linter.subjects.look.fonts import families
from linter.subjects.look.look import look
from linter.subjects.look.roles import Piece, TextRole, pieces
from linter.text.folding import is_han

_OUTER = (TextRole.PART, TextRole.CHAPTER, TextRole.SECTION)
Face = tuple[str | None, float | None]  # family, size in points


class Passage(NamedTuple):
    """A role's words in one paragraph. `family` and `size` are those of most of its characters.

    `strays` are pieces in its midst that look otherwise, each with its look. `leads` is as in
    roles.Piece.
    """

    role: TextRole
    span: Span
    text_look: TextLook
    family: str | None
    size: float | None
    leads: bool = False
    strays: tuple[tuple[Span, Face], ...] = ()

    @property
    def face(self) -> Face:
        return self.family, self.size


@fact
def passages(plan: Plan) -> Mapping[TextRole, tuple[Passage, ...]]:
    """The passages of each role, in reading order."""
    found: dict[TextRole, list[Passage]] = defaultdict(list)
    seen = plan.get(look)
    if seen is not None:
        for passage in _passages(seen, pieces(plan.document), plan.get(families).of):
            found[passage.role].append(passage)
    return {role: tuple(group) for role, group in found.items()}


def _passages(
    look: Look, parts: Iterable[Piece], family: Callable[[str], str]
) -> Iterator[Passage]:
    """Yield the passages of a draft in reading order; a title on two lines is two passages."""
    by_node: dict[int, list[TextLook]] = defaultdict(list)
    for text in look.texts:
        by_node[id(text.span.node)].append(text)
    for part in parts:
        for text in by_node.get(id(part.node), ()):
            found = _passage(part, text, family)
            if found is not None:
                yield found


def _passage(part: Piece, text: TextLook, family: Callable[[str], str]) -> Passage | None:
    runs = [
        Run(start, end, run.east_asian and family(run.east_asian), run.latin, run.size, run.bold)
        for run in text.runs
        if (start := max(run.start, part.start)) < (end := min(run.end, part.end))
    ]
    weights: Counter[Face] = Counter()
    for run in runs:
        weights[run.east_asian, run.size] += _weight(part.node.text, run)
    if not weights or not max(weights.values()):
        return None
    face = max(weights, key=weights.__getitem__)
    span = Span(part.node, runs[0].start, runs[-1].end, with_label=runs[0].start == 0)
    return Passage(part.role, span, text, *face, part.leads, tuple(_strays(part, runs, face)))


def _strays(part: Piece, runs: list[Run], usual: Face) -> Iterator[tuple[Span, Face]]:
    """The pieces behind the first usual one that look otherwise: a lead in 楷体 is none."""
    begun = False
    for run in runs:
        face = (run.east_asian, run.size)
        if face == usual:
            begun = True
        elif begun and None not in face and _weight(part.node.text, run):
            yield Span(part.node, run.start, run.end), face


def _weight(text: str, run: Run) -> int:
    """How many Chinese characters a run has: only they are set in the East Asian font."""
    return sum(map(is_han, text[run.start : run.end]))


@fact
def is_standard(plan: Plan) -> bool:
    """Whether 一、 is the first level: of headings below 章 the standard says nothing."""
    return not any(role in plan.get(passages) for role in _OUTER)
