"""The look of characters: document defaults, paragraph style, character style, the run itself."""

from typing import NamedTuple

from linter.readers.docx.look.fonts import Theme
from linter.readers.docx.look.lengths import HALF_POINTS, points
from linter.readers.docx.styles import Styles
from linter.readers.docx.xml import NAMES, Element, attribute, child, is_on

_SIZE = 10.0  # points, where nothing says anything


class CharacterLook(NamedTuple):
    """What run properties (rPr) say; None where they say nothing. `size` is in points."""

    east_asian: str | None = None
    latin: str | None = None
    size: float | None = None
    bold: bool | None = None

    def over(self, base: "CharacterLook") -> "CharacterLook":
        """This look, and what it leaves open as the base has it."""
        return CharacterLook(
            self.east_asian or base.east_asian,
            self.latin or base.latin,
            base.size if self.size is None else self.size,
            base.bold if self.bold is None else self.bold,
        )


class Characters:
    """Resolves the look of runs. Each style is resolved once."""

    def __init__(self, styles: Styles, defaults: Element | None, theme: Theme) -> None:
        """`defaults` is the docDefaults element."""
        self._styles = styles
        self._theme = theme
        own = self._look(child(child(defaults, "rPrDefault"), "rPr"))[0]
        self._defaults = own.over(CharacterLook(size=_SIZE, bold=False))
        self._known: dict[str | None, CharacterLook] = {}
        self._based: dict[tuple[str | None, str | None], CharacterLook] = {}

    def of(self, run: Element, style: str | None) -> CharacterLook:
        """Return the look of a run in a paragraph of a style, every size and weight settled."""
        own, named = self._look(child(run, "rPr"))
        return own.over(self.base(style, named))

    def base(self, style: str | None, named: str | None = None) -> CharacterLook:
        """Return the look that a paragraph style gives, under a character style if there is one."""
        key = (style, named)
        if key not in self._based:
            below = self._style(style)
            above = self._style(named) if named is not None else CharacterLook()
            merged = above.over(below.over(self._defaults))
            # Bold is a toggle: a bold character style in a bold paragraph is plain (17.7.3).
            if above.bold and below.bold:
                merged = merged._replace(bold=False)
            self._based[key] = merged
        return self._based[key]

    def _style(self, key: str | None) -> CharacterLook:
        if key not in self._known:
            look = CharacterLook()
            for element in self._styles.elements(key):
                look = look.over(self._look(child(element, "rPr"))[0])
            self._known[key] = look
        return self._known[key]

    def _look(self, element: Element | None) -> tuple[CharacterLook, str | None]:
        """The look that run properties name, and their character style."""
        east_asian = latin = size = bold = style = None
        for item in element if element is not None else ():
            name = NAMES[item.tag]
            if name == "rFonts":
                east_asian = self._theme.font(item, "eastAsia")
                latin = self._theme.font(item, "ascii")
            elif name == "sz":
                size = points(attribute(item), HALF_POINTS)
            elif name == "b":
                bold = is_on(item)
            elif name == "rStyle":
                style = attribute(item)
        return CharacterLook(east_asian, latin, size if size and size > 0 else None, bold), style
