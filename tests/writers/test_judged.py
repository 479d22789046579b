"""Others judge what comes of a whole draft; bench/writers does the same for every draft at hand."""

import json
from pathlib import Path

import pytest

from bench.writers import judges
from tests.helpers import ROOT, Run
from tests.readers.docx.fixtures import comment, p, word
from tests.writers.accepting import settled
from tests.writers.helpers import saved

DRAFT = ROOT / "samples/planted/county-work-plan.docx"


@pytest.fixture
def found(planlint: Run) -> list[dict[str, str]]:
    out = json.loads(planlint("check", DRAFT, "--format", "json").stdout)
    return list(out["files"][0]["diagnostics"])


def test_an_annotated_draft(planlint: Run, tmp_path: Path, found: list[dict[str, str]]) -> None:
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    planlint("annotate", DRAFT, "-o", once)
    planlint("annotate", once, "-o", twice)
    wrong, exact, near = judges.anchors(once, found)
    assert (wrong, exact, near) == ([], len(found), 0)
    assert list(judges.members(DRAFT, once)) == []
    assert list(judges.integrity(DRAFT, once)) == []
    assert list(judges.again(once, twice)) == []
    again = json.loads(planlint("check", once, "--format", "json").stdout)
    assert again["files"][0]["diagnostics"] == found


def test_a_fixed_draft(planlint: Run, tmp_path: Path, found: list[dict[str, str]]) -> None:
    fixed, accepted = tmp_path / "fixed.docx", tmp_path / "accepted.docx"
    planlint("fix", DRAFT, "-o", fixed)
    assert list(judges.members(DRAFT, fixed)) == []
    assert list(judges.integrity(DRAFT, fixed)) == []
    accepted.write_bytes(settled(fixed.read_bytes(), accept=True))
    out = json.loads(planlint("check", accepted, "--format", "json").stdout)
    left = [one["fingerprint"] for one in out["files"][0]["diagnostics"]]
    safe = {one["fingerprint"] for one in found if one["fix"] and one["fix"]["safe"]}
    assert safe
    assert set(left) == {one["fingerprint"] for one in found} - safe
    assert len(left) == len(found) - len(safe)


def test_the_judges_see_what_is_wrong(tmp_path: Path, found: list[dict[str, str]]) -> None:
    """A judge that cannot fail judges nothing."""
    assert len(judges.anchors(DRAFT, found)[0]) == len(found)
    other = ROOT / "samples/planted/province-plan.docx"
    assert list(judges.members(DRAFT, other))
    draft = saved(word(p("水利规划")), tmp_path, "draft.docx")
    unanchored = saved(word(p("水利规划"), comments=comment(3, "请核")), tmp_path, "broken.docx")
    assert list(judges.integrity(draft, unanchored))
    assert list(judges.again(DRAFT, other))
