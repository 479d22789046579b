"""Ledgers: what they hold of the samples, and how they treat what cannot be a typed cell."""

import csv
import json
import re
from datetime import date, datetime
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from linter.plan.lexicon import builtin_lexicon
from linter.plan.plan import Plan
from linter.readers.load import load
from linter.reporters.ledgers.build import ledgers
from linter.reporters.ledgers.csv import as_csv
from linter.reporters.ledgers.model import INDICATOR_COLUMNS, TASK_COLUMNS, Entry, Ledger
from linter.reporters.ledgers.xlsx import as_xlsx
from linter.reporters.names import LedgerKind
from tests.helpers import ROOT, Run, draft
from tests.readers.soffice import all_converted, needs_calc

NAMES = ("province-plan", "city-action-plan", "county-work-plan")
CLEAN = ROOT / "samples" / "clean"


def book_of(plan: Plan) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(as_xlsx(ledgers(plan), "题")))


@cache
def sample(name: str, form: str = "docx") -> Any:
    return book_of(Plan(load(CLEAN / f"{name}.{form}"), builtin_lexicon()))


def read(source: str) -> Plan:
    return Plan(draft(source), builtin_lexicon())


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows()
    names = [cell.value for cell in head]
    return [dict(zip(names, row, strict=True)) for row in rows]


def table_rows(name: str) -> list[list[str]]:
    """The rows of the sample's pipe tables, read without planlint."""
    lines = (ROOT / "samples" / "source" / f"{name}.md").read_text("utf-8").splitlines()
    found = [line for line in lines if line.startswith("|") and "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found]


def shown(cell: Any) -> str:
    """A cell as a spreadsheet shows it, for the formats that ledgers use."""
    value, form = cell.value, cell.number_format
    if value is None or isinstance(value, str) or form == "General":
        return "" if value is None else str(value)
    literal, digits = re.findall(r'"([^"]*)"', form), re.search(r"0(?:\.(0+))?", form)
    assert digits
    figure = f"{value:.{len(digits[1] or '')}f}"
    return (literal[0] if literal else "") + figure + (literal[1] if literal[1:] else "")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["docx", "md"])
def test_every_indicator_of_the_samples_is_there_with_its_figures(name: str, form: str) -> None:
    book = sample(name, form)
    held: dict[str, set[str]] = {}
    for row in rows_of(book["指标台账"]):
        values = {shown(row["基期值"]), shown(row["目标值"])}
        held.setdefault(row["指标"].value, set()).update(values)
        assert row["出处"].value
        assert isinstance(row["目标年"].value, int)
    table = table_rows(name)
    start = next(i for i, row in enumerate(table) if "指标" in "".join(row))
    width, checked = len(table[start]), 0
    for row in table[start + 1 :]:
        if len(row) != width:
            break
        if not any(row[2:]):
            continue  # the name of a group
        title = next(cell for cell in row if re.search(r"[\u4e00-\u9fff]", cell))
        known = re.sub(r"^(?:其中：)|^[\d.]+\s+", "", title)
        figures = {c for c in row if re.fullmatch(r"[≤≥]?[\d.]+", c)} - {row[0]}
        assert figures <= held[known], known
        checked += 1
    assert checked == len(held) >= 14


@pytest.mark.parametrize("name", NAMES)
def test_every_task_of_the_samples_is_there_with_its_units(name: str) -> None:
    book = sample(name)
    rows = {row["任务（事项）"].value: row for row in rows_of(book["责任分工台账"])}
    text = (ROOT / "samples" / "source" / f"{name}.md").read_text("utf-8")
    wanted: dict[str, str] = {}
    if name == "province-plan":
        division = [row for row in table_rows(name) if row[0].isdigit() and "、" in row[-1]]
        wanted = {row[1]: row[2] for row in division}
    else:
        body = text.partition("\n附件：")[0]
        for part in re.split(r"^(?=\d{1,2}\. ?)", body, flags=re.M)[1:]:
            title = re.match(r"\d{1,2}\. ?([^。\n]+)", part)
            units = re.search(r"[（(]?([^。（(\n]*牵头[^\n]*)|责任单位：([^\n]*)", part)
            if title and units:
                wanted[title[1]] = units[1] or units[2]
    assert len(wanted) >= 16
    for title, units in wanted.items():
        row = rows[title]
        first, second = row["牵头（责任）单位"].value, row["配合单位"].value
        assert first.split("、")[0] in units
        for unit in "、".join(filter(None, (first, second))).split("、"):
            assert unit in units, (title, unit)


