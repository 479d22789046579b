"""Which bytes are text, how they are read, and what is said of others."""

import codecs
from pathlib import Path

import pytest

from linter.document.encoding import HowKnown
from linter.readers.load import ReadError, load, read_bytes

TEXT = "一、要求\n"
LONG = "一、总体要求\r\n\r\n到2025年，全市水利工程建设取得明显成效，城乡供水保障能力全面提高。\r\n"
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
KOREAN = "전국 상수도 보급률을 높이고 농촌 지역의 물 공급 체계를 개선한다. " * 5
JAPANESE = "全国の水道普及率を高め、農村地域の給水体制を改善することとする。" * 5


def kind(data: bytes, form: str = "txt") -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes("x", data, form)
    assert caught.value.format == form
    return caught.value.kind


def known(data: bytes, form: str = "txt") -> tuple[str, HowKnown]:
    encoding = read_bytes("x", data, form).encoding
    return encoding.codec, encoding.known


def test_utf8_with_and_without_mark() -> None:
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig")):
        node = next(read_bytes("x", data, "txt").nodes())
        assert (node.text, node.position(0)) == ("要求", (1, 3))
    assert known(TEXT.encode()) == ("utf-8", HowKnown.PLAIN)
    assert known(TEXT.encode("utf-8-sig")) == ("utf-8", HowKnown.MARKED)


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("codec", ["gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_faults_e_texts_of_an_office_are_read_as_utf8_is(codec: str, form: str) -> None:
    right = [(n.text, n.position(0)) for n in read_bytes("x", LONG.encode(), form).nodes()]
    read = read_bytes("x", LONG.encode(codec), form)
    assert [(n.text, n.position(0)) for n in read.nodes()] == right
    assert read.encoding.known is HowKnown.JUDGED
    assert read.encoding.encode(LONG) == LONG.encode(codec)
    if codec in MARKS:
        marked = read_bytes("x", MARKS[codec] + LONG.encode(codec), form)
        assert [(n.text, n.position(0)) for n in marked.nodes()] == right
        assert marked.encoding.known is HowKnown.MARKED
        assert marked.encoding.encode(LONG) == MARKS[codec] + LONG.encode(codec)


def test_a_guess_that_is_not_certain_is_refused() -> None:
    assert kind(TEXT.encode("gb18030")) == "not-utf8"  # two characters may be anything
    assert kind(LONG.encode("gb18030")[:-3] + b"\xff") == "not-utf8"  # damaged
    assert kind(LONG.encode("gb18030") + "é".encode("latin-1") + b"\n") == "not-utf8"
    assert kind(LONG.replace("：", "").encode("big5", "ignore")) == "not-utf8"
    assert kind(KOREAN.encode("euc_kr")) == "not-utf8"
    assert kind(JAPANESE.encode("euc_jp")) == "not-utf8"
    assert kind(JAPANESE.encode("shift_jis")) == "not-utf8"
    assert kind(KOREAN.encode("utf-16-le")) == "binary"
    assert kind(b"\xff\xfe" + LONG.encode("utf-16-le")[:-1]) == "not-utf8"
    assert kind(b"\xff\xfe\0\0" + LONG.encode("utf-32-le")[:-2]) == "not-utf8"


def test_what_two_encodings_may_be_is_told() -> None:
    # The classic: GBK bytes that are sound UTF-8 too, here of two letters that no draft has.
    assert "路路".encode("gbk").decode() == "··"
    assert known("路路".encode("gbk") + b"\n") == ("utf-8", HowKnown.DOUBTFUL)
    assert known("路路一、\n".encode()) == ("utf-8", HowKnown.PLAIN)
    assert known(b"plan\n") == ("utf-8", HowKnown.PLAIN)


def test_what_is_no_text_is_named() -> None:
    assert kind(b" \n") == "empty"
    assert kind(b"PK\3\4\0\0\0") == "binary"
    assert kind(b"\x89PNG\r\n\x1a\n\0", "md") == "binary"
    assert kind(b"\xff\xfe" + "甲\0乙".encode("utf-16-le")) == "binary"


def test_a_page_is_believed() -> None:
    page = '<meta http-equiv=x content="text/html; charset=GB2312"><p>一、要求'
    read = read_bytes("x", page.encode("gb18030"), "html")
    assert next(read.nodes()).text == "要求"
    assert read.encoding.known is HowKnown.DECLARED
    assert kind(page.replace("GB2312", "latin-9").encode("gb18030"), "html") == "not-utf8"
    assert kind(page.encode("gb18030"), "txt") == "not-utf8"
    wrong = page.replace("GB2312", "utf-8") + LONG
    assert known(wrong.encode("gb18030"), "html") == ("gb18030", HowKnown.JUDGED)


def test_suffixes(tmp_path: Path) -> None:
    for name, form in (("a.TXT", "txt"), ("a.htm", "html"), ("a.markdown", "md")):
        (tmp_path / name).write_text(TEXT, "utf-8")
        assert load(tmp_path / name).format == form
