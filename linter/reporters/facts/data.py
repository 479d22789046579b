"""The facts of a draft as plain data: the JSON form, and what the console view is written from."""

import json
from typing import Any, TextIO

from linter.document.model import Document
from linter.document.nodes import Box, Span
from linter.plan.plan import Plan
from linter.reporters.json import location
from linter.subjects.boxes.boxes import numbered_boxes
from linter.subjects.citations.definitions import definitions
from linter.subjects.citations.document_numbers import document_numbers
from linter.subjects.citations.references import (
    attachment_references,
    box_references,
    drawn_references,
    section_references,
)
from linter.subjects.indicators.indicators import Indicator, YearValue, indicators
from linter.subjects.indicators.name_index import name_index
from linter.subjects.indicators.resemblances import resemblances
from linter.subjects.indicators.statement import Statement
from linter.subjects.indicators.statements import all_statements
from linter.subjects.offices.divisions import divisions
from linter.subjects.offices.tasks import Heading, task_groups
from linter.subjects.offices.unit_lists import UnitList
from linter.subjects.offices.unit_names import unit_lists
from linter.subjects.structure.attachments import attachments
from linter.subjects.times.dates import issue_date, issued
from linter.subjects.times.periods import period

VERSION = 1
Data = dict[str, Any]


def write(plan: Plan, out: TextIO) -> None:
    """Write the facts of a draft as one JSON object."""
    json.dump(as_dict(plan), out, ensure_ascii=False, indent=1)
    out.write("\n")


def as_dict(plan: Plan) -> Data:
    """Return the facts of a draft. Every entry has the words of the draft and their place."""
    document = plan.document
    return {
        "version": VERSION,
        "path": document.path,
        "format": document.format,
        "title": document.title.line if document.title else None,
        "period": _period(plan),
        "date": _date(plan),
        "outline": _outline(plan),
        "indicators": _indicators(plan),
        "other_statements": _others(plan),
        "boxes": [_box(plan, box) for box in plan.get(numbered_boxes)],
        "tasks": [_task(task) for group in plan.get(task_groups) for task in group.tasks],
        "divisions": _divisions(plan),
        "attachments": _attachments(plan),
        "references": _references(plan),
        "definitions": [
            {"short": d.short, "full": d.full, **_at(d.span)} for d in plan.get(definitions)
        ],
        "documents": [
            {"number": n.issuer + n.span.quote, **_at(n.span)} for n in plan.get(document_numbers)
        ],
        "organisations": _organisations(plan),
        "residues": _residues(document),
    }


def _at(span: Span) -> Data:
    return {"quote": span.quote, "location": location(span)}


def _residues(document: Document) -> list[Data]:
    """What work on the file has left in it: revisions, highlights, comments; and the headers."""
    found: list[Data] = [
        {
            "kind": str(left.kind),
            "times": left.times,
            "text": left.text or None,
            **(_at(left.spans[0]) if left.spans else {}),
        }
        for left in document.residues
    ]
    comments = [comment for comment in document.comments if comment.spans]
    if comments:
        first = {"kind": "comment", "times": len(comments), "text": comments[0].text}
        found.append({**first, **_at(comments[0].spans[0])})
    return found


def _date(plan: Plan) -> Data | None:
    """The day of issue; without words where the configuration gives it."""
    day, line = plan.get(issued), plan.get(issue_date)
    if day is None:
        return None
    return {"day": f"{day}", **(_at(line.span) if line and line.day == day else {})}


def _period(plan: Plan) -> Data | None:
    years = plan.get(period)
    if years is None:
        return None
    return {"start": years.start, "end": years.end, **(_at(years.span) if years.span else {})}


def _outline(plan: Plan) -> list[Data]:
    return [
        {
            "level": p.level,
            "label": p.label.raw.strip() if p.label else None,
            "title": p.title,
            "zone": p.locator.zone.value,
            "paragraph": p.locator.paragraph,
        }
        for p in plan.document.paragraphs()
        if p.level is not None
    ]


