"""The JSON of a comparison: the rows of its table, then the report of its findings as check has
it (docs/reports.md)."""

import json
from collections.abc import Sequence
from typing import Any, TextIO

from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet, SheetRow
from linter.reporters.json import VERSION, as_dict, location
from linter.reporters.presentation import Presentation


def write(sheet: Sheet, reports: Sequence[FileReport], out: TextIO, how: Presentation) -> None:
    """Write the table and the findings as one JSON object."""
    data = {
        "version": VERSION,
        "command": sheet.command,
        "draft": sheet.draft,
        "against": list(sheet.against),
        "rows": [_row(row) for row in sheet.rows],
        "notes": list(sheet.notes),
        **{key: value for key, value in as_dict(reports).items() if key != "version"},
    }
    json.dump(data, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _row(row: SheetRow) -> dict[str, Any]:
    """A row with the places of its sides."""
    sides = {
        side.key: {"quote": side.span.quote, "location": location(side.span)} for side in row.sides
    }
    return {**row.data, "sides": sides}
