"""Builds Word drafts from descriptions: Markdown, with what departs from GB/T 9704-2012 in layout.

Between --- lines at the head stands YAML: 页面 {纸张, 上, 下, 左, 右}, a part of the text (标题,
编标题, 章标题, 节标题, 一级标题 to 四级标题, 正文, 专栏标题) {字体, 字号, 对齐, 缩进, 行距}, 页码
{样式, 字体, 字号, 对齐} or 无, 页眉. {字体: 宋体} in front of words is for them to the end of their
paragraph or to {}; in front of a paragraph 对齐, 缩进 and 行距 may stand there, too. 修订 (插入,
删除, 格式), 突出 (a colour) and 批注 (its words) stand there in the same way. A paragraph
{分节: {纸张: [297, 210]}} ends a section whose pages are so.
"""

import re
from typing import Any

import yaml

from linter.document.nodes import LabelKind
from linter.readers.labels import split_label
from tests.readers.docx.fixtures import BY, part, relationships, table, tc, tr, zipped

Look = dict[str, Any]
PAGE: Look = {"纸张": [210, 297], "上": 37, "下": 35, "左": 28, "右": 26}
NUMBER: Look = {"样式": "— 1 —", "字体": "宋体", "字号": 14, "对齐": "外"}
BODY: Look = {"字体": "仿宋_GB2312", "字号": 16, "对齐": "两端", "缩进": 2, "行距": 28.95}
LOOKS: dict[str, Look] = {
    "标题": BODY | {"字体": "方正小标宋简体", "字号": 22, "对齐": "中", "缩进": 0},
    "一级标题": BODY | {"字体": "黑体"},
    "二级标题": BODY | {"字体": "楷体_GB2312"},
    "三级标题": BODY,
    "四级标题": BODY,
    "正文": BODY,
    "专栏标题": BODY | {"字体": "黑体", "对齐": "中", "缩进": 0},
} | {f"{name}标题": BODY | {"字体": "黑体", "对齐": "中", "缩进": 0} for name in "编章节"}
_ROLES = {
    LabelKind.PART: "编标题",
    LabelKind.CHAPTER: "章标题",
    LabelKind.SECTION: "节标题",
    LabelKind.CHINESE: "一级标题",
    LabelKind.PAREN_CHINESE: "二级标题",
    LabelKind.ARABIC: "三级标题",
    LabelKind.PAREN_ARABIC: "四级标题",
}
_ALIGN = {"左": "left", "中": "center", "右": "right", "两端": "both"}
_HEAD = re.compile(r"---\n(.*?)^---\n", re.S | re.M)
_LEAD = re.compile(r"[^。{]{1,40}。(?=\S)")
_CHANGE = re.compile(r"(\{[^}]*\})")
_MM = 1440 / 25.4


def word_draft(description: str) -> bytes:
    """Return the Word file that a description asks for."""
    head = _HEAD.match(description)
    given: dict[str, Any] = yaml.safe_load(head[1]) if head else {}
    looks = {name: look | given.get(name, {}) for name, look in LOOKS.items()}
    chunks = re.split(r"\n\s*\n", description[head.end() if head else 0 :].strip())
    body = "".join(_block(chunk, looks) for chunk in chunks)
    number = given.get("页码", {})
    footers = _footers(NUMBER | number) if number != "无" else {}
    further = _further(given.get("页眉"), description)
    ids = {kind: f"rId{i}" for i, kind in enumerate(footers, 2)}
    parts = (*footers, *further)
    header = f"rId{2 + parts.index('header')}" if "header" in further else None
    section = _section(PAGE | given.get("页面", {}), ids, header)
    names = {"settings": "settings.xml"} | {kind: f"{kind}.xml" for kind in parts}
    rels = relationships(names)
    for kind in footers:  # footers of every kind are related as footers
        rels = rels.replace(f'/{kind}" Target', '/footer" Target')
    files = {
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("officeDocument", body + section),
        "word/_rels/document.xml.rels": rels,
        "word/settings.xml": part("settings", "<w:evenAndOddHeaders/>" if len(ids) > 1 else ""),
    } | {f"word/{kind}.xml": part("footer", content) for kind, content in footers.items()}
    files |= {f"word/{kind}.xml": part(kind, content) for kind, content in further.items()}
    return zipped({name: text.encode() for name, text in files.items()})


def _further(header: str | None, description: str) -> dict[str, str]:
    """The header and the comments, where a description has any."""
    changes = [change for change in _CHANGE.findall(description) if "批注" in change]
    words = [yaml.safe_load(change)["批注"] for change in changes]
    comments = "".join(
        f'<w:comment w:id="{_key(text)}" w:author="甲"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:comment>"
        for text in words
    )
    found = {"header": f"<w:p><w:r><w:t>{header}</w:t></w:r></w:p>" if header else ""}
    return {kind: text for kind, text in (found | {"comments": comments}).items() if text}


def _key(comment: str) -> int:
    return sum(map(ord, comment))


