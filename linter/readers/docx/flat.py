"""Word files that are one XML file (flat OPC): their XML parts as a package like any other.

Pictures and other parts in base64 are left out; nothing that we read hangs on them.
"""

import re
import zipfile
from io import BytesIO

from lxml import etree

from linter.readers.docx.guard import parse, refuse
from linter.readers.docx.xml import Element
from linter.readers.options import Limits

_SPACE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_HEAD = 8192
_PACKAGE = re.compile(rb"<(?:[\w.-]+:)?package\b[^>]*2006/xmlPackage")
_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def is_flat(data: bytes) -> bool:
    """Tell whether a file is a Word package written as one XML file."""
    return bool(_PACKAGE.search(data[:_HEAD].replace(b"\0", b"")))


def unflattened(data: bytes, limits: Limits) -> bytes:
    """Return the package as a zip file. Raises ReadError, as `guard.parse` does; also too-big."""
    if len(data) > limits.part_bytes:
        raise refuse("too-big", f"文件过大：超过 {limits.part_bytes >> 20} MB")
    root = parse(data, "pkg:package", limits)
    out = BytesIO()
    types: list[str] = []
    with zipfile.ZipFile(out, "w") as package:
        for part in root.iter(f"{_SPACE}part"):
            name = (part.get(f"{_SPACE}name") or "").lstrip("/")
            content = _xml(part)
            if name and content is not None:
                package.writestr(name, etree.tostring(content, encoding="UTF-8"))
                types.append(_override(name, part.get(f"{_SPACE}contentType") or ""))
        listed = "".join(types)
        package.writestr(_CONTENT_TYPES, f'<Types xmlns="{_TYPES}">{listed}</Types>')
    return out.getvalue()


def _xml(part: Element) -> Element | None:
    data = part.find(f"{_SPACE}xmlData")
    return data[0] if data is not None and len(data) else None


def _override(name: str, kind: str) -> str:
    element = etree.Element("Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(element).decode()
