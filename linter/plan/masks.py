"""Masks: words that a rule about wording must not look into.

Titles in 《》, addresses, document numbers, telephone numbers, scales, formulas and model names
keep their own spelling. A masked text has the length of the text. Quoted words stay visible: a
quoted name may be misspelt.
"""

from linter.text.patterns import lazily

FILL = "\ue000"
# A number with one of these behind it is a quantity, whatever it looks like.
_UNIT = r"\s*[万亿千百余多公平年度%‰‹measure-words›]"
_IN_ADDRESS = r"[A-Za-z0-9./?=&%#:~+_$*@-]"
# With their scheme, of a host that one knows, of a mailbox.
_ADDRESS = (
    rf"(?:https?|ftp)://{_IN_ADDRESS}+|www\.{_IN_ADDRESS}+"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:com|cn|net|org|gov|edu)(?![A-Za-z0-9-])"
    rf"(?:[/:?]{_IN_ADDRESS}*)?"
    r"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,9}"
)
_ADDRESSES = lazily(_ADDRESS)
# Where no alternative can begin none is tried.
_FIRST = r"(?=[《〔\[(【“×\dA-Za-z_.+-])"
_MASKED = lazily(
    _FIRST
    + "(?:"
    + "|".join(
        (
            "‹title›",
            _ADDRESS,
            "‹document-number›",
            rf"(?<![\d.])0\d{{2,3}}-\d{{7,8}}(?!\d)|(?<![\d.])\d{{7,8}}(?!\d|\.\d|{_UNIT})",
            rf"(?<!\d)1\d{{10}}(?!\d)|(?<![\d.])(?:12|95|96)\d{{3}}(?!\d|\.\d|{_UNIT})",
            r"(?<![\d.])\d+:\d+(?:\.\d+)?万?",
            r"(?:GB|DB|ISO|IEC|YD|YB|CJJ|JGJ)\d{0,2}(?:/[TZ])?\s*\d[\d.]*(?:[—-]\d{4})?",
            r"(?<![\d.])\d+(?:\.\d+)?代线|\b[VvGg]\d{1,4}(?:\.\d+)*\b|(?<![\dA-Za-z])[1-8][DdKk]\b",
            r"(?<=“)\d{1,2}·\d{1,2}(?=”)|×\s{0,4}100%",
            r"[A-Za-z0-9.]{1,40}\s{0,4}=\s{0,4}[A-Za-z0-9.×÷*/+ -]{1,200}",
        )
    )
    + ")"
)


def mask(folded: str) -> str:
    """Return the folded text with every protected word replaced by as many fill characters."""
    return _MASKED.sub(lambda match: FILL * len(match.group()), folded)


def without_addresses(folded: str) -> str:
    """Return the folded text with the addresses of the web and of mail alone filled out."""
    if "://" not in folded and "www." not in folded and "@" not in folded:
        return folded
    return _ADDRESSES.sub(lambda match: FILL * len(match.group()), folded)
