"""How single values of a configuration are read. Each reader raises ValueError for people."""

import datetime
import re
from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from linter.catalogue.language import Lang
from linter.catalogue.nearest import hint
from linter.catalogue.severity import FailOn, Severity
from linter.catalogue.yaml_messages import written
from linter.readers.options import Limits
from linter.readers.view import View
from linter.settings.globs import matches
from linter.text.patterns import lazily

PROVINCES: list[str] = re.findall(
    r"\S+",
    """
    北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省
    福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省
    云南省
    西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 台湾省
    """,
)
_OFF = ("off", "none", "never", "ignore")
_PERIOD = lazily(r"(\d{4})年?\s*(?:-|—|–|－|~|～|至)+\s*(\d{4})年?")
_MONTH = lazily(r"(\d{4})(?:-|年)(\d{1,2})(?:月)?(?:(?<=月)|-)?(?:(\d{1,2})日?)?")
_YEAR = lazily(r"(\d{4})年?", re.ASCII)
_SCALES = {"kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30}
_SIZE = lazily(r"(\d+)\s*([kmg]b)", re.I)

Reader = Callable[[Any], Any]


def text(value: Any) -> str:
    """A word that is not empty."""
    if not isinstance(value, str) or not value.strip():
        quoted = "，数字、日期等要加引号" if isinstance(value, int | float | datetime.date) else ""
        raise ValueError(f"“{written(value)}”应为文字{quoted}")
    return value.strip()


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"“{written(value)}”应为 true 或 false")
    return value


def glob(value: Any) -> str:
    """A pattern for paths."""
    word = text(value)
    matches(Path("x"), word, Path())
    return word


def exclusion(value: Any) -> str:
    """A line as in .gitignore; `!` in front takes back what an earlier one leaves out."""
    word = text(value)
    if word.startswith("#"):
        raise ValueError(f"“{word}”以 # 开头，不是路径模式")
    matches(Path("x"), word.removeprefix("!"), Path())
    return word


def choice(kind: type[StrEnum]) -> Reader:
    """One of the words of an enumeration."""
    words = [member.value for member in kind]

    def read(value: Any) -> StrEnum:
        if value not in words:
            near = hint(str(value), words)
            raise ValueError(f"“{written(value)}”应为 {'、'.join(words)} 之一{near}")
        return kind(value)

    return read


def severity(value: Any) -> Severity:
    """How severe a rule is; one that is not wanted at all has another place."""
    if value is False or value in _OFF:
        raise ValueError("不用的规则写在 ignore 中")
    return Severity(choice(Severity)(value))


def period(value: Any) -> tuple[int, int]:
    """2021-2025, or the list of both years."""
    match = _PERIOD.fullmatch(value.strip()) if isinstance(value, str) else None
    years = [int(match[1]), int(match[2])] if match else value
    if isinstance(years, list) and len(years) == 2 and all(map(_is_year, years)):
        first, last = years
        if first <= last:
            return first, last
    raise ValueError(f"“{written(value)}”应写作起止年份，如 2021-2025")


def year(value: Any) -> int:
    if isinstance(value, str) and (match := _YEAR.fullmatch(value.strip())):
        value = int(match[1])
    if not _is_year(value):
        raise ValueError(f"“{written(value)}”应为年份，如 2020")
    return int(value)


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100


def day(value: Any) -> datetime.date:
    """2021-03-01, 2021年3月1日, or a month, which stands for its first day."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = _MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if match:
            return datetime.date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        pass
    raise ValueError(f"“{written(value)}”应为日期，如 2021-03-01")


def province(value: Any) -> str:
    """The full name of a province; a short one (四川) stands for it."""
    word = text(value)
    full: str | None = next(
        (p for p in PROVINCES if p == word or (len(word) > 1 and p.startswith(word))), None
    )
    if full is None:
        near = hint(word, PROVINCES, "，应为省、自治区、直辖市的名称，如 四川省")
        raise ValueError(f"没有“{word}”{near}")
    return full


def limit(value: Any) -> int | float:
    """A number above 0, or a size in bytes: 200MB."""
    match = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match:
        value = int(match[1]) * _SCALES[match[2].lower()]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1 << 50:
        raise ValueError(f"“{written(value)}”应为大于 0 的数，或 200MB 这样的大小")
    return value


PLAN: dict[str, Reader] = {
    "period": period,
    "base-year": year,
    "issued": day,
    "province": province,
}
LIMITS: dict[str, Reader] = {f.name.replace("_", "-"): limit for f in fields(Limits)}
SINGLE: dict[str, Reader] = {
    "lang": choice(Lang),
    "fail-on": choice(FailOn),
    "view": choice(View),
}
