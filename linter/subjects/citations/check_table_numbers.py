"""REF010: the numbers of tables and figures, and 见下表 where none follows."""

from collections import defaultdict
from collections.abc import Iterator

from linter.document.nodes import Box, Paragraph, Table
from linter.plan.everywhere import everywhere
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.citations.references import Caption, captions
from linter.subjects.structure.parts import parts
from linter.text.patterns import lazily

_BELOW = lazily(
    r"(?<!以)(?<!之)(?:[见如]|列[于入])下表(?:所示|所列)?(?![一-龥]{0,3}表)|(?<=[。,;:(])下表(?:所示|所列|列出)"
)
_MORE = lazily(r"续|接上|[((]续")
_TABULAR = ("txt", "pdf")  # tables are lost in running text


@check
def table_numbering(plan: Plan) -> Iterator[Finding]:
    """REF010: 表1 twice; 表1 and then 表3; 如下表所示 and no table in the draft behind it."""
    for run in _runs(plan):
        yield from _judge(run)
    if plan.document.format not in _TABULAR:
        yield from _below(plan)


def _runs(plan: Plan) -> Iterator[list[Caption]]:
    """The captions of one kind in one part of the draft."""
    home = {id(p): i for i, part in enumerate(plan.get(parts)) for p in part.paragraphs}
    groups: dict[tuple[object, ...], list[Caption]] = defaultdict(list)
    for caption in plan.get(captions):
        node = caption.span.node
        if id(node) in home and not _MORE.search(node.folded):
            groups[caption.kind, home[id(node)], caption.number[:-1]].append(caption)
    yield from groups.values()


def _judge(run: list[Caption]) -> Iterator[Finding]:
    """The first number of a run that stands twice or leaves one out."""
    seen: dict[int, Caption] = {}
    for i, here in enumerate(run):
        number, last = here.number[-1], run[i - 1].number[-1] if i else 0
        again = number == 1 and last > 1 and i + 1 < len(run) and run[i + 1].number[-1] == 2
        if again or not i:
            seen = {}  # each chapter begins with 1
            if number != 1:
                return
        values = {"words": here.span.quote, "kind": here.kind, "number": str(number)}
        values |= {"last": str(last), "expected": str(last + 1)}
        if number in seen:
            yield Finding(here.span, values, (Related("first", seen[number].span),))
            return
        if i and not again and number > last + 1:
            yield Finding(here.span, values, (Related("before", run[i - 1].span),), "gap")
            return
        seen[number] = here


def _below(plan: Plan) -> Iterator[Finding]:
    """Of tables only: a figure may be a drawing, which the readers do not keep."""
    blocks = plan.document.blocks
    last = max((i for i, block in enumerate(blocks) if _has_table(block)), default=-1)
    order = {id(p): i for i, b in enumerate(blocks) for p in _paragraphs(b)}
    # A caption behind it will do: the table is a picture, or was lost by the reader.
    titled = (order.get(id(c.span.node), -1) for c in plan.get(captions) if c.kind == "表")
    last = max((last, *titled))
    for place in plan.get(everywhere).find(_BELOW, "下表"):
        at = order.get(id(place.node))
        if at is not None and last < at:
            yield Finding(place.span, {"words": place.words}, variant="below")


def _has_table(block: object) -> bool:
    parts = block.body if isinstance(block, Box) else (block,)
    return any(isinstance(part, Table) for part in parts)


def _paragraphs(block: object) -> Iterator[Paragraph]:
    parts = block.body if isinstance(block, Box) else (block,)
    return (part for part in parts if isinstance(part, Paragraph))
