"""docs/schema/: the JSON reports keep to their schema, to the field."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.docs.schemas import refusal, validator
from tests.helpers import ROOT, Run

SAMPLES, PAIRS = ROOT / "samples", ROOT / "samples" / "pairs"
CITY, COUNTY = (SAMPLES / "planted" / f"{n}.md" for n in ("city-action-plan", "county-work-plan"))


def report(planlint: Run, *arguments: str | Path) -> dict[str, Any]:
    """What a command reports, which keeps to the schema."""
    data: dict[str, Any] = json.loads(planlint(*arguments, "--format", "json").stdout)
    assert refusal("report", data) == ""
    return data


def test_every_schema_is_told_in_both_languages_and_says_nothing_by_accident() -> None:
    known = set(Draft202012Validator.VALIDATORS) | {
        *("title", "description", "default", "examples", "$schema", "$id", "$comment", "$defs"),
        *("if", "then", "else"),
    }

    def look(schema: Any) -> None:
        if not isinstance(schema, dict):
            return
        assert schema.keys() <= known, schema
        if "description" in schema and schema.get("maxProperties") != 0:
            assert re.search("[一-龥]", schema["description"]), schema
        for key in ("properties", "patternProperties", "$defs"):
            for one in schema.get(key, {}).values():
                look(one)
        for key in ("items", "if", "then", "else", "additionalProperties", "propertyNames"):
            look(schema.get(key))
        for key in ("anyOf", "oneOf", "allOf"):
            for one in schema.get(key, []):
                look(one)

    for file in sorted((ROOT / "docs" / "schema").glob("*.json")):
        schema = validator(file.name.removesuffix(".schema.json")).schema
        Draft202012Validator.check_schema(schema)
        look(schema)
        assert schema["description"]
    told = [one for one in validator("report").schema["$defs"].values() if "properties" in one]
    assert len(told) > 15
    assert all(one["additionalProperties"] is False for one in told)


def test_the_reports_of_the_samples(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04 no package")
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "utf16.txt").write_text("一、任务\n\n推进灌区节水改造。\n", "utf-16")
    planted = [COUNTY, CITY.with_suffix(".docx")]
    clean = SAMPLES / "clean" / COUNTY.name
    found = report(planlint, "check", *planted, clean, tmp_path, "none.pdf", "--coverage")
    files = found["files"]
    assert [bool(file["error"]) for file in files].count(True) == 3
    assert {"coverage" in file for file in files} == {True, False}
    assert any(file["note"] for file in files)
    diagnostics = [d for file in files for d in file["diagnostics"]]
    assert len(diagnostics) > 50
    assert any(d["fix"] for d in diagnostics)


def test_the_report_against_a_baseline_with_suppressions_and_limits(
    planlint: Run, tmp_path: Path
) -> None:
    (tmp_path / ".planlint.yaml").write_text(
        "suppress: [{rule: BOX, reason: 已核实}]\nlimits: {findings: 1}\n", "utf-8"
    )
    draft = tmp_path / "draft.md"
    draft.write_text("一、任务\n\n推进。。节水（见专栏2）。\n\n完善。。管网。\n", "utf-8")
    found = report(planlint, "check", draft)
    assert found["summary"]["suppressed"]
    assert found["files"][0]["unlisted"]
    planlint("baseline", "write", draft, "--file", "b.json")
    again = report(planlint, "check", draft, "--baseline", "b.json")["summary"]
    assert again["carried"]
    assert again["stale"] == 0
    (tmp_path / "none.txt").write_text("", "utf-8")
    assert report(planlint, "check", "--files-from", "none.txt")["files"] == []


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("versions-city-before.md", "versions-city-after.md"), "diff"),
        (("local.md", "--upper", "upper.md", "--upper", "national-2025.yaml"), "align"),
        (("ledger-slips.xlsx", SAMPLES / "clean" / "city-action-plan.md"), "reconcile"),
    ],
)
def test_the_reports_of_comparisons(
    planlint: Run, arguments: tuple[str | Path, ...], command: str
) -> None:
    places = [PAIRS / x if str(x).endswith(("md", "yaml", "xlsx")) else x for x in arguments]
    rows = report(planlint, command, *places)["rows"]
    assert {len(row["sides"]) for row in rows} >= {1, 2}
    if command == "align":
        assert {row["kind"] for row in rows} == {"indicator", "project", "citation"}


def test_a_field_more_or_less_is_no_report(planlint: Run) -> None:
    found = report(planlint, "check", COUNTY, "--coverage")
    (file,) = found["files"]
    both = [d for d in file["diagnostics"] if d["related"] and d["fix"]]
    file["diagnostics"] = both[:1] or [d for d in file["diagnostics"] if d["related"]][:1]
    assert file["diagnostics"]
    rules = [rule for rule in file["coverage"]["rules"] if any(x["left"] for x in rule["looked"])]
    file["coverage"]["rules"] = rules[:1]
    objects = list(_objects(found))
    assert 10 < len(objects) < 30
    for one in objects:
        one["new"] = 1
        assert "new" in refusal("report", found)
        del one["new"]
        name, value = one.popitem()
        assert name in refusal("report", found)
        one[name] = value
    assert refusal("report", found) == ""


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """All objects, wherever they stand."""
    if isinstance(data, dict):
        yield data
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inner:
        yield from _objects(value)
