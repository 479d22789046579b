"""A pack is validated on load: every fault with its file and line, all together."""

from pathlib import Path

import pytest

from linter.catalogue.packs.load import load_pack
from linter.catalogue.packs.shelves import Catalogue, combine
from tests.helpers import draft, reported

RULE = """\
- id: HSE001
  title: 不用口语
  kind: existence
  options: {words: [大干快上]}
  message: “{word}”是口语
  bad: 我们‹大干快上›。
  good: 我们加快进度。
"""


def pack(folder: Path, rules: str = "", **words: str) -> tuple[Catalogue, list[str]]:
    """Load a pack of these rules and word lists; return the catalogue and what is wrong."""
    (folder / "lexicon").mkdir(exist_ok=True)
    (folder / "rules.yaml").write_text(rules, "utf-8")
    for name, text in words.items():
        (folder / "lexicon" / f"{name}.yaml").write_text(text, "utf-8")
    held, faults = load_pack(folder)
    catalogue, wrong = combine([held], faults)
    return catalogue, [str(fault).replace(f"{folder}/", "") for fault in wrong]


def found_by(catalogue: Catalogue, source: str, *rules: str) -> list[str]:
    chosen = [rule for rule in catalogue.rules if rule.id in rules]
    report = reported(draft(source), chosen, lexicon=catalogue.lexicon)
    return [d.span.quote for d in report.diagnostics]


def test_what_an_office_need_not_say(tmp_path: Path) -> None:
    catalogue, faults = pack(tmp_path, RULE)
    (rule,) = (rule for rule in catalogue.rules if rule.id == "HSE001")
    assert faults == []
    assert (rule.name, rule.severity, rule.why) == ("hse001", "warning", "不用口语")
    assert rule.source


def test_what_is_left_empty_is_not_said(tmp_path: Path) -> None:
    empty = "  name:\n  why:\n  severity: ''\n  message_en:\n  limits:\n"
    catalogue, faults = pack(tmp_path, RULE + empty)
    (rule,) = (rule for rule in catalogue.rules if rule.id == "HSE001")
    assert faults == []
    assert (rule.name, rule.severity, rule.why, rule.limits) == (
        "hse001",
        "warning",
        "不用口语",
        "",
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("id: HSE001", "id: hse1", "代码“hse1”不合格式"),
        ("id: HSE001", "id: BOX001", "代码 BOX001 用了两次（另见 planlint 自带规则）"),
        ("kind: existence", "kind: existance", "是不是 existence？"),
        ("kind: existence", "check: boxes.nothing", "检查“boxes.nothing”不存在"),
        ("kind: existence", "severity: error", "应写“kind”"),
        ("title:", "titel:", "没有“titel”这一项，是不是 title？"),
        ("{words: [大干快上]}", "{wrods: [大干快上]}", "没有选项“wrods”，是不是 words？"),
        ("{words: [大干快上]}", "{words: 大干快上}", "应为列表"),
        ("{words: [大干快上]}", "{words: [1]}", "应为文字"),
        ("{words: [大干快上]}", "{patterns: ['(a']}", "不是有效的正则表达式"),
        ("{words: [大干快上]}", "{}", "选项中应有“words”或“patterns”"),
        ("{words: [大干快上]}", "{words: [大干快上], zones: [bdy]}", "是不是 body？"),
        ("{word}", "{wrod}", "{wrod} 不可用"),
        ("{word}", "{word", "花括号不成对"),
        ("bad: 我们‹大干快上›。", "bad: 我们大干快上。", "应以‹›标出"),
        ("  good: 我们加快进度。\n", "", "缺少“good”"),
        ("  bad: 我们‹大干快上›。\n", "", "缺少“bad”"),
        ("id: HSE001", "id: HSE001\n  severity: warn", "是不是 warning？"),
        ("id: HSE001", "id: HSE001\n  enabled: maybe", "“enabled”应为 true 或 false"),
        (
            "id: HSE001",
            "id: HSE001\n  fix: save",
            "“fix”应为 safe、unsafe、checked 之一，不是“save”，是不是 safe？",
        ),
        ("title: 不用口语", "title: 2024", "“title”应为文字"),
        ("id: HSE001", "id: HSE001\n  severity: off", "“severity”应为文字"),
        ("id: HSE001", "id: HSE001\n  yields_to: [NOP001]", "NOP001"),
        ("- id", "id", "应为规则的列表"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, before: str, after: str, words: str) -> None:
    text = RULE.replace(before, after, 1)
    if after == "id":
        text = text.replace("\n  ", "\n")
    _, faults = pack(tmp_path, text)
    assert any(words in fault for fault in faults), faults


def test_all_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    broken = RULE.replace("existence", "existance") + RULE.replace("good", "godo")
    _, faults = pack(tmp_path, broken, typos="- 帐户\n", places="- 甲\n")
    assert any(f.startswith("rules.yaml:8: HSE001：缺少“good”") for f in faults)
    assert any(f.startswith("rules.yaml:1: HSE001：没有“existance”") for f in faults)
    assert any(f.startswith("lexicon/typos.yaml:1:") for f in faults)
    assert any("没有“places”这种词表" in f for f in faults)
    assert any("代码 HSE001 用了两次" in f for f in faults)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("typos", "- 帐户\n", "应写作"),
        ("typos", "- 帐户 账户 aftr=甲\n", "是不是 after？"),
        ("typos", "- 大数 大数据\n", "不是正确写法"),
        ("terms", "- 甲 乙 丙\n", "应写作"),
        ("organisations", "- {full: 某局}\n", "name"),
        ("organisations", "- {name: 某某局, colloqial: [某局]}\n", "是不是 colloquial？"),
        ("organisations", "- {name: 某某局, also: 某局}\n", "应为名称的列表"),
        ("allow", "- [甲]\n", "应为一个词"),
        ("allow", "entires: []\nsource: x\n", "是不是 entries？"),
        ("typos", "合埋: 合理\n", "应为列表"),
        ("allow", "甲\n", "应为列表"),
    ],
)
def test_word_lists_are_validated(tmp_path: Path, name: str, text: str, words: str) -> None:
    _, faults = pack(tmp_path, RULE, **{name: text})
    assert len(faults) == 1
    assert words in faults[0]


def test_words_reach_the_rules(tmp_path: Path) -> None:
    source = (
        "一、任务\n\n建设云梦坪抬，开展智慧医院、数字医院建设。（省财政厅、云梦厅、省财正厅负责）\n\n"
        "二、其他\n\n开展其他工作。（省财政厅、省教育厅负责）\n"
    )
    plain, _ = pack(tmp_path, RULE)
    assert found_by(plain, source, "TRM001", "TRM002") == []
    mine, faults = pack(
        tmp_path,
        RULE,
        typos="- 坪抬 平台 after=水\n",
        terms="- 智慧医院 数字医院\n",
        organisations="- 财正厅\n",
    )
    assert faults == []
    assert found_by(mine, source, "TRM001", "TRM002") == ["坪抬", "数字医院"]
    assert found_by(plain, source, "TSK004") == ["省财正厅"]
    assert found_by(mine, source, "TSK004") == []


def test_a_missing_or_empty_pack_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, words in (("empty", "空的规则包"), ("nowhere", "不存在")):
        _, (fault,) = load_pack(tmp_path / name)
        assert words in str(fault)
