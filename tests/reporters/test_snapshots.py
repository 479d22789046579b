"""Every report format over one small draft, held against files beside this test.

UPDATE_SNAPSHOTS=1 pytest tests/reporters/test_snapshots.py    writes them anew
"""

import os
import re
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from linter.diagnosis.diagnostic import FileError, FileReport, Keep
from linter.engine.check import check
from linter.readers.load import read_bytes
from linter.reporters import sarif
from linter.reporters.formats import write
from linter.reporters.html import page
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.settings.effective import Settings

SNAPSHOTS = Path(__file__).parent / "snapshots"
RULES = [
    rule
    for rule in builtin_rules()
    if rule.id in ("BOX001", "IND008", "NUM001", "PUN003", "TRM001", "SUP001")
]


def reports() -> list[FileReport]:
    document = read_bytes("草稿/draft.md", (SNAPSHOTS / "draft.md").read_bytes(), "md")
    unread = FileReport(
        "旧稿.xyz", None, error=FileError("unknown-format", "不支持的文件格式：.xyz")
    )
    report = check(document, Settings(tuple(RULES)), None, Keep(document=True, coverage=True))
    return [report, unread]


@pytest.mark.parametrize("form", list(Format), ids=str)
def test_the_report_is_as_it_was(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sarif, "__version__", "0.0.0")
    monkeypatch.setattr(page, "__version__", "0.0.0")
    monkeypatch.setattr(page, "now", lambda: datetime(2026, 1, 2, 3, 4))
    out = StringIO()
    write(form, reports(), out, Presentation(RULES, statistics=True, coverage=True))
    shown = out.getvalue()
    if form is Format.HTML:  # what is told of the draft; style and script are their own files
        shown = re.sub(r"(?s)<(style|script)>.*?</\1>|<meta [^>]*sha256[^>]*>", "", shown)
    path = SNAPSHOTS / f"{form}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8")
