"""Bad input: one clear line each, exit 2, and the other files are still checked."""

import json
import re
from pathlib import Path

import pytest

from tests.helpers import Run
from tests.readers.docx.fixtures import members, p, zipped

# The words of a library, and the names that a message may hold.
ENGLISH = re.compile(r"\b[a-z]{3,}\b")
NAMES = re.compile(r"[\w/]*\.\w+|planlint")


def _truncated(path: Path) -> None:
    from docx import Document

    Document().save(str(path))
    path.write_bytes(path.read_bytes()[:900])


def _legacy(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096)


def _cut_xml(path: Path) -> None:
    path.write_bytes(zipped(members(p("甲")) | {"word/document.xml": b"<w:document><w:p>"}))


def _flipped(path: Path) -> None:
    data = bytearray(zipped(members(p("甲"))))
    data[data.index(b"word/document.xml") + 30] ^= 0xFF
    path.write_bytes(data)


BAD = {
    "missing.docx": lambda path: None,
    "empty.md": lambda path: path.write_bytes(b""),
    "renamed.docx": _legacy,
    "truncated.docx": _truncated,
    "xml.docx": _cut_xml,
    "flipped.docx": _flipped,
    "damaged.pdf": lambda path: path.write_bytes(b"%PDF-1.7\n%%EOF"),
    "latin.txt": lambda path: path.write_bytes("规划".encode("gb18030")),
    "plan.xyz": lambda path: path.write_text("x", "utf-8"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_one_line_and_the_others_are_checked(
    planlint: Run, tmp_path: Path, faulty: Path, name: str
) -> None:
    bad = tmp_path / name
    BAD[name](bad)
    done = planlint("check", bad, faulty)
    mine = [line for line in done.stdout.splitlines() if str(bad) in line]
    assert done.returncode == 2
    assert len(mine) == 1
    assert "错误" in mine[0]
    assert not ENGLISH.search(NAMES.sub("", mine[0].replace(str(bad), "")))
    assert "BOX001" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    report = json.loads(planlint("check", bad, faulty, "--format", "json").stdout)
    assert report["files"][0]["error"]["kind"]
    assert report["files"][1]["error"] is None


def test_no_arguments_teach(planlint: Run) -> None:
    done = planlint("check")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
