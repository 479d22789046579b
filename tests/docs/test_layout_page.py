"""docs/layout.md and layout.zh.md: examples print what they show; tables name rules and options."""

from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from tests.docs.pages import play
from tests.helpers import ROOT, Run

PAGES = pytest.mark.parametrize("page", ["layout.md", "layout.zh.md"])


@PAGES
def test_the_worked_examples(page: str, planlint: Run, tmp_path: Path) -> None:
    assert play(page, tmp_path, planlint) == 3
    assert planlint("check", "draft.docx", "--select", "FMT").returncode == 0  # warnings only


@PAGES
def test_every_rule_and_option_is_named(page: str) -> None:
    lines = (ROOT / "docs" / page).read_text("utf-8").splitlines()
    rows = {row.split("|")[1].strip(): row for row in lines if row.startswith("| FMT")}
    rules = [rule for rule in builtin_rules() if rule.pack == "gbt9704"]
    assert [rule.id for rule in rules] == list(rows)
    for rule in rules:
        for name, value in rule.options.items():
            shown = f"`{name}: {_yaml(value)}"
            assert shown in rows[rule.id], shown


def _yaml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return f"[{', '.join(value[:1] if value[:1] == ['—'] else value)}"
    return str(value)
