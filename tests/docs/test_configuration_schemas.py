"""docs/schema/: the schemas take what planlint takes, and refuse what it refuses where they can."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.catalogue.marked import MarkedError
from linter.settings.cascade import _read
from linter.settings.schema import is_ours
from linter.settings.session import Session
from tests.catalogue.packs.test_load import RULE
from tests.catalogue.packs.test_load import test_a_fault_names_its_line as faulty_rules
from tests.cli.test_cascade import test_what_cannot_be_used_is_one_line as refused_lines
from tests.cli.test_init import TEMPLATE, pieces
from tests.docs.schemas import plain, refusal, validator
from tests.helpers import ROOT
from tests.settings.test_faults import test_a_mistake_is_told_where_it_stands as mistakes

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


@pytest.mark.parametrize(
    "text",
    [
        "extends: 'strict '\nselect: ，\nignore:\noptions:\n",
        "select: [box001, 全部, Box-Numbering]\nignore: 'BO，PUN00、IND'\n",
        "overrides:\n-\n- {paths: ['**'], select: []}\nsuppress:\n-\n",
        "options: {trm002: {told_each: 3}, Term-Variant: {told_each: 3}, BOX001: {}, PUN005: }\n",
        "options: {FMT007: {multiples: [1, 1.5]}, FMT010: {roles: [part]}, IND007: }\n",
        "plan: {period: [2021, 2025], issued: 2021年3月, base-year: 2020年, province: 内蒙}\n",
        "plan: {period: 2021年 至 2025年, issued: 2021-3, unit-aliases: {甲: 乙, 丙: }}\n",
        "limits: {file-bytes: 200 mb, conversion-seconds: 0.5}\nexclude: '!x'\n",
    ],
)
def test_unusual_ways_that_planlint_takes(tmp_path: Path, text: str) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(text, "utf-8")
    assert _faults(file) == []
    assert refusal("configuration", plain(file)) == ""


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
    """The configurations that the tests of planlint want refused, but for the monstrous ones."""
    marks = [*mistakes.pytestmark, *refused_lines.pytestmark]  # type: ignore[attr-defined]
    texts = [getattr(case, "values", case)[0] for mark in marks for case in mark.args[1]]
    plain = [text if isinstance(text, str) else text.decode("utf-8", "replace") for text in texts]
    return [text for text in plain if len(text) < 200]


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
