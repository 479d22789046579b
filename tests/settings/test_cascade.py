"""Which file wins: outermost to nearest, what a file extends, its overrides, --config, options."""

from pathlib import Path

import pytest

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.catalogue.severity import FailOn, Severity
from tests.settings.helpers import faults, running, settings, write

DEFAULTS = {rule.id for rule in builtin_rules() if rule.enabled}


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    write(tmp_path, here="")
    found = settings(tmp_path / "draft.md")
    assert running(found) == DEFAULTS
    assert (found.lang, found.fail_on) == (Lang.ZH, FailOn.ERROR)


def test_the_nearest_file_wins_and_others_shine_through(tmp_path: Path) -> None:
    write(
        tmp_path,
        here="lang: en\nfail-on: warning\nseverity: {IND001: info}\n",
        a="fail-on: never\n",
        a__b="severity: {indicator-target-mismatch: warning}\n",
    )
    near, far = settings(tmp_path / "a" / "b" / "x.md"), settings(tmp_path / "x.md")
    assert (near.lang, near.fail_on, far.fail_on) == (Lang.EN, FailOn.NEVER, FailOn.WARNING)
    assert [
        next(r.severity for r in found.catalogue if r.id == "IND001") for found in (near, far)
    ] == [Severity.WARNING, Severity.INFO]
    assert near.origin("severity", "IND001").line == 1


def test_the_code_goes_before_the_prefix_whatever_their_order(tmp_path: Path) -> None:
    write(tmp_path, here="severity: {NUM001: info, NUM: warning}\n")
    found = {r.id: r.severity for r in settings(tmp_path / "x.md").catalogue}
    assert (found["NUM001"], found["NUM002"]) == (Severity.INFO, Severity.WARNING)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("ignore: [PUN003]", DEFAULTS - {"BOX001", "PUN003"}),
        ("extend-select: [BOX001]", DEFAULTS),
        ("extend-select: [BOX006]", DEFAULTS - {"BOX001"} | {"BOX006"}),
        ("select: [BOX]", {r for r in DEFAULTS if r.startswith("BOX")}),
        ("select: [BOX001, pun003]\nignore: [BOX]", {"BOX001", "PUN003"}),
        ("select: [BOX]\nignore: [box-reference-unresolved]", None),
        ("select:", DEFAULTS - {"BOX001"}),
    ],
)
def test_what_runs(tmp_path: Path, inner: str, expected: set[str] | None) -> None:
    write(tmp_path, here="ignore: [BOX001]\n", a=inner + "\n")
    if expected is None:
        expected = {r for r in DEFAULTS if r.startswith("BOX")} - {"BOX001"}
    assert running(settings(tmp_path / "a" / "x.md")) == expected


def test_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    write(tmp_path, here="ignore: [BOX]\n")
    assert running(settings(tmp_path / "x.md", select="BOX001")) == {"BOX001"}
    assert "PUN003" not in running(settings(tmp_path / "x.md", ignore="PUN003"))


def test_overrides_the_last_that_matches_wins(tmp_path: Path) -> None:
    write(
        tmp_path,
        here="fail-on: error\noverrides:\n"
        "- {paths: ['drafts/**'], fail-on: info, plan: {base-year: 2019}}\n"
        "- {paths: ['*.docx', old/], fail-on: never}\n",
    )
    levels = [
        settings(tmp_path / name).fail_on for name in ("drafts/a.md", "drafts/a.docx", "old/b/c.md")
    ]
    assert levels == [FailOn.INFO, FailOn.NEVER, FailOn.NEVER]
    assert settings(tmp_path / "drafts" / "a.docx").given.base_year == 2019
    assert settings(tmp_path / "a.md").fail_on is FailOn.ERROR


def test_a_nearer_file_beats_an_override_further_away(tmp_path: Path) -> None:
    write(tmp_path, here="overrides: [{paths: '**', fail-on: info}]\n", a="fail-on: never\n")
    assert settings(tmp_path / "a" / "x.md").fail_on is FailOn.NEVER


def test_extends_stands_beneath_the_file(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text("lang: en\nignore: [PUN]\n", "utf-8")
    write(tmp_path, here="extends: [strict, office.yaml]\nfail-on: error\n")
    found = settings(tmp_path / "x.md")
    assert (found.lang, found.fail_on) == (Lang.EN, FailOn.ERROR)
    assert "BOX006" in running(found)
    assert "PUN003" not in running(found)
    assert str(found.origin("rules", "BOX006")) == "预设 strict:2"


def test_the_strict_preset_turns_on_what_is_off_but_layout_and_taste(tmp_path: Path) -> None:
    """A rule that is off by default stands in the preset, or is of a pack of its own."""
    write(tmp_path, here="extends: strict\n")
    off = {r.id for r in builtin_rules() if r.examples == "md" and not r.reviews and not r.enabled}
    taste = {"NUM021"}  # 到…底前, which many say
    assert off - taste <= running(settings(tmp_path / "x.md"))


def test_the_layout_preset_turns_a_family_on_that_is_off(tmp_path: Path) -> None:
    write(tmp_path, here="extends: gbt9704\n")
    layout = {r.id for r in builtin_rules() if r.id.startswith("FMT")}
    assert running(settings(tmp_path / "x.md")) == DEFAULTS | layout


def test_circles_and_unknown_presets_are_faults(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: b.yaml\n", "utf-8")
    (tmp_path / "b.yaml").write_text("extends: a.yaml\n", "utf-8")
    write(tmp_path, here="extends: [a.yaml, recomended]\n")
    found = faults(tmp_path / "x.md")
    assert any("extends 循环" in line for line in found)
    assert any("是不是 recommended？" in line for line in found)


def test_an_extra_file_goes_before_those_beside_the_draft(tmp_path: Path) -> None:
    write(tmp_path, here="lang: en\nfail-on: info\n")
    extra = tmp_path / "extra.yaml"
    extra.write_text("fail-on: never\n", "utf-8")
    found = settings(tmp_path / "x.md", extra=extra)
    assert (found.lang, found.fail_on) == (Lang.EN, FailOn.NEVER)


def test_options_merge_by_option_and_reach_the_check(tmp_path: Path) -> None:
    write(
        tmp_path,
        here="options: {TRM002: {told_each: 7}}\n",
        a="options: {term-variant: {told_each: 1}}\n",
    )
    rule = next(r for r in settings(tmp_path / "a" / "x.md").catalogue if r.id == "TRM002")
    assert rule.options["told_each"] == 1
    assert rule.check.ready.keywords["told_each"] == 1  # type: ignore[attr-defined]


def test_limits_and_view_reach_the_reader(tmp_path: Path) -> None:
    write(tmp_path, here="view: original\nlimits: {file-bytes: 2MB, conversion-seconds: 5}\n")
    reading = settings(tmp_path / "x.md").reading
    assert (reading.view.value, reading.limits.file_bytes) == ("original", 2 << 20)
    assert reading.limits.paragraphs > 1000


def test_suppressions_hold_for_the_files_that_match(tmp_path: Path) -> None:
    write(
        tmp_path,
        here="suppress:\n- {rule: [NUM001, PUN], path: 'a/*.md', quote: 120%, reason: 按户统计}\n",
    )
    (entry,) = settings(tmp_path / "a" / "x.md").suppress
    assert (entry.rules, entry.quote, entry.reason) == (("NUM001", "PUN"), "120%", "按户统计")
    assert entry.origin.line == 3
    assert settings(tmp_path / "x.md").suppress == ()
