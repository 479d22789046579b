"""What stopped newcomers (faults E): the points that no test of their own subject names.

Others: test_usage, test_choosing, test_folders, test_encodings, test_init, test_baseline (this
folder), test_signals (Ctrl-C), tests/packaging/test_pre_commit, tests/docs/test_ci_pages.
"""

import re
from pathlib import Path

import pytest

from linter import __version__
from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.reporters.digest import MANY
from linter.reporters.places import place
from tests.helpers import Run, diagnose
from tests.readers.docx.fixtures import p, word

INDICATORS = """# 某市数字经济发展规划（2021—2025年）

一、发展目标

到2025年，数字经济规模突破两千亿元。

表1 主要指标

| 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- |
| 数字经济规模 | 亿元 | 1200 | 1800 | 预期性 |
"""
UNITS = """一、任务

（一）建设。建设平台。（责任单位：市{}、市财政局、市发展改革委）

（二）改造。改造管网。（责任单位：市公安局、市财政局、市发展改革委）

（三）治理。治理河道。（责任单位：市公安局、市财政局、市发展改革委）

（四）巡查。巡查河道。（责任单位：市水利厅、市财政局、市发展改革委）
"""


def test_the_suffix_of_a_report_is_its_format_and_every_one_is_written(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    planlint("check", faulty, "-o", "a.html", "-o", "b.json", "-o", "c.sarif")
    begins = {"a.html": "<!DOCTYPE html>", "b.json": "{", "c.sarif": "{"}
    for name, head in begins.items():
        assert (tmp_path / name).read_text("utf-8").startswith(head)


def test_the_page_has_date_version_titles_and_reasons(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    planlint("check", faulty, "-o", "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    (rule,) = (rule for rule in builtin_rules() if rule.id == "BOX001")
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d", page)
    for words in (__version__, rule.title, rule.why.strip().splitlines()[0]):
        assert words in page


def test_a_place_in_word_is_told_by_words_that_one_can_search_for(tmp_path: Path) -> None:
    from linter.readers.load import load

    file = tmp_path / "草稿.docx"
    file.write_bytes(word(p("一、任务") + p("推进灌区节水改造，合埋安排时序。")))
    (found,) = diagnose(load(file), "TRM001")
    assert place(found.span, Lang.ZH) == "“推进灌区节水改造，合埋安…”段"


def test_the_bound_of_a_figure_is_told_as_the_draft_tells_it() -> None:
    (found,) = diagnose(INDICATORS, "IND001")
    assert "正文为突破两千亿元" in found.message


def test_a_broken_row_of_a_division_is_told_with_one_count() -> None:
    rows = "".join(f"| {n} | 建设平台 | 市财政局 |\n" for n in (1, 2, 4))
    head = "附件：分工方案\n\n| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n"
    (found,) = diagnose(f"一、任务\n\n推进建设。\n\n{head}{rows}", "TSK010")
    assert found.message == "分工表序号不连续：2 之后是 4"


@pytest.mark.parametrize("wrong", ["公安句", "公安剧"])
def test_a_unit_is_held_against_those_of_its_own_level(wrong: str) -> None:
    draft = UNITS.format(wrong).replace("市水利厅", "省公安厅")
    (found,) = [d for d in diagnose(draft, "TSK004") if d.span.quote.endswith(wrong)]
    assert "市公安局" in found.message
    assert "厅" not in found.message


def test_where_no_task_has_a_lead_no_share_is_told() -> None:
    (found,) = diagnose(UNITS.format("公安局"), "TSK006")
    assert found.message == "由多个单位承担的 4 项任务都未明确牵头单位（自此处起）"


def test_the_worst_of_many_comes_first(planlint: Run, tmp_path: Path) -> None:
    slips = "".join(f"推进第{n}批节水，，落实责任。\n\n" for n in range(MANY))
    (tmp_path / "a.md").write_text(f"一、任务\n\n{slips}见专栏2。\n\n> **专栏1 节水**\n", "utf-8")
    lines = planlint("check", "a.md").stdout.splitlines()
    assert lines[1].strip().startswith("最要紧的")
    assert "BOX001" in lines[2]


def test_a_draft_with_nothing_to_compare_says_so(planlint: Run, tmp_path: Path) -> None:
    text = "一、任务\n\n" + "推进各项工作，落实各项责任。\n\n" * 200
    (tmp_path / "a.md").write_text(text, "utf-8")
    assert "没有可比对" in planlint("check", "a.md").stdout


def test_a_prefix_lists_its_family(planlint: Run) -> None:
    shown = planlint("explain", "ind").stdout
    family = [rule for rule in builtin_rules() if rule.id.startswith("IND")]
    assert all(f"{rule.id}  " in shown and rule.title in shown for rule in family)
    assert shown.splitlines()[-1] == "说明其中一条：planlint explain IND001"
    assert "没有规则“INDD”" in planlint("explain", "INDD").stderr


def test_the_shortest_example_of_each_kind_comes_first(planlint: Run) -> None:
    (rule,) = (rule for rule in builtin_rules() if rule.id == "IND001")
    shown = planlint("explain", "IND001").stdout
    shortest = [min(kind, key=lambda e: len(e.text)) for kind in (rule.bad, rule.good)]
    places = [shown.index(example.text.strip().splitlines()[-1]) for example in shortest]
    assert places == sorted(places)
    others = [e.text.strip().splitlines()[-1] for e in rule.bad if e is not shortest[0]]
    assert all(places[1] < shown.rindex(line) for line in others)
