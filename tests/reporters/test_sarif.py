"""SARIF: what the standard (2.1.0, sections 3.13–3.54) requires of the parts that we write."""

from pathlib import Path
from typing import Any

import pytest

from bench.accuracy.samples import SAMPLES
from linter.catalogue.language import Lang
from linter.diagnosis.baseline.compare import compare
from linter.diagnosis.baseline.model import Baseline
from linter.diagnosis.diagnostic import FileReport
from linter.engine.check import check_path
from linter.reporters.sarif import as_dict
from linter.settings.effective import Settings
from tests.helpers import chosen_rules, draft, reported

RULES = chosen_rules()
PLANTED = [SAMPLES / "planted" / f"county-work-plan.{form}" for form in ("docx", "md")]


def log(*reports: FileReport) -> dict[str, Any]:
    return as_dict(reports, RULES, Lang.ZH)


@pytest.mark.parametrize("path", PLANTED, ids=lambda p: p.suffix)
def test_the_log_has_what_the_standard_requires(path: Path) -> None:
    data = log(check_path(path, Settings(RULES)))
    assert (data["version"], len(data["runs"])) == ("2.1.0", 1)
    run = data["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "planlint"
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        assert all(map(str, result["partialFingerprints"].values()))
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            _check_location(location, lines=path.suffix == ".md")
        ids = [related["id"] for related in result.get("relatedLocations", [])]
        assert len(set(ids)) == len(ids)


def _check_location(location: dict[str, Any], *, lines: bool) -> None:
    physical = location["physicalLocation"]
    assert "\\" not in physical["artifactLocation"]["uri"]
    assert ("region" in physical) == lines
    assert location["logicalLocations"][0]["fullyQualifiedName"]
    if lines:
        region = physical["region"]
        start = region["startLine"], region["startColumn"]
        assert min(start) >= 1
        assert (region["endLine"], region["endColumn"]) >= start


def test_a_suppressed_finding_says_so() -> None:
    source = "<!-- planlint-disable PUN003: 引文如此 -->\n\n推进改造，，建成农田。\n"
    (result,) = log(reported(draft(source), RULES))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "引文如此"}]


def test_what_is_new_against_a_baseline_says_so(tmp_path: Path) -> None:
    found = [reported(draft("推进改造，，建成农田。\n"), RULES)]
    compared = compare(Baseline({}), tmp_path / "b.json", found, {rule.id for rule in RULES})
    (result,) = log(*compared)["runs"][0]["results"]
    assert result["baselineState"] == "new"


def test_addresses_are_relative_and_escaped() -> None:
    report = reported(draft("推进改造，，建成农田。\n"), RULES)
    uris = []
    for path in ("草稿 1.md", str(Path.cwd() / "a" / "b.md")):
        moved = FileReport(path, "md", report.diagnostics)
        place = log(moved)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        uris.append(place["artifactLocation"]["uri"])
    assert uris == ["%E8%8D%89%E7%A8%BF%201.md", "a/b.md"]


def test_an_unread_file_is_a_notification() -> None:
    invocation = log(check_path(Path("missing.md"), Settings(RULES)))["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_a_fix_applied_where_it_says_mends_the_source() -> None:
    source = "# 某市水利规划\n\n推进改造，合埋安排，建成农田。\n"
    results = log(reported(draft(source), RULES))["runs"][0]["results"]
    fixes = [fix for result in results for fix in result.get("fixes", ())]
    (change,) = (fix["artifactChanges"][0]["replacements"][0] for fix in fixes)
    region = change["deletedRegion"]
    line = source.splitlines()[region["startLine"] - 1]
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    mended = line[:start] + change["insertedContent"]["text"] + line[end:]
    assert mended == "推进改造，合理安排，建成农田。"


def test_a_word_draft_has_its_fixes_as_properties_only() -> None:
    results = log(check_path(PLANTED[0], Settings(RULES)))["runs"][0]["results"]
    assert any("fix" in result.get("properties", {}) for result in results)
    assert not any("fixes" in result for result in results)


def test_a_fix_across_marks_of_emphasis_is_not_for_tools() -> None:
    results = log(reported(draft("# 某市水利规划\n\n推进合**埋**安排。\n"), RULES))["runs"][0][
        "results"
    ]
    assert [result["ruleId"] for result in results] == ["TRM001"]
    assert results[0]["properties"]["fix"]["replacement"] == "合理"
    assert "fixes" not in results[0]
