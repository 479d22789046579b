"""docs/schema/: reports and configurations keep to their schemas, and no other do."""

import ast
import datetime
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from linter.catalogue.marked import MarkedError, read_marked
from linter.settings.cascade import _read
from linter.settings.schema import is_ours
from linter.settings.session import Session
from tests.catalogue.packs.test_load import RULE
from tests.catalogue.packs.test_load import test_a_fault_names_its_line as faulty_rules
from tests.cli.test_cascade import test_what_cannot_be_used_is_one_line as refused_lines
from tests.cli.test_init import TEMPLATE, pieces
from tests.helpers import ROOT, Run
from tests.settings.test_faults import test_a_mistake_is_told_where_it_stands as mistakes

SAMPLES, PAIRS = ROOT / "samples", ROOT / "samples" / "pairs"
CITY, COUNTY = (SAMPLES / "planted" / f"{n}.md" for n in ("city-action-plan", "county-work-plan"))
# Mistakes that no schema can see: they depend on other files, on each other, on meaning.
UNSEEN = {
    "severity: {box-numberin: info}",  # a house rule may have such a name
    "plan: {period: 2025-2021}",
    "plan: {issued: 2021-02-30}",
    "overrides: [{paths: '[z-a]'}]",
    "suppress: [{rule: BAX001, reason: x}]",  # or such a code
    "packs: [nowhere]",
    "extends: nowhere.yaml",
    "extends: .planlint.yaml",
}
UNSEEN_OF_RULES = ("用了两次", "boxes.nothing", "正则表达式", "不可用", "花括号", "NOP001")


@cache
def validator(name: str) -> Draft202012Validator:
    text = (ROOT / "docs" / "schema" / f"{name}.schema.json").read_text("utf-8")
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def refusal(name: str, data: Any) -> str:
    """The place and the words of what a schema has against some data, empty if nothing."""
    error = best_match(validator(name).iter_errors(data))
    return f"{error.json_path}: {error.message[:400]}" if error else ""


def plain(file: Path) -> Any:
    """A YAML file as editors see it: dates are words."""
    return json.loads(json.dumps(read_marked(file).plain(), default=datetime.date.isoformat))


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
        look(schema)
        assert schema["description"]


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
    assert report(planlint, command, *places)["rows"]


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


def configurations() -> Iterator[tuple[str, str]]:
    """The configurations that pages, presets and `planlint init` show, with where they stand."""
    for page in sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("README*.md")]):
        text = page.read_text("utf-8")
        shown = re.findall(r"^```yaml (?:\S*/)?\.planlint\.yaml\n(.*?)^```$", text, re.M | re.S)
        shown += re.findall(r"^```yaml\n(# \.planlint\.yaml.*?)^```$", text, re.M | re.S)
        yield from ((page.name, one) for one in shown if not one.startswith("extend: "))
    for preset in sorted((TEMPLATE.parent / "presets").iterdir()):
        yield preset.name, preset.read_text("utf-8")
    for one in pieces((TEMPLATE / "planlint.yaml").read_text("utf-8")):
        yield "planlint init", one


def test_every_configuration_that_is_shown_keeps_to_the_schema(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    found = list(configurations())
    assert len(found) > 20
    for place, text in found:
        file.write_text(text, "utf-8")
        assert refusal("configuration", plain(file)) == "", (place, text)


def test_every_configuration_of_the_tests_that_planlint_takes(tmp_path: Path) -> None:
    """A schema that refuses what planlint takes would be a false alarm in an editor."""
    file = tmp_path / "c.yaml"
    taken = 0
    for text in sorted(_strings()):
        file.write_text(text, "utf-8")
        if is_ours(file) and not _faults(file):
            assert refusal("configuration", plain(file)) == "", text
            taken += 1
    assert taken > 50


def _strings() -> set[str]:
    """All strings of the tests that look like a configuration."""
    found: set[str] = set()
    for folder in ("settings", "cli"):
        for path in (ROOT / "tests" / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
                    text = node.value
                    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
                    if ": " in text and len(text) < 2000:
                        found.add(text)
    return found


def _faults(file: Path) -> list[str]:
    _read.cache_clear()
    return [str(f) for f in Session(extra=file, isolated=True).settings_and_faults(file)[1]]


def wrong() -> list[str]:
    """The configurations that the tests of planlint want refused, as far as they are YAML."""
    marks = [*mistakes.pytestmark, *refused_lines.pytestmark]  # type: ignore[attr-defined]
    texts = [getattr(case, "values", case)[0] for mark in marks for case in mark.args[1]]
    return [text if isinstance(text, str) else text.decode("utf-8", "replace") for text in texts]


def test_what_planlint_refuses_the_schema_refuses_where_it_can(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    unseen, seen = set(), 0
    for text in wrong():
        file.write_text(text.strip(), "utf-8")
        try:
            data = plain(file)
        except MarkedError:
            continue
        if validator("configuration").is_valid(data):
            unseen.add(text.strip())
        else:
            seen += 1
    assert unseen == UNSEEN
    assert seen > 30


def test_the_house_rules_that_are_shown_and_tested(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "house-rules.md").read_text("utf-8")
    file = tmp_path / "rules.yaml"
    sound, broken = re.findall(r"^```yaml house-rules/\w+\.yaml\n(.*?)^```$", page, re.M | re.S)
    kinds = (ROOT / "tests" / "cli" / "kinds.yaml").read_text("utf-8")
    for text in (sound, kinds, (TEMPLATE / "house-rules" / "rules.yaml").read_text("utf-8")):
        file.write_text(text, "utf-8")
        assert refusal("house-rules", plain(file)) == ""
    file.write_text(broken, "utf-8")
    assert refusal("house-rules", plain(file))


@pytest.mark.parametrize("case", faulty_rules.pytestmark[0].args[1])  # type: ignore[attr-defined]
def test_a_house_rule_that_planlint_refuses(tmp_path: Path, case: tuple[str, str, str]) -> None:
    before, after, words = case
    file = tmp_path / "rules.yaml"
    text = RULE.replace(before, after, 1)
    file.write_text(text.replace("\n  ", "\n") if after == "id" else text, "utf-8")
    unseen = any(word in words for word in UNSEEN_OF_RULES)
    assert validator("house-rules").is_valid(plain(file)) == unseen
