"""Small Word files, written as raw OOXML so that a test shows the very markup it is about."""

import zipfile
from io import BytesIO

from linter.document.model import Document
from linter.readers import docx
from linter.readers.assembly import assemble
from linter.readers.options import ReadOptions
from linter.readers.raw import RawBlock, RawCell, RawDocument, RawFrame, RawParagraph, RawTable
from linter.readers.view import View

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = {
    "r": REL,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_ROOTS = {
    "officeDocument": "document",
    "header": "hdr",
    "footer": "ftr",
}
BY = 'w:author="甲" w:date="2025-01-01T00:00:00Z"'


def part(kind: str, content: str, w: str = W, prefix: str = "w") -> str:
    """An XML part of a kind, with every namespace that the tests use."""
    spaces = "".join(f' xmlns:{name}="{space}"' for name, space in _SPACES.items())
    tag = f"{prefix}:{_ROOTS.get(kind, kind)}"
    if kind == "officeDocument":
        content = f"<{prefix}:body>{content}</{prefix}:body>"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<{tag} xmlns:{prefix}="{w}"{spaces}>{content}</{tag}>'


def relationships(targets: dict[str, str], rel: str = REL) -> str:
    """A relationships part: kind to target."""
    items = "".join(
        f'<Relationship Id="rId{i}" Type="{rel}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE_REL}">{items}</Relationships>'


def content_types(*kinds: str) -> str:
    """The list of content types; we do not need it, other programs do."""
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    names = {"document": "document.main"} | {kind: kind for kind in kinds}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{base}.{kind}+xml"/>'
        for name, kind in names.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = f'<Default Extension="rels" ContentType="{rels}"/>'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{space}">{defaults}{overrides}</Types>'


def members(body: str, rel: str = REL, w: str = W, **parts: str) -> dict[str, bytes]:
    """The members of a package: the body's content and that of further parts, by kind."""
    out = {
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}, rel),
        "word/document.xml": part("officeDocument", body, w),
        "word/_rels/document.xml.rels": relationships({k: f"{k}.xml" for k in parts}, rel),
    }
    out |= {f"word/{kind}.xml": part(kind, content, w) for kind, content in parts.items()}
    out["[Content_Types].xml"] = content_types(*parts)
    return {name: text.encode() for name, text in out.items()}


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file of members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word file of a body's content and that of further parts, by kind."""
    return zipped(members(body, **parts))


def raw(body: str, view: View = View.FINAL, **parts: str) -> RawDocument:
    return docx.read("draft.docx", word(body, **parts), ReadOptions(view))


def document(body: str, **parts: str) -> Document:
    return assemble(raw(body, **parts))


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of markup, or of a text."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, num: int, level: int | None = 0) -> str:
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return p(text, f'<w:numPr>{ilvl}<w:numId w:val="{num}"/></w:numPr>')


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    """The content of a numbering part with one abstract list."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def style(key: str, name: str, more: str = "", based: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{base}{more}</w:style>'
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content: str = "", properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def drawing(content: str) -> str:
    """A text box as Word 2010 and later write it: a shape, and a VML copy for older programs."""
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
    choice = f"<w:drawing><a:graphic><wps:wsp>{box}</wps:wsp></a:graphic></w:drawing>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{_pict(content)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml(content: str) -> str:
    """A text box as old Word and WPS write it."""
    return f"<w:r>{_pict(content)}</w:r>"


def _pict(content: str) -> str:
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"


def bordered(text: str, sides: tuple[str, ...] = ("top", "left", "bottom", "right")) -> str:
    edges = "".join(f'<w:{side} w:val="single" w:sz="8"/>' for side in sides)
    return p(text, f"<w:pBdr>{edges}</w:pBdr>")


def field(code: str, result: str) -> str:
    """A complex field with its cached result (markup or text)."""
    shown = result if result.startswith("<") else r(result)
    begin = f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{begin}{mark('separate')}{shown}{mark('end')}"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def comment(key: int, text: str, author: str = "李四") -> str:
    return f'<w:comment w:id="{key}" w:author="{author}">{p(text)}</w:comment>'


def start(key: int) -> str:
    return f'<w:commentRangeStart w:id="{key}"/>'


def end(key: int) -> str:
    reference = f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{key}"/>{reference}'


def show(block: RawBlock | RawCell | None) -> object:
    """A block as plain data: text, [[rows of cells]], or {frame}."""
    if isinstance(block, RawParagraph):
        return (block.label or "") + block.text
    if isinstance(block, RawTable):
        return [[show(cell) for cell in row] for row in block.rows]
    if isinstance(block, RawFrame):
        return {"frame": [show(item) for item in block.parts]}
    if block is None:
        return None
    parts = [show(item) for item in block.parts]
    return parts[0] if len(parts) == 1 else parts


def shown(body: str, view: View = View.FINAL, **parts: str) -> list[object]:
    """The blocks of a body's content as plain data."""
    return [show(block) for block in raw(body, view, **parts).blocks]
