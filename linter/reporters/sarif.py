"""SARIF 2.1.0 (OASIS), for code scanning: one run, its rules, a result for every finding.

Only formats with lines have regions; a place in a Word draft is a logical location, the path of
its headings. What a suppression silences is there and says so.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from linter import __version__
from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport, RelatedPlace, Silenced
from linter.document.nodes import Span
from linter.plan.finding import Fix
from linter.reporters.json import coverage_data
from linter.reporters.places import place
from linter.reporters.presentation import Presentation

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "SRCROOT"

Data = dict[str, Any]


def write(reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the report of a run as a SARIF log."""
    json.dump(as_dict(reports, how.rules, how.lang), out, ensure_ascii=False, indent=1)
    out.write("\n")


def as_dict(reports: Sequence[FileReport], rules: Sequence[Rule], lang: Lang) -> Data:
    """Return the SARIF log as plain data. `rules` are those that ran."""
    index = {rule.id: i for i, rule in enumerate(rules)}
    results = [result for report in reports for result in _results(report, index, lang)]
    notes = [_notification(report) for report in reports if report.error]
    driver = {"name": "planlint", "version": __version__, "rules": [_rule(r, lang) for r in rules]}
    invocation = {"executionSuccessful": not notes, "toolExecutionNotifications": notes}
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if lang is Lang.ZH else "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    }
    looked = [report for report in reports if report.coverage is not None]
    if looked:
        run["artifacts"] = [_looked(report) for report in looked]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _looked(report: FileReport) -> Data:
    """What was looked at in a file, in the property bag of its artifact."""
    assert report.coverage is not None
    properties = {"planlint/coverage": coverage_data(report.coverage)}
    return {"location": _artifact(report.path), "properties": properties}


def _rule(rule: Rule, lang: Lang) -> Data:
    title = rule.title if lang is Lang.ZH else rule.name.replace("-", " ")
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n\n".join(part for part in (rule.why, rule.limits) if part)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.enabled},
        "properties": {"tags": [rule.family, rule.name]},
    }


def _results(report: FileReport, index: dict[str, int], lang: Lang) -> list[Data]:
    artifact = _artifact(report.path)
    found = [_result(d, artifact, index, lang) for d in report.diagnostics]
    if report.carried is not None:
        found = [result | {"baselineState": "new"} for result in found]
    return found + [
        _result(one.diagnostic, artifact, index, lang) | {"suppressions": _suppressions(one)}
        for one in report.silenced
    ]


def _result(d: Diagnostic, artifact: Data, index: dict[str, int], lang: Lang) -> Data:
    result: Data = {"ruleId": d.rule}
    if d.rule in index:
        result["ruleIndex"] = index[d.rule]
    result |= {
        "level": _LEVELS[d.severity],
        "message": {"text": d.message},
        "locations": [_location(d.span, artifact, lang)],
        "partialFingerprints": {"planlint/v1": d.fingerprint},
    }
    if d.related:
        related = enumerate(d.related, 1)
        result["relatedLocations"] = [_related(i, r, artifact, lang) for i, r in related]
    if d.fix is not None:
        result |= _fix(d.fix, d.span, artifact, lang)
    return result


def _fix(fix: Fix, span: Span, artifact: Data, lang: Lang) -> Data:
    """A fix that a tool can apply where the words stand in the source as they are quoted, and what
    it would write as a property everywhere."""
    properties = {"properties": {"fix": {"replacement": fix.replacement, "safe": fix.safe}}}
    region = _region(span)
    exact = (
        region is not None
        and not span.label
        and region.get("endLine") == region["startLine"]
        and region["endColumn"] - region["startColumn"] == span.end - span.start
    )
    if not exact:
        return properties
    words = f"改为“{fix.replacement}”" if lang is Lang.ZH else f"replace by “{fix.replacement}”"
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {"fixes": [{"description": {"text": words}, "artifactChanges": [change]}], **properties}


def _related(number: int, other: RelatedPlace, artifact: Data, lang: Lang) -> Data:
    place_of = _location(other.span, artifact, lang)
    return {"id": number, **place_of, "message": {"text": f"{other.message}：{other.span.quote}"}}


def _location(span: Span, artifact: Data, lang: Lang) -> Data:
    physical: Data = {"artifactLocation": artifact}
    if region := _region(span):
        physical["region"] = region
    where = place(span, lang, lines=False)
    logical = {
        "name": where or span.quote,
        "fullyQualifiedName": " › ".join((*span.node.locator.section, where)),
        "kind": "element",
    }
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(span: Span) -> Data | None:
    """Where the words begin; and end, if they stand on one line as they are quoted."""
    start = span.position
    if start is None:
        return None
    words = span.node.text[span.start : span.end]
    region: Data = {"startLine": start[0], "startColumn": start[1], "snippet": {"text": words}}
    last = span.node.position(max(span.start, span.end - 1))
    if last is not None and last >= start:
        region |= {"endLine": last[0], "endColumn": last[1] + 1}
    return region


def _suppressions(one: Silenced) -> list[Data]:
    return [
        {
            "kind": "inSource" if by.in_source else "external",
            **({"justification": by.reason} if by.reason else {}),
        }
        for by in one.by
    ]


def _notification(report: FileReport) -> Data:
    assert report.error is not None
    return {
        "descriptor": {"id": report.error.kind},
        "level": "error",
        "message": {"text": report.error.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(report.path)}}],
    }


def _artifact(path: str) -> Data:
    """A relative reference with forward slashes where it can be one, else a file URI."""
    if Path(path).is_absolute():
        try:
            path = str(Path(path).relative_to(Path.cwd()))
        except ValueError:
            return {"uri": Path(path).as_uri()}
    return {"uri": quote(Path(path).as_posix()), "uriBaseId": _ROOT}
