"""What was looked at: counts that come from the facts, and marks on the indicator table."""

import json
from pathlib import Path

import pytest

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.diagnosis.coverage.model import CellState, DraftCoverage, Looked
from linter.diagnosis.coverage.words import MATERIALS, REASONS, counted, lines, nothing, summary
from linter.diagnosis.diagnostic import Keep
from linter.engine.check import check, check_path
from linter.engine.coverage.materials import MATERIALS as COUNTS
from linter.engine.coverage.materials import materials_of
from linter.settings.effective import Settings
from linter.subjects.indicators.check_growth import Ungrown
from linter.subjects.indicators.check_restated import Lone
from linter.subjects.indicators.comparable import Apart
from tests.helpers import ROOT, Run, chosen_rules, draft, planted

PLAN = (
    "# 某市水利“十四五”规划\n\n## 一、目标\n\n表1 主要指标\n\n"
    "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n"
    "| 农村自来水普及率 | % | 84.6 | 92 |\n"
    "| 有效灌溉面积 | 万亩 | 2865 | 3080 |\n"
    "| 城镇污水处理率 | % | 90 | 95 |\n\n"
    "2020年，农村自来水普及率达到84.6%。到2025年，农村自来水普及率达到93%，"
    "有效灌溉面积达到3080万亩，有效灌溉面积年均增长1.5%。2023年，有效灌溉面积达到2950万亩。\n\n"
    "2020年，城镇公共供水水厂日供水能力达到120万吨。\n"
)


def covered(source: str, *rules: str) -> DraftCoverage:
    settings = Settings(chosen_rules(*rules))
    coverage = check(draft(source), settings, None, Keep(coverage=True)).coverage
    assert coverage is not None
    return coverage


def material(coverage: DraftCoverage, what: str) -> Looked:
    return next(one for one in coverage.materials if one.what == what)


def test_pairs_and_what_is_left_alone_with_its_reason() -> None:
    one = material(covered(PLAN), "table-text")
    left = {each.reason: each.times for each in one.left}
    assert (one.seen, one.compared) == (6, 3)
    assert left == {"growth": 1, "no-value": 1, "no-indicator": 1}
    examples = {each.reason: each.examples for each in one.left}
    assert examples["no-value"] == ("有效灌溉面积达到2950万亩",)
    assert examples["no-indicator"] == ("城镇公共供水水厂日供水能力达到120万吨",)


GROWN = (
    "# 某市水利“十四五”规划\n\n## 一、目标\n\n表1 主要指标\n\n"
    "| 指标 | 单位 | 2020年 | 2025年 | 年均增速〔累计〕 |\n| --- | --- | --- | --- | --- |\n"
    "| 有效灌溉面积 | 万亩 | 2865 | 3080 | 1.5% |\n"
    "| 农村自来水普及率 | % | 84 | 92 | 1.8% |\n"
    "| 用水总量 | 亿立方米 | 30 | 32 | — |\n"
    "| 新增供水能力 | 万吨 | / | 12 | 2% |\n"
    "| 水土流失治理面积 | 平方公里 | 100 | 160 | 〔60〕 |\n"
)


def test_why_growth_and_direction_are_left_alone() -> None:
    coverage = covered(GROWN)
    growth, direction = material(coverage, "growth"), material(coverage, "direction")
    assert (growth.seen, growth.compared) == (5, 1)
    assert {each.reason: each.examples for each in growth.left} == {
        "level": ("农村自来水普及率",),
        "no-figure": ("用水总量",),
        "no-base": ("新增供水能力",),
        "cumulative": ("水土流失治理面积",),
    }
    assert {each.reason: each.times for each in direction.left} == {"no-base": 1, "either": 1}
    (tables,) = material(coverage, "tables").left
    assert tables == ("single-table", 5, ())


def test_a_draft_without_an_indicator_table_says_so() -> None:
    coverage = covered("# 某市水利规划\n\n## 一、目标\n\n到2025年，供水能力达到120万吨。\n")
    (left,) = material(coverage, "table-text").left
    assert left == ("no-table", 1, ("供水能力达到120万吨",))
    *shown, last = lines(coverage, Lang.ZH)
    assert all("0 处" not in line for line in shown)
    assert last.startswith("草稿中没有：指标表之间（IND001, IND002）、指标的增速、累计值（IND007）")
    assert (
        "none in the draft: one indicator in two tables (IND001" in [*lines(coverage, Lang.EN)][-1]
    )


def test_every_figure_of_the_table_has_its_mark() -> None:
    cells = covered(PLAN).cells
    states = {cell.span.quote: cell.state for cell in cells}
    assert states == {
        "84.6": CellState.AGREES,
        "92": CellState.DIFFERS,
        "2865": CellState.ABSENT,
        "3080": CellState.AGREES,
        "90": CellState.ABSENT,
        "95": CellState.ABSENT,
    }
    (differs,) = (cell for cell in cells if cell.state is CellState.DIFFERS)
    assert [span.quote for span in differs.places] == ["农村自来水普及率达到93%"]


