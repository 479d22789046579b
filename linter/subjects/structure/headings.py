"""Which numbered lines are headings: their words are no sentence, and what they head follows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.document.model import Document
from linter.document.nodes import Block, Box, Label, LabelKind, Paragraph, Table
from linter.plan.plan import Plan, fact
from linter.subjects.structure.items import RANK
from linter.text.patterns import lazily

_LONGEST = 60
_SENTENCE = lazily(r"[。;:!?]")
# The units of a whole section stand in brackets behind its heading: （牵头单位：市交通运输局）.
_UNITS = lazily(r"\s*\((?:[^()]|\([^()]*\))*\)\s*$")


@fact
def heading_lines(plan: Plan) -> frozenset[int]:
    """The ids of the paragraphs that are headings by themselves, unit bracket or none."""
    return frozenset(id(line) for line in _heading_lines(plan.document))


def bare_heading(paragraph: Paragraph) -> str:
    """The words of a line without the bracket with its units."""
    bracket = _UNITS.search(paragraph.folded)
    return paragraph.text[: bracket.start() if bracket else None].rstrip()


def _heading_lines(document: Document) -> Iterator[Paragraph]:
    """Yield the lines with something below them, and their peers where most are such lines."""
    below: dict[tuple[LabelKind, int], list[tuple[Paragraph, bool]]] = defaultdict(list)
    for at, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            continue
        if block.label is None:
            if block.level is not None:
                yield block
        elif _is_line(block):
            below[block.label.form].append((block, _heads(document.blocks, at, block.label)))
    for lines in below.values():
        usual = 2 * sum(heads for _, heads in lines) > len(lines)
        yield from (line for line, heads in lines if heads or usual)


def _is_line(paragraph: Paragraph) -> bool:
    words = bare_heading(paragraph)
    return 0 < len(words) <= _LONGEST and not _SENTENCE.search(words.rstrip("。"))


def _heads(blocks: Sequence[Block], at: int, label: Label) -> bool:
    """The next block is text, a table, a box or a deeper number."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(after, Paragraph):
        return isinstance(after, Table | Box)
    if after.label is None:
        return after.level is None and after.locator.zone is blocks[at].locator.zone
    deeper = (RANK[after.label.kind], len(after.label.numbers))
    return deeper > (RANK[label.kind], len(label.numbers))
