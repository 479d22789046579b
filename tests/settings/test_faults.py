"""A mistake in a configuration is one line that names file, line and what was meant."""

from pathlib import Path

import pytest

from tests.settings.helpers import faults, write


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slect: [BOX]", ":2: 没有配置项“slect”，是不是 select？"),
        ("fail_on: error", "是不是 fail-on？"),
        ("ignore: [BOX01]", "没有规则“BOX01”，是不是 BOX001？"),
        ("severity: {box-numberin: info}", "是不是 box-numbering？"),
        ("severity: {BOX001: warn}", "是不是 warning？"),
        ("options: {TRM002: {told_eac: 1}}", "TRM002：没有选项“told_eac”，是不是 told_each？"),
        ("options: {TRM002: {told_each: many}}", "“many”应为整数"),
        ("options: {TRM002: {told_each: true}}", "应为整数"),
        ("options: {TRM2: {told_each: 1}}", "没有规则“TRM2”"),
        ("fail-on: errors", "是不是 error？"),
        ("lang: zn", "“zn”应为 zh、en 之一"),
        ("plan: {period: 2020}", "应写作起止年份"),
        ("plan: {period: 2025-2021}", "应写作起止年份"),
        ("plan: {issued: 2021-02-30}", "应为日期"),
        ("plan: {province: 四川市}", "是不是 四川省？"),
        ("plan: {base-year: 20}", "应为年份"),
        ("plan: {peroid: 2021-2025}", "没有配置项“plan.peroid”，是不是 period？"),
        ("limits: {paragraphs: 0}", "大于 0"),
        ("limits: {paragraph: 1}", "是不是 paragraphs？"),
        ("overrides: [{ignore: BOX}]", "应有“paths”"),
        ("overrides: [{paths: '*', packs: x}]", "overrides 中不能写“packs”"),
        ("overrides: [{paths: '*', plann: x}]", "没有配置项“overrides.plann”，是不是 plan？"),
        ("severity: {BOX001: off}", "不用的规则写在 ignore 中"),
        ("severity: {BOX001: [off]}", "“[false]”应为 error"),
        ("plan: {base-year: '2020x'}", "plan.base-year：“2020x”应为年份"),
        ("suppress: [5]", "suppress：“5”应为对照表"),
        ("suppress: [{rule: [], reason: x}]", "应有“rule”"),
        ("suppress: [{rule: BOX001, reason: 5}]", "suppress.reason：“5”应为文字，数字"),
        ("lang：zh", ":2: 不是有效的 YAML：缺少冒号：冒号用半角"),
        ("lang: [zh", "方括号"),
        ("lang: 'zh", "引号没有成对"),
        ("lang: a: b", "冒号或缩进不对"),
        ("overrides: [{paths: '[z-a]'}]", "不是有效的路径模式"),
        ("suppress: [{rule: BOX001}]", "应有“reason”"),
        ("suppress: [{rule: BAX001, reason: x}]", "没有规则“BAX001”，是不是 BOX001？"),
        ("packs: [nowhere]", ":2: packs：规则包“nowhere”不存在"),
        ("- a\n- b", "应为对照表"),
        ("a: [", ":3: 不是有效的 YAML"),
        ("lang: zh\nlang: en", ":3: “lang”写了两次"),
        ("plan: {issued: 2021-13-45}", "“2021-13-45”"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path, here=text + "\n")
    found = faults(tmp_path / "x.md")
    assert len(found) == 1, found
    assert found[0].startswith(".planlint.yaml")
    assert words in found[0]


def test_all_mistakes_of_all_files_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, here="lang: zn\nignore: [XYZ]\n", a="fail-on: maybe\nextend: strict\n")
    found = faults(tmp_path / "a" / "x.md")
    assert len(found) == 4
    assert len({line.split(": ")[0] for line in found}) == 4


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"a: &a [*a]\n",
        b"[" * 3000,
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 110)
        ),
        b"? [a, b]\n: c\n",
        b"!!python/object/apply:os.system [ls]\n",
        b"a: !!binary x\n",
        b"\x00",
    ],
)
def test_hostile_files_are_one_fault(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, here="")
    (tmp_path / ".planlint.yaml").write_bytes(data)
    assert faults(tmp_path / "x.md")


def test_a_folder_by_the_name_of_a_file_is_no_configuration(tmp_path: Path) -> None:
    write(tmp_path, here="")
    (tmp_path / "a" / ".planlint.yaml").mkdir(parents=True)
    assert faults(tmp_path / "a" / "x.md") == []
