"""What the READMEs show is what the program prints; what they name exists."""

import re
import shlex
from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from tests.helpers import ROOT, Run

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
EXCERPT = re.compile(r"^```console\n\$ planlint (.+)\n((?:(?!\$|```).*\n){3,})```", re.M)


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_the_excerpt_is_what_the_program_prints(readme: Path, planlint: Run) -> None:
    (excerpt,) = EXCERPT.findall(readme.read_text("utf-8"))
    arguments = shlex.split(excerpt[0])
    printed = planlint(*[str(ROOT / a) if "/" in a else a for a in arguments]).stdout
    printed = printed.replace(f"{ROOT}/", "")
    assert excerpt[1].strip() in printed


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_links_lead_somewhere(readme: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", readme.read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_the_rules_that_it_names_exist(readme: Path) -> None:
    known = {rule.id for rule in builtin_rules()}
    named = set(re.findall(r"\b[A-Z]{3}\d{3}\b", readme.read_text("utf-8")))
    assert named <= known
    families = set(re.findall(r"\b[A-Z]{3}\b", readme.read_text("utf-8")))
    assert {r.family for r in builtin_rules() if r.enabled and not r.reviews} <= families
