"""planlint facts: what was understood of a draft."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import ROOT, Run
from tests.readers.docx.fixtures import bordered, drawing, p, table, tc, tr, vml, word

SAMPLE = ROOT / "samples" / "clean" / "province-plan.docx"


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    from linter.plan.lexicon import builtin_lexicon
    from linter.plan.plan import Plan
    from linter.readers.load import load
    from linter.reporters.facts.data import as_dict

    return as_dict(Plan(load(SAMPLE), builtin_lexicon()))


def test_json_is_what_the_plan_says(planlint: Run, facts: dict[str, Any]) -> None:
    done = planlint("facts", SAMPLE, "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads(json.dumps(facts))


def test_period_date_and_title(facts: dict[str, Any]) -> None:
    assert (facts["period"]["start"], facts["period"]["end"]) == (2021, 2025)
    assert facts["date"]["day"] == "2021-09-16"
    assert facts["title"] == "岚川省“十四五”水安全保障规划"


def test_an_indicator_has_every_statement_that_is_about_it(facts: dict[str, Any]) -> None:
    by_name = {i["name"]: i for i in facts["indicators"]}
    coverage = by_name["水文自动监测覆盖率"]
    assert coverage["unit"] == "%"
    stated = {(s["year"], s["value"]) for s in coverage["statements"]}
    assert (2020, "76.2") in stated
    assert all(s["quote"] and s["location"]["paragraph"] for s in coverage["statements"])


def test_boxes_have_their_references_and_rows_their_units(facts: dict[str, Any]) -> None:
    assert [b["number"] for b in facts["boxes"]] == [1, 2, 3, 4, 5, 6]
    assert any(b["references"] for b in facts["boxes"])
    (division,) = facts["divisions"]
    assert all(row["units"] for row in division["rows"])


def test_boxes_of_every_shape_appear_once_and_in_order(planlint: Run, tmp_path: Path) -> None:
    """Drawn, old and bordered frames, one cell, two rows, a table in a frame, bare lines."""
    text = p("建设监测站网。")
    title = "专栏{}　工程{}".format
    framed = p(drawing(p(title(1, "甲")) + text)) + p(vml(p(title(2, "乙")) + text))
    bordered_ones = bordered(title(3, "丙")) + bordered("建设水库。") + p("正文。")
    tables = table(tr(tc(p(title(4, "丁")) + text))) + table(tr(tc(title(5, "戊"))), tr(tc(text)))
    inside = p(
        drawing(p(title(6, "己")) + table(tr(tc("项目"), tc("规模")), tr(tc("甲"), tc("9"))))
    )
    path = tmp_path / "draft.docx"
    path.write_bytes(word(p("某市规划") + framed + bordered_ones + tables + inside))
    boxes = json.loads(planlint("facts", path, "--format", "json").stdout)["boxes"]
    assert [(box["number"], box["name"]) for box in boxes] == [
        (i, f"工程{name}") for i, name in enumerate("甲乙丙丁戊己", 1)
    ]


def test_tasks_have_the_units_named_behind_them(planlint: Run) -> None:
    path = ROOT / "samples" / "clean" / "city-action-plan.md"
    tasks = json.loads(planlint("facts", path, "--format", "json").stdout)["tasks"]
    assert len(tasks) == 18
    assert all(task["units"] for task in tasks)
    assert {unit["role"] for task in tasks for unit in task["units"]} >= {"lead", "cooperating"}


def test_the_console_view_names_indicators_and_statements(planlint: Run) -> None:
    shown = planlint("facts", SAMPLE).stdout
    for words in ("规划期：2021—2025", "水文自动监测覆盖率", "↳ 2020年", "分工方案 (16)"):
        assert words in shown
    assert max(len(line) for line in shown.splitlines()) > 120  # nothing is folded in a pipe


def test_english_view(planlint: Run) -> None:
    assert "Period" in planlint("facts", SAMPLE, "--lang", "en").stdout


def test_a_file_that_cannot_be_read(planlint: Run, tmp_path: Path) -> None:
    done = planlint("facts", tmp_path / "missing.docx")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_view_tells_what_the_file_says_of_itself(planlint: Run) -> None:
    done = planlint("facts", SAMPLE, COLUMNS="200")
    assert "文件属性：标题 岚川省人民政府关于印发" in done.stdout
    assert "作者 planlint samples" in done.stdout