def test_the_sheets_have_the_columns_a_frozen_head_and_a_filter() -> None:
    book = sample("province-plan")
    assert book.sheetnames == ["指标台账", "责任分工台账"]
    for sheet, columns in zip(book, (INDICATOR_COLUMNS, TASK_COLUMNS), strict=True):
        assert tuple(cell.value for cell in sheet[1]) == columns
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


TABLE = (
    "# 某市水利“十四五”规划\n\n## 一、目标\n\n表1 主要指标\n\n"
    "| 指标 | 单位 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- | --- |\n"
)


def test_what_is_no_figure_is_an_empty_cell_with_a_note_or_the_words() -> None:
    rows = rows_of(
        book_of(
            read(
                TABLE + "| 供水保证率 | % | — | ≥95.0 | 约束性 |\n"
                "| 农村自来水普及率 | % | | 〔12〕 | 预期性 |\n"
                "| 新增供水能力 | 万吨 | / | 〔12〕 | 预期性 |\n"
                "| 智慧水务体系 | | 初步建立 | 基本建成 | 预期性 |\n"
                "| 节水器具普及率 | % | 80 | 85-90 | 预期性 |\n"
            )
        )["指标台账"]
    )
    sure, change, new, words, span = rows
    assert (sure["基期值"].value, sure["基期值"].comment.text) == (None, "草稿中写作“—”，没有数值")
    assert (sure["目标值"].value, sure["目标值"].number_format) == (95, '"≥"0.0')
    assert change["基期值"].comment.text == "草稿中此格为空"
    assert change["目标值"].value == "〔12〕"
    assert (new["目标值"].value, new["目标值"].number_format) == (12, '"〔"0"〕"')
    assert (words["基期值"].value, words["目标值"].value) == ("初步建立", "基本建成")
    assert (words["单位"].value, words["单位"].comment.text) == (None, "草稿中没有写明单位")
    assert span["目标值"].value == "85-90"


def test_a_figure_in_csv_shows_its_bound_and_its_places() -> None:
    rows = "| 供水保证率 | % | 80.0 | ≥95.0 | 约束性 |\n| 新增供水量 | 万吨 | / | 〔12〕 | 预期性 |"
    shown = as_csv(ledgers(read(f"{TABLE}{rows}\n"), LedgerKind.INDICATORS))
    table = list(csv.reader(StringIO(shown)))
    assert table[1][3:7] == ["2020", "80.0", "2025", "≥95.0"]
    assert table[2][3:7] == ["2020", "", "2025", "〔12〕"]


DIVISION = (
    "# 某市水利工作方案\n\n## 附件 任务分工方案\n\n"
    "| 序号 | 重点任务 | 工作目标 | 牵头单位 | 配合单位 | 完成时限 |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
    '| 1 | =HYPERLINK("x") | 改造12处 | 市水利局 | 市财政局 | 2025年6月底前 |\n'
    "| 2 | ＋建设泵站 | 建成2座 | 市水利局 | 市财政局、市交通局 | 长期坚持 |\n"
    "| 3 | 修复湿地 | 修复3处 | / | | 2025年 |\n"
    "| 4 | 清淤河道 | 清淤4条 | 市水利局 | | 2025年2月30日 |\n"
)


def test_deadlines_are_dates_as_exact_as_they_are_told() -> None:
    first, second, third, fourth = rows_of(book_of(read(DIVISION))["责任分工台账"])
    assert first["完成时限"].value == datetime(2025, 6, 30)
    assert first["完成时限"].number_format == 'yyyy"年"m"月"'
    assert second["完成时限"].value == "长期坚持"
    assert third["完成时限"].value.date() == date(2025, 12, 31)
    assert third["完成时限"].number_format == 'yyyy"年"'
    assert fourth["完成时限"].comment.text == "不是日期：2025年2月30日"
    assert (first["目标值"].value, first["配合单位"].value) == ("改造12处", "市财政局")
    assert third["牵头（责任）单位"].comment.text == "没有认出单位：/"


