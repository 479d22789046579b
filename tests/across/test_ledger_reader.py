"""Excel, CSV and YAML as tables."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from linter.readers.load import ReadError, load_side

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook(path: Path) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "责任分工台账"
    page.append(["序号", "任务", "完成时限", "目标值", "占比"])
    page.append([1, "建设网点", datetime(2025, 6, 30), 65, 0.125])
    page["C2"].number_format = 'yyyy"年"m"月"'
    page["D2"].number_format = '"≥"0.0'
    page["E2"].number_format = "0.0%"
    page.append(["", "培训人员", datetime(2025, 12, 31), 12, None])
    page["D3"].number_format = '"〔"0"〕"'
    page.merge_cells("A2:A3")
    hidden = book.create_sheet("隐藏")
    hidden.append(["不读"])
    hidden.sheet_state = "hidden"
    book.save(path)
    return path


def test_a_workbook_shows_what_excel_shows(tmp_path: Path) -> None:
    (table,) = load_side(workbook(tmp_path / "台账.xlsx")).tables()
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows[1] == ["1", "建设网点", "2025年6月", "≥65.0", "12.5%"]
    assert rows[2][1:] == ["培训人员", "2025年12月31日", "〔12〕", ""]
    assert table.rows[2][0].origin is table.rows[1][0]


def test_csv_in_the_code_of_chinese_excel(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes("序号,任务,牵头单位\r\n1,建设网点,市民政局\r\n".encode("gb18030"))
    (table,) = load_side(path).tables()
    assert [c.text for c in table.rows[1]] == ["1", "建设网点", "市民政局"]


def test_a_list_of_indicators(tmp_path: Path) -> None:
    path = tmp_path / "上级.yaml"
    path.write_text(
        "title: 某规划\nindicators:\n"
        "- {name: 城镇化率, unit: '%', base: {2020: 60}, target: {2025: 65}}\n",
        "utf-8",
    )
    document = load_side(path)
    assert document.title is not None
    assert document.title.text == "某规划"
    (table,) = document.tables()
    assert [c.text for c in table.rows[0]][:4] == ["指标", "单位", "2020年基期", "2025年目标"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"text", "不是 Excel"),
        ("a.xlsx", b"PK\x03\x04 broken", "已损坏"),
        ("a.xlsx", b"", "文件是空的"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.csv", b"  \n", "文件是空的"),
        ("a.yaml", b"- 1\n- 2\n", "没有指标清单"),
        ("a.yaml", b"a: [", "不是 YAML"),
        ("a.yaml", "indicators: [{name: 甲, target: 3}]".encode(), "应为 年份: 数值"),
        ("a.json", b"{}", "不支持的文件格式"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        load_side(path)
    assert words in caught.value.message
