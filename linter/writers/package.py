"""A Word file as it is written: copied member by member, changed only where something is said."""

import posixpath
import re
import zipfile
import zlib
from copy import copy
from io import BytesIO

from lxml import etree

from linter.readers.docx.guard import Archive
from linter.readers.docx.xml import Element, attribute, child
from linter.readers.options import DEFAULT, Limits
from linter.text.own_marks import is_mark
from linter.writers.errors import WriteError
from linter.writers.markup import parse, serialised, space

_TYPES = "[Content_Types].xml"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_STORY = re.compile(r"(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_ON = ("1", "true", "on")


class WordPackage:
    """The parts of a Word file that the reader has accepted. Raises ReadError, as the reader."""

    def __init__(self, data: bytes, limits: Limits = DEFAULT.limits) -> None:
        self._data = data
        self._archive = Archive(data, limits)
        self._names = {name.casefold(): name for name in self._archive.names()}
        self._trees: dict[str, Element] = {}
        self._changed: set[str] = set()
        self._related: dict[str, str] = {}
        self.main = ""
        self.main = self._relations("").get("officeDocument", "")
        if not self.main:
            raise WriteError("文件里没有 Word 正文，可能不是 Word 文档")
        self._related = self._relations(self.main)

    @property
    def is_changed(self) -> bool:
        return bool(self._changed)

    def refuse_locked(self) -> None:
        """Raise WriteError where a draft is protected or signed: what is written would break it."""
        names = list(self._names)
        if any(name.startswith("_xmlsignatures/") for name in names):
            raise WriteError("文件带有数字签名，写入会使签名失效；请在未签名的稿子上操作")
        settings = self.part("settings")
        lock = child(settings, "documentProtection")
        if lock is not None and attribute(lock, "enforcement") in _ON:
            raise WriteError(
                "文件设有编辑保护（审阅—限制编辑），不能写入；请先在 Word 中停止保护，再运行一次"
            )

    def document(self) -> Element:
        """The root of the main part."""
        return self._tree(self.main)

    def part(self, kind: str) -> Element | None:
        """The root of a part that the main part names (comments, styles …), None without one."""
        path = self._related.get(kind)
        return None if path is None else self._tree(path)

    def stories(self) -> list[Element]:
        """The roots of all parts that may hold annotations."""
        folder = posixpath.dirname(self.main).casefold() + "/"
        found = {
            name
            for key, name in self._names.items()
            if key.startswith(folder) and _STORY.fullmatch(posixpath.basename(key))
        }
        found |= {path for kind, path in self._related.items() if _STORY.fullmatch(f"{kind}.xml")}
        return [self._tree(name) for name in sorted({self.main, *found})]

    def change(self, kind: str | None = None, root: Element | None = None) -> None:
        """Say that the main part, or that of a kind, has changed; `root` is put in its place."""
        path = self.main if kind is None else self._related[kind]
        self._changed.add(path)
        if root is not None:
            self._trees[path] = root

    def add(self, kind: str, content_type: str, root: Element) -> None:
        """Add a part of a kind, related to the main part."""
        folder = posixpath.dirname(self.main)
        path = posixpath.join(folder, f"{kind}.xml")
        n = 0
        while path.casefold() in self._names:
            n += 1
            path = posixpath.join(folder, f"{kind}{n}.xml")
        self._names[path.casefold()] = path
        self._related[kind] = path
        self._trees[path] = root
        self._changed.add(path)
        types = self._tree(_TYPES)
        etree.SubElement(
            types, f"{{{space(types)}}}Override", PartName=f"/{path}", ContentType=content_type
        )
        self._changed.add(self._name(_TYPES))
        self._relate(kind, posixpath.basename(path))

    def _relate(self, kind: str, target: str) -> None:
        path = _rels_of(self.main)
        if path.casefold() not in self._names:
            self._names[path.casefold()] = path
            self._trees[path] = etree.fromstring(f'<Relationships xmlns="{_RELS}"/>')
        rels = self._tree(path)
        ids = {relation.get("Id") for relation in rels}
        n = len(ids) + 1
        while f"rId{n}" in ids:
            n += 1
        base = _STRICT if "purl.oclc.org" in space(self.document()) else _TRANSITIONAL
        etree.SubElement(
            rels, f"{{{_RELS}}}Relationship", Id=f"rId{n}", Type=base + kind, Target=target
        )
        self._changed.add(self._name(path))

    def save(self) -> bytes:
        """Return the package: what did not change as it was and where it was, then the new.

        Raises WriteError where a member of the draft cannot be copied.
        """
        try:
            return self._saved()
        except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError) as error:
            raise WriteError("文件内部有损坏，不能复制；请用 Word 打开修复后另存") from error

    def _saved(self) -> bytes:
        out = BytesIO()
        left = set(self._changed)
        with zipfile.ZipFile(BytesIO(self._data)) as old, zipfile.ZipFile(out, "w") as new:
            new.comment = b"" if is_mark(old.comment) else old.comment
            for info in old.infolist():
                name = info.filename.replace("\\", "/")
                changed = self._name(name) in left
                left.discard(self._name(name))
                new.writestr(_like(info), self._bytes(name) if changed else old.read(info))
            for name in sorted(left):
                info = zipfile.ZipInfo(name, old.infolist()[0].date_time)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, self._bytes(name))
        return out.getvalue()

    def _bytes(self, name: str) -> bytes:
        before = self._archive.read(name) if name in self._archive else b""
        return serialised(self._tree(name), before)

    def _name(self, name: str) -> str:
        return self._names.get(name.casefold(), name)

    def _tree(self, name: str) -> Element:
        name = self._name(name)
        if name not in self._trees:
            self._trees[name] = parse(self._archive.read(name), name)
        return self._trees[name]

    def _relations(self, source: str) -> dict[str, str]:
        """The paths of the parts that a part (or the package) names, by the kind of relation."""
        path = _rels_of(source)
        found: dict[str, str] = {}
        for relation in self._tree(path) if path.casefold() in self._names else ():
            target = relation.get("Target")
            if (
                not isinstance(relation.tag, str)
                or not target
                or relation.get("TargetMode") == "External"
            ):
                continue
            kind = (relation.get("Type") or "").rpartition("/")[2]
            place = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target))
            if place[1:].casefold() in self._names:
                found.setdefault(kind, self._name(place[1:]))
        return found


def _rels_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """What a member's entry says of it, without what belongs to its old bytes."""
    new = zipfile.ZipInfo(info.filename, info.date_time)
    for field in ("compress_type", "comment", "create_system", "external_attr", "internal_attr"):
        setattr(new, field, copy(getattr(info, field)))
    return new
