"""What work on a Word file leaves in it: revisions, comments, highlight, the header of another."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def leave(document: Any, find: str, residue: Mapping[str, str]) -> None:
    """Leave one residue, its kind and words, at the words `find`; KeyError for another kind."""
    ((kind, words),) = residue.items()
    KINDS[kind](document, find, words)


def revision(document: Any, find: str, words: str) -> None:
    """`find` was inserted in place of `words`, and nobody has accepted it."""
    runs = runs_of(document, find)
    inserted, deleted = by_author(document, "w:ins", "9001"), by_author(document, "w:del", "9002")
    runs[0]._r.addprevious(inserted)
    inserted.addprevious(deleted)
    inserted.extend([run._r for run in runs])
    run, text = OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = words
    run.append(text)
    deleted.append(run)


def by_author(document: Any, tag: str, number: str) -> Any:
    """A revision by the author of the draft at the time when it was written."""
    written = document.core_properties
    date = f"{written.created:%Y-%m-%dT%H:%M:%SZ}"
    names = {"w:id": number, "w:author": written.author, "w:date": date}
    return OxmlElement(tag, {qn(name): value for name, value in names.items()})


def comment(document: Any, find: str, words: str) -> None:
    """A comment that says `words`, by the author of the draft at the time when it was written."""
    written = document.core_properties
    added = document.add_comment(runs_of(document, find), words, written.author, "")
    added._comment_elm.date = written.created


def highlight(document: Any, find: str, words: str) -> None:
    """`find` on a colour: yellow."""
    for run in runs_of(document, find):
        run.font.highlight_color = WD_COLOR_INDEX[words.upper()]


def header(document: Any, find: str, words: str) -> None:
    """`words` on top of every page; the place does not matter."""
    document.sections[0].header.paragraphs[0].text = words


def broken(document: Any, find: str, words: str) -> None:
    """A line break behind `words`, with which `find` begins."""
    at = 0
    for run in runs_of(document, find):
        cut, at = len(words) - at, at + len(run.text)
        if 0 < cut <= len(run.text):
            next(iter(list(pieces(run, cut)))).add_break()


KINDS: dict[str, Callable[[Any, str, str], None]] = {
    "revision": revision,
    "comment": comment,
    "highlight": highlight,
    "header": header,
    "break": broken,
}


def runs_of(document: Any, find: str) -> list[Run]:
    """The runs that hold `find` and no more, cut where need be; `find` stands in one paragraph."""
    (paragraph,) = [
        p for p in document.element.body.iter(qn("w:p")) if find in Paragraph(p, None).text
    ]
    whole = Paragraph(paragraph, document)
    start = whole.text.index(find)
    end, at, found = start + len(find), 0, []
    for run in whole.runs:
        for piece in pieces(run, start - at, end - at):
            if start <= at < end:
                found.append(piece)
            at += len(piece.text)
    return found


def pieces(run: Run, *cuts: int) -> Iterator[Run]:
    """The run, cut at the offsets that lie within it."""
    text = run.text
    edges = [0, *(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    for start, end in itertools.pairwise(edges):
        element = copy.deepcopy(run._r)
        run._r.addprevious(element)
        piece = Run(element, run._parent)
        piece.text = text[start:end]
        yield piece
    run._r.getparent().remove(run._r)
