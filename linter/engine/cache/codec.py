"""Turns the report of a file into plain values (what `marshal` writes) and back.

Words may be members of enumerations, which are texts but no plain ones; so they are made plain.
Of the draft only the paragraphs and cells at which something was found are kept. The draft itself
(`Keep.document`), and what a baseline adds, are not.
"""

from collections.abc import Iterable
from typing import Any

from linter.catalogue.severity import Severity
from linter.diagnosis.coverage.model import (
    CellMark,
    CellState,
    DraftCoverage,
    LeftAlone,
    Looked,
    RuleCoverage,
)
from linter.diagnosis.diagnostic import (
    Diagnostic,
    FileError,
    FileReport,
    RelatedPlace,
    Silence,
    Silenced,
    Unlisted,
)
from linter.document.nodes import (
    Cell,
    Label,
    LabelKind,
    Locator,
    Paragraph,
    SourceMark,
    Span,
    TextNode,
    Zone,
)
from linter.plan.finding import Fix

Plain = Any  # tuples, texts, numbers, None


def packed(report: FileReport) -> Plain:
    """Return a report as plain values."""
    nodes = _Nodes()
    found = tuple(map(nodes.diagnostic, report.diagnostics))
    silenced = tuple(
        (nodes.diagnostic(one.diagnostic), tuple(map(_silence, one.by))) for one in report.silenced
    )
    coverage = nodes.coverage(report.coverage) if report.coverage else None
    error = (report.error.kind, report.error.message) if report.error else None
    unlisted = tuple((m.rule, m.name, m.severity.value, m.count) for m in report.unlisted)
    rest = (error, report.note, unlisted, report.compared_nothing, coverage)
    return report.path, report.format, tuple(nodes.packed), found, silenced, rest


def unpacked(plain: Plain, path: str | None = None) -> FileReport:
    """Return the report; `path` is what its file is called now."""
    name, form, nodes, found, silenced, (error, note, unlisted, nothing, coverage) = plain
    made = [_node(node) for node in nodes]
    return FileReport(
        name if path is None else path,
        form,
        tuple(_diagnostic(one, made) for one in found),
        FileError(*error) if error else None,
        tuple(
            Silenced(_diagnostic(one, made), tuple(Silence(*said) for said in by))
            for one, by in silenced
        ),
        note=note,
        unlisted=tuple(Unlisted(r, n, Severity(s), count) for r, n, s, count in unlisted),
        compared_nothing=nothing,
        coverage=_coverage(coverage, made) if coverage else None,
    )


class _Nodes:
    """The paragraphs and cells of a report, each once, in the order in which they are met."""

    def __init__(self) -> None:
        self.packed: list[Plain] = []
        self._known: dict[int, int] = {}

    def diagnostic(self, d: Diagnostic) -> Plain:
        related = tuple((str(r.message), self.span(r.span)) for r in d.related)
        fix = (str(d.fix.replacement), bool(d.fix.safe)) if d.fix else None
        variant = None if d.variant is None else str(d.variant)
        said = (d.rule, d.name, d.severity.value, str(d.message), d.fingerprint, variant)
        return said, self.span(d.span), related, fix

    def span(self, span: Span) -> Plain:
        number = self._known.get(id(span.node))
        if number is None:
            number = self._known[id(span.node)] = len(self.packed)
            self.packed.append(_packed_node(span.node))
        return number, span.start, span.end, span.with_label

    def coverage(self, coverage: DraftCoverage) -> Plain:
        rules = tuple(
            (r.rule, r.title, r.name, tuple(map(_looked, r.looked))) for r in coverage.rules
        )
        cells = tuple(
            (self.span(c.span), c.state.value, tuple(map(self.span, c.places)))
            for c in coverage.cells
        )
        return rules, tuple(map(_looked, coverage.materials)), cells


def _silence(one: Silence) -> Plain:
    return one.words, one.reason, one.origin, one.in_source


def _looked(one: Looked) -> Plain:
    left = tuple((str(x.reason), x.times, tuple(map(str, x.examples))) for x in one.left)
    return str(one.what), one.seen, one.compared, left


def _packed_node(node: TextNode) -> Plain:
    where = node.locator
    place = (tuple(map(str, where.section)), where.zone.value, *where[2:])
    base = (str(node.text), place, tuple(map(tuple, node.origins)))
    if isinstance(node, Paragraph):
        label = (node.label.kind.value, *node.label[1:]) if node.label else None
        return "p", base, (label, node.level, node.style)
    if isinstance(node, Cell):
        return "c", base, (node.row, node.column, node.row_span, node.column_span)
    return "t", base, ()


def _node(plain: Plain) -> TextNode:
    kind, (text, (section, zone, *where), origins), own = plain
    base = (text, Locator(section, Zone(zone), *where), tuple(SourceMark(*o) for o in origins))
    if kind == "p":
        label, level, style = own
        if label:
            label = Label(LabelKind(label[0]), *label[1:])
        return Paragraph(*base, label, level, style)
    return Cell(*base, *own) if kind == "c" else TextNode(*base)


def _span(plain: Plain, nodes: list[TextNode]) -> Span:
    number, start, end, with_label = plain
    return Span(nodes[number], start, end, with_label)


def _diagnostic(plain: Plain, nodes: list[TextNode]) -> Diagnostic:
    (rule, name, severity, message, fingerprint, variant), span, related, fix = plain
    return Diagnostic(
        rule,
        name,
        Severity(severity),
        message,
        _span(span, nodes),
        tuple(RelatedPlace(said, _span(other, nodes)) for said, other in related),
        Fix(*fix) if fix else None,
        fingerprint,
        variant,
    )


def _seen(plain: Iterable[Plain]) -> tuple[Looked, ...]:
    return tuple(
        Looked(what, seen, compared, tuple(LeftAlone(*one) for one in left))
        for what, seen, compared, left in plain
    )


def _coverage(plain: Plain, nodes: list[TextNode]) -> DraftCoverage:
    rules, materials, cells = plain
    return DraftCoverage(
        tuple(
            RuleCoverage(rule, title, name, _seen(looked)) for rule, title, name, looked in rules
        ),
        _seen(materials),
        tuple(
            CellMark(_span(span, nodes), CellState(state), tuple(_span(p, nodes) for p in places))
            for span, state, places in cells
        ),
    )
