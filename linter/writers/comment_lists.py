"""The parts in which newer versions of Word list the comments: threads, lasting ids, dates."""

import hashlib
from datetime import UTC, datetime

from lxml import etree

from linter.readers.docx.xml import Element
from linter.writers.markup import W14, declared, stamp
from linter.writers.package import WordPackage

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
PARA = f"{{{W14}}}paraId"
_LIMIT = 0x7FFFFFFF


class CommentLists:
    """The parts that list comments, where a file has them: what is written is listed, too."""

    def __init__(self, package: WordPackage, comments: Element) -> None:
        self.comments = comments
        self._package = package
        self._extended = package.part("commentsExtended")
        self._ids = package.part("commentsIds")
        self._extensible = package.part("commentsExtensible")
        self._listed = self._extended is not None or self._ids is not None
        self._taken: set[str] = set()
        if self._listed:
            self.comments, _ = declared(comments, {"w14": W14})
            roots = (package.document(), self.comments)
            self._taken = {p for root in roots for e in root.iter("*") if (p := e.get(PARA))}

    def add(self, comment: Element, when: datetime) -> None:
        if not self._listed:
            return
        told = (words for paragraph in list(comment)[:-1] for words in paragraph.itertext())
        para = self._free("".join(map(str, told)))  # without the last line, which may be a date
        comment[-1].set(PARA, para)
        if self._extended is not None:
            listed = {"paraId": para, "done": "0"}
            self._list("commentsExtended", self._extended, W15, "commentEx", listed)
        if self._ids is not None:
            listed = {"paraId": para, "durableId": para}
            self._list("commentsIds", self._ids, CID, "commentId", listed)
            if self._extensible is not None:
                listed = {"durableId": para, "dateUtc": stamp(when.astimezone(UTC))}
                self._list("commentsExtensible", self._extensible, CEX, "commentExtensible", listed)

    def _list(
        self, kind: str, root: Element, vocabulary: str, name: str, told: dict[str, str]
    ) -> None:
        item = etree.SubElement(root, f"{{{vocabulary}}}{name}")
        for key, value in told.items():
            item.set(f"{{{vocabulary}}}{key}", value)
        self._package.change(kind)

    def _free(self, seed: str) -> str:
        """An id of a paragraph that none has; the same for the same words, so that files agree."""
        value = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big") % _LIMIT
        while f"{value:08X}" in self._taken or not value:
            value = (value + 1) % _LIMIT
        self._taken.add(f"{value:08X}")
        return f"{value:08X}"
