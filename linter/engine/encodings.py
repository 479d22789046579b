"""What a report says of the encoding of a draft, where that is not plain UTF-8."""

from linter.catalogue.language import Lang
from linter.document.encoding import Encoding, HowKnown

_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030（GBK）", "big5": "Big5"}
_WORDS = {
    HowKnown.MARKED: {
        Lang.ZH: "按 {name} 编码读取（文件开头有 BOM 标明）",
        Lang.EN: "read as {name} (the file begins with a byte order mark)",
    },
    HowKnown.JUDGED: {
        Lang.ZH: "按 {name} 编码读取（文件没有标明，由内容判定）；如文字有误，请另存为 UTF-8 再查",
        Lang.EN: "read as {name} (judged by the words, as the file does not say); "
        "save it as UTF-8 if they are wrong",
    },
    HowKnown.DOUBTFUL: {
        Lang.ZH: "按 UTF-8 编码读取，也可能是 GB18030（GBK）；如文字有误，请另存为 UTF-8 再查",
        Lang.EN: "read as UTF-8, but it may be GB18030 (GBK); save it as UTF-8 if words are wrong",
    },
}


def encoding_note(encoding: Encoding, lang: Lang) -> str | None:
    """How a draft was read; None where nobody has to be told."""
    words = _WORDS.get(encoding.known)
    if words is None:
        return None
    name = _NAMES.get(encoding.codec, encoding.codec.upper().replace("-LE", "LE"))
    name = name.replace("-BE", "BE")
    if lang is Lang.EN:
        name = name.replace("（", " (").replace("）", ")")
    return words[lang].format(name=name)
