"""Which bytes are text, and what is said of others."""

from pathlib import Path

import pytest

from linter.readers.load import ReadError, load, read_bytes

TEXT = "一、要求\n"


def kind(data: bytes, form: str = "txt") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes("x", data, form)
    assert caught.value.format == form
    return caught.value.kind


def test_utf8_with_and_without_mark() -> None:
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig")):
        node = next(read_bytes("x", data, "txt").nodes())
        assert (node.text, node.position(0)) == ("要求", (1, 3))


def test_others_are_named() -> None:
    assert kind(b" \n") == "empty"
    assert kind(TEXT.encode("gb18030")) == "not-utf8"
    assert kind(TEXT.encode("utf-16")) == "not-utf8"
    assert kind(b"PK\3\4\0\0\0") == "binary"
    assert kind(b"\x89PNG\r\n\x1a\n\0", "md") == "binary"


def test_a_page_is_believed() -> None:
    page = '<meta http-equiv=x content="text/html; charset=GB2312"><p>一、要求'
    assert next(read_bytes("x", page.encode("gb18030"), "html").nodes()).text == "要求"
    assert kind(page.replace("GB2312", "latin-9").encode("gb18030"), "html") == "not-utf8"
    assert kind(page.encode("gb18030"), "txt") == "not-utf8"


def test_suffixes(tmp_path: Path) -> None:
    for name, form in (("a.TXT", "txt"), ("a.htm", "html"), ("a.markdown", "md")):
        (tmp_path / name).write_text(TEXT, "utf-8")
        assert load(tmp_path / name).format == form
