"""What can be wrong with a file: every case ends in a Document or in one ReadError of its kind."""

import re
import struct
import zipfile
from io import BytesIO, RawIOBase

import pytest

from linter.readers import docx
from linter.readers.errors import ReadError
from linter.readers.load import format_of, read_bytes
from linter.readers.options import Limits, ReadOptions
from tests.readers.docx.fixtures import (
    REL,
    STRICT,
    STRICT_REL,
    comment,
    end,
    members,
    p,
    part,
    r,
    raw,
    relationships,
    start,
    table,
    tc,
    tr,
    word,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MAIN = "word/document.xml"


def kind(data: bytes, limits: Limits | None = None) -> str:
    """The kind of error that the bytes end in; the message is one Chinese line."""
    with pytest.raises(ReadError) as caught:
        docx.read("a.docx", data, ReadOptions(limits=limits or Limits()))
    assert caught.value.format == "docx"
    assert "\n" not in caught.value.message
    assert any("\u4e00" <= char <= "\u9fff" for char in caught.value.message)
    assert not re.search(r"\b[a-z]+\b", re.sub(r"[\w/\\-]*\.\w+", "", caught.value.message))
    return caught.value.kind


def changed(**replaced: bytes) -> bytes:
    """A good file with the main part replaced."""
    return zipped(members(p("正文")) | {MAIN: replaced["main"]})


def with_dtd(dtd: str, body: str = "") -> bytes:
    xml = part("officeDocument", p(f"<w:r><w:t>甲{body}</w:t></w:r>"))
    head, rest = xml.split("?>", 1)
    return changed(main=f"{head}?>{dtd}{rest}".encode())


def test_zip_bomb() -> None:
    assert kind(changed(main=part("officeDocument", p("甲" * 20_000_000)).encode())) == "too-big"
    assert kind(word(p("甲")), Limits(part_bytes=100)) == "too-big"


def test_zip_bomb_that_lies_about_its_size() -> None:
    data = bytearray(changed(main=part("officeDocument", p("甲" * 2_000_000)).encode()))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    assert data[at + 46 : at + 46 + len(MAIN)] == MAIN.encode()
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    assert kind(bytes(data)) == "bad-zip"


def test_too_many_paragraphs() -> None:
    assert kind(word("<w:p/>" * 60_001)) == "too-complex"
    assert kind(word("<w:p/>" * 300_000)) == "too-big"  # 68 kB packed: caught by its ratio


def test_too_many_elements() -> None:
    assert kind(word("<w:bookmarkEnd/>" * 60), Limits(tags=50)) == "too-complex"


@pytest.mark.parametrize("markup", ["<w:x{}/>", '<w:p w:x{}=""/>'])
def test_too_many_names(markup: str) -> None:
    body = "".join(markup.format(i) for i in range(60))
    assert kind(word(body), Limits(names=50)) == "too-complex"
    wide = part("officeDocument", body).replace("UTF-8", "UTF-16").encode("utf-16")
    assert kind(changed(main=wide), Limits(names=50)) == "too-complex"


def test_too_many_members() -> None:
    files = members(p("甲")) | {f"word/media/{i}.png": b"" for i in range(30)}
    assert kind(zipped(files), Limits(members=20)) == "too-big"


def test_billion_laughs() -> None:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    dtd = f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>'
    assert kind(with_dtd(dtd, "&a9;")) == "doctype"


@pytest.mark.parametrize("address", ["file://{}", "http://127.0.0.1:9/x"])
def test_external_entity(address: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    dtd = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address.format(secret)}">]>'
    assert kind(with_dtd(dtd, "&x;")) == "doctype"


def test_doctype_in_another_encoding_and_in_relationships() -> None:
    xml = with_dtd("<!DOCTYPE w>")
    assert kind(xml) == "doctype"
    wide = (
        part("officeDocument", p("甲")).replace("UTF-8", "UTF-16").replace("?>", "?><!DOCTYPE w>")
    )
    assert kind(changed(main=wide.encode("utf-16"))) == "doctype"
    files = members(p("甲"))
    files["_rels/.rels"] = b"<!DOCTYPE r>" + files["_rels/.rels"]
    assert kind(zipped(files)) == "doctype"


def test_deep_nesting() -> None:
    deep = "<w:ins>" * 1000 + r("甲") + "</w:ins>" * 1000
    assert kind(word(p(deep))) == "bad-xml"


def test_truncated() -> None:
    data = word(p("正文"))
    assert kind(data[: len(data) // 2]) == "bad-zip"


def test_crc_error() -> None:
    data = bytearray(word(p("正文")))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 16] ^= 0xFF
    assert kind(bytes(data)) == "bad-zip"


def test_empty() -> None:
    assert kind(b"") == "empty"
    with pytest.raises(ReadError) as caught:
        read_bytes("a.docx", b"", "docx")
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("data", ["这是文本".encode(), b"<html></html>", b"%PDF-1.7", OLE])
def test_not_a_zip(data: bytes) -> None:
    assert kind(data) == "not-zip"


def test_encrypted() -> None:
    assert kind(OLE + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    data = bytearray(word(p("正文")))
    while (at := data.find(b"PK\x01\x02")) >= 0:
        data[at : at + 4], data[at + 8] = b"PK\x01\x03", data[at + 8] | 1
    assert kind(bytes(data).replace(b"PK\x01\x03", b"PK\x01\x02")) == "encrypted"


def test_legacy_doc_even_when_renamed() -> None:
    assert kind(OLE + "WordDocument".encode("utf-16-le")) == "legacy-doc"


def test_rtf() -> None:
    assert kind(b"{\\rtf1\\ansi }") == "rtf"


def test_no_document() -> None:
    files = members(p("甲"))
    assert kind(zipped({k: v for k, v in files.items() if k != MAIN})) == "no-document"
    assert kind(zipped({k: v for k, v in files.items() if k != "_rels/.rels"})) == "no-document"


def test_zip_that_is_no_docx() -> None:
    assert kind(zipped({"a.txt": b"x"})) == "no-document"
    assert kind(changed(main=b'<workbook xmlns="urn:x"/>')) == "no-document"
    text = b"application/vnd.oasis.opendocument.text"
    assert kind(zipped({"mimetype": text, "content.xml": b"<a/>"})) == "no-document"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_member() -> None:
    out = BytesIO(word(p("甲")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/DOCUMENT.xml", part("officeDocument", p("乙")))
    assert kind(out.getvalue()) == "dup-member"


@pytest.mark.parametrize("name", ["../x.xml", "word/../../x.xml", "/etc/x", "..\\x", "C:/x"])
def test_unsafe_names(name: str) -> None:
    assert kind(zipped(members(p("甲")) | {name: b"x"})) == "bad-name"


def test_control_character_in_xml() -> None:
    data = changed(main=part("officeDocument", p("甲\x01乙")).encode())
    with pytest.raises(ReadError) as caught:
        docx.read("a.docx", data)
    assert caught.value.kind == "bad-xml"
    assert "第 1 行" in caught.value.message


def test_broken_part_beside_the_main_part() -> None:
    assert (
        kind(zipped(members(p("甲"), styles="") | {"word/styles.xml": b"<w:styles"})) == "bad-xml"
    )


@pytest.mark.parametrize("where", ["main part", "project", "embedded part"])
def test_macros_are_no_reason_to_refuse(where: str) -> None:
    """They are never run, nor read: in a .docm, in a converted .doc, in an embedded workbook."""
    files = members(p("甲"))
    types = files["[Content_Types].xml"].decode()
    if where == "main part":
        plain = "vnd.openxmlformats-officedocument.wordprocessingml.document.main"
        types = types.replace(plain, "vnd.ms-word.document.macroEnabled.main")
    elif where == "project":
        project = relationships({"vbaProject": "vbaProject.bin"})
        files |= {"word/_rels/document.xml.rels": project.encode(), "word/vbaProject.bin": b"x"}
    else:
        sheet = '<Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary'
        types = types.replace("<Default ", f'{sheet}.macroEnabled.12"/><Default ', 1)
        files["word/embeddings/a.xlsb"] = b"x"
    files["[Content_Types].xml"] = types.encode()
    for name in ("a.docx", "a.docm", "a.dotx", "a.dotm"):
        found = read_bytes(name, zipped(files), format_of(name))
        assert [node.text for node in found.nodes()] == ["甲"]


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "cp037"])
def test_encodings_that_hide_tags(encoding: str) -> None:
    xml = part("officeDocument", p("A")).replace("UTF-8", encoding)
    assert kind(changed(main=xml.encode(encoding))) == "bad-xml"


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_compression_that_word_does_not_use(method: int) -> None:
    """An LZMA member may ask for gigabytes before it gives a byte."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members(p("甲")).items():
            archive.writestr(name, data)
    assert kind(out.getvalue()) == "bad-zip"


def test_too_many_names_in_two_byte_characters_without_a_mark() -> None:
    names = "".join(f"<w:x{i}/>" for i in range(3100))
    xml = part("officeDocument", names).replace("UTF-8", "UTF-16LE").encode("utf-16-le")
    assert kind(changed(main=xml)) == "too-complex"


# What looks odd and can be read.


def only_text(data: bytes) -> str:
    (only,) = docx.read("a.docx", data).blocks
    return only.text  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_parts_in_other_encodings(encoding: str) -> None:
    files = members(p("甲"))
    declared = encoding.removesuffix("-sig").replace("16-", "16").upper()
    for name in (MAIN, "[Content_Types].xml", "_rels/.rels"):
        source = files[name].decode().partition("?>")[2] or files[name].decode()
        files[name] = f'<?xml version="1.0" encoding="{declared}"?>{source}'.encode(encoding)
    assert only_text(zipped(files)) == "甲"


def test_names_with_backslashes_and_in_other_case() -> None:
    files = members(p("甲"))
    assert only_text(zipped({name.replace("/", "\\"): files[name] for name in files})) == "甲"
    files["Word/Document.xml"] = files.pop(MAIN)
    assert only_text(zipped(files)) == "甲"
    files["word\\document.xml"] = files["Word/Document.xml"]
    assert kind(zipped(files)) == "dup-member"


def test_file_written_as_a_stream() -> None:
    """Sizes stand behind the members (data descriptors); bytes after the end do not matter."""

    class Stream(RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload]
            return len(data)  # type: ignore[arg-type]

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name, data in members(p("甲")).items():
            archive.writestr(name, data)
    assert only_text(bytes(stream.written)) == "甲"
    assert only_text(bytes(stream.written) + b"rest" * 20) == "甲"


def test_other_documents_inside_are_left_alone() -> None:
    chunk = '<w:altChunk r:id="rId9"/>'
    ole = '<w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rId8"/></w:object></w:r>'
    files = members(p("甲") + chunk + p(ole))
    files |= {"word/afchunk.html": b"<p>x</p>", "word/embeddings/a.docx": word(p("乙"))}
    assert only_text(zipped(files)) == "甲"


def test_relationship_prefix_that_is_not_declared() -> None:
    xml = part("officeDocument", p(f"<w:hyperlink w:anchor='a'>{r('甲')}</w:hyperlink>"))
    undeclared = xml.replace(f' xmlns:r="{REL}"', "")
    assert undeclared != xml
    (only,) = docx.read("a.docx", changed(main=undeclared.encode())).blocks
    assert only.text == "甲"  # type: ignore[union-attr]


def test_other_prefix() -> None:
    xml = part("officeDocument", "<n:p><n:r><n:t>甲</n:t></n:r></n:p>", prefix="n")
    (only,) = docx.read("a.docx", changed(main=xml.encode())).blocks
    assert only.text == "甲"  # type: ignore[union-attr]


def test_strict_edition() -> None:
    body = p("甲", '<w:pStyle w:val="1"/>') + table(tr(tc("乙")))
    styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    first, second = raw(body, rel=STRICT_REL, w=STRICT, styles=styles).blocks
    assert (first.text, first.heading) == ("甲", 1)  # type: ignore[union-attr]
    assert second.rows[0][0].parts[0].text == "乙"  # type: ignore[union-attr]


def test_main_part_by_another_name_and_comments_in_relationships() -> None:
    files = members(p("甲"))
    files["word/main2.xml"] = files.pop(MAIN)
    rels = files["_rels/.rels"].replace(b"word/document.xml", b"/word/main2.xml")
    files["_rels/.rels"] = rels.replace(b"<Relationship ", b"<!-- x --><Relationship ", 1)
    (only,) = docx.read("a.docx", zipped(files)).blocks
    assert only.text == "甲"  # type: ignore[union-attr]


def test_relationships_that_lack_parts_or_point_outside() -> None:
    files = members(p("甲"), comments=comment(0, "评"))
    rels = b'<Relationship Id="a"/><Relationship Id="b" Type="x/image" Target="../../x.png"/></Rel'
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b"</Rel", rels)
    assert [b.text for b in docx.read("a.docx", zipped(files)).comments] == ["评"]


def test_parts_of_building_blocks_are_not_the_draft_s() -> None:
    styled = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading {}"/></w:style>'
    files = members(p("甲", '<w:pStyle w:val="1"/>'), styles=styled.format(1))
    files["word/glossary/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"]
    files["word/glossary/styles.xml"] = part("styles", styled.format(5)).encode()
    (only,) = docx.read("a.docx", zipped(files)).blocks
    assert only.heading == 1  # type: ignore[union-attr]


def test_a_thousand_comments() -> None:
    body = "".join(p(start(i) + r("词") + end(i)) for i in range(1000))
    notes = "".join(comment(i, f"评{i}") for i in range(1000))
    found = raw(body, comments=notes).comments
    assert [(len(c.ranges), c.text) for c in found[:2]] == [(1, "评0"), (1, "评1")]
    assert len(found) == 1000


def test_comments_that_cover_everything_stay_bounded() -> None:
    opened = "".join(start(i) for i in range(500))
    closed = "".join(f'<w:commentRangeEnd w:id="{i}"/>' for i in range(500))
    body = p(opened + r("甲")) + p("乙") * 300 + p(r("丙") + closed)
    notes = "".join(comment(i, "评") for i in range(500))
    found = docx.read(
        "a.docx", word(body, comments=notes), ReadOptions(limits=Limits(pieces=1000))
    ).comments
    assert sum(len(c.ranges) for c in found) < 2500


def test_core_properties() -> None:
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>规划</dc:title><dc:creator/></c:coreProperties>"
    )
    files = members(p("甲"))
    files["_rels/.rels"] = files["_rels/.rels"].replace(
        b"</Rel", b'<Relationship Id="c" Type="x/core-properties" Target="docProps/core.xml"/></Rel'
    )
    found = docx.read("a.docx", zipped(files | {"docProps/core.xml": core.encode()}))
    assert found.properties() == {"title": "规划"}
