"""Where two rules see the same words for one reason, the better one speaks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules, load_rules
from linter.catalogue.rule import Rule
from linter.catalogue.severity import Severity
from linter.document.nodes import Span
from linter.plan.finding import Check, Finding
from linter.plan.plan import Plan
from linter.text.shipped import CatalogueError
from tests.catalogue.test_rules import SOUND
from tests.helpers import draft, quotes, reported

TEXT = "由省国士资源厅负责。"
BASE = next(rule for rule in builtin_rules() if rule.id == "BOX001")
WORDING = replace(BASE.wording, message=dict.fromkeys(Lang, "…"))


def _finds(words: str) -> Check:
    def check(plan: Plan) -> Iterator[Finding]:
        for node in plan.nodes:
            if (start := node.text.find(words)) >= 0:
                yield Finding(Span(node, start, start + len(words)))

    return check


def _rule(code: str, words: str, severity: Severity = Severity.ERROR, *betters: str) -> Rule:
    wording = replace(WORDING, severity=severity)
    return replace(
        BASE, id=code, name=code, check=_finds(words), wording=wording, yields_to=betters
    )


def _left(*rules: Rule) -> list[str]:
    return [d.rule for d in reported(draft(TEXT), rules).diagnostics]


WORD = _rule("WOR001", "国士", Severity.ERROR, "NAM001")


def test_a_finding_yields_on_the_same_words() -> None:
    assert _left(WORD, _rule("NAM001", "省国士资源厅")) == ["NAM001"]


def test_it_stays_on_other_words() -> None:
    assert _left(WORD, _rule("NAM001", "负责")) == ["WOR001", "NAM001"]


def test_it_stays_where_the_better_rule_did_not_run() -> None:
    assert _left(WORD) == ["WOR001"]


def test_an_error_never_yields_to_a_hint() -> None:
    assert _left(WORD, _rule("NAM001", "省国士资源厅", Severity.INFO)) == ["NAM001", "WOR001"]


@pytest.mark.parametrize(
    ("betters", "words"),
    [
        (["XXX001"], "XXX001"),
        (["BOX001"], "成环"),
        ("BOX002", "代码的列表"),
        ([1], "代码的列表"),
    ],
)
def test_a_bad_precedence_is_a_load_error(tmp_path: Path, betters: object, words: str) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(yaml.safe_dump([SOUND | {"yields_to": betters}]), "utf-8")
    with pytest.raises(CatalogueError, match=words):
        load_rules([path])


def test_a_misspelt_unit_is_reported_once() -> None:
    source = "一、任务\n\n1.加强管理。（省国士资源厅负责）\n\n2.加强保护。（省国土资源厅负责）\n"
    assert quotes(source, "TSK004", "TRM001") == ["省国士资源厅"]
