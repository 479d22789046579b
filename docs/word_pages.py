"""Pictures of Word files as LibreOffice lays them out: a page, and its comments in the margin.

LibreOffice without a screen writes comments into a PDF as notes at their places; the margin is
drawn from these notes. docs/screenshots.py uses it.
"""

import base64
import ctypes
import subprocess
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from bench.writers.judges import comments
from linter.readers.office.libreoffice import soffice

SCALE = 1.7  # pixels of a point of the page
_MARGIN = 400  # pixels of the comments
_CUT = 90  # pixels of the page's own margins that are not shown
_STYLE = """
body { margin: 0; position: relative; background: #fff; height: HEIGHTpx; overflow: hidden;
  font: 13.5px/1.5 "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; color: #1d2329; }
img, svg, .words { position: absolute; left: 0; }
.words { mix-blend-mode: multiply; background: #fde2df; border-bottom: 2px solid #b3261e; }
.words.other { background: #e0f2e5; border-color: #1c7a3d; }
.side { position: absolute; left: WIDTHpx; right: 0; top: 0; bottom: 0; background: #f1f3f5; }
.note { position: absolute; left: 14px; right: 14px; background: #fff; border-radius: 6px;
  border-left: 4px solid #b3261e; padding: 6px 12px; box-shadow: 0 1px 3px #0003; }
.note.other { border-color: #1c7a3d; }
.note p { margin: 1px 0; } .note p:first-of-type { font-weight: 700; }
.note small { color: #5b6670; }
line { stroke: #b3261e; stroke-dasharray: 3 3; } line.other { stroke: #1c7a3d; }
"""


class Comment(NamedTuple):
    """A comment of a page: its lines, where it hangs, and the boxes of its words, in pixels."""

    lines: tuple[str, ...]
    top: float
    left: float
    boxes: tuple[tuple[float, float, float, float], ...]

    @property
    def kind(self) -> str:
        return "other" if self.lines[0].startswith("另一处") else "own"


def as_pdf(draft: Path, folder: Path) -> Path:
    """The draft as a PDF, its comments as notes."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = '{"ExportNotes":{"type":"boolean","value":"true"}}'
    command = [str(soffice()), profile, "--headless", "--convert-to"]
    command += [f"pdf:writer_pdf_Export:{options}", "--outdir", str(folder), str(draft)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{draft.stem}.pdf"


def page_of(pdf: Path, words: str) -> tuple[Any, float]:
    """The first page that holds some words, and how far below its top they stand, in pixels."""
    import pypdfium2

    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        found = text.search(words).get_next()
        if found is not None:
            text.count_rects(*found)
            return page, (page.get_height() - text.get_rect(0)[3]) * SCALE
    raise ValueError(f"{pdf} does not hold {words}")


def notes(page: Any, draft: Path) -> list[Comment]:
    """The comments of a page from the top down, each with its words as the draft anchors them."""
    anchored = dict(comments(draft))
    found = [_comment(page, top, left, said, anchored) for top, left, said in _annotations(page)]
    return sorted(found, key=lambda one: (one.top, one.left))


def _annotations(page: Any) -> Iterator[tuple[float, float, str]]:
    from pypdfium2 import raw

    for i in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, i)
        size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
        buffer = (ctypes.c_ushort * (size // 2))()
        raw.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size)
        place = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, place)
        said = bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\r", "\n")
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_TEXT:
            yield (page.get_height() - place.top) * SCALE, place.left * SCALE, said
        raw.FPDFPage_CloseAnnot(note)


def _comment(page: Any, top: float, left: float, said: str, anchored: dict[str, str]) -> Comment:
    lines = tuple(line for line in said.splitlines() if line.strip())
    words = next((w for told, w in anchored.items() if tuple(told.splitlines()) == lines), "")
    boxes = min(_boxes(page, words), key=lambda b: _far(b, top, left), default=())
    return Comment(lines, boxes[0][1] if boxes else top, left, tuple(boxes))


def _boxes(page: Any, words: str) -> Iterator[list[tuple[float, float, float, float]]]:
    """Where some words stand on a page: the boxes of their lines, for each place."""
    text = page.get_textpage()
    search = text.search(words) if words else None
    while search is not None and (found := search.get_next()) is not None:
        height, boxes = page.get_height(), []
        for i in range(text.count_rects(*found)):
            left, bottom, right, top = text.get_rect(i)
            boxes.append((left, height - top, right, height - bottom))
        yield [tuple(edge * SCALE for edge in box) for box in boxes]  # type: ignore[misc]


def _far(boxes: Sequence[tuple[float, float, float, float]], top: float, left: float) -> float:
    last = boxes[-1]
    return abs(last[1] - top) * 10 + abs(last[2] - left)


def margin_page(page: Any, found: Sequence[Comment], file: Path, start: float, height: int) -> int:
    """Write a page of HTML that shows a page from `start` on, its comments beside it; returns its
    width."""
    picture = page.render(scale=SCALE * 2, may_draw_forms=False, draw_annots=False).to_pil()
    image = BytesIO()
    picture.save(image, "PNG")
    width = round(page.get_width() * SCALE) - 2 * _CUT
    found = [one for one in found if start <= one.top < start + height]
    whole = width + _MARGIN if found else width
    parts = [_image(image.getvalue(), width + 2 * _CUT, start)]
    cards, lines, free = [], [], 8.0
    for one in found:
        at = max(free, one.top - start - 6)
        if at + 120 > height:
            break
        free = at + 40 + 21 * sum(1 + len(line) // 26 for line in one.lines[:-1])
        cards.append(_card(one, at))
        parts += _words(one, start)
        x, y = one.boxes[-1][2:] if one.boxes else (one.left, one.top)
        ends = f'x1="{x - _CUT}" y1="{y - start}" x2="{width + 14}" y2="{at + 14}"'
        lines.append(f'<line class="{one.kind}" {ends}/>')
    if cards:
        parts.append(f'<div class="side">{"".join(cards)}</div>')
    parts.append(f'<svg width="{whole}" height="{height}">{"".join(lines)}</svg>')
    style = _STYLE.replace("HEIGHT", str(height)).replace("WIDTH", str(width))
    head = f'<!DOCTYPE html><meta charset="utf-8"><style>{style}</style>'
    file.write_text(f"{head}<body>{''.join(parts)}", "utf-8")
    return whole


def _image(data: bytes, width: int, start: float) -> str:
    source = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    return f'<img src="{source}" width="{width}" style="left:{-_CUT}px;top:{-start}px">'


def _card(one: Comment, top: float) -> str:
    """A comment without its last line, the code."""
    told = "".join(f"<p>{escape(line)}</p>" for line in one.lines[:-1])
    place = f"top:{top}px"
    return f'<div class="note {one.kind}" style="{place}"><small>planlint</small>{told}</div>'


def _words(one: Comment, start: float) -> Iterator[str]:
    """The marks of a comment's words."""
    for left, top, right, bottom in one.boxes:
        place = f"left:{left - _CUT}px;top:{top - start}px"
        size = f"width:{right - left}px;height:{bottom - top}px"
        yield f'<i class="words {one.kind}" style="{place};{size}"></i>'
