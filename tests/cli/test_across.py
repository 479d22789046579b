"""planlint diff, align and reconcile, end to end."""

import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from linter.across.run import run
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.formats import write
from linter.reporters.sheets.names import SheetFormat
from linter.settings.session import Session
from tests.helpers import ROOT, Run

PAIRS = ROOT / "samples" / "pairs"
ALIGN = ("align", PAIRS / "local.md", "--upper", PAIRS / "upper.md")
RECONCILE = ("reconcile", PAIRS / "ledger-slips.md", ROOT / "samples/clean/city-action-plan.md")
TEXT = """# 云桐市养老服务规划（2021—2025年）

一、发展目标

到2025年，护理型床位占比达到55%，全市{built}社区助餐点120个。

| 指标 | 单位 | 2020年 | 2025年 |
| --- | --- | --- | --- |
| {name} | % | 42 | {target} |

二、主要任务

建设服务网点（见专栏1），养老机构护理型床位占比稳步提高。

> **专栏1 服务网点建设**
>
> 新建网点30个。
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions: the target was changed in the table only, a word was changed."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(TEXT.format(name="护理型床位占比", target=55, built="新建"), "utf-8")
    new.write_text(TEXT.format(name="护理型床位占比", target=60, built="建成"), "utf-8")
    return old, new


def test_both_sides_and_their_places_in_every_line(planlint: Run, pair: tuple[Path, Path]) -> None:
    done = planlint("diff", *pair, COLUMNS="120")
    assert done.returncode == 1
    assert "实质 目标值改变：护理型床位占比" in done.stdout
    assert "2025年55% → 2025年60%" in done.stdout
    assert "原稿：表1第2行“护理型床位占比”第4列" in done.stdout
    assert "修改稿：表1第2行“护理型床位占比”第4列" in done.stdout
    assert "错误 CHG001" in done.stdout


def test_json_has_rows_and_findings(planlint: Run, pair: tuple[Path, Path]) -> None:
    data = json.loads(planlint("diff", *pair, "--format", "json").stdout)
    assert (data["version"], data["command"]) == (1, "diff")
    row = next(row for row in data["rows"] if row["kind"] == "target-changed")
    assert row["sides"]["old"]["location"]["table"] == 1
    assert [d["rule"] for d in data["files"][0]["diagnostics"]] == ["CHG001"]
    assert data["summary"]["errors"] == 1


@pytest.mark.parametrize("form", ["plain", "sarif", "github", "junit"])
def test_every_report_has_the_findings(planlint: Run, pair: tuple[Path, Path], form: str) -> None:
    done = planlint("diff", *pair, "--format", form)
    assert done.returncode == 1
    assert "CHG001" in done.stdout


@pytest.mark.parametrize("command", ["align", "reconcile"])
def test_the_table_in_word_excel_and_html(tmp_path: Path, command: str) -> None:
    _, draft, *others = ALIGN if command == "align" else ("", RECONCILE[2], "", RECONCILE[1])
    result = run(command, Path(draft), [Path(others[-1])], Session(isolated=True), quiet=True)
    how = Presentation(result.rules)
    for form in (SheetFormat.DOCX, SheetFormat.XLSX, SheetFormat.HTML):
        write(form, result.sheet, [result.report], how, tmp_path / f"表.{form}", [])
    book = openpyxl.load_workbook(tmp_path / "表.xlsx")
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    assert heads[0] == "序号"
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref is not None
    table = docx.Document(str(tmp_path / "表.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == heads
    assert len(table.rows) == page.max_row
    assert zipfile.ZipFile(tmp_path / "表.docx").testzip() is None
    html = (tmp_path / "表.html").read_text("utf-8")
    assert html.count("<tr class=") >= page.max_row - 1
    assert "<script" not in html


def test_words_of_a_draft_are_escaped(planlint: Run, pair: tuple[Path, Path]) -> None:
    old, new = pair
    new.write_text(new.read_text("utf-8").replace("新建网点30个", "=A&B，新建网点30个"), "utf-8")
    assert "=A&amp;B" in planlint("diff", old, new, "--format", "html").stdout
    for form in ("docx", "xlsx"):
        done = planlint("diff", old, new, "--format", form, "-o", old.with_name(f"t.{form}"))
        assert (done.returncode, done.stdout) == (1, "")
    rows = docx.Document(str(old.with_name("t.docx"))).tables[0].rows
    assert any(row.cells[3].text.startswith("=A&B") for row in rows)
    page = openpyxl.load_workbook(old.with_name("t.xlsx")).worksheets[0]
    assert all(cell.data_type != "f" for row in page for cell in row)


def test_selection_severity_and_fail_on(
    planlint: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    done = planlint("diff", *pair, "--ignore", "CHG001", "--format", "plain")
    assert (done.returncode, "CHG" in done.stdout) == (0, False)
    config = tmp_path / "c.yaml"
    config.write_text("severity: {CHG001: warning}\n", "utf-8")
    done = planlint("diff", *pair, "--config", config, "--format", "plain")
    assert (done.returncode, done.stdout.count("警告 CHG001")) == (0, 1)
    done = planlint("diff", *pair, "--config", config, "--fail-on", "warning")
    assert done.returncode == 1


def test_a_plain_check_runs_none_of_them(planlint: Run, pair: tuple[Path, Path]) -> None:
    done = planlint("check", pair[1], "--select", "CHG,ALN,LDG", "--format", "sarif")
    assert done.returncode == 0
    assert json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"] == []


def test_a_baseline_holds_what_is_known_beside_that_of_check(
    planlint: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    new, base = pair[1], tmp_path / "b.json"
    planlint("baseline", "write", new, "--file", base)
    held = base.read_text("utf-8").count('"rule"')
    planlint("diff", *pair, "--write-baseline", base)
    planlint("baseline", "write", new, "--file", base)  # what diff wrote stays
    assert base.read_text("utf-8").count('"rule"') == held + 1
    done = planlint("diff", *pair, "--baseline", base)
    assert done.returncode == 0
    assert "基线已有 1 个" in done.stdout
    assert "不再出现" not in planlint("check", new, "--baseline", base).stdout


def test_a_finding_is_silenced_in_the_draft(planlint: Run, pair: tuple[Path, Path]) -> None:
    old, new = pair
    silent = "\n\n<!-- planlint-disable-file CHG: 已知 -->\n"
    new.write_text(new.read_text("utf-8") + silent, "utf-8")
    done = planlint("diff", old, new)
    assert done.returncode == 0
    assert "已忽略 1 个" in done.stdout
    assert "SUP" not in planlint("check", new).stdout


def test_several_plans_above_and_english(planlint: Run) -> None:
    done = planlint(*ALIGN, "--upper", PAIRS / "national-2025.yaml", "--lang", "en")
    assert done.returncode == 1
    words = " ".join(done.stdout.split())
    assert "Alignment with the plan above" in words
    assert "totals of another territory are not compared" in words
    assert "the plan above binds to" in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("diff", "none.md", "new.md"), "none.md: 文件不存在"),
        (("diff", "old.md", "none.docx"), "none.docx: 文件不存在"),
        (("align", "new.md", "--upper", "x.exe"), "x.exe: 不支持的文件格式"),
        (("reconcile", "empty.md", "new.md"), "没有认出任何一张台账"),
        (("diff", "old.md", "new.md", "--format", "docx"), "要用 --output"),
        (("diff", "old.md", "new.md", "-o", "new.md"), "不能覆盖"),
        (("diff", "old.md", "new.md", "--select", "CHX"), "没有规则“CHX”"),
        (("diff", "old.md", "new.md", "--baseline", "none.json"), "没有基线文件"),
        (("diff", "old.md", "new.md", "-o", "none/x.html"), "不能写入"),
    ],
)
def test_bad_input_ends_in_one_clear_line(
    planlint: Run, pair: tuple[Path, Path], arguments: tuple[str, ...], words: str
) -> None:
    pair[0].with_name("empty.md").write_text("# 台账\n\n没有表格。\n", "utf-8")
    done = planlint(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_opinions_in_a_word_table(planlint: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=5)
    for cell, text in zip(
        table.rows[0].cells, ("序号", "反馈单位", "意见内容", "是否采纳", "采纳理由"), strict=True
    ):
        cell.text = text
    opinion = "将“新建网点30个”改为“新建服务网点30个”"
    for cell, text in zip(
        table.rows[1].cells, ("1", "市财政局", opinion, "已采纳", ""), strict=True
    ):
        cell.text = text
    document.save(str(tmp_path / "意见.docx"))
    done = planlint("reconcile", tmp_path / "意见.docx", pair[0], "--format", "plain")
    assert done.returncode == 1
    assert "文件中没有“新建服务网点30个”" in done.stdout
