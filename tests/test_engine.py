"""The engine words findings, survives a crashing check, and fingerprints what it finds."""

from collections.abc import Iterator
from dataclasses import replace

from linter.checks.finding import Finding, Plan
from linter.engine import check_document
from linter.rules import builtin_rules
from tests.helpers import diagnose, draft

DRAFT = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"


def _crash(plan: Plan) -> Iterator[Finding]:
    raise RuntimeError("boom")
    yield


def test_a_crashing_check_is_named_and_the_others_still_report() -> None:
    box = next(rule for rule in builtin_rules() if rule.id == "BOX001")
    broken = replace(box, id="XXX001", name="broken", check=_crash, check_name="x.crash")
    report = check_document(draft(DRAFT), [broken, box])
    assert [d.rule for d in report.diagnostics] == ["BOX001"]
    assert report.error is not None
    assert "XXX001" in report.error.message
    assert "boom" in report.error.message


def test_the_fingerprint_survives_text_moved_in_above() -> None:
    (before,) = diagnose(DRAFT, "BOX001")
    (after,) = diagnose(DRAFT.replace("推进", "加强领导。\n\n推进", 1), "BOX001")
    assert before.span.node.locator.paragraph != after.span.node.locator.paragraph
    assert before.fingerprint == after.fingerprint


def test_equal_findings_have_different_fingerprints() -> None:
    twice = DRAFT.replace("。\n\n>", "。推进节水（见专栏2）。\n\n>", 1)
    found = diagnose(twice, "BOX001")
    assert len(found) == 2
    assert len({d.fingerprint for d in found}) == 2
