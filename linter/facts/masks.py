"""Masks: words that a rule about wording must not look into.

Titles in 《》, addresses, document numbers, telephone numbers and model names keep their own
spelling (shared/rules.md, “Masks before any rule”). A masked text has the length of the text.
"""

import re

FILL = "\ue000"
_MASKED = re.compile(
    r"《[^《》]{1,120}》"
    r"|https?://[\w./?=&%#:~+-]+|www\.[\w./?=&%#-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\u4e00-\u9fff]{0,8}[〔\[]\d{4}[〕\]]\d+号"
    r"|(?<![\d.])(?:0\d{2,3}-)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)|(?<!\d)(?:12|95|96)\d{3}(?!\d)"
    r"|\d+:\d+(?:万)?|(?:GB|ISO|DB|GB/T|IEC)[/T\s]*\d[\d.—-]*"
)


def mask(folded: str) -> str:
    """Return the folded text with every protected word replaced by as many fill characters."""
    return _MASKED.sub(lambda match: FILL * len(match.group()), folded)
