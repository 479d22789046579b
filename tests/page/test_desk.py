"""What comes of drafts on the desk: reports and files, comparisons, choices, what is removed."""

import io
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from linter.engine.check import check_bytes
from linter.page import desk as desk_module
from linter.page.desk import Desk, DeskFullError
from linter.page.names import attachment, distinct
from linter.settings.effective import Settings
from tests.helpers import ROOT, chosen_rules
from tests.page.served import Served

PAIRS = ROOT / "samples" / "pairs"
FAULTY = (
    "# 某市水利规划\n\n一、任务\n\n合埋安排节水（见专栏2）。\n\n> **专栏1 节水**\n>\n> 改造。\n"
)


def _name(headers: object) -> str:
    disposition = str(headers["Content-Disposition"])  # type: ignore[index]
    assert disposition.isascii()
    return unquote(disposition.partition("filename*=UTF-8''")[2])


def test_a_word_draft_gives_all_that_planlint_makes_of_it(served: Served) -> None:
    data = (PAIRS / "local.docx").read_bytes()
    id_ = served.upload("市规划.docx", data).told["id"]
    found = served.finished(id_)
    settings = Settings(chosen_rules())
    report = check_bytes("市规划.docx", data, settings)
    assert sum(found["found"].values()) == len(report.diagnostics)
    page = served.ask("GET", f"items/{id_}/report")
    assert "市规划.docx" in page.body.decode()
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-scripts; ")
    assert "script-src 'sha256-" in policy
    annotated = served.ask("GET", f"items/{id_}/annotated")
    assert _name(annotated.headers) == "市规划.批注.docx"
    again = check_bytes("市规划.docx", annotated.body, settings)
    assert [(d.rule, d.message) for d in again.diagnostics] == [
        (d.rule, d.message) for d in report.diagnostics
    ]
    ledger = served.ask("GET", f"items/{id_}/ledger")
    assert _name(ledger.headers) == "市规划.台账.xlsx"
    assert load_workbook(io.BytesIO(ledger.body)).sheetnames
    assert _name(served.ask("GET", f"items/{id_}/html").headers) == "市规划.检查报告.html"
    assert found["made"]["annotated"]["times"] > 0


def test_choices_hold_for_what_lies_there(served: Served) -> None:
    id_ = served.upload("a.md", FAULTY.encode()).told["id"]
    assert served.finished(id_)["found"] == {"error": 2, "warning": 0, "info": 0}
    fixed = served.ask("GET", f"items/{id_}/fixed")
    assert fixed.body.decode() == FAULTY.replace("合埋", "合理")
    assert served.item(id_)["made"]["fixed"]["times"] == 1
    assert "Word" in served.item(id_)["unmade"]["annotated"]
    assert served.post("choice", {"errors_only": True, "layout": True}).status == 200
    try:
        assert served.state()["choice"] == {"errors_only": True, "layout": True}
        assert served.finished(id_)["turn"] == 1
    finally:
        served.post("choice", {})


def test_versions_and_the_plan_above(served: Served) -> None:
    files = ("versions-city-before.md", "versions-city-after.md", "national-2025.yaml")
    old, new, ledger = (
        served.upload(file, (PAIRS / file).read_bytes()).told["id"] for file in files
    )
    assert served.item(ledger)["state"] == "ledger"
    diff = served.post("comparisons", {"kind": "diff", "of": [new, old]}).told["id"]
    align = served.post("comparisons", {"kind": "align", "of": [new, ledger, old]}).told["id"]
    found = served.finished(diff)
    assert sum(found["found"].values()) > 0  # CHG: changed here and not there
    assert "共有实质修改" in found["note"]
    table = served.ask("GET", f"items/{diff}/docx")
    assert _name(table.headers) == "versions-city-after.修改对照表.docx"
    with zipfile.ZipFile(io.BytesIO(table.body)) as package:
        assert "修改对照表" in package.read("word/document.xml").decode()
    page = served.ask("GET", f"items/{diff}/report").body.decode()
    assert "versions-city-before.md" in page
    assert str(served.folder) not in page
    assert served.finished(align)["state"] == "done"
    assert load_workbook(io.BytesIO(served.ask("GET", f"items/{align}/xlsx").body)).sheetnames
    for of in ([new], [new, new], [ledger, new], [new, "77"], "ab", [new, old, ledger]):
        asked = {"kind": "diff", "of": of}
        assert served.post("comparisons", asked).status in (400, 404), of
    served.ask("DELETE", f"items/{old}")
    assert [item["id"] for item in served.state()["items"]] == [new, ledger]


def test_what_is_removed_is_gone_at_once(served: Served) -> None:
    id_ = served.upload("a.md", FAULTY.encode()).told["id"]
    (folder,) = [p.parent for p in served.folder.rglob("source")]
    assert served.ask("DELETE", f"items/{id_}").status == 200
    assert not folder.exists()
    assert served.ask("DELETE", f"items/{id_}").status == 404
    assert served.ask("GET", f"items/{id_}/report").status == 404


def test_one_name_twice_is_told_apart(served: Served) -> None:
    names = [served.upload("规划.docx", b"PK").told["name"] for _ in range(3)]
    assert names == ["规划.docx", "规划 (2).docx", "规划 (3).docx"]


def test_a_desk_holds_so_many_files_and_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_module, "FILES", 2)
    monkeypatch.setattr(desk_module, "TOTAL", 100)
    full = Desk(tmp_path)
    with full.room(60) as folder:
        with pytest.raises(DeskFullError, match="合计超过"), full.room(60):
            pass  # the first one is on its way
        full.put(folder, "a.md", 60, ledger=False)
    with full.room(40) as other:
        pass  # it did not come
    assert not other.exists()
    with full.room(40) as folder:
        full.put(folder, "b.md", 40, ledger=False)
    with pytest.raises(DeskFullError, match="最多放 2 个文件"), full.room(0):
        pass


def test_names_are_offered_as_the_standard_says() -> None:
    told = attachment('规划"a/b;.docx')
    assert told.isascii()
    assert told.startswith("attachment; filename=\"planlint.docx\"; filename*=UTF-8''")
    assert '"' not in unquote(told.partition("UTF-8''")[2])
    assert distinct("a.md", {"a.md", "a (2).md"}) == "a (3).md"
