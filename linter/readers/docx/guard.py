"""Opens a package that may be damaged, hostile, or no Word document at all.

What cannot be read ends in one ReadError that says in a line what the matter is.
"""

import re
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from linter.readers.docx.xml import Element
from linter.readers.errors import ReadError
from linter.readers.options import Limits
from linter.readers.sealed import OLE, PASSWORD, check_seal

SAVE_AS = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”后再检查"
_ELEMENT = re.compile(rb"<([^\s/>!?]+)")
_ATTRIBUTE = re.compile(rb"""\s([^\s=<>"'/]+)=""")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
# A part is in UTF-8 or UTF-16 (ECMA-376-2); the others hold ASCII as it is.
_ENCODINGS = (
    *(b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be"),
    *(b"us-ascii", b"ascii", b"iso-8859-1", b"gb2312", b"gbk", b"gb18030"),
)
_PIECE = 1 << 20
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    EOFError,
    ValueError,
    OSError,
)


def refuse(kind: str, message: str) -> ReadError:
    """The error for a Word file that cannot be read."""
    return ReadError(kind, message, "docx")


def sniff(data: bytes) -> None:
    """Raise ReadError unless the bytes begin like a zip package."""
    if not data:
        raise refuse("empty", "文件是空的")
    if data.startswith(OLE):
        check_seal(data, "docx")
        if "WordDocument".encode("utf-16-le") in data:
            raise refuse("legacy-doc", f"这是旧版 Word 文档（.doc），{SAVE_AS}")
        raise refuse("not-zip", f"不是 Word 文档（.docx），{SAVE_AS}")
    if data.lstrip().startswith(b"{\\rtf"):
        raise refuse("rtf", f"这是 RTF 文档，{SAVE_AS}")
    if not data.startswith(b"PK"):
        raise refuse("not-zip", f"不是 Word 文档（.docx），{SAVE_AS}")


class Archive:
    """The members of a package. Nothing is unpacked before its size is known to be bearable."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        sniff(data)
        self.limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except _ZIP_ERRORS as error:
            raise refuse("bad-zip", "文件已损坏或不完整，无法打开") from error
        _check_names(members)
        _check_sizes(members, limits)
        # Names of parts differ in more than case (ECMA-376-2); some programs write backslashes.
        self._members = {_key(info.filename): info for info in members}

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._members

    def names(self) -> list[str]:
        return [info.filename.replace("\\", "/") for info in self._members.values()]

    def read(self, name: str) -> bytes:
        """Return the bytes of a member. Raises ReadError: encrypted, bad-zip, too-big."""
        info, limit = self._members[_key(name)], self.limits.part_bytes
        if info.flag_bits & 1:
            raise refuse("encrypted", PASSWORD)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refuse("bad-zip", f"文件已损坏：{name} 的压缩方式不是 Word 所用的")
        try:
            with self._zip.open(info) as member:
                data = member.read(limit + 1)
        except _ZIP_ERRORS as error:
            raise refuse("bad-zip", f"文件已损坏：{name} 无法解压") from error
        if len(data) > limit:
            raise refuse("too-big", f"文件过大：{name} 解压后超过 {limit >> 20} MB")
        return data

    def xml(self, name: str) -> Element:
        """Return the root of an XML part. Raises ReadError: also bad-xml, doctype, too-complex."""
        return parse(self.read(name), name, self.limits)


def parse(data: bytes, name: str, limits: Limits) -> Element:
    """Parse a part without entities, network or documents of other files."""
    if data.count(b"<") > limits.tags or _names(data, limits.names) > limits.names:
        raise refuse("too-complex", f"文档结构过于复杂：{name}")
    _check_encoding(data, name)
    doctype = refuse("doctype", f"{name} 含有文档类型声明（DTD），为安全起见不予读取")
    if b"<!DOCTYPE" in data[:4096]:
        raise doctype
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        place = f"{name} 第 {line} 行" if line else name
        raise refuse("bad-xml", f"文档内部有损坏（{place}），请用 Word 打开修复后另存") from error
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        raise doctype
    return root


def _check_encoding(data: bytes, name: str) -> None:
    """Raise ReadError for encodings in which tags and doctypes hide from what looks for them."""
    head = data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    declared = _ENCODING.match(head)
    known = declared is None or declared.group(1).lower() in _ENCODINGS
    if not head.startswith(b"<") or not known:
        raise refuse("bad-xml", f"文档内部有损坏（{name} 的字符编码），请用 Word 打开修复后另存")


def _key(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _names(data: bytes, limit: int) -> int:
    """How many names of elements and attributes a part uses; the parser never forgets one.

    Counted piece by piece, and only until there are too many.
    """
    source = data.replace(b"\0", b"") if b"\0" in data[:4] else data
    names: set[bytes] = set()
    for at in range(0, len(source), _PIECE):
        piece = source[at : at + _PIECE]
        names.update(_ELEMENT.findall(piece), _ATTRIBUTE.findall(piece))
        if len(names) > limit:
            break
    return len(names)


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for info in members:
        name = info.filename
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or not parts[0] or ":" in parts[0] or not name.isprintable():
            raise refuse("bad-name", "文件内部有不安全的路径名，不予读取")
        if _key(name) in seen:
            raise refuse("dup-member", f"文件内部有重名部件：{name}")
        seen.add(_key(name))


def _check_sizes(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise refuse("too-big", f"文件内部部件过多（{len(members)} 个）")
    if sum(info.file_size for info in members) > limits.total_bytes:
        raise refuse("too-big", f"文件过大：解压后超过 {limits.total_bytes >> 20} MB")
    for info in members:
        if not info.filename.lower().endswith((".xml", ".rels")):
            continue
        packed = max(info.compress_size, 1)
        bomb = info.file_size > limits.ratio_from and info.file_size > limits.ratio * packed
        if bomb or info.file_size > limits.part_bytes:
            raise refuse("too-big", f"文件过大：{info.filename} 解压后体积异常")
