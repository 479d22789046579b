"""Numbers that only Word's numbering writes: 1 alone, A. a) （I） 甲、 1-1 A.1 第I章.

Nobody types them as the number of a heading, or not so that one could tell it from a word.
"""

from linter.document.nodes import LabelKind
from linter.text.folding import fold
from linter.text.numerals import LEGAL, NUMERAL, STEMS, parse_numeral
from linter.text.patterns import lazily

_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CORE = (
    rf"\d{{1,4}}|[{NUMERAL}]{{1,6}}|[{LEGAL}]{{1,6}}|[{STEMS}][{_BRANCHES}]?|[{_BRANCHES}]"
    r"|[A-Za-z]{1,8}|[Ⅰ-ⅻ]|[㊀-㊉]"
)
_SHAPE = lazily(
    rf"[§*#☆★]?\s*(?P<open>[(〔\[【〈「『<—-]?)\s*(?P<core>(?:{_CORE})(?:[.-](?:{_CORE}))*)\s*"
    r"(?P<close>[)〕\]】〉」』>—-]?)\s*[、.:,/]?"
)
_UNIT = lazily(rf"第\s*(?P<core>{_CORE})\s*(?P<unit>[编篇章节条]|部分)[、.:]?")
_UNITS = {
    "编": LabelKind.PART,
    "篇": LabelKind.PART,
    "部分": LabelKind.PART,
    "章": LabelKind.CHAPTER,
    "节": LabelKind.SECTION,
    "条": LabelKind.ARTICLE,
}
_ROMAN = lazily(r"(?i:(?=[ivx])x{0,4}(?:ix|iv|v?i{0,4}))$")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_SIGNS = ("Ⅰ", "ⅰ")  # each the first of twelve
_DASHES = "—-"

Shape = tuple[LabelKind, tuple[int, ...]]


def generated_shape(raw: str) -> Shape | None:
    """Return the form and the numbers of a generated label, None where it is worded or a bullet."""
    folded = fold(raw).strip()
    if unit := _UNIT.fullmatch(folded):
        part = _part(unit["core"])
        return (_UNITS[unit["unit"]], (part[1],)) if part else None
    match = _SHAPE.fullmatch(folded)
    if match is None:
        return None
    parts = [_part(core) for core in match["core"].replace("-", ".").split(".")]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    numbers = tuple(number for _, number in known)
    return _kind(known[0][0], match["open"], match["close"], len(numbers), folded), numbers


def _kind(kind: LabelKind, opened: str, closed: str, parts: int, folded: str) -> LabelKind:
    """The form of a number by its brackets and by how many parts it has."""
    bracketed = bool(closed) and closed not in _DASHES
    if kind is LabelKind.CHINESE and bracketed:
        return LabelKind.PAREN_CHINESE
    if kind is not LabelKind.PLAIN:
        return kind
    if parts > 1:
        return LabelKind.DECIMAL
    if bracketed:
        return LabelKind.PAREN_ARABIC if opened else LabelKind.CLOSING_ARABIC
    return LabelKind.PLAIN if folded[-1].isdigit() or closed else LabelKind.ARABIC


def _part(core: str) -> tuple[LabelKind, int] | None:
    """One number of a label and the form that it has without brackets."""
    if core[0] in STEMS + _BRANCHES:
        row = STEMS if core[0] in STEMS else _BRANCHES
        return LabelKind.STEM, row.index(core[0]) + 1
    if "㊀" <= core[0] <= "㊉":
        return LabelKind.CIRCLED, ord(core[0]) - ord("㊀") + 1
    for first, kind in zip(_SIGNS, (LabelKind.ROMAN, LabelKind.SMALL_ROMAN), strict=True):
        if 0 <= ord(core[0]) - ord(first) < 12:
            return kind, ord(core[0]) - ord(first) + 1
    if core.isascii() and core.isalpha():
        return _lettered(core)
    number = parse_numeral(core)
    if number is None:
        return None
    if core[0] in LEGAL and core[0] not in NUMERAL:
        return LabelKind.LEGAL, number
    return (LabelKind.PLAIN if core.isdigit() else LabelKind.CHINESE), number


def _lettered(core: str) -> tuple[LabelKind, int] | None:
    """i, v and x are taken for Roman numerals; letters behind z come doubled (aa, bb)."""
    small = core.islower()
    if _ROMAN.match(core):
        digits = [_ROMAN_DIGITS[char] for char in core.lower()]
        signed = zip(digits, [*digits[1:], 0], strict=True)
        value = sum(-one if one < after else one for one, after in signed)
        return (LabelKind.SMALL_ROMAN if small else LabelKind.ROMAN), value
    if len(set(core)) > 1:
        return None
    value = ord(core[0].lower()) - ord("a") + 1 + 26 * (len(core) - 1)
    return (LabelKind.SMALL_LETTER if small else LabelKind.LETTER), value
