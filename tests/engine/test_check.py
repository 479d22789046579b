"""The engine words findings, survives a crashing check, and fingerprints what it finds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from linter.document.model import Document
from linter.engine import check as engine
from linter.engine.check import check_path
from linter.plan.finding import Finding
from linter.plan.plan import Plan
from linter.settings.effective import Settings
from tests.helpers import diagnose, draft, reported

DRAFT = "一、任务\n\n推进节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"


def _crash(plan: Plan) -> Iterator[Finding]:
    raise RuntimeError("boom")
    yield


def test_a_crashing_check_is_named_and_the_others_still_report() -> None:
    box = next(rule for rule in builtin_rules() if rule.id == "BOX001")
    broken = replace(box, id="XXX001", name="broken", check=_crash, check_name="x.crash")
    report = reported(draft(DRAFT), [broken, box])
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


@pytest.mark.parametrize("fault", [KeyError("x"), RecursionError(), MemoryError()])
def test_a_crash_while_reading_is_an_error_of_that_file(
    fault: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> Document:
        raise fault

    path = tmp_path / "draft.md"
    path.write_text(DRAFT, "utf-8")
    monkeypatch.setattr(engine, "load", broken)
    report = check_path(path, Settings(builtin_rules()))
    assert (report.path, report.format, report.diagnostics) == (str(path), "md", ())
    assert report.error is not None
    assert report.error.kind == "internal-error"
    assert type(fault).__name__ in report.error.message


def test_a_fault_can_be_traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLINT_DEBUG", "1")
    monkeypatch.setattr(engine, "load", lambda *arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        check_path(tmp_path / "draft.md", Settings(()))