def test_no_cell_is_a_formula() -> None:
    sheet = book_of(read(DIVISION))["责任分工台账"]
    cells = [cell for row in sheet for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    hostile = [cell for cell in cells if str(cell.value).startswith(("=", "＋"))]
    assert len(hostile) == 2
    assert all(cell.quotePrefix for cell in hostile)
    table = list(csv.reader(StringIO(as_csv(ledgers(read(DIVISION), LedgerKind.TASKS)))))
    assert [row[1][:2] for row in table[1:3]] == ["'=", "'＋"]


def test_several_deadlines_are_none_of_the_task_and_roles_not_told_are_said() -> None:
    tasks = "".join(
        f"{i}. 建设第{i}灌区\n\n到2024年建成渠道。2025年6月底前建成泵站。"
        "（市水利局牵头，市财政局负责）\n\n"
        for i in range(1, 5)
    )
    row = rows_of(book_of(read(f"# 某市水利规划\n\n## 一、任务\n\n{tasks}"))["责任分工台账"])[0]
    assert row["完成时限"].value is None
    assert row["完成时限"].comment.text.startswith("正文写有多个时限：")
    assert (row["牵头（责任）单位"].value, row["配合单位"].value) == ("市水利局", "市财政局")
    assert row["配合单位"].comment.text == "草稿没有写明是牵头还是配合：市财政局"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_run_is_words(start: str) -> None:
    """Whatever it begins with; blanks at the start of a cell of the draft are gone before."""
    words = f"{start}1+1|cmd"
    ledger = Ledger("tasks", "台账", ("任务",), ((Entry(words, note=words),),))
    assert list(csv.reader(StringIO(as_csv([ledger]))))[1] == ["'" + words.replace("\r", "\n")]
    from openpyxl import load_workbook

    cell = load_workbook(BytesIO(as_xlsx([ledger], words))).active["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value.strip() == words.strip()


def test_the_command_writes_both_and_one(planlint: Run, tmp_path: Path) -> None:
    source = TABLE + "| 供水保证率 | % | 80 | 95 | 约束性 |\n" + DIVISION.partition("\n\n")[2]
    (tmp_path / "draft.md").write_text(source, "utf-8")
    assert planlint("facts", "draft.md", "-o", "台账.xlsx").returncode == 0
    assert (tmp_path / "台账.xlsx").read_bytes().startswith(b"PK")
    both = planlint("facts", "draft.md", "--format", "csv").stdout
    assert both.startswith("指标台账\n")
    assert "\n\n责任分工台账\n" in both
    planlint("facts", "draft.md", "-o", "事实.json")
    assert json.loads((tmp_path / "事实.json").read_text("utf-8"))["indicators"]
    assert planlint("facts", "draft.md", "--ledger", "tasks", "-o", "任务.csv").stdout == ""
    assert (tmp_path / "任务.csv").read_text("utf-8-sig").startswith("序号,任务（事项）,")
    before = (tmp_path / "任务.csv").read_bytes()
    done = planlint("facts", "draft.md", "--format", "csv", "-o", "draft.md")
    assert (done.returncode, (tmp_path / "draft.md").read_text("utf-8")) == (2, source)
    assert planlint("facts", "draft.md", "--ledger", "tasks").returncode == 2
    assert (tmp_path / "任务.csv").read_bytes() == before


# Commas, quotation marks, UTF-8, cells as they are shown, all sheets.
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@needs_calc
def test_libreoffice_opens_the_workbooks_and_shows_every_cell(tmp_path: Path) -> None:
    """Every indicator and task of the samples, as the ledgers in CSV show them."""
    plans = {name: Plan(load(CLEAN / f"{name}.docx"), builtin_lexicon()) for name in NAMES}
    plans["hostile"] = read(DIVISION)
    books = {name: as_xlsx(ledgers(plan), "题") for name, plan in plans.items()}
    shown = all_converted(books, _CSV, tmp_path, ".xlsx")
    for name, plan in plans.items():
        for ledger in ledgers(plan):
            got = list(csv.reader(StringIO(shown[f"{name}-{ledger.name}.csv"].decode("utf-8"))))
            told = list(csv.reader(StringIO(as_csv([ledger]))))
            assert got == [[cell.removeprefix("'") for cell in row] for row in told]
