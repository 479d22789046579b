"""Puts together how a Word draft looks, from what the reading of its text has kept."""

from collections.abc import Iterator

from linter.document.look import Look, PageNumber, PageNumberKind, PageSetup, TextLook
from linter.readers.docx.comments import Comments
from linter.readers.docx.look.characters import Characters
from linter.readers.docx.look.fonts import Theme
from linter.readers.docx.look.page_numbers import page_number
from linter.readers.docx.look.pages import grid_pitch, margins, page_size
from linter.readers.docx.look.paragraphs import Shapes
from linter.readers.docx.look.replay import Replay
from linter.readers.docx.look.sections import Read, Section, footers, sections, switched
from linter.readers.docx.look.texts import runs_of, text_layout
from linter.readers.docx.package import Package
from linter.readers.docx.styles import Styles
from linter.readers.docx.xml import Element, attribute, child
from linter.readers.errors import ReadError
from linter.readers.options import Limits
from linter.readers.raw import Placed, RawParagraph
from linter.readers.view import View


def read_layout(
    package: Package,
    document: Element,
    styles: Styles,
    read: Read,
    view: View,
    limits: Limits,
    placed: Placed,
) -> Look:
    """Return how a draft looks. `read` is what Walker.read kept of the body, in order."""
    return _Reader(package, document, styles, view, limits).look(read, placed)


class _Reader:
    def __init__(
        self, package: Package, document: Element, styles: Styles, view: View, limits: Limits
    ) -> None:
        self._package = package
        self._document = document
        self._styles = styles
        self._view = view
        self._limits = limits
        self._settings = _part(package, "settings")
        language = child(self._settings, "themeFontLang")
        spoken = attribute(language, "eastAsia") if language is not None else None
        defaults = child(_part(package, "styles"), "docDefaults")
        self._characters = Characters(styles, defaults, Theme(_part(package, "theme"), spoken))
        self._shapes = Shapes(styles, defaults)

    def look(self, read: Read, placed: Placed) -> Look:
        parts = list(sections(read, self._document))
        replay = self._replay(self._document)
        pages: list[PageSetup] = []
        texts: list[TextLook] = []
        for section in parts:
            found = list(self._texts(section, replay, placed))
            texts += found
            if found:
                pages.append(self._page(section.element, found[0]))
        return Look(tuple(pages), tuple(texts), tuple(self._numbers(parts)))

    def _replay(self, root: Element) -> Replay:
        return Replay(root, self._view, self._styles, Comments(root, self._limits))

    def _texts(self, section: Section, replay: Replay, placed: Placed) -> Iterator[TextLook]:
        pitch = grid_pitch(section.element)
        for raw, elements in section.read:
            text = self._text(raw, elements, replay, placed, pitch)
            if text is not None:
                yield text

    def _text(
        self,
        raw: RawParagraph,
        elements: list[Element],
        replay: Replay,
        placed: Placed,
        pitch: float | None,
    ) -> TextLook | None:
        """The look of a paragraph, None where it came into no node or has no words there."""
        shape = self._shapes.of(child(elements[-1], "pPr") if elements else None)
        hidden = self._styles.paragraph(shape.style).hidden
        words, pieces = replay.again(elements, hidden)
        if id(raw) not in placed:
            return None
        node, by = placed[id(raw)]
        shift = by + len(raw.text) - len(words)  # a generated 专栏1 stands in front of the words
        runs = list(runs_of(node, pieces, shift, self._characters, shape.style))
        counts = raw.label is None and not words.startswith("\t")
        return text_layout(node, words, runs, shape, pitch, counts) if runs else None

    def _page(self, section: Element | None, first: TextLook) -> PageSetup:
        found = margins(section, switched(self._settings, "gutterAtTop"))
        size = page_size(section)
        return PageSetup(first.span, *size, found.top, found.bottom, found.left, found.right)

    def _numbers(self, parts: list[Section]) -> Iterator[PageNumber]:
        """The page numbers of the footers in use, each once."""
        even = switched(self._settings, "evenAndOddHeaders")
        seen: set[tuple[PageNumberKind, str]] = set()
        for section in parts:
            form = child(section.element, "pgNumType")
            for kind, key in footers(section.element, even):
                footer = _target(self._package, key) if (kind, key) not in seen else None
                seen.add((kind, key))
                if footer is not None:
                    number = page_number(
                        footer,
                        kind,
                        attribute(form, "fmt") if form is not None else None,
                        self._replay(footer),
                        self._characters,
                        self._shapes,
                    )
                    if number is not None:
                        yield number


def _part(package: Package, kind: str) -> Element | None:
    """A part that only the look needs: a broken one must not cost the reader the draft."""
    try:
        return package.part(kind)
    except ReadError:
        return None


def _target(package: Package, key: str) -> Element | None:
    try:
        return package.target(key)
    except ReadError:
        return None
