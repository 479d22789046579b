"""A plugin's mistakes name the plugin."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from linter.catalogue import plugins
from linter.catalogue.plugins import Plugin, load_plugins
from linter.plan.finding import Finding, check
from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from tests.helpers import draft, reported

RULE = """\
- id: PLG001
  title: 例
  check: crash
  message: 例
  bad: ‹例›
  good: 好
"""


@check
def crash(plan: Plan) -> Iterator[Finding]:
    """Crashes at the second paragraph."""
    for node in plan.nodes:
        if "灌区" in node.text:
            raise ValueError("boom")
    yield from ()


CHECKS = ModuleType("checks")
CHECKS.crash = crash  # type: ignore[attr-defined]


def install(monkeypatch: pytest.MonkeyPatch, loaded: object) -> None:
    """Have one plugin installed, which loads to an object or raises it."""

    def load(self: EntryPoint) -> object:
        if isinstance(loaded, Exception):
            raise loaded
        return loaded

    monkeypatch.setattr(EntryPoint, "load", load)
    points = [EntryPoint("lonely", "lonely:plugin", plugins.GROUP)]
    monkeypatch.setattr(plugins, "installed", lambda: points)


def catalogue(folder: Path, text: str = RULE) -> Path:
    path = folder / "rules.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("loaded", "words"),
    [
        (ImportError("no module"), "ImportError: no module"),
        ("text", "应为 linter.plugins.Plugin"),
        (lambda: 1 / 0, "ZeroDivisionError"),
        (Plugin(["nowhere.yaml"]), "没有规则文件"),
    ],
)
def test_what_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch, loaded: object, words: str) -> None:
    install(monkeypatch, loaded)
    packs, (fault,) = load_plugins()
    assert packs == []
    assert str(fault).startswith("插件 lonely: ")
    assert words in str(fault)


def test_a_faulty_catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, Plugin([catalogue(tmp_path, RULE.replace("crash", "cash"))], CHECKS))
    _, (fault,) = load_plugins()
    assert str(fault).startswith("插件 lonely: ")
    assert "rules.yaml:1: PLG001：检查“cash”不存在" in str(fault)


def test_a_crash_names_plugin_rule_and_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install(monkeypatch, lambda: Plugin([catalogue(tmp_path)], CHECKS))
    (pack,), faults = load_plugins()
    report = reported(draft("一、任务\n\n推进。\n\n改造灌区。\n"), pack.rules)
    assert faults == []
    assert report.error is not None
    assert report.error.message == (
        "插件 lonely: PLG001 (crash): ValueError: boom，在“一、任务”一节“改造灌区。”"
    )


def test_the_imports_of_plugins_for_planlint_0_1_still_work() -> None:
    from linter.checks.finding import Finding as Found
    from linter.checks.finding import Plan as Draft
    from linter.checks.finding import check as mark
    from linter.document import Span
    from linter.plugins import Plugin as Package

    @mark
    def first_character(plan: Draft) -> Iterator[Found]:
        yield Found(Span(next(iter(plan.nodes)), 0, 1))

    assert (Found, Draft, mark, Package) == (Finding, Plan, check, Plugin)
    (found,) = first_character(Plan(draft("推进节水。"), builtin_lexicon()))
    assert found.span.quote == "推"
