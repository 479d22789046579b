"""Where configuration comes from and which word wins, through the command line."""

import json
import os
from pathlib import Path

import pytest

from linter.catalogue.load import builtin_rules
from tests.cli.configured import configure, refused, reported
from tests.helpers import ROOT, Run

RULES = {rule.id: rule for rule in builtin_rules()}
DEFAULTS = {code for code, rule in RULES.items() if rule.enabled}
LAYOUT = {code for code in RULES if code.startswith("FMT")}
STRICT = {"BOX006", "IND015", "TSK009", "TRM005"}


def shown(planlint: Run, *arguments: str | Path) -> dict[str, object]:
    data: dict[str, object] = json.loads(
        planlint("config", "show", *arguments, "--format", "json").stdout
    )
    return data


@pytest.mark.parametrize(
    ("extends", "expected"),
    [
        ("recommended", DEFAULTS),
        ("strict", DEFAULTS | STRICT),
        ("gbt9704", DEFAULTS | LAYOUT),
        ("[strict, gbt9704]", DEFAULTS | STRICT | LAYOUT),
        ("共用/office.yaml", DEFAULTS - {"PUN003"}),
    ],
)
def test_extends(planlint: Run, tmp_path: Path, extends: str, expected: set[str]) -> None:
    (tmp_path / "共用").mkdir()
    (tmp_path / "共用" / "office.yaml").write_text("ignore: [PUN003]\n", "utf-8")
    configure(tmp_path, f"extends: {extends}\n")
    assert set(shown(planlint)["rules"]) == expected  # type: ignore[call-overload]


