"""Reads paragraphs a second time, now with the runs that their characters came from."""

from linter.readers.docx.inline import Inline, OpenParagraph
from linter.readers.docx.xml import Element

RunPiece = tuple[int, int, Element]  # start, end, run


class Replay(Inline):
    """Reads text exactly as the first reading did, and keeps the run of each piece."""

    pieces: list[RunPiece]

    def again(self, elements: list[Element], hidden: bool) -> tuple[str, list[RunPiece]]:
        """Return the text of a paragraph and its pieces, in order, without overlaps."""
        self.pieces = []
        line = OpenParagraph()
        for element in elements:
            self.paragraph(element, line, hidden)
        return "".join(line.pieces), self.pieces

    def _run(self, run: Element, line: OpenParagraph) -> None:
        start = line.length
        super()._run(run, line)
        # A run around runs (ruby) adds nothing to what they have given.
        free = not self.pieces or self.pieces[-1][1] <= start
        if line.length > start and free:
            self.pieces.append((start, line.length, run))
