"""Configuration, packs, init, --profile: through the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.configured import configure, reported
from tests.helpers import Run

BOX = "BOX001"


def test_options_of_the_command_line_beat_the_file(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    configure(tmp_path, "ignore: [BOX]\n")
    assert reported(planlint, faulty) == []
    assert reported(planlint, faulty, "--select", BOX) == [BOX]
    assert reported(planlint, faulty, "--no-config") == [BOX]
    configure(tmp_path, "severity: {BOX001: warning}\nfail-on: warning\nlang: en\n")
    assert planlint("check", faulty).returncode == 1
    assert planlint("check", faulty, "--fail-on", "error").returncode == 0
    assert "no such box" in planlint("check", faulty).stdout
    assert "没有这个专栏" in planlint("check", faulty, "--lang", "zh").stdout
    assert "没有这个专栏" in planlint("check", faulty, PLANLINT_LANG="zh").stdout


def test_each_file_has_the_configuration_of_its_folder(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.md").write_bytes(faulty.read_bytes())
    configure(tmp_path / "a", "severity: {BOX001: info}\n")
    done = json.loads(planlint("check", tmp_path, "--format", "json").stdout)
    levels = {Path(f["path"]).name: f["diagnostics"][0]["severity"] for f in done["files"]}
    assert levels == {"x.md": "info", "faulty.md": "error"}


def test_the_user_file_and_an_extra_one(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    for name in ("home/planlint", "Library/Application Support/planlint"):
        place = tmp_path / name
        place.mkdir(parents=True)
        (place / "config.yaml").write_text("lang: en\nfail-on: never\n", "utf-8")
    done = planlint("check", faulty, HOME=str(tmp_path))
    assert (done.returncode, "no such box" in done.stdout) == (0, True)
    extra = tmp_path / "extra.yaml"
    extra.write_text("fail-on: error\n", "utf-8")
    done = planlint("check", faulty, "--config", extra, HOME=str(tmp_path))
    assert (done.returncode, "no such box" in done.stdout) == (1, True)


def test_mistakes_are_told_together_and_nothing_is_checked(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    configure(tmp_path, "slect: [BOX]\nignore: [BOX01]\noptions: {TRM002: {told: 1}}\n")
    done = planlint("check", faulty)
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [
        ".planlint.yaml:1",
        ".planlint.yaml:2",
        ".planlint.yaml:3",
    ]
    missing = planlint("check", faulty, "--no-config", "--config", "nowhere.yaml")
    assert missing.returncode == 2
    assert "nowhere.yaml" in missing.stderr
    assert "Traceback" not in done.stderr + missing.stderr


def test_the_list_of_rules_is_shown_in_spite_of_mistakes(planlint: Run, tmp_path: Path) -> None:
    configure(tmp_path, "ignore: [BOX01]\n")
    done = planlint("rules")
    assert done.returncode == 0
    assert BOX in done.stdout
    assert "是不是 BOX001？" in done.stderr


def test_config_show_tells_where_each_value_was_said(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    configure(tmp_path, "extends: strict\nseverity:\n  IND001: info\nplan:\n  province: 四川\n")
    shown = planlint("config", "show", faulty).stdout
    assert "severity.IND001: info  # .planlint.yaml:3" in shown
    assert "plan.province: 四川省  # .planlint.yaml:5" in shown
    assert "fail-on: warning  # 预设 strict:3" in shown
    data = json.loads(planlint("config", "show", faulty, "--format", "json").stdout)
    assert {"key": "plan.province", "value": "四川省", "origin": ".planlint.yaml:5"} in data[
        "values"
    ]
    assert planlint("config", "show").stdout == shown


def test_config_show_knows_of_the_language_that_was_asked_for(planlint: Run) -> None:
    assert "lang: zh  # 默认值" in planlint("config", "show").stdout
    asked = "lang: en  # --lang 或环境变量 PLANLINT_LANG"
    assert asked in planlint("--lang", "en", "config", "show").stdout
    assert asked in planlint("config", "show", PLANLINT_LANG="en").stdout


def test_given_facts_and_limits_reach_the_commands(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    configure(tmp_path, "plan: {period: 2021-2025, issued: 2021-03}\n")
    facts = json.loads(planlint("facts", faulty, "--format", "json").stdout)
    assert facts["period"] == {"start": 2021, "end": 2025}
    assert facts["date"] == {"day": "2021-03-01"}
    assert "2021—2025" in planlint("facts", faulty).stdout
    configure(tmp_path, "limits: {file-bytes: 10}\n")
    report = json.loads(planlint("check", faulty, "--format", "json").stdout)
    assert report["files"][0]["error"]["kind"] == "too-big"


def test_a_configured_suppression(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    entry = "suppress:\n- {rule: BOX001, path: '*.md', quote: 专栏2, reason: 专栏2另行印发}\n"
    configure(tmp_path, entry)
    done = planlint("check", faulty, "--format", "json")
    assert json.loads(done.stdout)["summary"]["suppressed"] == 1
    assert (done.returncode, done.stderr) == (0, "")
    configure(tmp_path, entry.replace("quote: 专栏2", "quote: 专栏9"))
    done = planlint("check", faulty)
    assert done.returncode == 1
    assert ".planlint.yaml:2: 不再屏蔽任何问题" in done.stderr


def test_a_newcomer(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    first = planlint("init")
    assert first.returncode == 0
    assert "已写入 .planlint.yaml" in first.stdout
    assert planlint("test-rules", "house-rules").returncode == 0
    assert reported(planlint, faulty) == [BOX]
    rules = tmp_path / "house-rules" / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("[大干快上,", "[大干快上, 续建,"), "utf-8")
    assert sorted(reported(planlint, faulty)) == [BOX, "HSE001"]
    assert "‹大干快上›" in planlint("explain", "HSE001").stdout
    again = planlint("init")
    assert "已写入" not in again.stdout
    assert "续建" in rules.read_text("utf-8")
    allow = tmp_path / "house-rules" / "lexicon" / "allow.yaml"
    allow.write_text("- 灌区续建配套\n", "utf-8")
    assert reported(planlint, faulty) == [BOX]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("‹大干快上›，", "大干快上，‹推进›", "bad 第1例：应报告“推进”，实际“大干快上”"),
        ("加快进度", "大干快上", "good 第1例：不应报告，实际“大干快上”"),
    ],
)
def test_an_example_that_does_not_hold(
    planlint: Run, tmp_path: Path, before: str, after: str, words: str
) -> None:
    planlint("init")
    rules = tmp_path / "house-rules" / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace(before, after, 1), "utf-8")
    done = planlint("test-rules", "house-rules")
    assert done.returncode == 1
    assert "✗ HSE001" in done.stdout
    assert words in done.stdout


def test_profile_lists_facts_and_rules_on_stderr(planlint: Run, faulty: Path) -> None:
    plain = planlint("check", faulty, "--format", "json")
    done = planlint("check", faulty, "--format", "json", "--profile")
    assert done.stdout == plain.stdout
    for word in ("读取  .md", "规则  BOX001", "事实  boxes.box_", "毫秒"):
        assert word in done.stderr


def test_a_baseline_takes_the_configuration(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    configure(tmp_path, "ignore: [BOX]\n")
    assert "0 条" in planlint("baseline", "write", faulty).stdout
