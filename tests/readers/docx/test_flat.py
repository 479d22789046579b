"""Word files that are one XML file, and text boxes of strict files."""

import pytest

from linter.engine.drafts import expand_paths
from linter.readers.errors import ReadError
from linter.readers.load import format_of, read_bytes
from linter.readers.office import libreoffice
from linter.readers.options import Limits, ReadOptions
from tests.readers.docx.fixtures import (
    STRICT,
    STRICT_REL,
    document,
    level,
    lists,
    members,
    numbered,
    p,
    r,
    shown,
    word,
    zipped,
)

_WP = "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
_WNE = "http://schemas.microsoft.com/office/word/2006/wordml"
_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
LISTED = lists(level(0, "chineseCounting", "%1、"))
BODY = p("某市排水规划") + numbered("总体要求", 1) + p("到2030年，建成泵站3座。")
OLD_XML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"/>'
)


def flat(files: dict[str, bytes], head: str = '<?mso-application progid="Word.Document"?>') -> str:
    """A package as one XML file."""
    parts = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="application/xml"><pkg:xmlData>'
        f"{data.decode().partition('?>')[2] or data.decode()}</pkg:xmlData></pkg:part>"
        for name, data in files.items()
        if name != "[Content_Types].xml"
    )
    picture = '<pkg:part pkg:name="/word/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'
    return (
        f'<?xml version="1.0"?>{head}<pkg:package xmlns:pkg="{_PKG}">{parts}{picture}</pkg:package>'
    )


def source() -> str:
    return flat(members(BODY, numbering=LISTED))


@pytest.mark.parametrize("name", ["a.xml", "a.doc", "a.docx", "a.wps"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_package_in_one_file(name: str, encoding: str) -> None:
    data = source().replace('version="1.0"', f'version="1.0" encoding="{encoding}"', 1)
    found = read_bytes(name, data.encode(encoding), format_of(name))
    expected = read_bytes("a.docx", word(BODY, numbering=LISTED), "docx")
    assert [getattr(n, "line", "") for n in found.nodes()] == [
        getattr(n, "line", "") for n in expected.nodes()
    ]
    assert [getattr(n, "line", "") for n in found.nodes()][1] == "一、总体要求"


def error(data: bytes, name: str = "a.xml", limits: Limits | None = None) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(name, data, format_of(name), ReadOptions(limits=limits or Limits()))
    return caught.value


def test_a_flat_package_is_guarded_as_others_are() -> None:
    data = source()
    assert (
        error(data.replace("<pkg:package", "<!DOCTYPE a><pkg:package", 1).encode()).kind
        == "doctype"
    )
    assert error(data[:-20].encode()).kind == "bad-xml"
    assert error(data.encode(), limits=Limits(tags=10)).kind == "too-complex"
    assert error(data.encode(), limits=Limits(part_bytes=100)).kind == "too-big"
    assert (
        error(data.replace("/word/document.xml", "/../document.xml", 1).encode()).kind == "bad-name"
    )


def test_xml_that_is_no_word_file() -> None:
    assert error(b"<?xml version='1.0'?><rss><item/></rss>").kind == "not-zip"


def test_xml_of_word_2003_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def to_docx(data: bytes, suffix: str, *, limits: Limits) -> bytes:
        asked.append(suffix)
        return word(BODY, numbering=LISTED)

    monkeypatch.setattr(libreoffice, "to_docx", to_docx)
    for name in ("a.xml", "a.doc"):
        assert len(list(read_bytes(name, OLD_XML.encode(), format_of(name)).nodes())) == 3
    assert asked == [".xml", ".xml"]


def test_templates_and_xml_are_read_where_they_are_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name in ("a.docx", "b.docm", "c.dotx", "d.xml", "e.wpt", "f.dot", "g.pdf", "h.dotm"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in expand_paths([tmp_path])] == ["a.docx", "b.docm"]
    assert expand_paths([tmp_path / "c.dotx"]) == [tmp_path / "c.dotx"]


def test_text_boxes_of_strict_files() -> None:
    """Word writes them in the vocabulary of 2006 (wne), whatever the rest is written in."""
    inner = f"<wne:txbxContent>{p('专栏1　泵站')}{p('1.新建三座。')}</wne:txbxContent>"
    shape = f'<wp:wsp xmlns:wp="{_WP}" xmlns:wne="{_WNE}"><wp:txbx>{inner}</wp:txbx></wp:wsp>'
    box = f"<w:r><w:drawing>{shape}</w:drawing></w:r>"
    body = p(r("甲") + box) + p("乙")
    data = zipped(members(body, rel=STRICT_REL, w=STRICT))
    (found,) = read_bytes("a.docx", data, "docx").boxes()
    assert (found.name, len(found.body)) == ("泵站", 1)
    assert shown(body) == ["甲", {"frame": ["专栏1　泵站", "1.新建三座。"]}, "乙"]
    assert next(document(body).boxes()).number == 1
