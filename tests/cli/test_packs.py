"""House packs through the command line."""

from pathlib import Path

import pytest

from tests.cli.configured import configure, refused, reported
from tests.helpers import Run

RULE = """\
- id: YZS001
  title: 不用口语
  kind: existence
  options: {words: [大干快上]}
  message: “{word}”是口语
  bad: 我们‹大干快上›。
  good: 我们加快进度。
"""
DRAFT = "一、主要任务\n\n大干快上，合埋安排工期。\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a draft, a configuration and a pack of one rule."""
    folder = tmp_path / "云泽市 规划"
    configure(folder, "packs: [规则 包]\n")
    (folder / "规则 包").mkdir()
    (folder / "规则 包" / "用语.yaml").write_text(RULE, "utf-8")
    (folder / "草稿.md").write_text(DRAFT, "utf-8")
    return folder


def rewrite(office: Path, before: str, after: str) -> None:
    file = office / "规则 包" / "用语.yaml"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_a_rule_of_every_kind(planlint: Run, tmp_path: Path) -> None:
    kinds = Path(__file__).with_name("kinds.yaml")
    configure(tmp_path, f"packs: [{kinds}]\n")
    (tmp_path / "方案.md").write_text(
        "# 云泽市方案\n\n一、主要任务\n\n大干快上，推进一张网办。治理云泽湖，泽湖水库清淤。\n\n"
        "投资3亿元。实施清源、固堤、惠民四大行动。进一步加强，进一步提高。\n",
        "utf-8",
    )
    done = planlint("check", "方案.md", "--select", "YZS", "--format", "plain", "--quiet")
    lines = [line.split(" ", 2) for line in done.stdout.splitlines() if line[0] != " "]
    assert sorted(rule.split(" ")[0] for _, _, rule in lines) == [f"YZS-00{n}" for n in range(1, 8)]
    assert "7 条规则，例子全部相符" in planlint("test-rules").stdout


def test_words_of_an_office_reach_the_rules(planlint: Run, office: Path) -> None:
    (office / "草稿.md").write_text(
        "一、任务\n\n建设云泽平抬，合埋安排工期，开展云泽驿站、云泽客栈建设。"
        "（省财政厅、省财正厅负责）\n\n二、其他\n\n开展其他工作。（省财政厅、省教育厅负责）\n",
        "utf-8",
    )
    chosen = ("--select", "TRM001,TRM002,TSK004")
    assert reported(planlint, office, *chosen) == ["TRM001", "TSK004"]
    (office / "规则 包" / "lexicon").mkdir()
    for name, text in {
        "typos": "- 平抬 平台 after=水\n",
        "terms": "- 云泽驿站 云泽客栈\n",
        "organisations": "- 财正厅\n",
        "allow": "- 合埋安排\n",
    }.items():
        (office / "规则 包" / "lexicon" / f"{name}.yaml").write_text(text, "utf-8")
    assert reported(planlint, office, *chosen) == ["TRM001", "TRM002"]  # 平抬, 云泽客栈
    (office / "规则 包" / "lexicon" / "typos.yaml").write_text("- 平抬\n", "utf-8")
    (line,) = refused(planlint, "check", office)
    assert "typos.yaml:1: “平抬”应写作“错误写法 正确写法”" in line


def test_every_command_knows_the_house_rule(planlint: Run, office: Path) -> None:
    draft = office / "草稿.md"
    assert reported(planlint, draft) == ["YZS001", "TRM001"]
    assert reported(planlint, draft, "--select", "YZS") == ["YZS001"]
    assert reported(planlint, draft, "--no-config") == ["TRM001"]
    config = ("--config", office / ".planlint.yaml")
    assert "不用口语" in planlint("explain", "yzs001", *config).stdout
    assert "YZS001" in planlint("rules", *config).stdout
    tried = planlint("test-rules", office / "规则 包").stdout
    assert planlint("test-rules", *config).stdout == tried


def test_a_house_rule_is_suppressed_as_any_other(planlint: Run, office: Path) -> None:
    draft = office / "草稿.md"
    comment = "<!-- planlint-disable YZS001: 引文 -->\n\n"
    draft.write_text(DRAFT.replace("大干", comment + "大干"), "utf-8")
    assert reported(planlint, draft) == ["TRM001"]
    draft.write_text(DRAFT.replace("大干快上", comment + "加快"), "utf-8")
    assert reported(planlint, draft) == ["SUP001", "TRM001"]
    # Without its pack the code is that of no rule, yet it resembles none of ours either.
    assert reported(planlint, draft, "--no-config") == ["SUP003", "TRM001"]
    assert planlint("check", draft, "--no-config", "--ignore", "TRM").returncode == 0


def test_a_baseline_holds_house_rules(planlint: Run, office: Path) -> None:
    draft = office / "草稿.md"
    planlint("baseline", "write", draft)
    assert "YZS001" in planlint("baseline", "show").stdout
    assert planlint("check", draft, "--baseline", ".planlint-baseline.json").returncode == 0
    planlint("baseline", "write", draft, "--no-config", "--file", "plain.json")
    assert "YZS001" not in planlint("baseline", "show", "--file", "plain.json").stdout
    rewrite(office, "existence", "existance")
    for command in ("write", "prune"):
        (line,) = refused(planlint, "baseline", command, draft)
        assert "是不是 existence？" in line


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("kind: existence", "check: terms.nothing", ":1: YZS001：检查“terms.nothing”不存在"),
        ("kind: existence", "kind: existance", ":1: YZS001：没有“existance”这种通用规则"),
        ("[大干快上]", "大干快上", ":1: YZS001：选项“words”：“大干快上”应为列表"),
        ("  good: 我们加快进度。\n", "", ":1: YZS001：缺少“good”"),
        ("  bad: 我们‹大干快上›。\n", "", ":1: YZS001：缺少“bad”"),
        ("YZS001", "IND001", ":1: 代码 IND001 用了两次（另见 planlint 自带规则）"),
        ("good:", "yields_to: [TRM01]\n  good:", ":1: YZS001：“yields_to”中没有规则“TRM01”"),
        ("kind: existence", "check: look.texts.body_size", "规则包中不能用版式检查"),
        ("good:", "examples: docx\n  good:", "规则包的例子只能是 Markdown"),
        ("words: [大干快上]", "patterns: ['(大?干?)+。']", "可能极慢"),
        ("- id", "id", "应为规则的列表"),
    ],
)
def test_a_load_error_is_one_line_before_anything_is_checked(
    planlint: Run, office: Path, before: str, after: str, words: str
) -> None:
    rewrite(office, before, after)
    if after == "id":
        rewrite(office, "\n  ", "\n")
    found = [line for line in refused(planlint, "check", office) if words in line]
    assert len(found) == 1
    assert found[0].startswith("云泽市 规划/规则 包/用语.yaml:1: ")
    if "选项" not in words and "极慢" not in words:
        return
    assert refused(planlint, "test-rules", office / "规则 包") == found


def test_two_rules_of_one_code_name_both_places(planlint: Run, office: Path) -> None:
    (office / "规则 包" / "甲.yaml").write_text("\n" + RULE, "utf-8")
    (line,) = refused(planlint, "check", office)
    places = sorted(["用语.yaml:1", "甲.yaml:2"])
    assert all(f"规则 包/{place}" in line for place in places)
    assert "代码 YZS001 用了两次" in line
