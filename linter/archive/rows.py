"""One draft as a row of plain values: what was found in it, and what it says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import isfinite
from pathlib import PurePosixPath
from typing import Any

from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileError, FileReport
from linter.plan.plan import Plan
from linter.reporters.json import diagnostic
from linter.reporters.ledgers.indicators import unit_of
from linter.reporters.ledgers.model import JOIN, Entry, origin
from linter.reporters.ledgers.tasks import task_ledger
from linter.reporters.summary import counts
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.times.dates import issue_date, issued
from linter.subjects.times.periods import period
from linter.text.patterns import lazily

Row = dict[str, Any]
_BLANK = re.compile(r"\s+")
_ISSUED_BY = lazily(r"(?P<office>[\u4e00-\u9fff]{2,40}?)关于")


def row_of(name: str, report: FileReport) -> Row:
    """Return the row of a draft; `name` is its path below the archive.

    A fault of ours in what the draft says does not cost its findings: `facts_error` tells it.
    """
    told: Row = {"facts_error": None}
    if report.plan is not None:
        try:
            told |= _said(report.plan)
        except Exception as error:
            told["facts_error"] = f"内部错误（{type(error).__name__}: {error}）"
    found: Row = _fit({**_empty(name, report.format), **_found(report), **told})
    return found


def failed_row(name: str, kind: str, message: str) -> Row:
    """Return the row of a draft of which nothing is known but why."""
    report = FileReport(name, None, error=FileError(kind, message))
    found: Row = _fit({**_empty(name, None), **_found(report), "facts_error": None})
    return found


def _empty(name: str, form: str | None) -> Row:
    folder = PurePosixPath(name).parent.as_posix()
    return {"path": name, "folder": "" if folder == "." else folder, "format": form}


def _found(report: FileReport) -> Row:
    by_severity = counts([report])
    return {
        "errors": by_severity[Severity.ERROR],
        "warnings": by_severity[Severity.WARNING],
        "infos": by_severity[Severity.INFO],
        "suppressed": report.suppressed,
        "unlisted": sum(more.count for more in report.unlisted),
        "error_kind": report.error.kind if report.error else None,
        "error_message": report.error.message if report.error else None,
        "note": report.note,
        "findings": [_finding(d) for d in report.diagnostics],
    }


def _finding(d: Diagnostic) -> Row:
    """A finding as the JSON report has it, its place and its fix in columns."""
    data = diagnostic(d)
    fix = data.pop("fix") or {"replacement": None, "safe": None}
    return {
        **{name: value for name, value in data.items() if name not in ("location", "related")},
        **data["location"],
        "related": [{**r, **r.pop("location")} for r in data["related"]],
        "fix_replacement": fix["replacement"],
        "fix_safe": fix["safe"],
    }


def _said(plan: Plan) -> Row:
    document, years, day = plan.document, plan.get(period), plan.get(issued)
    found = [_task(row) for row in task_ledger(plan).rows]
    title = document.title.line if document.title else None
    return {
        "title": title,
        "issuer": _issuer(plan, title),
        "issued": day.isoformat() if day else None,
        "year": day.year if day else years.start if years else None,
        "period_start": years.start if years else None,
        "period_end": years.end if years else None,
        "characters": sum(len(_BLANK.sub("", node.text)) for node in plan.nodes),
        "indicators": [
            row for i, one in enumerate(plan.get(indicators), 1) for row in _values(i, one)
        ],
        "tasks": found,
        "units": _units(found),
    }


def _issuer(plan: Plan, title: str | None) -> str | None:
    """Who signs the draft, else of whom its title says that it is 关于印发 of theirs."""
    line = plan.get(issue_date)
    if line is not None and line.office:
        return line.office
    match = _ISSUED_BY.match(title) if title else None
    return match["office"] if match else None


def _values(number: int, one: Indicator) -> Iterator[Row]:
    """The rows of an indicator, a value each; one without any has a row, too."""
    head = {
        "indicator": number,
        "name": one.name,
        "number": ".".join(map(str, one.number)) or None,
        "group": one.group or None,
        "parent": one.parent.name if one.parent else None,
        "unit": unit_of(one),
        "attribute": one.attribute or None,
        "place": origin(one.span),
    }
    if not one.values:
        yield head
    for value in one.values:
        yield {**head, **_value(value)}


def _value(value: YearValue) -> Row:
    quantity = value.value.quantity
    return {
        "year": value.year,
        "role": "past" if value.superseded else "base" if value.base else "target",
        "kind": value.value.kind.name.lower(),
        "words": " ".join(value.value.cell.text.split()),
        "comparator": quantity.comparator.value if quantity else None,
        "value": _float(quantity.value) if quantity else None,
        "upper": _float(quantity.upper) if quantity else None,
        "dimension": quantity.unit.dimension if quantity and quantity.unit else None,
        "amount": _float(quantity.amount) if quantity else None,
    }


def _float(value: Decimal | None) -> float | None:
    found = float(value) if value is not None else None
    return found if found is not None and isfinite(found) else None


def _task(row: tuple[Entry, ...]) -> Row:
    """A row of the ledger of tasks, its lists of units as lists."""
    number, task, place, lead, helping, due, target, remark = row
    day = due.value if isinstance(due.value, date) else None
    notes = dict.fromkeys(entry.note for entry in row if entry.note)
    return {
        "ordinal": number.value,
        "task": task.value,
        "place": place.value,
        "lead": _names(lead),
        "cooperating": _names(helping),
        "due": day.isoformat() if day else None,
        "due_words": due.value if isinstance(due.value, str) else None,
        "target": target.value,
        "remark": "；".join([*([str(remark.value)] if remark.value else []), *notes]) or None,
    }


def _names(entry: Entry) -> list[str]:
    return entry.value.split(JOIN) if isinstance(entry.value, str) else []


def _units(tasks: list[Row]) -> list[Row]:
    """How many tasks each unit leads and helps with, in the order in which they are named."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for task in tasks:
        for role in ("lead", "cooperating"):
            for name in task[role]:
                found[name][role] += 1
    return [
        {"unit": n, "lead": c["lead"], "cooperating": c["cooperating"]} for n, c in found.items()
    ]


def _fit(value: Any) -> Any:
    """The values with texts that are UTF-8, as the JSON report writes them."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "backslashreplace").decode()
        return value
    if isinstance(value, dict):
        return {key: _fit(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_fit(one) for one in value]
    return value
