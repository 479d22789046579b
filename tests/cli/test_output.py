"""Report formats and --output, end to end."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.helpers import Run

FORMATS = ["rich", "plain", "json", "sarif", "github", "junit", "html"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_its_report_to_a_file(
    planlint: Run, tmp_path: Path, faulty: Path, form: str
) -> None:
    (tmp_path / "report").write_text("旧", "utf-8")
    done = planlint("check", faulty, "--format", form, "--output", "report")
    text = (tmp_path / "report").read_text("utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "BOX001" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty.md", "report"]
    if form in ("json", "sarif"):
        assert json.loads(text)
    if form == "junit":
        assert ElementTree.fromstring(text.encode()).get("failures") == "1"


def test_a_draft_is_never_overwritten(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    before = faulty.read_bytes()
    (tmp_path / "link.md").symlink_to(faulty)
    for output in (faulty, "faulty.md", "./link.md"):
        done = planlint("check", faulty, "--output", output)
        assert done.returncode == 2
        assert "不能覆盖" in done.stderr
    assert planlint("check", tmp_path, "-o", faulty).returncode == 2
    assert faulty.read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_line(planlint: Run, faulty: Path) -> None:
    done = planlint("check", faulty, "--output", "no/such/folder/report")
    assert done.returncode == 2
    assert done.stderr.startswith("planlint: 不能写入")
