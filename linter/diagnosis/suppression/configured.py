"""Suppressions that a configuration gives: a rule, the drafts, the words."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from linter.catalogue.rule import Rule
from linter.catalogue.selection import named
from linter.diagnosis.diagnostic import FileReport, Silence
from linter.diagnosis.suppression.model import Suppression
from linter.document.model import Document
from linter.document.nodes import Paragraph, Span, TextNode
from linter.text.folding import fold
from linter.text.patterns import lazily

_BLANK = lazily(r"\s+")


class SuppressionEntry(Protocol):
    """One entry of `suppress:`; `quote` may be a part of what is found, or more than it.

    `origin` says, as text, where the entry stands.
    """

    @property
    def rules(self) -> Sequence[str]: ...
    @property
    def path_glob(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def origin(self) -> object: ...

    def reaches(self, path: Path, /) -> bool:
        """Tell whether a draft is one of those that the entry is for."""
        ...


class Configured(NamedTuple):
    """The entries of the configuration that holds for a draft."""

    entries: Sequence[SuppressionEntry]

    def suppressions(self, document: Document) -> list[Suppression]:
        """Return what the entries suppress in a draft."""
        return [
            Suppression(
                frozenset(entry.rules),
                _places(document, entry.quote) if entry.quote else (),
                entry.reason,
                str(entry.origin),
                describe(entry),
                everywhere=not entry.quote,
            )
            for entry in self.entries
            if entry.reaches(Path(document.path))
        ]

    def unused(self, reports: Sequence[FileReport], ran: Sequence[Rule]) -> list[str]:
        """Return the entries that silence nothing in any draft of a run, as `describe` words them.

        Entries for other drafts are left out, and so are those that name a rule that was not
        run: `ran` are the rules of the run.
        """
        used = {by for report in reports for one in report.silenced for by in one.by}
        return [
            describe(entry)
            for entry in self.entries
            if any(entry.reaches(Path(report.path)) for report in reports)
            and all(named(ran, word) for word in entry.rules)
            and Silence(describe(entry), entry.reason, str(entry.origin), False) not in used
        ]


NOTHING = Configured(())


def describe(entry: SuppressionEntry) -> str:
    """Return an entry in one line, for people."""
    words = "、".join(entry.rules) or "ALL"
    quote = f" “{entry.quote}”" if entry.quote else ""
    return f"{words} {entry.path_glob or '*'}{quote}"


def _places(document: Document, quote: str) -> tuple[Span, ...]:
    """Everywhere that the words stand; blanks and the width of marks do not matter."""
    words = _BLANK.sub("", fold(quote))
    pattern = re.compile(r"\s*".join(map(re.escape, words)))
    return tuple(span for node in document.nodes() for span in _found(node, pattern))


def _found(node: TextNode, pattern: re.Pattern[str]) -> Iterable[Span]:
    label = node.label.raw if isinstance(node, Paragraph) and node.label else ""
    line = fold(label) + node.folded
    for match in pattern.finditer(line):
        start, end = match.start() - len(label), match.end() - len(label)
        yield Span(node, max(0, start), max(0, end), with_label=start < 0)
