"""Numbers as Word writes them, by the name of the number format (ECMA-376-1, 17.18.59)."""

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)

Format = Callable[[int], str]


def written(value: int, form: str) -> str:
    """Return a number in a format; decimal where the format has no form for it."""
    if form == "none":
        return ""
    return FORMATS[form](value) if form in FORMATS and 0 < value < 10_000 else str(value)


def _positional(digits: str) -> Format:
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _placed(digits: str, places: str) -> Format:
    """Numerals with place words: 二十一, 一百〇五."""

    def form(value: int) -> str:
        out, gap = "", False
        text = str(value)
        for power, char in zip(range(len(text) - 1, -1, -1), text, strict=True):
            if char == "0":
                gap = bool(out)
                continue
            out += (digits[0] if gap else "") + digits[int(char)] + ("", *places)[power]
            gap = False
        one = digits[1] + places[0]
        return out[1:] if 10 <= value < 20 and places[0] == "十" and out.startswith(one) else out

    return form


def _counting(value: int) -> str:
    """To ninety-nine with 十, then digit by digit."""
    return _placed(_HAN, "十百千")(value) if value < 100 else _positional(_HAN)(value)


def _listed(first: str, last: str) -> Format:
    """A character of a run, such as ① to ⑳; decimal behind its end."""
    size = ord(last) - ord(first) + 1
    return lambda value: chr(ord(first) + value - 1) if value <= size else str(value)


def _cycled(characters: str) -> Format:
    return lambda value: characters[value - 1] if value <= len(characters) else str(value)


def _letters(value: int) -> str:
    """a … z, aa, bb …, as Word repeats them."""
    return chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)


def _roman(value: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        out += letters * (value // size)
        value %= size
    return out


def _sexagenary(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


_THOUSAND = _placed(_HAN, "十百千")
FORMATS: dict[str, Format] = {
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _THOUSAND,
    "taiwaneseCountingThousand": _THOUSAND,
    "japaneseCounting": _THOUSAND,
    "ideographDigital": _positional(_HAN),
    "japaneseDigitalTenThousand": _positional(_HAN),
    "taiwaneseDigital": _positional(_HAN),
    "chineseLegalSimplified": _placed(_LEGAL, "拾佰仟"),
    "ideographLegalTraditional": _placed(_LEGAL_TRADITIONAL, "拾佰仟"),
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _listed("㊀", "㊉"),
    "decimalEnclosedCircle": _listed("①", "⑳"),
    "decimalEnclosedCircleChinese": _listed("①", "⑳"),
    "decimalEnclosedParen": _listed("⑴", "⒇"),
    "decimalEnclosedFullstop": _listed("⒈", "⒛"),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
}
