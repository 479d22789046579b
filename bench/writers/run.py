"""python -m bench.writers.run DRAFT.docx|FOLDER… [--no-office]

Annotates every draft, has it judged, and prints a line a draft: findings, comments, how many stand
exactly at their words and how many beside them (text boxes, empty cells), and what was wrong.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.writers import judges

ROOT = Path(__file__).parents[2]


def planlint(*words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, str(ROOT / "cli.py"), *words]
    return subprocess.run(line, capture_output=True, text=True, check=False, cwd="/")


def found(path: Path) -> list[dict[str, Any]]:
    """The findings of a file, without what names the file."""
    out = json.loads(planlint("check", str(path), "--format", "json", "--no-config").stdout)
    return list(out["files"][0]["diagnostics"])


def drafts(paths: list[Path]) -> list[Path]:
    files = [f.resolve() for p in paths for f in (sorted(p.rglob("*.docx")) if p.is_dir() else [p])]
    return [file for file in files if "check" not in file.parts]


def judged(draft: Path, folder: Path, *, office: bool) -> tuple[str, list[str]]:
    """(figures, faults) of one draft."""
    once, twice = folder / "once.docx", folder / "twice.docx"
    start = time.perf_counter()
    first = planlint("annotate", str(draft), "-o", str(once), "--no-config")
    took = time.perf_counter() - start
    if first.returncode:
        refused = first.stderr.strip()
        return f"refused: {refused.rpartition(': ')[2]}", ["a traceback"] * ("Trace" in refused)
    planlint("annotate", str(once), "-o", str(twice), "--no-config")
    before = found(draft)
    wrong, exact, near = judges.anchors(once, before)
    wrong += judges.members(draft, once)
    wrong += judges.integrity(draft, once)
    wrong += judges.again(once, twice)
    if found(once) != before:
        wrong.append("planlint finds something else in its own output")
    if office:
        try:
            if judges.office_text(draft) != judges.office_text(once):
                wrong.append("LibreOffice reads another text")
        except RuntimeError as error:
            wrong.append(str(error))
    return f"{len(before)} found, {exact} exact, {near} beside, {took:.2f} s", wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--no-office", action="store_true")
    told = parser.parse_args()
    faults = 0
    for draft in drafts(told.paths):
        with tempfile.TemporaryDirectory() as folder:
            figures, wrong = judged(draft, Path(folder), office=not told.no_office)
        print(f"{draft.name}: {figures}", flush=True)
        for line in wrong:
            print(f"    {line}")
        faults += len(wrong)
    print(f"{faults} faults")
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
