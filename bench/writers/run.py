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
from collections import Counter
from difflib import ndiff
from pathlib import Path
from typing import Any

from bench.writers import judges
from bench.writers.accepting import settled

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
            as_it_was, commented = judges.office_texts(draft, once)
            if as_it_was != commented:
                wrong.append("LibreOffice reads another text")
        except RuntimeError as error:
            wrong.append(str(error))
    figures = f"{len(before)} found, {exact} exact, {near} beside, {took:.2f} s"
    tracked, more = _fixed(draft, folder, office=office)
    return f"{figures}; {tracked}", [*wrong, *more]


def _fixed(draft: Path, folder: Path, *, office: bool) -> tuple[str, list[str]]:
    """(figures, faults) of a draft's fixes, the unsafe ones, too."""
    out, accepted, rejected = (
        folder / f"{name}.docx" for name in ("fixed", "accepted", "rejected")
    )
    done = planlint("fix", str(draft), "-o", str(out), "--unsafe", "--no-config")
    if done.returncode or not out.exists():
        return "nothing to fix", ["fix: " + done.stderr.strip()] * bool(done.returncode)
    changes = settled(out, accepted, accept=True)
    settled(out, rejected, accept=False)
    wrong = [*judges.members(draft, out), *judges.integrity(draft, out)]
    wrong += [f"fix: no anchor: {text}" for text, words in judges.comments(out) if "\0" in words]
    wrong += _renewed(out, folder)
    old, new, back = found(draft), found(accepted), found(rejected)
    if back != old:
        wrong.append("fix: what is rejected is not what was there")
    if changes:
        fixed = {d["fingerprint"] for d in old} - {d["fingerprint"] for d in new}
        left = [d for d in new if d["fix"]]
        kinds = Counter(d["rule"] for d in new) - Counter(d["rule"] for d in old)
        wrong += [f"fix: new {rule} × {times}" for rule, times in kinds.items()]
        figures = f"{changes} revisions, {len(fixed)} findings gone, {len(left)} fixes by hand"
    else:
        figures = "no revisions"
    if office:
        texts = [text.splitlines() for text in judges.office_texts(draft, accepted, rejected, out)]
        if texts[0] != texts[2]:
            wrong.append("fix: LibreOffice reads another text where all is rejected")
        changed = sum(1 for line in ndiff(texts[0], texts[1]) if line.startswith("+ "))
        if changed > changes:
            wrong.append(f"fix: LibreOffice reads {changed} other lines for {changes} revisions")
    return figures, wrong


def _renewed(out: Path, folder: Path) -> list[str]:
    """What is wrong with a second fix, and with comments in a draft that has been fixed."""
    again, said = folder / "again.docx", folder / "said.docx"
    planlint("fix", str(out), "-o", str(again), "--unsafe", "--no-config")
    wrong = [f"fix: {w}" for w in judges.again(out, again)] if again.exists() else []
    planlint("annotate", str(out), "-o", str(said), "--no-config")
    wrong += [f"fix, then annotate: {w}" for w in judges.integrity(out, said)]
    wrong += [f"fix, then annotate: {w}" for w in judges.members(out, said)]
    if settled(said, folder / "back.docx", accept=False) != settled(out, again, accept=False):
        wrong.append("fix, then annotate: other revisions")
    return wrong


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
