"""The parts of a package: docx2python's DocxReader says what is there and how it hangs together.

It is handed a package of the relationships alone, read and cleaned by the guard: by itself it
unpacks without bounds, takes an XML comment for a relationship, and parses with defaults that
are not ours to fix. What its relationships point to is read by the guard as well.
"""

import posixpath
import zipfile
from io import BytesIO

from lxml import etree

from linter.readers.docx.guard import Archive, refuse
from linter.readers.docx.xml import NAMES, Element
from linter.readers.options import Limits

_RELATIONSHIP = ("Id", "Type", "Target")


class Package:
    """A Word file: its parts by kind of relationship. Raises ReadError where it is no Word file."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = Archive(data, limits)
        self._targets: dict[str, str] = {}
        self._parts = self._related()

    def document(self) -> Element:
        """The root of the main part. Raises ReadError (no-document) where there is none."""
        root = self.part("officeDocument")
        if root is None or NAMES[root.tag] != "document":
            raise refuse("no-document", "文件里没有 Word 正文，可能不是 Word 文档")
        return root

    def part(self, kind: str) -> Element | None:
        """The root of the first part of a kind (styles, numbering, comments …)."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[Element]:
        """The roots of all parts of a kind (header, footer …), by path."""
        return [self._archive.xml(path) for path in self._parts.get(kind, [])]

    def target(self, key: str | None) -> Element | None:
        """The root of the part that the main part names by a relationship's id."""
        path = self._targets.get(key or "")
        return self._archive.xml(path) if path is not None else None

    def properties(self) -> dict[str, str]:
        """The core properties: title, creator, created …"""
        from docx2python.docx_context import collect_docProps

        root = self.part("core-properties")
        found = collect_docProps(root) if root is not None else {}
        return {name: value for name, value in found.items() if value}

    def _related(self) -> dict[str, list[str]]:
        """The paths of the parts by kind, those related to the package or to its main part."""
        from docx2python.docx_reader import DocxReader

        with DocxReader(self._relationships()) as reader:
            files = reader.files
        main = next((f.path for f in files if f.Type == "officeDocument" and f.dir == "_rels"), "")
        folders = ("_rels", posixpath.join(posixpath.dirname(main), "_rels"))
        found: dict[str, list[str]] = {}
        for file in files:
            path = posixpath.normpath(file.path)
            if file.dir == folders[1] and path in self._archive:
                self._targets[file.Id] = path
            if file.dir in folders and path in self._archive:
                paths = found.setdefault(file.Type, [])
                if path not in paths:
                    paths.append(path)
        return {kind: sorted(paths) for kind, paths in found.items()}

    def _relationships(self) -> BytesIO:
        """A package of the well-formed relationships of this one."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name in self._archive.names():
                if name.endswith(".rels"):
                    root = self._archive.xml(name)
                    for relation in list(root):
                        if not all(relation.get(key) for key in _RELATIONSHIP):
                            root.remove(relation)
                    package.writestr(name, etree.tostring(root))
        out.seek(0)
        return out
