"""The parts of a draft that number and define on their own: notice, body, attachments, boxes."""

from collections.abc import Iterator
from dataclasses import dataclass

from linter.document.model import Document
from linter.document.nodes import Block, Box, Paragraph, Zone
from linter.plan.plan import Plan, fact
from linter.subjects.structure.attachments import Attachments, attachments


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Blocks that share one numbering. `head` opens an attachment or is the title of a box.

    A box is a part of its own and does not appear among the blocks of the part around it.
    """

    zone: Zone
    head: Paragraph | None
    blocks: tuple[Block, ...]
    box: Box | None = None

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the part, cells and boxes excluded."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


@fact
def parts(plan: Plan) -> tuple[Part, ...]:
    """Notice, body, attachments, boxes: each with its own numbers and short titles."""
    return _parts(plan.document, plan.get(attachments))


def _parts(document: Document, attachments: Attachments) -> tuple[Part, ...]:
    """Return the parts in the order in which they begin, every box behind its surroundings."""
    heads = {id(attachment.head) for attachment in attachments.present}
    body: list[Block] = []
    others: list[tuple[Zone, Paragraph | None, list[Block]]] = []
    boxes: list[Part] = []
    current: list[Block] | None = None
    zone = None
    for block in document.blocks:
        here = block.locator.zone
        if isinstance(block, Box):
            boxes.append(Part(here, block.title, block.body, block))
            continue
        if isinstance(block, Paragraph) and id(block) in heads:
            current, zone = [], here
            others.append((Zone.ATTACHMENT, block, current))
        elif here is not zone and not _goes_on(zone, here):
            zone = here
            current = None if here is Zone.BODY else []
            if current is not None:
                others.append((here, None, current))
        (body if current is None else current).append(block)
    out = [Part(Zone.BODY, None, tuple(body))] if body else []
    out += [Part(kind, head, tuple(blocks)) for kind, head, blocks in others]
    return tuple(out + boxes)


def _goes_on(before: Zone | None, here: Zone) -> bool:
    """附件1 is followed by its glossary; both are one part."""
    return before is Zone.ATTACHMENT and here is Zone.GLOSSARY