@pytest.mark.parametrize("name", ["province-plan", "city-action-plan", "county-work-plan"])
def test_a_cell_differs_exactly_where_a_finding_says_so(name: str) -> None:
    report = planted(name)
    assert report.coverage is not None
    differs = {id(c.span.node) for c in report.coverage.cells if c.state is CellState.DIFFERS}
    wrong = [d for d in report.diagnostics if d.rule in ("IND001", "IND002", "IND005")]
    said = {
        id(span.node)
        for d in wrong
        for span in (d.span, *(other.span for other in d.related))
        if d.variant not in ("growth", "near", "likely", "tables")
    }
    assert differs
    assert differs <= said


@pytest.mark.parametrize("name", ["province-plan", "city-action-plan"])
def test_what_is_compared_and_what_is_left_alone_is_all_that_is_seen(name: str) -> None:
    settings = Settings(chosen_rules())
    path = ROOT / "samples" / "clean" / f"{name}.md"
    coverage = check_path(path, settings, None, Keep(coverage=True)).coverage
    assert coverage is not None
    pairs = [one for one in coverage.materials if one.compared is not None]
    assert all(o.seen == (o.compared or 0) + sum(x.times for x in o.left) for o in pairs)
    assert material(coverage, "table-text").compared
    assert {rule.rule for rule in coverage.rules} >= {"IND001", "BOX001", "TRM001"}
    assert all(rule.looked for rule in coverage.rules)


def test_every_rule_every_reason_and_every_material_has_its_words() -> None:
    for rule in builtin_rules():
        assert rule.reviews or set(materials_of(rule)) <= set(COUNTS), rule.id
    assert set(COUNTS) <= set(MATERIALS)
    assert {str(reason) for reason in (*Apart, *Lone, *Ungrown)} <= set(REASONS)


def test_the_words_for_people() -> None:
    coverage = covered(PLAN, "IND001")
    one = material(coverage, "table-text")
    assert counted(one, Lang.ZH).startswith("正文数值与指标表：6 处，比对 3 对；未比对：")
    assert "3 pairs compared; left alone: " in counted(one, Lang.EN)
    assert summary(coverage).splitlines() == [counted(one, Lang.ZH)]
    assert next(lines(coverage, Lang.ZH)).endswith("（IND001）")


def test_only_the_rules_that_ran_count() -> None:
    coverage = covered(PLAN, "TRM001")
    assert [one.what for one in coverage.materials] == ["text"]
    assert (coverage.compared, coverage.cells) == (0, ())
    assert summary(coverage) == nothing(Lang.ZH)


PROSE = "# 某市水利工作意见\n\n## 一、要求\n\n要提高认识，抓好落实，务求实效。\n"


def test_a_draft_with_nothing_to_compare_says_so(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / "意见.md").write_text(PROSE, "utf-8")
    (tmp_path / "规划.md").write_text(PLAN, "utf-8")
    done = planlint("check", "意见.md", "规划.md", COLUMNS="120")
    assert done.stdout.count("没有可比对的指标") == 1
    assert done.stdout.startswith("意见.md\n  没有可比对的指标、专栏、引用和责任单位")
    assert "没有可比对" not in planlint("check", "意见.md", "--quiet").stdout
    assert "没有可比对" not in planlint("check", "意见.md", "--select", "TRM").stdout


def test_coverage_in_the_reports(planlint: Run, tmp_path: Path) -> None:
    (tmp_path / "规划.md").write_text(PLAN, "utf-8")
    shown = planlint("check", "规划.md", "--coverage", COLUMNS="200").stdout
    assert "正文数值与指标表：6 处，比对 3 对；未比对：" in shown
    done = planlint(
        "check", "规划.md", "--coverage", "-o", "a.json", "-o", "a.sarif", "-o", "a.txt"
    )
    (file,) = json.loads((tmp_path / "a.json").read_text("utf-8"))["files"]
    rules = {one["rule"]: one for one in file["coverage"]["rules"]}
    assert rules["IND001"]["looked"][0]["compared"] == 3
    assert file["coverage"]["indicator_values"] == {"agrees": 2, "differs": 1, "absent": 3}
    log = json.loads((tmp_path / "a.sarif").read_text("utf-8"))["runs"][0]
    assert log["artifacts"][0]["properties"]["planlint/coverage"] == file["coverage"]
    assert "比对 3 对" in (tmp_path / "a.txt").read_text("utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    plain = json.loads(planlint("check", "规划.md", "--format", "json").stdout)
    assert "coverage" not in plain["files"][0]
