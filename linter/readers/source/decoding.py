"""Turns the bytes of a text file into text, or says why they are none.

UTF-8 and byte order marks are certain; a web page may say what it is written in, and is believed
where it is not UTF-8. Anything else is read only where one single encoding makes common Chinese of
the bytes: what is a guess must be able to be told (Document.encoding).
"""

import re
from collections.abc import Iterator

from linter.document.encoding import UTF8, Encoding, HowKnown
from linter.readers.errors import ReadError
from linter.readers.source.common import is_chinese

_LIMIT = 64 * 1024 * 1024
_MARKS = (  # the longer ones first
    Encoding("utf-32-le", b"\xff\xfe\0\0", HowKnown.MARKED),
    Encoding("utf-32-be", b"\0\0\xfe\xff", HowKnown.MARKED),
    Encoding("utf-8", b"\xef\xbb\xbf", HowKnown.MARKED),
    Encoding("utf-16-le", b"\xff\xfe", HowKnown.MARKED),
    Encoding("utf-16-be", b"\xfe\xff", HowKnown.MARKED),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_CHARSET_REACH = 4096
_CHARSETS = {b"gb2312": "gb18030", b"gbk": "gb18030", b"gb18030": "gb18030", b"big5": "big5"}
_BEYOND = re.compile("[\u0800-\U0010ffff]")  # what takes more than two bytes in UTF-8
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_HELP = "请用记事本、WPS 或 Word 打开，另存为 UTF-8 编码"


def decode(data: bytes, form: str) -> str:
    """Return the text. Raises ReadError: too-large, not-utf8, binary."""
    return decoded(data, form)[0]


def decoded(data: bytes, form: str) -> tuple[str, Encoding]:
    """Return the text and how it is written. Raises ReadError as `decode` does."""
    if len(data) > _LIMIT:
        raise ReadError("too-large", f"文件过大（超过 {_LIMIT // 1024 // 1024} MB）", form)
    marked = next((one for one in _MARKS if data.startswith(one.mark)), None)
    if marked is not None:
        return _as_marked(data, marked, form)
    text = _tried(data, UTF8) if b"\0" not in data else None
    if text is not None:
        return text, UTF8._replace(known=_doubt(data, text))
    return _as_declared(data, form) or _as_judged(data, form)


def _as_marked(data: bytes, marked: Encoding, form: str) -> tuple[str, Encoding]:
    text = _tried(data, marked)
    name = marked.codec.upper().removesuffix("-LE").removesuffix("-BE")
    if text is None:
        raise ReadError("not-utf8", f"文件标明是 {name} 编码，内容却不是，{_HELP}", form)
    if "\0" in text:
        raise ReadError("binary", "文件不是文本（含有空字节），请确认扩展名与内容相符", form)
    return text, marked


def _doubt(data: bytes, text: str) -> HowKnown:
    """Tell whether what is UTF-8 may be GB18030: it has no Chinese, and would have nothing else."""
    if text.isascii() or _BEYOND.search(text):
        return HowKnown.PLAIN
    other = _tried(data, Encoding("gb18030")) or ""
    foreign = [char for char in other if not char.isascii()]
    chinese = all("\u3000" <= char <= "\u303f" or "\u4e00" <= char <= "\u9fff" for char in foreign)
    return HowKnown.DOUBTFUL if foreign and chinese else HowKnown.PLAIN


def _as_declared(data: bytes, form: str) -> tuple[str, Encoding] | None:
    """The text of a page in the encoding that it says it has."""
    match = _CHARSET.search(data[:_CHARSET_REACH]) if form == "html" and b"\0" not in data else None
    codec = _CHARSETS.get(match.group(1).lower()) if match else None
    declared = Encoding(codec, known=HowKnown.DECLARED) if codec else None
    text = _tried(data, declared) if declared else None
    return (text, declared) if declared and text is not None else None


def _as_judged(data: bytes, form: str) -> tuple[str, Encoding]:
    """The text in the only encoding in which it is Chinese. Raises ReadError for none or two."""
    found = list(_readings(data))
    if len(found) == 1:
        return found[0]
    if not found and b"\0" in data:
        raise ReadError("binary", "文件不是文本（含有空字节），请确认扩展名与内容相符", form)
    raise ReadError(
        "not-utf8", f"文件不是 UTF-8，也不能确定是 GB18030（GBK）或 UTF-16，{_HELP}", form
    )


def _readings(data: bytes) -> Iterator[tuple[str, Encoding]]:
    """Yield the encodings in which the bytes are Chinese, with their text."""
    codecs = ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ()
    for codec in (*codecs, *(() if b"\0" in data else ("gb18030",))):
        encoding = Encoding(codec, known=HowKnown.JUDGED)
        text = _tried(data, encoding)
        if text is not None and not _CONTROL.search(text) and is_chinese(text):
            yield text, encoding


def _tried(data: bytes, encoding: Encoding) -> str | None:
    try:
        return encoding.decode(data)
    except UnicodeDecodeError:
        return None
