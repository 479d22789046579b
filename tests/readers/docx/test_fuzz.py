"""Damaged and invented files end in a Document or in a ReadError, and in nothing else."""

import random
import zipfile
from functools import cache
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.document.model import Document
from linter.readers.assembly import assemble
from linter.readers.docx.read import read
from linter.readers.errors import ReadError
from linter.readers.options import ReadOptions
from linter.readers.view import View
from tests.readers.docx.fixtures import (
    bordered,
    comment,
    drawing,
    end,
    field,
    level,
    lists,
    members,
    numbered,
    p,
    r,
    start,
    style,
    table,
    tc,
    tr,
    zipped,
)
from tests.shared import shared

NAMES = (
    *("p", "pPr", "r", "rPr", "t", "tbl", "tr", "trPr", "tc", "tcPr", "tab", "br", "sym", "ins"),
    *("del", "delText", "moveFrom", "moveTo", "sdt", "sdtPr", "sdtContent", "hyperlink", "ruby"),
    *("rubyBase", "rt", "fldChar", "instrText", "numPr", "numId", "ilvl", "pStyle", "outlineLvl"),
    *("gridSpan", "vMerge", "hMerge", "gridBefore", "commentRangeStart", "commentRangeEnd"),
    *("commentReference", "footnoteReference", "drawing", "pict", "txbxContent", "vanish", "pBdr"),
    *("left", "right", "sectPr", "pageBreakBefore", "smartTag", "fldSimple", "object", "body"),
    *("rFonts", "rStyle", "sz", "b", "jc", "ind", "spacing", "snapToGrid", "pgSz", "pgMar"),
    *("docGrid", "pgNumType", "titlePg", "footerReference", "framePr"),
)
VALUES = (
    "",
    "0",
    "1",
    "-1",
    "9",
    "63",
    "99999999999",
    "x",
    "restart",
    "continue",
    "begin",
    "lines",
    "exact",
)
KEYS = (
    *("val", "id", "char", "font", "type", "fldCharType", "ilvl", "w", "h", "top", "gutter"),
    *("linePitch", "line", "lineRule", "firstLine", "firstLineChars", "hanging", "leftChars"),
    *("eastAsia", "eastAsiaTheme", "xAlign"),
)
LOOK = '<w:rFonts w:eastAsia="仿宋" w:asciiTheme="minorHAnsi"/><w:sz w:val="32"/>'
SECTION = (
    '<w:sectPr><w:footerReference r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:left="1588"/><w:docGrid w:type="lines" w:linePitch="580"/></w:sectPr>'
)


NASTY = shared("nasty/[a-d]_*.docx")


@cache
def sample() -> dict[str, bytes]:
    """A draft with a little of everything."""
    listed = numbered("甲", 1) + numbered("乙", 1, 1)
    boxed = bordered("专栏1　工程") + bordered("建设甲。") + p(drawing(p("专栏2　框") + p("乙")))
    grid = table(
        tr(tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙")), tr(tc("", "<w:vMerge/>"), tc())
    )
    noted = p(start(0) + r("词") + end(0) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    return members(
        listed + boxed + grid + noted + p(field("TOC", "目")) + p(r("文", LOOK)) + SECTION,
        numbering=lists(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2")),
        styles=style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        comments=comment(0, "评"),
        footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>',
        footer=p(field("PAGE", "1"), '<w:ind w:firstLineChars="200"/><w:spacing w:line="560"/>'),
    )


def survives(data: bytes) -> bool:
    """Whether the bytes were read; an error other than ReadError fails the test."""
    try:
        for view in View:
            document = assemble(read("a.docx", data, ReadOptions(view)))
            assert isinstance(document, Document)
            document.look()
    except ReadError:
        return False
    return True


def flipped(data: bytes, flips: list[tuple[int, int]]) -> bytes:
    out = bytearray(data)
    for at, value in flips:
        out[at % len(out)] ^= value
    return bytes(out)


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged(chance: random.Random) -> bytes:
    """A fixture with some bytes changed: of the file, or of one of its parts."""
    flips = [
        (chance.randrange(1 << 20), chance.randint(1, 255)) for _ in range(chance.randint(1, 4))
    ]
    path = chance.choice((None, *NASTY))
    files = sample() if path is None else unzipped(path.read_bytes())
    if chance.random() < 0.4:
        return flipped(zipped(files), flips)
    name = chance.choice(sorted(name for name in files if name.endswith(".xml")))
    return zipped(files | {name: flipped(files[name], flips)})


FLIPS = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), min_size=1, max_size=6)
QUIET = settings(
    derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), max_examples=40
)


def test_the_sample_itself_is_read() -> None:
    assert survives(zipped(sample()))


@QUIET
@given(FLIPS)
def test_flipped_bytes_of_the_file(flips: list[tuple[int, int]]) -> None:
    survives(flipped(zipped(sample()), flips))


@QUIET
@given(st.sampled_from(sorted(sample())), FLIPS)
def test_flipped_bytes_of_a_part(name: str, flips: list[tuple[int, int]]) -> None:
    survives(zipped(sample() | {name: flipped(sample()[name], flips)}))


@QUIET
@given(st.sampled_from(sorted(sample())), st.integers(0, 1 << 20), st.sampled_from(VALUES))
def test_changed_values(name: str, at: int, value: str) -> None:
    pieces = sample()[name].decode().split('"')
    pieces[at % len(pieces)] = value
    survives(zipped(sample() | {name: '"'.join(pieces).encode()}))


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    name = st.sampled_from(NAMES)
    attributes = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES), max_size=2)
    return st.builds(_markup, name, attributes, st.lists(inner, max_size=5).map("".join))


def _markup(name: str, attributes: dict[str, str], inner: str) -> str:
    given = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{given}>{inner}</w:{name}>"


TREES = st.recursive(
    st.sampled_from(("", "专栏1 甲", "一、", "1.", "文\n字")), _element, max_leaves=40
)


@QUIET
@given(st.lists(TREES, max_size=6).map("".join))
def test_invented_bodies_are_always_read(body: str) -> None:
    assert survives(zipped(sample() | members(body)))
