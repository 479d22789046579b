"""How a Word draft looks: pages, page numbers, and the passages of each role."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from linter.document import Span
from linter.facts.layout.fonts import Families
from linter.facts.layout.passages import Passage, passages
from linter.facts.layout.roles import Role, parts
from linter.facts.source import Source
from linter.layout import Layout, PageNumber, PageSetup

_OUTER = (Role.PART, Role.CHAPTER, Role.SECTION)


class LayoutFacts:
    """How a Word draft looks. All is empty for formats that have no layout."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def layout(self) -> Layout | None:
        """The layout as read, None for formats that have none."""
        return self._source.document.layout()

    @property
    def pages(self) -> tuple[PageSetup, ...]:
        """The page setup of each section."""
        return self.layout.pages if self.layout else ()

    @property
    def numbers(self) -> tuple[PageNumber, ...]:
        """The page numbers in the footers."""
        return self.layout.numbers if self.layout else ()

    @property
    def start(self) -> Span | None:
        """The title, else the first words: where what concerns the whole draft is shown."""
        title = self._source.document.title
        if title is not None:
            return Span.whole(title, 40)
        return self.pages[0].start if self.pages else None

    @cached_property
    def families(self) -> Families:
        """The families of fonts."""
        return Families(self._source.lexicon.entries("fonts"))

    @cached_property
    def passages(self) -> Mapping[Role, tuple[Passage, ...]]:
        """The passages of each role, in reading order."""
        found: dict[Role, list[Passage]] = defaultdict(list)
        if self.layout is not None:
            roles = parts(self._source.document)
            for passage in passages(self.layout, roles, self.families.of):
                found[passage.role].append(passage)
        return {role: tuple(group) for role, group in found.items()}

    @property
    def by_the_standard(self) -> bool:
        """Whether 一、 is the first level: of headings below 章 the standard says nothing."""
        return not any(role in self.passages for role in _OUTER)
