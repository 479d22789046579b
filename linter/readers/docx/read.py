"""Reads a Word file: the package, then the body, then its comments.

Headers, footers and the texts of notes are left out: no rule asks for them yet.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from linter.document.look import Look
from linter.document.nodes import ResidueKind
from linter.readers.docx.body import Walker
from linter.readers.docx.comments import Comments
from linter.readers.docx.guard import refuse
from linter.readers.docx.inline import Inline
from linter.readers.docx.numbering import Numbering
from linter.readers.docx.package import Package
from linter.readers.docx.residues import Residues
from linter.readers.docx.styles import Styles
from linter.readers.docx.typed_tables import gather_typed_tables
from linter.readers.docx.wrapped_lines import join_wrapped_lines
from linter.readers.docx.xml import NAMES, Element, attribute, child, tags
from linter.readers.options import DEFAULT, Limits, ReadOptions
from linter.readers.raw import (
    Placed,
    RawDocument,
    RawFrame,
    RawParagraph,
    RawResidue,
    RawTable,
    RawTrace,
)
from linter.readers.view import View

if TYPE_CHECKING:
    from linter.readers.docx.look.sections import Read


def read(path: str, data: bytes, options: ReadOptions = DEFAULT) -> RawDocument:
    """Return the blocks of a Word file. Raises ReadError; the bytes are only read."""
    package = Package(data, options.limits)
    return _Reader(package, options.view, options.limits).read(path)


class _Reader:
    def __init__(self, package: Package, view: View, limits: Limits) -> None:
        self._package = package
        self._view = view
        self._limits = limits
        self._document = package.document()
        if sum(1 for _ in self._document.iter(*tags("p"))) > limits.paragraphs:
            raise refuse("too-complex", f"段落过多（超过 {limits.paragraphs} 段）")
        self._styles = Styles(package.part("styles"))

    def read(self, path: str) -> RawDocument:
        comments = Comments(self._document, self._limits)
        residues = Residues(self._document)
        body = child(self._document, "body")
        blocks = []
        look = trace = None
        if body is not None:
            numbering = Numbering(self._package.part("numbering"), self._styles)
            walker = self._walker(self._document, numbering, comments, residues)
            blocks = walker.blocks(body)
            look = partial(self._look, walker.read)
            trace = partial(self._trace, walker.read)
        document = RawDocument(
            path,
            "docx",
            blocks,
            comments=comments.all(self._comments()),
            properties=self._package.properties,
            look=look,
            residues=[*residues.all(), *self._headers()],
            trace=trace,
        )
        gather_typed_tables(document)
        join_wrapped_lines(document)
        return document

    def _look(self, read: "Read", placed: Placed) -> Look:
        """How the draft looks; worked out, and its code loaded, only when somebody asks."""
        from linter.readers.docx.look import read_layout

        return read_layout(
            self._package, self._document, self._styles, read, self._view, self._limits, placed
        )

    def _trace(self, read: "Read") -> list[RawTrace]:
        """Where the characters of the body come from; only who writes into the file asks."""
        from linter.readers.docx.trace import trace

        return trace(self._document, read, self._styles, self._view, self._limits)

    def _walker(
        self,
        root: Element,
        numbering: Numbering | None = None,
        comments: Comments | None = None,
        residues: Residues | None = None,
    ) -> Walker:
        """A walker over a story; only the body has generated numbers."""
        marks = comments or Comments(root, self._limits)
        inline = Inline(root, self._view, self._styles, marks, residues)
        counted = numbering or Numbering(None, self._styles)
        return Walker(inline, self._styles, counted, self._view, self._limits)

    def _comments(self) -> Iterator[tuple[str, str, str]]:
        """(id, author, text) of each comment."""
        root = self._package.part("comments")
        if root is not None:
            walker = self._walker(root)
            for comment in root:
                key = attribute(comment, "id")
                if NAMES[comment.tag] == "comment" and key is not None:
                    yield key, attribute(comment, "author") or "", _text(walker, comment)

    def _headers(self) -> Iterator[RawResidue]:
        """The lines of the headers, each once in its header."""
        for root in self._package.parts("header"):
            texts = (line.text.strip() for line in _paragraphs(self._walker(root), root))
            for text in dict.fromkeys(filter(None, texts)):
                yield RawResidue(ResidueKind.HEADER, 1, text)


def _paragraphs(walker: Walker, container: Element) -> Iterator[RawParagraph]:
    for block in walker.blocks(container):
        parts = block.parts if isinstance(block, RawFrame) else [block]
        yield from _flat(parts)


def _flat(parts: "list[RawParagraph | RawTable]") -> Iterator[RawParagraph]:
    for part in parts:
        if isinstance(part, RawParagraph):
            yield part
        else:
            for row in part.rows:
                for cell in row:
                    yield from _flat(cell.parts if cell is not None else [])


def _text(walker: Walker, container: Element) -> str:
    return "\n".join(paragraph.text for paragraph in _paragraphs(walker, container))
