"""Every edit, disagreement and slip of samples/pairs is told for what it is, and nothing else."""

import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.across.run import Compared, run
from linter.settings.session import Session
from tests.helpers import ROOT
from tests.shared import shared

PAIRS = ROOT / "samples" / "pairs"
FORMS = ("md", "docx")
LISTS = {
    name: yaml.safe_load((PAIRS / "source" / f"{name}.yaml").read_text("utf-8"))
    for name in ("versions-city", "versions-province", "local", "ledger")
}


def test_the_pairs_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "samples" / "build_pairs.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@cache
def compared(kind: str, draft: str, *others: str) -> Compared:
    paths = [PAIRS / other for other in others]
    return run(kind, PAIRS / draft, paths, Session(isolated=True), quiet=True)


def found(result: Compared) -> Counter[tuple[str, str]]:
    return Counter((d.rule, d.span.quote) for d in result.report.diagnostics)


def flat(changes: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Every change of an edit, by its kind and subject."""
    return Counter(
        (kind, subject)
        for kind, subjects in changes.items()
        for subject in (subjects if isinstance(subjects, list) else [subjects])
    )


EDITS = [
    (name, edit) for name in ("versions-city", "versions-province") for edit in LISTS[name]["edits"]
]


def test_there_are_forty_edits_and_ten_of_them_half_done() -> None:
    assert len(EDITS) >= 40
    assert sum("left" in edit for _, edit in EDITS) == 10
    kinds = {kind for _, edit in EDITS for kind in edit["changes"]}
    assert len(kinds) >= 30


@pytest.mark.parametrize(
    ("name", "edit"), EDITS, ids=lambda v: v["id"] if isinstance(v, dict) else v
)
def test_an_edit_is_told(name: str, edit: dict[str, Any]) -> None:
    for old, new in (("md", "md"), ("docx", "docx"), ("md", "docx")):
        result = compared("diff", f"{name}-after.{new}", f"{name}-before.{old}")
        told = Counter((row.data["kind"], row.data["subject"]) for row in result.sheet.rows)
        assert flat(edit["changes"]) - told == Counter()
        assert Counter((edit.get("left") or {}).items()) - found(result) == Counter()


@pytest.mark.parametrize("name", ["versions-city", "versions-province"])
@pytest.mark.parametrize("form", FORMS)
def test_nothing_else_is_told_of_two_versions(name: str, form: str) -> None:
    result = compared("diff", f"{name}-after.{form}", f"{name}-before.{form}")
    edits = LISTS[name]["edits"]
    expected = sum((flat(edit["changes"]) for edit in edits), Counter[tuple[str, str]]())
    told = Counter((row.data["kind"], row.data["subject"]) for row in result.sheet.rows)
    assert told == expected
    left = Counter(pair for edit in edits for pair in (edit.get("left") or {}).items())
    assert found(result) == left


UPPERS = {form: (f"upper.{form}", f"upper-city.{form}") for form in FORMS}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("planted", LISTS["local"]["disagreements"], ids=lambda d: d["id"])
def test_a_disagreement_with_the_plan_above_is_found(planted: dict[str, Any], form: str) -> None:
    result = compared("align", f"local.{form}", *UPPERS[form])
    (d,) = [
        d
        for d in result.report.diagnostics
        if (d.rule, d.span.quote) == (planted["rule"], planted["quote"])
    ]
    assert d.severity == planted["severity"]
    assert d.related
    if "verdict" in planted:
        rows = [
            r.data for r in result.sheet.rows if r.data.get("upper_name") == planted["indicator"]
        ]
        assert planted["verdict"] in [row["verdict"] for row in rows]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_else_is_found_against_the_plans_above(form: str) -> None:
    planted = LISTS["local"]["disagreements"]
    assert len(planted) == 30
    result = compared("align", f"local.{form}", *UPPERS[form])
    assert found(result) == Counter((p["rule"], p["quote"]) for p in planted)


@pytest.mark.parametrize("twin", LISTS["local"]["lookalikes"], ids=lambda d: d["indicator"])
def test_a_lookalike_has_its_verdict_and_no_finding(twin: dict[str, str]) -> None:
    for form in FORMS:
        result = compared("align", f"local-aligned.{form}", *UPPERS[form])
        assert result.report.diagnostics == ()
        rows = [r.data for r in result.sheet.rows if r.data.get("upper_name") == twin["indicator"]]
        assert rows[0]["verdict"] == twin["verdict"]


def test_there_are_thirty_lookalikes() -> None:
    assert len(LISTS["local"]["lookalikes"]) >= 30


def test_the_national_goals_are_a_plan_above() -> None:
    result = compared("align", "local.md", "national-2025.yaml")
    verdicts = Counter(row.data["verdict"] for row in result.sheet.rows)
    assert verdicts == {"stricter": 2, "weaker": 6, "doubtful": 2, "missing": 10}
    assert {d.severity for d in result.report.diagnostics if d.rule == "ALN001"} == {"warning"}


OUTLINE = shared("corpus/open/learn/cn_gangyao2021.md")


def test_each_national_goal_has_its_clause() -> None:
    listed = yaml.safe_load((PAIRS / "national-2025.yaml").read_text("utf-8"))["indicators"]
    for one in listed:
        (number,) = one["target"].values()
        figures = re.findall(r"\d+(?:\.\d+)?", one["source"])
        assert re.sub(r"[^\d.]", "", str(number)) in figures, one["name"]
        clause = re.fullmatch(r"第[一二三四五六七八九十]+章第[一二三]节：“([^“”]+)”", one["source"])
        assert clause
        assert all(clause[1] in path.read_text("utf-8") for path in OUTLINE)


LEDGERS = ("xlsx", "docx", "md")
SLIPS = [slip for slip in LISTS["ledger"]["slips"] if "rule" in slip]
DRAFT = f"../{LISTS['ledger']['draft']}.docx"


@pytest.mark.parametrize("form", [*LEDGERS, "csv"])
def test_a_sound_ledger_is_the_draft(form: str) -> None:
    result = compared("reconcile", DRAFT, f"ledger.{form}")
    assert result.report.diagnostics == ()
    assert result.sheet.rows == ()


@pytest.mark.parametrize("form", LEDGERS)
@pytest.mark.parametrize("slip", SLIPS, ids=lambda s: f"{s['what']}-{s.get('of', s.get('row'))}")
def test_a_slip_of_a_ledger_is_found(slip: dict[str, Any], form: str) -> None:
    result = compared("reconcile", DRAFT, f"ledger-slips.{form}")
    subject = slip["of"] if "of" in slip else slip["row"][1]
    words = (
        slip["value"]
        if slip["sheet"] == "意见采纳情况表" and slip["column"] == "意见内容"
        else subject
    )
    rows = [
        r.data
        for r in result.sheet.rows
        if (r.data["kind"], r.data["subject"]) == (slip["what"], words)
    ]
    assert len(rows) == 1
    severities = {d.severity for d in result.report.diagnostics if d.rule == slip["rule"]}
    assert slip["severity"] in severities


@pytest.mark.parametrize("form", LEDGERS)
def test_no_other_slip_is_found(form: str) -> None:
    assert len(SLIPS) >= 20
    result = compared("reconcile", DRAFT, f"ledger-slips.{form}")
    told = Counter((d.rule, str(d.severity)) for d in result.report.diagnostics)
    assert told == Counter((slip["rule"], slip["severity"]) for slip in SLIPS)
    assert Counter(r.data["kind"] for r in result.sheet.rows) == Counter(s["what"] for s in SLIPS)


@pytest.mark.parametrize(
    "draft", sorted((ROOT / "samples" / "clean").glob("*.docx")), ids=lambda p: p.stem
)
def test_the_ledger_of_facts_is_the_draft(planlint: Any, draft: Path, tmp_path: Path) -> None:
    made = planlint("facts", draft, "--format", "xlsx", "--output", tmp_path / "ledger.xlsx")
    if made.returncode == 2:
        pytest.skip("planlint facts does not write .xlsx yet")
    done = planlint("reconcile", tmp_path / "ledger.xlsx", draft, "--fail-on", "info")
    assert done.returncode == 0, done.stdout
    assert "不一致 0 处" in done.stdout
