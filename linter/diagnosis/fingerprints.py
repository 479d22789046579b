"""Fingerprints: what a finding is, whatever happens to the rest of the draft.

The evidence is the rule, the words, and the words next to them in the same paragraph; in a table
the row's name and the column's header. Neither the section nor any number that is counted
(labels, numbers of boxes, lines, paragraphs) is part of it, so paragraphs may move and headings
be renumbered. Findings whose evidence is equal in every respect are counted, the first one 1.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from linter.document.model import Document
from linter.document.nodes import Cell, Paragraph, Table, TextNode
from linter.plan.finding import Finding
from linter.text.folding import key
from linter.text.patterns import lazily

_REACH = 16  # characters on each side of the words
_RAW_REACH = 4 * _REACH  # enough of them when blanks and quotation marks are left out
_NUMBERED = lazily(r"\s*(?:专栏|附件|附表|附录|表|图)\s*([0-9０-９一二三四五六七八九十]+)")
_COUNT = lazily(r"[\d.．一二三四五六七八九十（）()、]*\s*")
_DIGEST = 16


class Evidence:
    """Tells the evidence of findings in one draft."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, rule: str, finding: Finding, identity: tuple[str, ...] | None = None) -> str:
        """Return the evidence of a finding of the rule.

        `identity` names the values that tell what is found where the place does not: the first of
        many places, or either side of a contradiction. The order of their values is left out.
        """
        if identity is not None:
            parts = sorted(key(finding.values[name]) for name in identity)
            kind = "" if parts else finding.variant or ""
            return "\x1f".join((rule, "values", kind, *parts))
        span = finding.span
        place = self._cells.get(id(span.node), ()) if isinstance(span.node, Cell) else ()
        text = _uncounted(span.node)
        before = key(text[max(0, span.start - _RAW_REACH) : span.start])[-_REACH:]
        after = key(text[span.end : span.end + _RAW_REACH])[:_REACH]
        label = "label" if span.label else ""
        words = key(text[span.start : span.end])
        return "\x1f".join((rule, label, before, words, after, *place))

    @cached_property
    def _cells(self) -> dict[int, tuple[str, str]]:
        """Name of the row and header of the column, for every cell of the draft."""
        found: dict[int, tuple[str, str]] = {}
        for table in _tables(self._document.tables()):
            for row in table.rows:
                name = _row_name(row)
                for cell in row:
                    if not cell.covered:
                        header = table.rows[0][cell.column]
                        found[id(cell)] = (name, key((header.origin or header).text))
        return found


def _tables(tables: Iterable[Table]) -> Iterator[Table]:
    """The tables and those nested in them."""
    for table in tables:
        yield table
        for row in table.rows:
            for cell in row:
                yield from _tables(cell.tables)


def _row_name(row: tuple[Cell, ...]) -> str:
    """The first words of a row that are its own: no number, no cell that several rows share."""
    own = [cell for cell in row if not cell.covered and cell.row_span == 1]
    return next((key(c.text) for c in own if not _COUNT.fullmatch(c.text)), "")


def _uncounted(node: TextNode) -> str:
    """The text with the number of a box, a table or a row blanked out, same length."""
    text = node.text
    if isinstance(node, Cell) and node.column == 0 and _COUNT.fullmatch(text):
        return "\u200b" * len(text)
    match = _NUMBERED.match(text) if isinstance(node, Paragraph) else None
    if match is None:
        return text
    return text[: match.start(1)] + "\u200b" * len(match[1]) + text[match.end(1) :]


def digests(evidence: Iterable[str]) -> Iterator[str]:
    """Yield a fingerprint for each piece of evidence, in order."""
    seen: Counter[str] = Counter()
    for words in evidence:
        seen[words] += 1
        yield hashlib.sha256(f"{words}\x1f{seen[words]}".encode()).hexdigest()[:_DIGEST]
