"""A draft as read. Nothing here opens a file.

Positions are born in the readers and carried; nodes are compared by identity.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from linter.document.encoding import UTF8, Encoding
from linter.document.look import Look
from linter.document.nodes import Block, Box, Comment, Paragraph, Residue, Table, TextNode
from linter.document.sources import Sources


def no_look() -> None:
    """The look of a format that has none."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A draft as read. `chrome` is what a web page had around it (site navigation and the like);
    no rule looks at it, it is kept so that one can see what was left out.

    `residues` are what work on the file has left in it. `look` says how the draft looks,
    `properties` what its file says of itself (title, creator, created …), `sources` from where in
    a Word file each node's characters come: they are worked out at each call, and only then.
    `encoding` is how a text file is written.
    """

    path: str
    format: str
    blocks: tuple[Block, ...]
    title: Paragraph | None = None
    chrome: tuple[Paragraph, ...] = ()
    comments: tuple[Comment, ...] = ()
    look: Callable[[], Look | None] = no_look
    properties: Callable[[], dict[str, str]] = dict
    residues: tuple[Residue, ...] = ()
    sources: Callable[[], Sources] = dict
    encoding: Encoding = UTF8
    _nodes: tuple[TextNode, ...] = field(init=False, repr=False)
    _worded: tuple[TextNode, ...] = field(init=False, repr=False)
    _paragraphs: tuple[Paragraph, ...] = field(init=False, repr=False)
    _tables: tuple[Table, ...] = field(init=False, repr=False)
    _boxes: tuple[Box, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        nodes = tuple(_nodes(self.blocks))
        object.__setattr__(self, "_nodes", nodes)
        object.__setattr__(
            self, "_worded", tuple(n for n in nodes if any(map(str.isalpha, n.text)))
        )
        paragraphs = tuple(node for node in nodes if isinstance(node, Paragraph))
        object.__setattr__(self, "_paragraphs", paragraphs)
        object.__setattr__(self, "_tables", tuple(_tables(self.blocks)))
        boxes = tuple(block for block in self.blocks if isinstance(block, Box))
        object.__setattr__(self, "_boxes", boxes)

    def nodes(self) -> Iterator[TextNode]:
        """Yield every text node in reading order."""
        return iter(self._nodes)

    def worded(self) -> Iterator[TextNode]:
        """Yield the text nodes with a letter: in a draft with tables, half of them are numbers."""
        return iter(self._worded)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs in reading order: box titles and bodies included, cells not."""
        return iter(self._paragraphs)

    def tables(self) -> Iterator[Table]:
        """Yield the tables, those in boxes included, nested ones not."""
        return iter(self._tables)

    def boxes(self) -> Iterator[Box]:
        """Yield the boxes in reading order."""
        return iter(self._boxes)


def _nodes(blocks: tuple[Block, ...]) -> Iterator[TextNode]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            yield from block.cells()
        else:
            if block.title is not None:
                yield block.title
            yield from _nodes(block.body)


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        for part in block.body if isinstance(block, Box) else (block,):
            if isinstance(part, Table):
                yield part
