"""What is known of measures by their names: which way is better, which have no unit."""

from collections.abc import Sequence
from enum import Enum, auto

from linter.plan.lexicon import Lexicon
from linter.text.patterns import any_of, compiled, lazily, once


class Direction(Enum):
    HIGHER = auto()
    LOWER = auto()  # 能耗, 失业率, 死亡率
    EITHER = auto()  # 常住人口, 增速: a lower goal is no worse


# Names that say themselves what is counted and for how many.
_PER = lazily("(?:每[十百千万亿]+[人户名个]|每百万人口|亿元).*(?:率|人次|人数|起数|件数)$")


class Measures:
    """The lexicon of measures (rules/lexicon/measures.yaml), compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        kinds: dict[str, list[str]] = {}
        for entry in lexicon.entries("measures"):
            kinds.setdefault(entry["kind"], []).extend(entry["words"])
        self._lower = any_of(kinds["lower-is-better"])
        self._lower_first = compiled(
            rf"(?:{any_of(kinds['lower-time']).pattern})(?:平均)?(?:时间|时长|周期|天数|距离|间隔)"
            rf"|(?:{any_of(kinds['lower-intensity']).pattern})强度|PUE|电能利用效率|电源使用效率"
            r"|投诉(?:率|量|件数|数|起数|次数)?$|平均住院日"
        )
        self._margin = any_of(kinds["margin"])
        self._either = any_of(kinds["either-way"])
        self._constant_price = any_of(kinds["constant-price"])
        self._index = any_of(kinds["index"])
        self._complementary = [frozenset(words.split()) for words in kinds["complementary"]]

    def direction(self, name: str) -> Direction:
        """Which way a measure is better. A rate of treatment or use is higher, 污水处理率."""
        if self._lower_first.search(name):
            return Direction.LOWER
        if self._either.search(name):
            return Direction.EITHER
        if once(r"(?:下降|降低|削减|减少|减排|压减)(?:率|量|比例|幅度|[((%]|$)").search(name):
            return Direction.HIGHER
        if once("(?:时间|时长|周期|天数|距离|间隔|强度)$").search(name):
            return Direction.EITHER  # 开放时间, 研发投入强度: it cannot be told
        if once(
            r"(?:办结|满意|回复|响应|处理|处置|利用|回收|控制|覆盖|达标|合格|修复|治理|消除|整治|化解|完成|治愈)率?$"
        ).search(
            name,
        ):
            return Direction.HIGHER
        return Direction.LOWER if self._lower.search(name) else Direction.HIGHER

    def has_margin(self, name: str) -> bool:
        """Tell whether a ceiling above the present value is the custom: 失业率, 死亡率, PM2.5."""
        return bool(self._margin.search(name))

    def is_constant_price(self, name: str) -> bool:
        """Tell whether growth of the measure is reckoned at constant prices by custom."""
        return bool(self._constant_price.search(name))

    def is_index(self, name: str) -> bool:
        """Tell whether the measure has no unit: 指数, 排名, 满意度, 年均每十万人受灾人次."""
        return bool(self._index.search(name) or _PER.search(name))

    def are_complementary(self, names: Sequence[str]) -> bool:
        """Tell whether the names together are a whole: 城镇 and 农村, the three industries."""
        return any(
            len(names) == len(whole) and all(any(word in name for name in names) for word in whole)
            for whole in self._complementary
        )


def measures_of(lexicon: Lexicon) -> Measures:
    """The measures of a lexicon, compiled once."""
    return Measures(lexicon)