def _indicators(plan: Plan) -> list[Data]:
    matched: dict[int, list[Data]] = {}
    names = plan.get(name_index)
    for s in plan.get(all_statements):
        for indicator in names.twins(s.indicator) if s.indicator else ():
            value = indicator.at(s.year) if s.year else None
            if indicator is s.indicator or (value and value.quantity):
                matched.setdefault(id(indicator), []).append(_statement(s))
    for one in plan.get(resemblances):
        doubtful = _statement(one.statement, doubtful=True)
        matched.setdefault(id(one.indicator), []).append(doubtful)
    return [_indicator(i, matched.get(id(i), [])) for i in plan.get(indicators)]


def _others(plan: Plan) -> list[Data]:
    """The statements of no indicator; one that may be of several names is listed once."""
    known = {id(one.statement.quantity.span) for one in plan.get(resemblances)}
    out = []
    for s in plan.get(all_statements):
        if s.indicator is None and id(s.quantity.span) not in known:
            known.add(id(s.quantity.span))
            out.append(_statement(s))
    return out


def _indicator(indicator: Indicator, statements: list[Data]) -> Data:
    return {
        "name": indicator.name,
        "number": ".".join(map(str, indicator.number)) or None,
        "group": indicator.group or None,
        "parent": indicator.parent.name if indicator.parent else None,
        "unit": indicator.unit_words,
        "attribute": indicator.attribute or None,
        "values": [_value(v) for v in indicator.values],
        "growth": indicator.growth.span.quote.strip() if indicator.growth else None,
        **_at(indicator.span),
        "statements": statements,
    }


def _value(value: YearValue) -> Data:
    return {
        "year": value.year,
        "base": value.base,
        "kind": value.value.kind.name.lower(),
        "words": value.value.cell.text.strip(),
    }


def _statement(s: Statement, *, doubtful: bool = False) -> Data:
    """A statement; `doubtful` (存疑) where it may be about the indicator under another name."""
    return {
        "name": s.name,
        "year": s.year,
        "dated": s.dated.name.lower(),
        "kind": s.kind.name.lower(),
        "value": str(s.quantity.value),
        "comparator": s.quantity.comparator.value,
        "unit": s.quantity.unit.words if s.quantity.unit else None,
        "scope": s.scope or None,
        "doubtful": doubtful,
        **_at(s.span),
    }


def _box(plan: Plan, box: Box) -> Data:
    references = [r.span for r in plan.get(box_references) if r.number[0] == box.number]
    return {
        "number": box.number,
        "name": box.name,
        "items": len(box.body),
        **(_at(Span.whole(box.title)) if box.title else {}),
        "references": [_at(span) for span in references],
    }


def _task(task: Heading) -> Data:
    label = task.paragraph.label
    return {
        "label": label.raw.strip() if label else None,
        "title": task.paragraph.title,
        "units": [unit for units in task.lists for unit in _units(units)],
        "location": location(Span.whole(task.paragraph, 0)),
    }


def _units(units: UnitList) -> list[Data]:
    return [
        {"name": unit.name, "role": unit.role.value if unit.role else None} for unit in units.units
    ]


def _divisions(plan: Plan) -> list[Data]:
    return [
        {
            "table": division.table.locator.table,
            "rows": [
                {
                    "number": row.value,
                    "task": row.text,
                    "units": [unit for units in row.lists for unit in _units(units)],
                }
                for row in division.rows
            ],
        }
        for division in plan.get(divisions)
    ]


def _attachments(plan: Plan) -> Data:
    found = plan.get(attachments)
    return {
        "listed": [
            {"word": one.word, "number": e.number, "title": e.title, **_at(e.span)}
            for one in found.lists
            for e in one.entries
        ],
        "present": [
            {
                "word": a.word,
                "number": a.number,
                "title": a.titles[0] if a.titles else None,
                **_at(a.span),
            }
            for a in found.present
        ],
    }


def _references(plan: Plan) -> list[Data]:
    all_of_them = (
        *plan.get(box_references),
        *plan.get(attachment_references),
        *plan.get(drawn_references),
        *plan.get(section_references),
    )
    return [{"kind": r.kind, "number": list(r.number), **_at(r.span)} for r in all_of_them]


def _organisations(plan: Plan) -> list[Data]:
    counts: dict[str, int] = {}
    for units in plan.get(unit_lists):
        for unit in units.units:
            counts[unit.name] = counts.get(unit.name, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"name": name, "count": count} for name, count in rows]
