"""Formats of which only the running text is read (PDF), and the rules that are sound on it.

Lines are put back into paragraphs by their places and tables are left out, so a rule is sound only
if it judges words and marks that stand next to each other. What counts items of a list, compares
places of the draft, or asks for headings, boxes, tables and responsible units is not run.
"""

from linter.wording import Lang

FORMATS = frozenset({"pdf"})
RULES = frozenset(
    {
        *("NUM001", "NUM002", "NUM004", "NUM005", "NUM006", "NUM007", "NUM008", "NUM012"),
        *("PUN001", "PUN002", "PUN003", "PUN005", "PUN007", "PUN009"),
        *("REF005", "TRM001", "TRM002", "TRM004", "TRM006"),
    }
)
_NOTE = {
    Lang.ZH: "PDF 只查正文的文字（数字、标点、用字、发文字号），"
    "未查表格、指标、专栏、编号、附件、责任单位；请用 Word 原稿再查一次",
    Lang.EN: "only the running text of this PDF was checked (figures, marks, wording); tables, "
    "indicators, boxes, numbering, attachments and responsible units need the Word draft",
}


def is_sound(rule: str, form: str) -> bool:
    """Tell whether a rule, by its code, may run on a draft of a format."""
    return form not in FORMATS or rule in RULES


def note(form: str, lang: Lang) -> str | None:
    """What a report on a format has to say of its reach, None where all rules run."""
    return _NOTE[lang] if form in FORMATS else None
