"""Formats of which only the running text is read (PDF).

Lines are put back into paragraphs by their places and tables are left out, so only rules that judge
words and marks which stand next to each other are sound there: the catalogue says of each whether
it is (`plain_text: true`).
"""

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule

FORMATS = frozenset({"pdf"})
_NOTE = {
    Lang.ZH: "PDF 只查正文的文字（数字、标点、用字、发文字号），"
    "未查表格、指标、专栏、编号、附件、责任单位；请用 Word 原稿再查一次",
    Lang.EN: "only the running text of this PDF was checked (figures, marks, wording); tables, "
    "indicators, boxes, numbering, attachments and responsible units need the Word draft",
}


def is_sound(rule: Rule, form: str) -> bool:
    """Tell whether a rule may run on a draft of a format."""
    return form not in FORMATS or rule.plain_text


def note(form: str, lang: Lang) -> str | None:
    """What a report on a format has to say of its reach, None where all rules run."""
    return _NOTE[lang] if form in FORMATS else None
