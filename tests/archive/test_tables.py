"""The tables hold what `check` finds and `facts` reads, whatever a file does."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from linter.engine.run import How
from linter.engine.run import run as check
from linter.reporters.json import as_dict
from linter.settings.session import Session, command_line
from tests.archive import drafts
from tests.helpers import ROOT


def test_the_findings_are_those_of_check(tmp_path: Path, run: Any) -> None:
    folder, out = drafts.archive(tmp_path / "库", 7), tmp_path / "结果"
    (folder / "坏.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "空.txt").write_bytes(b"")
    (folder / "规划.docx").write_bytes(
        (ROOT / "samples" / "planted" / "province-plan.docx").read_bytes()
    )
    (folder / "区1" / ".planlint.yaml").write_text("ignore: [BOX]\nlang: en\n", "utf-8")
    outcome = run(folder, out, jobs=2, ignore=("PUN001",))
    assert (outcome.files, outcome.before, outcome.done) == (10, 0, 10)
    session = Session(command_line([], ["PUN001"]))
    expected = as_dict(check([folder.resolve()], session, How()).reports)["files"]
    files = drafts.rows(out, "files")
    assert [str(folder.resolve() / row["path"]) for row in files] == [f["path"] for f in expected]
    found: dict[str, list[Any]] = {row["path"]: [] for row in files}
    for row in drafts.rows(out, "findings"):
        found[row.pop("path")].append(_as_json(row))
    for row, file in zip(files, expected, strict=True):
        assert found[row["path"]] == file["diagnostics"]
        error = {"kind": row["error_kind"], "message": row["error_message"]}
        assert (error if row["error_kind"] else None) == file["error"]
        assert (row["format"], row["note"]) == (file["format"], file["note"])
    assert sum(map(len, found.values())) > 30
    assert {row["error_kind"] for row in files} == {None, "empty", "bad-zip"}


def _as_json(row: dict[str, Any]) -> dict[str, Any]:
    """A row of findings as the JSON report has it."""
    fix = {"replacement": row.pop("fix_replacement"), "safe": row.pop("fix_safe")}
    related = [_placed(one) for one in row.pop("related")]
    return {**_placed(row), "related": related, "fix": None if fix["safe"] is None else fix}


def _placed(row: dict[str, Any]) -> dict[str, Any]:
    names = ("section", "paragraph", "line", "column", "table", "row", "cell", "box")
    return {"location": {name: row.pop(name) for name in names}, **row}


def test_what_the_drafts_say(tmp_path: Path, run: Any) -> None:
    folder, out = drafts.archive(tmp_path / "库", 4), tmp_path / "结果"
    summary = run(folder, out).summary
    first = drafts.rows(out, "files")[1]
    assert (first["path"], first["folder"], first["issuer"]) == (
        *("区0/001.md", "区0", "岚川省人民政府办公厅"),
    )
    assert (first["year"], first["period_start"], first["period_end"]) == (2021, 2021, 2025)
    values = [
        (row["name"], row["role"], row["year"], row["value"], row["unit"], row["dimension"])
        for row in drafts.rows(out, "indicators")
        if row["path"] == "区0/001.md"
    ]
    assert values == [
        ("高效节水灌溉面积", "base", 2020, 100.0, "万亩", "area"),
        ("高效节水灌溉面积", "target", 2025, 151.0, "万亩", "area"),
        ("万元GDP用水量", "base", 2020, 60.0, "立方米", "volume"),
        ("万元GDP用水量", "target", 2025, 50.5, "立方米", "volume"),
    ]
    task, other, _ = (row for row in drafts.rows(out, "tasks") if row["path"] == "区0/001.md")
    assert (other["lead"], other["due"]) == (["省住房城乡建设厅"], date(2024, 6, 30))
    assert (task["lead"], task["cooperating"]) == (["省水利厅"], ["省财政厅", "省农业农村厅"])
    assert {
        row["unit"]: (row["lead"], row["cooperating"]) for row in drafts.rows(out, "units")
    } == {
        "省水利厅": (1, 1),
        "省财政厅": (0, 1),
        "省农业农村厅": (0, 1),
        "省住房城乡建设厅": (1, 0),
        "省生态环境厅": (1, 0),
    }
    spread = {one.name: one for one in summary.spreads(10)}["高效节水灌溉面积"]
    assert (spread.unit, spread.drafts, spread.low, spread.high) == ("万亩", 4, 151.0, 153.0)


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell")
def test_a_file_that_kills_the_process_costs_that_file_only(
    tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = drafts.archive(tmp_path / "库", 2), tmp_path / "结果"
    office = tmp_path / "soffice"
    (folder / "区0" / "000+.odt").write_bytes(b"PK\x03\x04")
    office.write_text("#!/bin/sh\nkill -9 $PPID\n")
    office.chmod(0o755)
    monkeypatch.setenv("PLANLINT_SOFFICE", str(office))
    run(folder, out)
    errors = [(row["error_kind"], row["error_message"]) for row in drafts.rows(out, "files")]
    assert errors == [
        ("crashed", "检查它的进程中途退出（被信号 9 结束，可能内存不足），这个文件未能检查"),
        *((None, None), (None, None)),
    ]


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell")
def test_a_file_that_hangs_is_given_up_and_tried_again_when_it_may_take_longer(
    tmp_path: Path, order: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from linter.archive import parts
    from linter.archive.checker import Checker
    from linter.archive.partitions import Partition
    from linter.archive.run import survey

    folder, out = drafts.archive(tmp_path / "库", 1), tmp_path / "结果"
    still = drafts.stand_still(folder, "区0/000.md", tmp_path / "soffice")
    monkeypatch.setenv("PLANLINT_SOFFICE", still["PLANLINT_SOFFICE"])
    given = order(folder, out)
    sound, hanging = survey(given, given.session()).parts[0].sources
    checker = Checker(given)
    assert checker.row(sound)["error_kind"] is None
    monkeypatch.setattr(checker, "_order", replace(given, seconds=1.0))
    row = checker.row(hanging)
    assert row["error_message"] == "1 秒内没有查完，已放弃这个文件（--time-limit）"
    monkeypatch.setattr(checker, "_order", given)
    assert checker.row(sound)["error_kind"] is None
    checker.end()
    part = Partition("key", (hanging,))
    (out / parts.FOLDER).mkdir(parents=True)
    state = {"bytes": hanging.size, "modified": hanging.modified, "changed": hanging.changed}
    parts.save(out, part, [row | state], 1.0)
    assert parts.is_finished(folder, out, part, 1.0)
    assert not parts.is_finished(folder, out, part, 2.0)


def test_the_page_tells_what_the_tables_hold(tmp_path: Path, run: Any) -> None:
    folder, out = drafts.archive(tmp_path / "库", 8), tmp_path / "结果"
    (folder / "<b>&.txt").write_text("<i>某市</i>规划\n\n一、任务\n\n见专栏9。\n", "utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04broken")
    run(folder, out)
    page = (out / "index.html").read_text("utf-8")
    findings = drafts.rows(out, "findings")
    boxes = [row["path"] for row in findings if row["rule"] == "BOX001"]
    assert f'<td class="number">{len(boxes)}</td>' in page.partition("BOX001")[2][:200]
    assert "&lt;b&gt;&amp;.txt" in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert "&lt;i&gt;某市&lt;/i&gt;规划" in page
    assert "共 10 个文件" in page
    assert "1 个文件未能检查" in page
    for words in ("省水利厅", "高效节水灌溉面积", "岚川省人民政府办公厅", "坏.docx"):
        assert words in page
    assert "http" not in page.replace("http-equiv", "")
