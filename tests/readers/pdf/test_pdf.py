"""The text of a PDF: lines joined into paragraphs, tables and page numbers left out."""

import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest

from linter.catalogue.language import Lang
from linter.catalogue.load import builtin_rules
from linter.document.model import Document
from linter.engine.check import check_path
from linter.readers.errors import ReadError
from linter.readers.load import read_bytes
from linter.readers.options import Limits, ReadOptions
from linter.settings.effective import Settings
from linter.text.columns import width
from tests.helpers import Run

pytest.importorskip("pypdfium2")
reportlab = pytest.importorskip("reportlab")

WIDTH, SIZE, LEFT = 28, 16, 72  # characters a line, points, points
LONG = (
    "到2030年，全市数字经济核心产业增加值占地区生产总值比重达到12%，建成一批具有影响力的数字产业集群，"
    "关键核心技术取得突破，数字基础设施达到先进水平，公共服务、社会治理等领域数字化水平明显提升。"
)


def lines_of(text: str, indent: int = 2) -> list[str]:
    """A paragraph broken as Word breaks it, the first line indented."""
    lines = ["　" * indent]
    for char in text:
        if width(lines[-1] + char) > 2 * WIDTH:
            lines.append("")
        lines[-1] += char
    return lines


def pdf(*pages: list[str], password: str = "") -> bytes:
    """A PDF of lines; a line with tabs is a row of a table."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for page in pages:
        canvas.setFont("STSong-Light", SIZE)
        for row, line in enumerate(page):
            for column, cell in enumerate(line.split("\t")):
                text = cell.lstrip("　")
                at = LEFT + (len(cell) - len(text) + 8 * column) * SIZE
                canvas.drawString(at, 780 - 24 * row, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes, options: ReadOptions | None = None) -> Document:
    return read_bytes("draft.pdf", data, "pdf", options or ReadOptions())


def texts(*pages: list[str]) -> list[str]:
    return [paragraph.line for paragraph in read(pdf(*pages)).paragraphs()]


def kind(data: bytes, options: ReadOptions | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, options)
    assert caught.value.format == "pdf"
    assert "\n" not in caught.value.message
    return caught.value.kind


def test_lines_become_paragraphs() -> None:
    found = texts([*lines_of("一、总体要求"), *lines_of(LONG), *lines_of(LONG[:40] + "。")])
    assert found == ["一、总体要求", LONG, LONG[:40] + "。"]


def test_a_paragraph_goes_on_over_pages_and_page_numbers() -> None:
    first, rest = lines_of(LONG)[:2], lines_of(LONG)[2:]
    head = "某市规划"
    pages = [["　" * 10 + head, *first, "　" * 12 + "— 1 —"]]
    pages += [["　" * 10 + head, *rest, "　" * 12 + "— 2 —"]]
    pages += [["　" * 10 + head, *lines_of(LONG), "　" * 12 + "— 3 —"]]
    assert texts(*pages) == [LONG, LONG]


def test_a_new_number_begins_a_paragraph_after_a_full_line() -> None:
    full = "一、" + "要" * (WIDTH - 2)
    assert texts([full, *lines_of("（一）目标。" + LONG, 0)])[1].startswith("（一）目标。")


def test_tables_are_left_out() -> None:
    table = ["指标\t2025年\t2030年", "城镇污水\t95\t98", "处理率（", "%）\t3\t5"]
    assert texts([*lines_of(LONG), *table, *lines_of(LONG)]) == [LONG, LONG]


def test_words_of_latin_letters_keep_their_blanks() -> None:
    assert texts([*lines_of("推广 Open Source 软件。")]) == ["推广Open Source软件。"]


def test_only_rules_of_wording_run_and_the_report_says_so(tmp_path: Path) -> None:
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdf([*lines_of("一、任务"), *lines_of("推进节水（见专栏2），比例达到l00%。")]))
    report = check_path(path, Settings(builtin_rules()))
    assert [d.rule for d in report.diagnostics] == ["NUM002"]
    assert (report.format, report.error) == ("pdf", None)
    assert report.note is not None
    assert "Word" in report.note
    english = check_path(path, Settings(builtin_rules(), lang=Lang.EN)).note
    assert english is not None
    assert "running text" in english


def test_the_note_is_in_every_report(planlint: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdf(lines_of(LONG)))
    for form in ("rich", "plain", "json"):
        done = planlint("check", path, "--format", form, COLUMNS="200")
        assert done.returncode == 0
        assert "PDF 只查正文的文字" in done.stdout


def test_rules_for_text_exist() -> None:
    assert any(rule.plain_text for rule in builtin_rules())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\xe8\xa7\x84", b"PK\x03\x04"])
def test_what_is_no_pdf(data: bytes) -> None:
    assert kind(data) == "bad-pdf"


def test_truncated_and_flipped_bytes_never_crash() -> None:
    data = bytearray(pdf(lines_of(LONG)))
    for at in range(0, len(data), 97):
        data[at] ^= 0xFF
        with suppress(ReadError):
            read(bytes(data))


def test_a_page_of_which_no_text_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    def refuse(*_: object) -> NoReturn:
        raise pypdfium2.PdfiumError("Failed to get charbox")

    monkeypatch.setattr(sys.modules["linter.readers.pdf.read"], "page_lines", refuse)
    with pytest.raises(ReadError) as caught:
        read(pdf(["甲"]))
    assert caught.value.message == "PDF 第 1 页已损坏，无法读取"


def test_password() -> None:
    assert kind(pdf(lines_of(LONG), password="x")) == "encrypted"


def test_scanned_pages() -> None:
    assert kind(pdf([])) == "no-text"


def test_too_many_pages() -> None:
    assert kind(pdf(*[lines_of("甲")] * 3), ReadOptions(limits=Limits(pages=2))) == "too-big"


def test_without_the_extra_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError) as caught:
        read(b"%PDF-1.7")
    assert caught.value.kind == "needs-pdf"
    assert "planlint[pdf]" in caught.value.message
