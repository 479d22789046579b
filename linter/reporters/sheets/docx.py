"""The table of a comparison as a Word file: one table, its head repeated on every page.

The package is written part by part: four small parts need no library.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from linter.diagnosis.diagnostic import FileReport
from linter.diagnosis.sheet import Sheet
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.cells import FINDING_WIDTHS, FINDINGS, findings, numbered
from linter.text.own_marks import REPORT

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.styles+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOT = (
    f'{_XML}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PART = (
    f'{_XML}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_STYLES = (
    f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>'
    '<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style></w:styles>'
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
_WIDE = 14570  # twentieths of a point between the margins
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in _SIDES)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DATE = (2020, 1, 1, 0, 0, 0)


def made(sheet: Sheet, reports: Sequence[FileReport], how: Presentation) -> bytes:
    """Return the Word file."""
    parts = [_paragraph(sheet.title, size=32, bold=True, centred=True)]
    parts += [_paragraph(line) for line in (sheet.summary, *sheet.notes)]
    parts.append(_table(sheet.columns, sheet.widths, numbered(sheet, how.lang)))
    title, columns = FINDINGS[how.lang]
    rows = findings(reports, how.lang)
    if rows:
        parts += [_paragraph(title, size=28, bold=True), _table(columns, FINDING_WIDTHS, rows)]
    body = "".join(parts) + _paragraph("") + _PAGE
    document = f"{_XML}<w:document {_W}><w:body>{body}</w:body></w:document>"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = REPORT
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _ROOT),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", _PART),
            ("word/styles.xml", _STYLES),
        ):
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, text.encode())
    return stream.getvalue()


def _table(columns: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> str:
    total = sum(widths)
    sizes = [_WIDE * width // total for width in widths]
    grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    lines = [_row(columns, sizes, head=True), *(_row(row, sizes) for row in rows)]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(sizes)}" w:type="dxa"/>'
        f"<w:tblBorders>{_LINES}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + "".join(lines)
        + "</w:tbl>"
    )


def _row(texts: Sequence[str], sizes: Sequence[int], *, head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>'
        + "".join(_paragraph(line, bold=head, centred=head) for line in text.split("\n"))
        + "</w:tc>"
        for text, size in zip(texts, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _paragraph(text: str, *, size: int = 21, bold: bool = False, centred: bool = False) -> str:
    layout = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    weight = "<w:b/>" if bold else ""
    words = escape(_CONTROL.sub("", text))
    run = (
        f'<w:r><w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{words}</w:t></w:r>'
    )
    return f"<w:p>{layout}{run if text else ''}</w:p>"
