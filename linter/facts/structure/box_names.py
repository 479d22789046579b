"""Boxes named in the draft: the words 实施网络安全工程 against the title of the box."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.chinese import key
from linter.document import Box, Document, Span, TextNode
from linter.facts.alike import is_alike
from linter.patterns import lazily

_KIND = r"(?:工程|行动|计划|专项)"
_NAMED = lazily(
    rf"(?:实施|推进|组织|启动|开展|落实|列入|纳入)(?P<name>[“\u4e00-\u9fffA-Za-z0-9+”]{{3,20}}?{_KIND})"
    rf"(?![\u4e00-\u9fff]{{0,2}}{_KIND})"
)
_BY_NUMBER = lazily(
    rf"专栏\s*(?P<n>\d{{1,2}})\s*[“(《]?(?P<name>[\u4e00-\u9fffA-Za-z0-9+]{{3,20}}?{_KIND})"
)
_DIVISION = lazily(r"(?:责任|牵头|负责|配合|协同|主办)(?:单位|部门)|分工")
_ALIKE = 0.8
_MISSING = 3


class NearName(NamedTuple):
    """A name that is close to the title of a box and not it."""

    name: str
    box: Box
    span: Span


def near_names(document: Document, boxes: tuple[Box, ...]) -> Iterator[NearName]:
    """Yield near names of boxes in the rows of a 分工 table and behind 专栏N.

    Close: one name holds the characters of the other in order, at most three are missing, both
    begin alike and end in the same word. Names that the draft uses elsewhere are its own. Behind
    专栏N two thirds of the characters are enough: the number says which box is meant.
    """
    titles = {key(box.name): box for box in boxes if len(key(box.name)) >= 5}
    if not titles:
        return
    known = {id(box.title) for box in boxes}
    prose = key("".join(p.text for p in document.paragraphs() if id(p) not in known))
    by_number = {box.number: title for title, box in titles.items()}
    for node in _division_cells(document):
        for match in _NAMED.finditer(node.folded):
            name = key(match["name"])
            if name not in titles and name not in prose:
                box = next((b for title, b in titles.items() if _close(name, title)), None)
                if box is not None:
                    yield NearName(name, box, Span(node, *match.span("name")))
    for node in document.paragraphs():
        for match in () if id(node) in known else _BY_NUMBER.finditer(node.folded):
            title = by_number.get(int(match["n"]))
            name = key(match["name"])
            if title and name not in title and (_close(name, title) or is_alike(name, title)):
                yield NearName(name, titles[title], Span(node, *match.span("name")))


def _division_cells(document: Document) -> Iterator[TextNode]:
    """The cells below the head of a table that names responsible units."""
    for table in document.tables():
        if table.rows and any(_DIVISION.search(cell.folded) for cell in table.rows[0]):
            yield from (cell for row in table.rows[1:] for cell in row if not cell.covered)


def _close(name: str, title: str) -> bool:
    short, long = sorted((name, title), key=len)
    if name == title or len(long) - len(short) > _MISSING or len(short) < 5:
        return False
    rest = iter(long)
    held = all(char in rest for char in short)
    alike = 2 * len(short) / (len(short) + len(long)) >= _ALIKE
    return held and alike and short[:2] == long[:2] and short[-2:] == long[-2:]
