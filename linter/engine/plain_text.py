"""What of a draft cannot be checked, by its format (PDF) or for want of paragraphs.

Of a PDF only the running text is read. Its lines are put back into paragraphs by their places and
tables are left out, so only rules that judge
words and marks which stand next to each other are sound there: the catalogue says of each whether
it is (`plain_text: true`).
"""

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.document.model import Document
from linter.document.nodes import ResidueKind
from linter.engine.encodings import encoding_note

FORMATS = frozenset({"pdf"})
_NOTE = {
    Lang.ZH: "PDF 只查正文的文字（数字、标点、用字、发文字号），"
    "未查表格、指标、专栏、编号、附件、责任单位；请用 Word 原稿再查一次",
    Lang.EN: "only the running text of this PDF was checked (figures, marks, wording); tables, "
    "indicators, boxes, numbering, attachments and responsible units need the Word draft",
}
# A draft without paragraphs has no headings and no lines of a table either.
_UNPARTED = {
    ResidueKind.UNBROKEN: {
        Lang.ZH: "正文没有分段（{count} 字连成一片），能按序号（“一、”“（一）”“1.”）"
        "拆开的已拆开检查；没有序号的标题、表格和附件认不出来，请分段后再查一次",
        Lang.EN: "this draft has no paragraphs ({count} characters in a row); it was parted at its "
        "numbers where it has any, but headings without a number, tables, attachments are unseen",
    },
    ResidueKind.BROKEN_LINES: {
        Lang.ZH: "文中有 {count} 处用手动换行符（Shift+Enter）代替分段，已按分段检查",
        Lang.EN: "{count} line breaks (Shift+Enter) stand for paragraphs and were read as such",
    },
}


def is_sound(rule: Rule, form: str) -> bool:
    """Tell whether a rule may run on a draft of a format."""
    return form not in FORMATS or rule.plain_text


def note(document: Document, lang: Lang) -> str | None:
    """What a report on a draft has to say of its reach, None where all rules run on all of it."""
    words = [_NOTE[lang]] if document.format in FORMATS else []
    if (written := encoding_note(document.encoding, lang)) is not None:
        words.append(written)
    for residue in document.residues:
        if residue.kind in _UNPARTED:
            words.append(_UNPARTED[residue.kind][lang].format(count=residue.times))
    return (" " if lang is Lang.EN else "；").join(words) or None