def test_the_last_override_that_matches_wins(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    folder = tmp_path / "征求 意见稿"
    folder.mkdir()
    (folder / "甲.md").write_bytes(faulty.read_bytes())
    configure(
        tmp_path,
        "overrides:\n"
        "- {paths: '*.md', severity: {BOX001: warning}}\n"
        "- {paths: [征求 意见稿/], severity: {BOX001: info}}\n"
        "- {paths: nowhere/, ignore: [BOX001]}\n",
    )
    report = json.loads(planlint("check", tmp_path, "--format", "json").stdout)
    levels = {Path(f["path"]).name: f["diagnostics"][0]["severity"] for f in report["files"]}
    assert levels == {"faulty.md": "warning", "甲.md": "info"}


def test_the_folder_of_the_draft_counts_not_the_current_one(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    configure(tmp_path / "a", "ignore: [BOX]\n")
    draft = tmp_path / "a" / "b" / "草稿.md"
    draft.parent.mkdir()
    draft.write_bytes(faulty.read_bytes())
    source = faulty.read_text("utf-8")
    link = tmp_path / "link.md"
    link.symlink_to(draft)
    assert reported(planlint, "a/b/草稿.md") == reported(planlint, draft) == []
    assert reported(planlint, link) == []  # a link is where its draft is
    assert planlint("check", "-", "--stdin-name", "a/b/x.md", stdin=source).returncode == 0
    assert planlint("check", "-", "--stdin-name", "x.md", stdin=source).returncode == 1


def test_windows_files_are_read(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    configure(tmp_path, b"\xef\xbb\xbfignore:\r\n  - BOX001\r\nlang: en\r\n")
    done = planlint("check", faulty)
    assert (done.returncode, "0 errors" in done.stdout) == (0, True)


def _bomb() -> bytes:
    lines = [b"a: &a [x,x,x,x,x,x,x,x,x]"]
    for c in range(98, 110):
        lines.append(b"%c: &%c [%s]" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)))
    return b"\n".join(lines) + b"\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(_bomb(), "引用（&、*）过多", id="aliases"),
        (b"a: &a [*a]\n", "引用（&、*）循环"),
        pytest.param(b"[" * 100_000, "嵌套过深", id="deep"),
        pytest.param(b"lang: zh\n" + b"# \xe6\xb3\xa8\n" * 1_000_000, "文件过大", id="big"),
        ("plan: {province: 四川省}\n".encode("gb18030"), "不是 UTF-8"),
        (b"lang: zh\n\tview: final\n", ":2: 不是有效的 YAML：缩进不能用制表符"),
        ("lang：zh\n".encode(), ":1: “lang：zh”应为对照表（键: 值）：冒号用半角"),
        (b"packs: [nowhere]\n", ":1: packs：规则包“nowhere”不存在"),
        (b"extends: nowhere.yaml\n", ":1: extends：没有“nowhere.yaml”"),
        (b"extends: .planlint.yaml\n", ":1: extends 循环"),
        (b"select: {a: b}\n", ":1: select：“{a: b}”应为文字"),
        (b"suppress: [{rule: [], reason: x}]\n", ":1: suppress 的每一项应有“rule”"),
        (b"options: {NUM: {x: 1}}\n", ":1: “NUM”不是一条规则"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    planlint: Run, tmp_path: Path, faulty: Path, data: bytes, words: str
) -> None:
    configure(tmp_path, data)
    (line,) = refused(planlint, "check", faulty)
    assert line.startswith(".planlint.yaml")
    assert words in line


def test_an_unreadable_file_is_one_line(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name in ("folder.yaml", "nowhere.yaml"):
        (line,) = refused(planlint, "check", faulty, "--config", name)
        assert line.startswith(f"{name}: 无法读取（")
    closed = configure(tmp_path, "lang: zh\n")
    closed.chmod(0)
    if os.access(closed, os.R_OK):
        pytest.skip("this user may read everything")
    (line,) = refused(planlint, "check", faulty)
    assert "没有权限" in line


def test_a_pack_a_rule_and_a_value_wrong_at_once(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    configure(
        tmp_path, "fail-on: errors\nignore: [BOX01]\noptions:\n  TRM002: {told_eac: 1}\npaks: []\n"
    )
    lines = refused(planlint, "check", faulty)
    assert lines == [
        ".planlint.yaml:1: fail-on：“errors”应为 error、warning、info、never 之一，是不是 error？",
        ".planlint.yaml:2: 没有规则“BOX01”，是不是 BOX001？",
        ".planlint.yaml:4: TRM002：没有选项“told_eac”，是不是 told_each？",
        ".planlint.yaml:5: 没有配置项“paks”，是不是 packs？",
    ]


def test_init_leaves_what_is_there(planlint: Run, tmp_path: Path) -> None:
    file = configure(tmp_path, "lang: en\n")
    done = planlint("init")
    assert done.returncode == 0
    assert "已有，未动 .planlint.yaml" in done.stdout
    assert file.read_text("utf-8") == "lang: en\n"
    (tmp_path / "县区").mkdir()
    assert "上级文件夹的 .planlint.yaml 在这里也有效" in planlint("init", "县区").stdout
    (line,) = planlint("init", "nowhere").stderr.splitlines()
    assert line == "planlint: nowhere: 文件夹不存在"


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_configuration_of_the_readme(planlint: Run, tmp_path: Path, readme: str) -> None:
    blocks = (ROOT / readme).read_text("utf-8").split("```yaml\n")[1:]
    (block,) = [b.split("```")[0] for b in blocks if b.startswith("# .planlint.yaml")]
    configure(tmp_path, block)
    done = planlint("config", "show")
    assert (done.returncode, done.stderr) == (0, "")
    for line in ("fail-on: warning  # .planlint.yaml:2", "rules.PUN006: off  # .planlint.yaml:3"):
        assert line in done.stdout
    assert "severity.IND004: info  # .planlint.yaml:4" in done.stdout


def test_every_given_fact_reaches_the_rules(planlint: Run, tmp_path: Path) -> None:
    draft = tmp_path / "方案.md"
    draft.write_text(
        "# 某市方案\n\n一、目标\n\n到2028年，灌溉面积达到120万亩。\n\n"
        "二、任务\n\n落实《意见》（国办发〔2022〕5号）要求，推进改造。\n\n"
        "1.推进改造。（四川省财政厅、省教育厅、省财政厅负责）\n\n"
        "2.加强管护。（省大数据中心、省数据中心负责）\n",
        "utf-8",
    )
    chosen = ("--select", "NUM011,REF007,TSK003")
    assert reported(planlint, draft, *chosen) == []
    configure(
        tmp_path,
        "plan:\n  period: 2021-2025\n  issued: 2021-03-01\n  province: 四川\n"
        "  base-year: '2019'\n  unit-aliases: {省大数据中心: [省数据中心]}\n",
    )
    assert sorted(reported(planlint, draft, *chosen)) == ["NUM011", "REF007", "TSK003", "TSK003"]
    assert "plan.base-year: 2019  # .planlint.yaml:5" in planlint("config", "show").stdout
