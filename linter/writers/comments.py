"""The comments of a Word file: takes out those of planlint, and puts in new ones.

Comments that people have answered, or marked as done, stay with what was said to them.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from linter.readers.docx.xml import NAMES, Element, attribute, child, tags
from linter.readers.errors import ReadError
from linter.writers.anchors import Anchor
from linter.writers.comment_lists import CEX, CID, PARA, W15, CommentLists
from linter.writers.marks import CommentMarks, styled_run
from linter.writers.markup import make, remove, space, stamp, text
from linter.writers.package import WordPackage

AUTHOR = "planlint"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Note(NamedTuple):
    """A comment to be written: where, and its lines."""

    anchor: Anchor
    lines: tuple[str, ...]


class WordComments:
    """The comments of one package."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._root = package.part("comments")
        self._styles: dict[str, str] | None = None

    @property
    def total(self) -> int:
        """How many comments there are."""
        return 0 if self._root is None else sum(1 for _ in self._root.iter(*tags("comment")))

    def own(self) -> list[Element]:
        """The comments of planlint."""
        return [
            comment
            for comment in (self._root if self._root is not None else ())
            if NAMES[comment.tag] == "comment"
            and attribute(comment, "author") == AUTHOR
            and attribute(comment, "initials") == AUTHOR
        ]

    def remove_own(self) -> None:
        """Take out the comments of planlint that nobody has answered."""
        held = self._answered()
        gone = [comment for comment in self.own() if _para(comment) not in held]
        if not gone:
            return
        ids = {attribute(comment, "id") for comment in gone}
        paras = {_para(comment) for comment in gone}
        for comment in gone:
            remove(comment)
        self._package.change("comments")
        marks = [tag for name in _MARKS for tag in tags(name)]
        for mark in list(self._package.document().iter(*marks)):
            if attribute(mark, "id") in ids:
                _take_mark(mark)
        self._package.change()
        self._forget({para for para in paras if para})

    def _answered(self) -> set[str | None]:
        """The paragraphs by which the comments are known that somebody has answered or closed."""
        root = self._package.part("commentsExtended")
        found: set[str | None] = set()
        for item in root if root is not None else ():
            if isinstance(item.tag, str):
                found.add(item.get(f"{{{W15}}}paraIdParent"))
                if item.get(f"{{{W15}}}done") in ("1", "true"):
                    found.add(item.get(f"{{{W15}}}paraId"))
        return found - {None}

    def _forget(self, paras: set[str]) -> None:
        """Take comments out of the parts that list them."""
        durable: set[str | None] = set()
        for kind, key, gone in (
            ("commentsExtended", f"{{{W15}}}paraId", paras),
            ("commentsIds", f"{{{CID}}}paraId", paras),
            ("commentsExtensible", f"{{{CEX}}}durableId", durable),
        ):
            root = self._package.part(kind)
            listed = [item for item in root if item.get(key) in gone] if root is not None else []
            for item in listed:
                if kind == "commentsIds":
                    durable.add(item.get(f"{{{CID}}}durableId"))
                remove(item)
            if listed:
                self._package.change(kind)

    def write(self, notes: Iterable[Note], when: datetime, first_id: int) -> int:
        """Write comments, with ids from `first_id` on; returns how many.

        One that stands there already, kept because somebody has answered it, is not written twice.
        """
        starts = self._starts_of_own()
        new = [note for note in notes if not _is_kept(note, starts)]
        if not new:
            return 0
        if self._root is None:
            own = space(self._package.document())
            self._root = etree.Element(f"{{{own}}}comments", nsmap={"w": own})
            self._package.add("comments", _TYPE, self._root)
        lists = CommentLists(self._package, self._root)
        self._root = lists.comments
        marks = CommentMarks(self._package.document(), self._style("annotation reference"))
        for i, note in enumerate(new, first_id):
            comment = self._comment(note, i, when)
            self._root.append(comment)
            lists.add(comment, when)
            marks.put(note.anchor, i)
        self._package.change("comments", self._root)
        self._package.change()
        return len(new)

    def _starts_of_own(self) -> dict[tuple[str, ...], list[Element]]:
        """Where the comments of planlint that were left begin, by their lines."""
        own = {attribute(comment, "id"): tuple(lines_of(comment)) for comment in self.own()}
        found: dict[tuple[str, ...], list[Element]] = {}
        for mark in self._package.document().iter(*tags("commentRangeStart")):
            lines = own.get(attribute(mark, "id"))
            if lines is not None:
                found.setdefault(lines, []).append(mark)
        return found

    def _comment(self, note: Note, number_of: int, when: datetime) -> Element:
        assert self._root is not None
        told = {"author": AUTHOR, "date": stamp(when), "initials": AUTHOR}
        comment = make(self._root, "comment", id=str(number_of), **told)
        style = self._style("annotation text")
        for line in note.lines:
            paragraph = make(self._root, "p")
            if style is not None:
                about = make(self._root, "pPr")
                about.append(make(self._root, "pStyle", val=style))
                paragraph.append(about)
            if not len(comment):
                reference = styled_run(self._root, self._style("annotation reference"))
                reference.append(make(self._root, "annotationRef"))
                paragraph.append(reference)
            run = make(self._root, "r")
            run.append(text(self._root, _printable(line)))
            paragraph.append(run)
            comment.append(paragraph)
        return comment

    def _style(self, name: str) -> str | None:
        """The id of the style of a name; Word of other languages keeps the English names."""
        if self._styles is None:
            styles = self._package.part("styles")
            self._styles = dict(_named(styles) if styles is not None else ())
        return self._styles.get(name)


def _named(styles: Element) -> Iterator[tuple[str, str]]:
    """(name, id) of the styles."""
    for style in styles.iter(*tags("style")):
        own, key = child(style, "name"), attribute(style, "styleId")
        if own is not None and key is not None:
            yield (attribute(own) or "").lower(), key


def _printable(line: str) -> str:
    """A line without breaks and without what XML cannot hold."""
    return "".join(
        char for char in " ".join(line.splitlines()) if char.isprintable() or char == "　"
    )


def people(data: bytes) -> int:
    """How many comments of people a file holds; none if it is no Word file."""
    try:
        package = WordPackage(data)
    except (ReadError, KeyError):
        return 0
    comments = WordComments(package)
    return comments.total - len(comments.own())


def _is_kept(note: Note, starts: dict[tuple[str, ...], list[Element]]) -> bool:
    """Tell whether a comment stands at its place already."""
    return any(_begins_at(mark, note.anchor) for mark in starts.get(note.lines, ()))


def _begins_at(mark: Element, anchor: Anchor) -> bool:
    following = (e for e in mark.itersiblings() if NAMES[e.tag] not in ("", *_MARKS))
    first = next(following, None)
    return first is not None and first is anchor.first


def lines_of(comment: Element) -> Iterator[str]:
    """The lines of a comment."""
    for paragraph in comment.iter(*tags("p")):
        yield "".join(words.text or "" for words in paragraph.iter(*tags("t")))


def _take_mark(mark: Element) -> None:
    """Remove a mark of a comment, and the run that holds nothing else."""
    run = mark.getparent()
    if NAMES[mark.tag] == "commentReference" and run is not None and NAMES[run.tag] == "r":
        others = [e for e in run if e is not mark and NAMES[e.tag] != "rPr"]
        if not others:
            remove(run)
            return
    remove(mark)


def _para(comment: Element) -> str | None:
    """The id by which other parts know a comment: that of its last paragraph."""
    last = [e for e in comment if NAMES[e.tag] == "p"][-1:]
    return last[0].get(PARA) if last else None
