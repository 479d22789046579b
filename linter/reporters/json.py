"""The JSON report, version 1 (docs/reports.md): a contract for tools."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, TextIO

from linter.catalogue.severity import Severity
from linter.diagnosis.coverage.model import CellState, DraftCoverage, Looked
from linter.diagnosis.diagnostic import Diagnostic, FileReport
from linter.document.nodes import Span
from linter.reporters.formats import Sink
from linter.reporters.presentation import Presentation
from linter.reporters.summary import counts

VERSION = 1
_encode = json.JSONEncoder(ensure_ascii=False).encode


def begin(out: TextIO, how: Presentation) -> Sink:
    """Return what writes one JSON object, each file as it comes, each diagnostic on its line."""
    return _Json(out, how)


class _Json:
    def __init__(self, out: TextIO, how: Presentation) -> None:
        self._out, self._how = out, how
        self._reports: list[FileReport] = []

    def add(self, report: FileReport) -> None:
        before = ",\n" if self._reports else f'{{"version": {VERSION}, "files": [\n'
        self._reports.append(report.slim())
        self._out.write(before + _lines(_file(report, coverage=self._how.coverage)))
        self._out.flush()

    def end(self) -> None:
        before = "" if self._reports else f'{{"version": {VERSION}, "files": [\n'
        self._out.write(f'{before}\n], "summary": {_encode(summary(self._reports))}}}\n')


def _lines(file: dict[str, Any]) -> str:
    # json's own indenting is written in Python and takes ten times as long
    diagnostics = ",\n".join(map(_encode, file.pop("diagnostics")))
    return f'{_encode(file)[:-1]}, "diagnostics": [\n{diagnostics}\n]}}'


def as_dict(reports: Sequence[FileReport], *, coverage: bool = False) -> dict[str, Any]:
    """Return the report as plain data, with what was looked at if that is asked for."""
    return {
        "version": VERSION,
        "files": [_file(report, coverage=coverage) for report in reports],
        "summary": summary(reports),
    }


def summary(reports: Sequence[FileReport]) -> dict[str, int]:
    """Return the counts of a run."""
    found = counts(reports)
    return {
        "files": len(reports),
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "infos": found[Severity.INFO],
        "suppressed": sum(report.suppressed for report in reports),
        **_carried(reports),
    }


def _carried(reports: Sequence[FileReport]) -> dict[str, int]:
    """What a baseline holds, in a check against one."""
    if all(report.carried is None for report in reports):
        return {}
    return {
        "carried": sum(len(report.carried or ()) for report in reports),
        "stale": sum(report.stale for report in reports),
    }


def _file(report: FileReport, *, coverage: bool) -> dict[str, Any]:
    error = report.error
    looked = report.coverage if coverage else None
    return {
        "path": report.path,
        "format": report.format,
        "note": report.note,
        "unlisted": [
            {"rule": m.rule, "name": m.name, "severity": m.severity.value, "count": m.count}
            for m in report.unlisted
        ],
        "error": {"kind": error.kind, "message": error.message} if error else None,
        **({"coverage": coverage_data(looked)} if looked else {}),
        "diagnostics": [diagnostic(d) for d in report.diagnostics],
    }


def coverage_data(coverage: DraftCoverage) -> dict[str, Any]:
    """Return what was looked at as plain data: pairs in all, by rule, the values of indicators."""
    states = Counter(cell.state.value for cell in coverage.cells)
    return {
        "compared": coverage.compared,
        "rules": [
            {"rule": one.rule, "name": one.name, "looked": [_looked(x) for x in one.looked]}
            for one in coverage.rules
        ],
        "indicator_values": {state.value: states[state.value] for state in CellState},
    }


def _looked(one: Looked) -> dict[str, Any]:
    return {
        "what": one.what,
        "seen": one.seen,
        "compared": one.compared,
        "left": [
            {"reason": left.reason, "count": left.times, "examples": list(left.examples)}
            for left in one.left
        ],
    }


def diagnostic(d: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain data."""
    return {
        "rule": d.rule,
        "name": d.name,
        "severity": d.severity.value,
        "message": d.message,
        "quote": d.span.quote,
        "excerpt": d.span.excerpt,
        "fingerprint": d.fingerprint,
        "location": location(d.span),
        "related": [{"message": r.message, **_words(r.span)} for r in d.related],
        "fix": {"replacement": d.fix.replacement, "safe": d.fix.safe} if d.fix else None,
    }


def _words(span: Span) -> dict[str, Any]:
    return {"quote": span.quote, "excerpt": span.excerpt, "location": location(span)}


def location(span: Span) -> dict[str, Any]:
    """Return the place of a span as plain data; None for coordinates that it does not have."""
    where = span.node.locator
    line, column = span.position or (None, None)
    return {
        "section": list(where.section),
        "paragraph": where.paragraph,
        "line": line,
        "column": column,
        "table": where.table,
        "row": where.row,
        "cell": where.cell,
        "box": where.box,
    }
