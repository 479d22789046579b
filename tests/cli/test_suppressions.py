"""Suppressing a finding in the draft, end to end."""

import json
from pathlib import Path

from tests.helpers import Run

COMMENT = "<!-- planlint-disable BOX001: 专栏另行印发 -->\n\n"


def test_a_comment_silences_and_is_counted(planlint: Run, faulty: Path) -> None:
    source = faulty.read_text("utf-8")
    faulty.write_text(source.replace("推进", COMMENT + "推进", 1), "utf-8")
    done = planlint("check", faulty, "--fail-on", "info")
    assert done.returncode == 0
    assert "已忽略 1 个" in done.stdout
    report = json.loads(planlint("check", faulty, "--format", "json").stdout)
    assert report["summary"]["suppressed"] == 1


def test_one_that_silences_nothing_is_reported(planlint: Run, faulty: Path) -> None:
    faulty.write_text(COMMENT + faulty.read_text("utf-8"), "utf-8")
    found = json.loads(planlint("check", faulty, "--format", "json").stdout)["files"][0]
    unused, box = found["diagnostics"]
    assert (unused["rule"], unused["severity"], box["rule"]) == ("SUP001", "warning", "BOX001")
    assert unused["quote"] == "planlint-disable BOX001: 专栏另行印发"
    assert unused["quote"] in unused["excerpt"]
    assert (unused["location"]["line"], unused["location"]["column"]) == (1, 6)


def test_a_misspelt_one_is_an_error_with_the_nearest_name(planlint: Run, faulty: Path) -> None:
    misspelt = COMMENT.replace("BOX001", "BOX01")
    faulty.write_text(misspelt + faulty.read_text("utf-8"), "utf-8")
    done = planlint("check", faulty, "--select", "SUP", "--format", "plain")
    assert done.returncode == 1
    assert "SUP003" in done.stdout
    assert "BOX001" in done.stdout


def test_the_rules_can_be_explained(planlint: Run) -> None:
    for rule in ("SUP001", "suppression-without-reason", "SUP003"):
        assert planlint("explain", rule).returncode == 0