def _block(chunk: str, looks: dict[str, Look]) -> str:
    if chunk.startswith("{分节"):
        page = yaml.safe_load(chunk)["分节"]
        return f"<w:p><w:pPr>{_section(PAGE | page, {})}</w:pPr></w:p>"
    if not chunk.startswith(">"):
        title = chunk.startswith("# ")
        return _paragraph(chunk.removeprefix("# "), looks, "标题" if title else None)
    lines = [line.lstrip("> ").strip("*") for line in chunk.split("\n")]
    head, *items = [line for line in lines if line]
    inner = [_paragraph(head, looks, "专栏标题"), *(_paragraph(i, looks, "正文") for i in items)]
    return table(tr(tc("".join(inner))))


def _paragraph(text: str, looks: dict[str, Look], role: str | None) -> str:
    change: Look = {}
    if text.startswith("{"):
        end = text.index("}") + 1
        change, text = yaml.safe_load(text[:end]), text[end:]
    label, _ = split_label(text)
    role = role or (_ROLES.get(label.kind, "正文") if label else "正文")
    lead = _LEAD.match(text) if role in _ROLES.values() else None
    pieces = [(text[: lead.end()], role), (text[lead.end() :], "正文")] if lead else [(text, role)]
    runs = "".join(_runs(words, looks[name] | change) for words, name in pieces)
    look = looks["正文" if lead else role] | change
    return f"<w:p><w:pPr>{_shape(look)}</w:pPr>{runs}</w:p>"


def _runs(text: str, look: Look) -> str:
    out, now = "", look
    for piece in _CHANGE.split(text):
        if _CHANGE.fullmatch(piece):
            now = look | (yaml.safe_load(piece) or {})
        elif piece:
            out += _marked(piece, now)
    return out


def _marked(text: str, look: Look) -> str:
    """A run with what work on the draft has left at it."""
    change = look.get("修订")
    left = f'<w:highlight w:val="{look["突出"]}"/>' if "突出" in look else ""
    left += f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>" if change == "格式" else ""
    name = "delText" if change == "删除" else "t"
    words = f'<w:{name} xml:space="preserve">{text}</w:{name}>'
    run = f"<w:r><w:rPr>{_look(look)}{left}</w:rPr>{words}</w:r>"
    if change in ("插入", "删除"):
        kind = "ins" if change == "插入" else "del"
        run = f"<w:{kind} {BY}>{run}</w:{kind}>"
    if "批注" in look:
        at = f'w:id="{_key(look["批注"])}"'
        run = f"<w:commentRangeStart {at}/>{run}<w:commentRangeEnd {at}/>"
        run += f"<w:r><w:commentReference {at}/></w:r>"
    return run


def _look(look: Look) -> str:
    font, size = look["字体"], round(look["字号"] * 2)
    return f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}"/><w:sz w:val="{size}"/>'


def _shape(look: Look) -> str:
    line = str(look["行距"])
    if line.endswith("倍"):
        spacing = f'w:line="{round(float(line[:-1]) * 240)}" w:lineRule="auto"'
    else:
        spacing = f'w:line="{round(float(line) * 20)}" w:lineRule="exact"'
    return (
        f'<w:spacing {spacing}/><w:ind w:firstLineChars="{round(look["缩进"] * 100)}"/>'
        f'<w:jc w:val="{_ALIGN[look["对齐"]]}"/>'
    )


def _section(page: Look, footers: dict[str, str], header: str | None = None) -> str:
    width, height, *margins = (
        round(value * _MM) for value in (*page["纸张"], *(page[side] for side in "上下左右"))
    )
    top, bottom, left, right = margins
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{key}"/>' for kind, key in footers.items()
    )
    if header is not None:
        references = f'<w:headerReference w:type="default" r:id="{header}"/>{references}'
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" '
        f'w:bottom="{bottom}" w:left="{left}" w:right="{right}" w:gutter="0"/></w:sectPr>'
    )


def _footers(number: Look) -> dict[str, str]:
    """The footers by kind: for odd and even pages where the number stands outside."""
    if number["对齐"] == "外":
        return {
            "default": _footer(number | {"对齐": "右"}),
            "even": _footer(number | {"对齐": "左"}),
        }
    return {"default": _footer(number)}


def _footer(number: Look) -> str:
    before, after = number["样式"].split("1")
    look = f"<w:rPr>{_look(number)}</w:rPr>"
    runs = [
        f'<w:r>{look}<w:t xml:space="preserve">{before}</w:t></w:r>' if before else "",
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>',
        f"<w:r>{look}<w:instrText>PAGE</w:instrText></w:r>",
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r>{look}<w:t>1</w:t></w:r>",
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>',
        f'<w:r>{look}<w:t xml:space="preserve">{after}</w:t></w:r>' if after else "",
    ]
    jc = f'<w:jc w:val="{_ALIGN[number["对齐"]]}"/>'
    return f"<w:p><w:pPr>{jc}</w:pPr>{''.join(runs)}</w:p>"
