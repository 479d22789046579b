#!/usr/bin/env python3
"""Build the pairs of samples/pairs from samples/pairs/source: versions, plans above, ledgers.

    python samples/build_pairs.py            write them
    python samples/build_pairs.py --check    write nothing; exit 1 if what is there is out of date

A list of edits turns one side into the other; what each must be reported as stands beside it
(samples/README.md). The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from build import HERE, SOURCE, WRITTEN, content, docx_of, fixed_dates

PAIRS = HERE / "pairs"
OWN = PAIRS / "source"


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """The text after each edit: `steps` of find and replace, or a paragraph that moves."""
    for edit in edits:
        for step in edit.get("steps", [edit]):
            if "move" in step:
                text = moved(text, step["move"], step["behind"])
            elif text.count(step["find"]) != 1:
                raise SystemExit(f"{edit['id']}: {step['find']!r} does not occur exactly once")
            else:
                text = text.replace(step["find"], step["replace"])
    return text


def moved(text: str, start: str, behind: str) -> str:
    """The text with the paragraph that begins with `start` behind the one that begins so."""
    blocks = re.split(r"\n{2,}", text.strip())
    (block,) = [b for b in blocks if b.startswith(start)]
    blocks.remove(block)
    (place,) = [i for i, b in enumerate(blocks) if b.startswith(behind)]
    blocks.insert(place + 1, block)
    return "\n\n".join(blocks) + "\n"


def read(name: str) -> Any:
    return yaml.safe_load((OWN / name).read_text("utf-8"))


def drafts(name: str, text: str) -> Iterator[tuple[Path, bytes]]:
    """A draft as Markdown and as Word."""
    yield PAIRS / f"{name}.md", text.encode()
    yield PAIRS / f"{name}.docx", docx_of(text)


def versions() -> Iterator[tuple[Path, bytes]]:
    """A version before and one after, for every list of changes."""
    for file in sorted(OWN.glob("versions-*.yaml")):
        said = read(file.name)
        before = edited((SOURCE / said["base"]).read_text("utf-8"), said["prepare"])
        yield from drafts(f"{file.stem}-before", before)
        yield from drafts(f"{file.stem}-after", edited(before, said["edits"]))


def plans() -> Iterator[tuple[Path, bytes]]:
    """A plan above and a local one."""
    for name in ("upper", "upper-city"):
        yield from drafts(name, (OWN / f"{name}.md").read_text("utf-8"))
    local = (OWN / "local.md").read_text("utf-8")
    yield from drafts("local-aligned", local)
    yield from drafts("local", edited(local, read("local.yaml")["disagreements"]))


def ledgers() -> Iterator[tuple[Path, bytes]]:
    """A ledger of tasks, of indicators and of opinions, sound and with slips."""
    said = read("ledger.yaml")
    for folder, slips in (("ledger", []), ("ledger-slips", said["slips"])):
        sheets = {sheet["name"]: [list(row) for row in sheet["rows"]] for sheet in said["sheets"]}
        for slip in slips:
            change(sheets[slip["sheet"]], slip)
        yield PAIRS / f"{folder}.xlsx", workbook(sheets)
        text = "\n\n".join(f"{name}\n\n{pipe(rows)}" for name, rows in sheets.items())
        yield from drafts(folder, f"# 台账\n\n{text}\n")
        rows = next(iter(sheets.values()))
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\r\n").writerows(rows)
        yield PAIRS / f"{folder}.csv", stream.getvalue().encode("gb18030")


def change(rows: list[list[Any]], slip: dict[str, Any]) -> None:
    """Make one slip: a cell that says something else, a row that is gone or is new."""
    if "row" in slip:
        rows.append(list(slip["row"]))
        return
    (at,) = [i for i, row in enumerate(rows) if slip["of"] in map(str, row)]
    if "column" not in slip:
        del rows[at]
        return
    rows[at][rows[0].index(slip["column"])] = slip["value"]


def pipe(rows: list[list[Any]]) -> str:
    lines = ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]
    lines.insert(1, "| " + " | ".join("---" for _ in rows[0]) + " |")
    return "\n".join(lines)


def workbook(sheets: dict[str, list[list[Any]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        page.append([name])
        page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
        for row in rows:
            page.append([typed(value) for value in row])
        page.freeze_panes = "A3"
    book.properties.created = book.properties.modified = WRITTEN
    stream = io.BytesIO()
    book.save(stream)
    return dated(fixed_dates(stream.getvalue()))


def dated(package: bytes) -> bytes:
    """The same workbook with one moment of writing: openpyxl puts in the present one."""
    import zipfile

    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2020-01-01T00:00:00Z", data)
            new.writestr(info, data)
    return stream.getvalue()


def typed(value: Any) -> Any:
    """A figure as a number, as a ledger has it; everything else as text."""
    return value if isinstance(value, int | float | datetime) else str(value)


def members(path: Path, data: bytes) -> object:
    return content(f"{path.name}.docx" if path.suffix == ".xlsx" else path.name, data)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    check = parser.parse_args().check
    stale = 0
    for path, data in (*versions(), *plans(), *ledgers()):
        if path.exists() and members(path, path.read_bytes()) == members(path, data):
            continue
        stale += 1
        print(path.relative_to(HERE.parent).as_posix(), "is out of date" if check else "written")
        if not check:
            path.write_bytes(data)
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
