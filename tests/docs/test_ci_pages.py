"""docs/ci.md: its files are sound YAML, the same in both languages, and what they run runs."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.cli.test_choosing import git
from tests.helpers import ROOT, Run
from tests.settings.helpers import faults

BLOCK = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = ("ci.md", "ci.en.md")
CLEAN = "一、任务\n\n推进节水。\n"
FAULTY = CLEAN + "\n完善管网（见专栏2）。\n\n> **专栏1 节水**\n"


def files(page: str) -> dict[str, Any]:
    """The files of a page, as read."""
    blocks = BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))
    return {name: yaml.safe_load(text) for name, text in blocks}


def without_words(value: Any) -> Any:
    """A file without names of steps and addresses."""
    if isinstance(value, dict):
        return {k: without_words(v) for k, v in value.items() if k not in ("name", "repo")}
    if isinstance(value, list):
        return [without_words(item) for item in value]
    return re.sub(r"<.*?>", "", value) if isinstance(value, str) else value


def commands(page: str, name: str) -> list[str]:
    """The commands of planlint in a workflow."""
    found = files(page)[name]
    if name == ".gitlab-ci.yml":
        lines = found["planlint"]["script"]
    else:
        lines = [step.get("run", "") for step in found["jobs"]["planlint"]["steps"]]
    return [line for line in lines if line.startswith("planlint ")]


def test_faults_e_both_pages_have_the_same_files() -> None:
    chinese, english = (files(page) for page in PAGES)
    assert set(chinese) == {
        ".planlint.yaml",
        ".pre-commit-config.yaml",
        ".github/workflows/planlint.yml",
        ".gitlab-ci.yml",
    }
    assert without_words(chinese) == without_words(english)


def test_the_hooks_and_options_that_it_names_exist(tmp_path: Path) -> None:
    hooks = {h["id"] for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    (repo,) = files("ci.md")[".pre-commit-config.yaml"]["repos"]
    assert {hook["id"] for hook in repo["hooks"]} == hooks
    (tmp_path / ".planlint.yaml").write_text(yaml.dump(files("ci.md")[".planlint.yaml"]), "utf-8")
    assert faults(tmp_path / "draft.md") == []


@pytest.mark.parametrize("name", [".github/workflows/planlint.yml", ".gitlab-ci.yml"])
def test_faults_e_what_a_workflow_runs_runs(planlint: Run, tmp_path: Path, name: str) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "旧稿.md").write_text(FAULTY, "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "main")
    git(tmp_path, "checkout", "-qb", "work")

    def codes() -> list[int]:
        environment = {"BASE": "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "main"}
        return [planlint(*_split(c, environment)).returncode for c in commands("ci.md", name)]

    assert codes() == [0, 0]  # what was there before is nobody's who changes nothing
    (drafts / "新稿.md").write_text(FAULTY, "utf-8")
    assert sorted(codes()) == [0, 1]
    assert (tmp_path / "planlint.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    if name == ".gitlab-ci.yml":
        suites = ElementTree.parse(tmp_path / "planlint.xml").getroot()
        names = [case.get("name", "") for case in suites.iter("testcase")]
        assert sum(name.startswith("BOX001 ") for name in names) == 2
    else:
        log = json.loads((tmp_path / "planlint.sarif").read_text("utf-8"))
        found = [result["ruleId"] for result in log["runs"][0]["results"]]
        assert found.count("BOX001") == 2


def _split(command: str, environment: dict[str, str]) -> list[str]:
    """The arguments of a command as the shell gives them to planlint."""
    script = f"planlint() {{ printf '%s\\0' \"$@\"; }}; {command}"
    env = {**os.environ, **environment}
    done = subprocess.run(["sh", "-c", script], env=env, capture_output=True, check=True)
    return done.stdout.decode().split("\0")[:-1]
