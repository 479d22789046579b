"""Chinese and Arabic numerals."""

from linter.text.folding import fold

NUMERAL = "一二三四五六七八九十百千〇零两"
# Numbers that are one character with their marks: ① ⑴ ⒈ ㈠, each kind in its order from 1.
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
BRACKETED_HAN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
LEGAL = "零壹贰叁肆伍陆柒捌玖拾佰"
STEMS = "甲乙丙丁戊己庚辛壬癸"
_FROM_LEGAL = str.maketrans(LEGAL, "零一二三四五六七八九十百")
_TO_LEGAL = {value: key for key, value in _FROM_LEGAL.items()}
ENCLOSED = CIRCLED + BRACKETED + DOTTED + BRACKETED_HAN
_ENCLOSED = {
    c: n for kind in (CIRCLED, BRACKETED, DOTTED, BRACKETED_HAN) for n, c in enumerate(kind, 1)
}
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4} | {
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def parse_numeral(numeral: str) -> int | None:
    """Return the value of an Arabic or Chinese numeral below ten thousand, else None.

    Positional forms (二〇二五), forms with place words (二十五, 一百〇三), enclosed ones (⑶) and
    those of accounts (拾贰) are all read.
    """
    if numeral in _ENCLOSED:
        return _ENCLOSED[numeral]
    numeral = fold(numeral).strip().translate(_FROM_LEGAL)
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral or any(c not in _DIGITS and c not in _PLACES for c in numeral):
        return None
    if not any(c in _PLACES for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total, digit = 0, 0
    for char in numeral:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def to_chinese(number: int) -> str:
    """Return 1–99 as headings write it: 一, 十, 十二, 二十. Raises ValueError elsewhere."""
    if not 0 < number < 100:
        raise ValueError(f"no heading numeral for {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else NUMERAL[tens - 1] + "十")
    return head + (NUMERAL[ones - 1] if ones else "")


def to_legal(number: int) -> str:
    """Return 1–99 as 壹, 拾, 拾贰, 贰拾. Raises ValueError elsewhere."""
    return to_chinese(number).translate(_TO_LEGAL)


def like(numeral: str, number: int) -> str:
    """Return a number as the enclosed numeral `numeral` is written (⑶), 3 where it has no such."""
    kinds = (CIRCLED, BRACKETED, DOTTED, BRACKETED_HAN)
    kind = next((kind for kind in kinds if numeral in kind), "")
    return kind[number - 1] if 0 < number <= len(kind) else str(number)
