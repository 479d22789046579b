"""The facts of a draft as plain data: the JSON form, and what the console view is written from."""

import json
from typing import Any, TextIO

from linter.document import Box, Span
from linter.facts.duties.tasks import Heading
from linter.facts.duties.unit_lists import UnitList
from linter.facts.measures.indicators import Indicator, YearValue
from linter.facts.measures.statements import Statement
from linter.facts.plan import Plan
from linter.reporters.json import location

VERSION = 1
Data = dict[str, Any]


def write(plan: Plan, out: TextIO) -> None:
    """Write the facts of a draft as one JSON object."""
    json.dump(as_dict(plan), out, ensure_ascii=False, indent=1)
    out.write("\n")


def as_dict(plan: Plan) -> Data:
    """Return the facts of a draft. Every entry has the words of the draft and their place."""
    document, cited = plan.document, plan.citations
    return {
        "version": VERSION,
        "path": document.path,
        "format": document.format,
        "title": document.title.line if document.title else None,
        "period": _period(plan),
        "date": _date(plan),
        "outline": _outline(plan),
        "indicators": _indicators(plan),
        "other_statements": [_statement(s) for s in plan.measures.statements if not s.indicator],
        "boxes": [_box(plan, box) for box in plan.structure.boxes],
        "tasks": [_task(task) for group in plan.duties.task_groups for task in group.tasks],
        "divisions": _divisions(plan),
        "attachments": _attachments(plan),
        "references": _references(plan),
        "definitions": [
            {"short": d.short, "full": d.full, **_at(d.span)} for d in cited.definitions
        ],
        "documents": [
            {"number": n.issuer + n.span.quote, **_at(n.span)} for n in cited.document_numbers
        ],
        "organisations": _organisations(plan),
    }


def _at(span: Span) -> Data:
    return {"quote": span.quote, "location": location(span)}


def _date(plan: Plan) -> Data | None:
    """The day of issue; without words where the configuration gives it."""
    issued, line = plan.times.issued, plan.times.date
    if issued is None:
        return None
    return {"day": f"{issued}", **(_at(line.span) if line and line.day == issued else {})}


def _period(plan: Plan) -> Data | None:
    period = plan.times.period
    if period is None:
        return None
    return {"start": period.start, "end": period.end, **(_at(period.span) if period.span else {})}


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
    matched: dict[int, list[Statement]] = {}
    for statement in plan.measures.statements:
        if statement.indicator is not None:
            matched.setdefault(id(statement.indicator), []).append(statement)
    return [_indicator(i, matched.get(id(i), [])) for i in plan.measures.indicators]


def _indicator(indicator: Indicator, statements: list[Statement]) -> Data:
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
        "statements": [_statement(s) for s in statements],
    }


def _value(value: YearValue) -> Data:
    return {
        "year": value.year,
        "base": value.base,
        "kind": value.value.kind.name.lower(),
        "words": value.value.cell.text.strip(),
    }


def _statement(s: Statement) -> Data:
    return {
        "name": s.name,
        "year": s.year,
        "dated": s.dated.name.lower(),
        "kind": s.kind.name.lower(),
        "value": str(s.quantity.value),
        "comparator": s.quantity.comparator.value,
        "unit": s.quantity.unit.words if s.quantity.unit else None,
        "scope": s.scope or None,
        **_at(s.span),
    }


def _box(plan: Plan, box: Box) -> Data:
    references = [r.span for r in plan.citations.box_references if r.number[0] == box.number]
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
        for division in plan.duties.divisions
    ]


def _attachments(plan: Plan) -> Data:
    found = plan.structure.attachments
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
    cited = plan.citations
    all_of_them = (
        *cited.box_references,
        *cited.attachment_references,
        *cited.drawn_references,
        *cited.section_references,
    )
    return [{"kind": r.kind, "number": list(r.number), **_at(r.span)} for r in all_of_them]


def _organisations(plan: Plan) -> list[Data]:
    counts: dict[str, int] = {}
    for units in plan.duties.unit_lists:
        for unit in units.units:
            counts[unit.name] = counts.get(unit.name, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"name": name, "count": count} for name, count in rows]
