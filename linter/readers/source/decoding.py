"""Turns the bytes of a text file into text, or says why they are none.

Drafts are UTF-8, with or without a byte order mark. Only a web page may say that it is written
in something else, and then it is believed.
"""

import re

from linter.readers.errors import ReadError

_LIMIT = 64 * 1024 * 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CHARSET_REACH = 4096
_CHARSETS = {b"gb2312": "gb18030", b"gbk": "gb18030", b"gb18030": "gb18030", b"big5": "big5"}


def decode(data: bytes, form: str) -> str:
    """Return the text. Raises ReadError: too-large, not-utf8, binary."""
    if len(data) > _LIMIT:
        raise ReadError("too-large", f"文件过大（超过 {_LIMIT // 1024 // 1024} MB）", form)
    if data.startswith(_UTF16):
        raise ReadError("not-utf8", "文件是 UTF-16（Unicode）编码，请另存为 UTF-8", form)
    if b"\0" in data:
        raise ReadError("binary", "文件不是文本（含有空字节），请确认扩展名与内容相符", form)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _declared(data) if form == "html" else None
        if declared is None:
            raise _not_utf8(error.start, form) from error
    try:
        return data.decode(declared)
    except UnicodeDecodeError as error:
        raise _not_utf8(error.start, form) from error


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_CHARSET_REACH])
    return _CHARSETS.get(match.group(1).lower()) if match else None


def _not_utf8(at: int, form: str) -> ReadError:
    message = f"不是 UTF-8 文本（第 {at + 1} 字节起无法识别），请另存为 UTF-8 编码"
    return ReadError("not-utf8", message, form)
