"""The sample drafts are what samples/README.md says they are; needs no linter."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bench.accuracy.samples import NAMES, SAMPLES, clean_text, load, planted_text

COVERED = """
    STR001 STR002 STR005 STR007
    IND001 IND002 IND003 IND004 IND005 IND006 IND007 IND008
    BOX001 BOX002 BOX003 REF001 REF002 REF005
    TSK001 TSK002 TSK003 TSK004 TSK005 TSK010
    NUM001 NUM002 NUM003 NUM006 NUM009 NUM010 NUM011 NUM012
    PUN001 PUN002 PUN003 PUN004 PUN007 TRM001 TRM002
    NUM014 NUM015 NUM016 NUM017 NUM018 NUM019 NUM020 IND013 IND014 TSK013 TSK014 TSK015
    REF008 REF009 REF010 PUN010 PUN011 PUN012 STR009 TRM006 TRM007 TRM008 TRM009
    DOC001 DOC002 DOC003 DOC004 DOC005
"""


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def table_rows(markdown: str) -> list[list[str]]:
    lines = [ln for ln in markdown.splitlines() if ln.startswith("|") and "| --- |" not in ln]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def indicators(name: str) -> dict[str, list[str]]:
    """Rows of the draft's numbered tables by their first cell and their second."""
    rows = table_rows(clean_text(name))
    return {f"{row[0]} {row[1]}": row for row in rows}


def number(text: str) -> Decimal:
    return Decimal(text.strip("≤≥〔〕%"))


def markdown_texts(markdown: str) -> Iterator[str]:
    """Everything a reader sees, cell by cell."""
    for line in markdown.splitlines():
        if line.startswith("|"):
            if "| --- |" not in line:
                yield from (cell.strip() for cell in line.strip("|").split("|"))
        else:
            yield re.sub(r"^(# |> ?)", "", line).strip("*")


def docx_texts(path: Path) -> Iterator[str]:
    """Everything a reader sees, what is inserted included, what is deleted not."""
    docx = pytest.importorskip("docx")
    for block in docx.Document(str(path)).iter_inner_content():
        if hasattr(block, "text"):
            yield shown(block)
            continue
        for row in block.rows:
            seen: list[object] = []  # a merged cell is listed once for every column
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.append(cell._tc)
                    yield from (shown(paragraph) for paragraph in cell.paragraphs)


def shown(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph._p.xpath(".//w:t"))


def test_drafts_are_long_enough(name: str) -> None:
    assert len(re.findall(r"[\u4e00-\u9fff]", clean_text(name))) >= 6000


def test_every_defect_has_one_place(name: str) -> None:
    clean, planted, defects = clean_text(name), planted_text(name), load(name)
    for defect in defects:
        assert clean.count(defect.find) == 1, defect.id
        assert defect.replace != defect.find, defect.id
        assert not (defect.word and defect.replace), defect.id
        assert defect.quote in planted, defect.id
        assert defect.other in planted, defect.id
    assert len({defect.id for defect in defects}) == len(defects)


def test_defects_do_not_overlap(name: str) -> None:
    clean = clean_text(name)
    spans = sorted((clean.index(d.find), clean.index(d.find) + len(d.find)) for d in load(name))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_drafts_break_many_rules(name: str) -> None:
    defects = load(name)
    assert len(defects) >= 18
    assert len({defect.rule for defect in defects}) >= 15


def test_the_drafts_together_cover_the_rules() -> None:
    planted = {defect.rule for name in NAMES for defect in load(name)}
    assert sorted(set(COVERED.split()) - planted) == []


def test_build_is_up_to_date() -> None:
    pytest.importorskip("docx")
    command = [sys.executable, str(SAMPLES / "build.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["clean", "planted"])
def test_word_and_markdown_say_the_same(name: str, folder: str) -> None:
    markdown = (SAMPLES / folder / f"{name}.md").read_text(encoding="utf-8")
    expected = [text for text in markdown_texts(markdown) if text]
    assert [text for text in docx_texts(SAMPLES / folder / f"{name}.docx") if text] == expected


def test_growth_and_change_in_the_province_table() -> None:
    checked = 0
    for row in table_rows(clean_text("province-plan")):
        if len(row) != 7 or not re.fullmatch(r"[-\d.]+%|〔.*〕", row[5]):
            continue
        base, target, stated = row[3], number(row[4]), number(row[5])
        if row[5].startswith("〔"):
            expected = target - (Decimal(0) if base == "/" else number(base))
        else:
            growth = (float(target) / float(number(base))) ** (1 / 5) - 1
            expected = Decimal(str(round(growth * 100, 1)))
        assert stated == expected, row
        checked += 1
    assert checked == 18


@pytest.mark.parametrize(
    ("name", "whole", "parts", "columns"),
    [
        (
            "province-plan",
            "6 有效灌溉面积",
            ["6.1 大中型灌区有效灌溉面积", "6.2 小型灌区有效灌溉面积"],
            [3, 4],
        ),
        (
            "province-plan",
            "16 水利固定资产投资",
            ["16.1 财政性资金投资", "16.2 社会资本投资"],
            [3, 4],
        ),
        (
            "city-action-plan",
            "货运总量 万吨",
            ["其中：公路货运量 万吨", "铁路货运量 万吨", "水路货运量 万吨"],
            [2, 3],
        ),
    ],
)
def test_parts_add_up(name: str, whole: str, parts: list[str], columns: list[int]) -> None:
    rows = indicators(name)
    for column in columns:
        total = sum(number(rows[part][column]) for part in parts)
        assert total == number(rows[whole][column])


def test_county_projects_add_up() -> None:
    rows = [row for row in table_rows(clean_text("county-work-plan")) if len(row) == 7]
    body, total = rows[1:-1], rows[-1]
    assert total[0] == "合计"
    for column in (3, 4, 5):
        assert sum(number(row[column]) for row in body) == number(total[column])
    assert all(number(row[3]) == number(row[4]) + number(row[5]) for row in body)
