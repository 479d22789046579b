"""Plugins through the command line: whatever goes wrong names the plugin."""

import json
from pathlib import Path

import pytest

from tests.cli.plugin import installed
from tests.helpers import Run

RULE = """\
- id: YZS001
  title: 例
  check: crash
  message: 例
  bad: ‹例›
  good: 好
"""
DRAFT = "一、主要任务\n\n大干快上，合埋安排工期。\n"
CHECKS = """\
from linter.plugins import check


@check
def crash(plan):
    for node in plan.nodes:
        if "工期" in node.text:
            raise ValueError("boom")
    yield from ()
"""


@pytest.fixture
def plugin(tmp_path: Path) -> dict[str, str]:
    """An installed plugin with one rule, whose check crashes; the environment that has it."""
    return installed(tmp_path, CHECKS, RULE)


def test_a_check_that_raises_names_plugin_rule_and_place(
    planlint: Run, faulty: Path, plugin: dict[str, str]
) -> None:
    faulty.write_text(DRAFT, "utf-8")
    done = planlint("check", faulty, "--format", "json", **plugin)
    (file,) = json.loads(done.stdout)["files"]
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr
    assert [d["rule"] for d in file["diagnostics"]] == ["TRM001"]  # the others still report
    assert file["error"] == {
        "kind": "internal-error",
        "message": "插件 office: YZS001 (crash): ValueError: boom，"
        "在“一、主要任务”一节“大干快上，合埋安排工期。”",
    }
    plain = planlint("check", faulty, "--format", "plain", **plugin)
    assert plain.returncode == 2
    assert len([line for line in plain.stdout.splitlines() if "YZS001" in line]) == 1
    assert "TRM001" in plain.stdout


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("__init__.py", "import nothing_like_it\n", "不能加载（ModuleNotFoundError"),
        ("__init__.py", "raise SystemExit('no licence')\n", "不能加载（SystemExit: no licence）"),
        ("__init__.py", "PLUGIN = 5\n", "应为 linter.plugins.Plugin"),
        ("checks.py", "", "rules.yaml:1: YZS001：检查“crash”不存在"),
        ("rules.yaml", RULE.replace("YZS001", "IND001"), "代码 IND001 用了两次"),
        ("rules.yaml", "- [", "不是有效的 YAML"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named(
    planlint: Run, faulty: Path, plugin: dict[str, str], name: str, text: str, words: str
) -> None:
    package = Path(plugin["PYTHONPATH"].split(":")[0]) / "office_rules"
    (package / name).write_text(text, "utf-8")
    done = planlint("check", faulty, **plugin)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert line.startswith("planlint: 插件 office: ")
    assert words in line
