"""Names of measures: when two wordings are one name, and what may stand before a name.

Two wordings are one name when they differ only in 和/与/及, 的, quotation marks, brackets, the
words for the plan's own territory, and, for counts, in 数/数量/总数 at the end. Anything else
in front of a name (农村, 移动, 山区县) makes it another measure.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from linter.document.model import Document
from linter.plan.lexicon import Lexicon
from linter.subjects.indicators.contexts import JOINT
from linter.subjects.times.periods import Period
from linter.text.folding import key
from linter.text.patterns import compiled, lazily

_TERRITORY = ("全省", "全市", "全县", "全区", "全州", "全国", "全盟", "全旗", "全镇", "全自治区")
_OWN = {
    "全省": ("我省", "本省"),
    "全市": ("我市", "本市"),
    "全县": ("我县", "本县"),
    "全区": ("我区", "本区"),
    "全州": ("我州", "本州"),
    "全国": ("我国",),
}
_PLACE = lazily(r"[\u4e00-\u9fff]{2,7}?(?:省|自治区|自治州|市|州|盟|县|区|旗)")
_TIER_END = lazily(r"(?:壮族|回族|维吾尔)?自治区$|[省市]$")
_PARENTHESIS = lazily(r"\([^()]*\)|\[[^\]]*\]|〔[^〕]*〕")
_SHORT_FORM = lazily(r"\((?:以下)?(?:简称|统称|合称|称)[^()]*\)")
_MARKS = lazily(r"[()\[\]〔〕*#★▲①-⑳·]")
_GLUED = lazily(
    r"率(?!先)|值(?![班守])|额(?!定)|化(?![肥学石工解纤妆])|型(?!号)|性(?![别能价])|者|量(?!子)|度(?!假)"
    r"|力(?!争)|数(?![字据控码智学])"
)
_COUNTED = "〇一两三四五六七八九十"
_GDP = lazily(r"(?:国内|地区)生产总值(?:GDP)?")
_PER_HEADS = lazily(r"^每(?=[百千万十]+人)")
_SHARE = lazily(r"(?<=.占)(.+?)‹share›$")
_GOAL = lazily(r"(?:规划|计划|预期|任务)?目标值?$")
_INNER_VERB = lazily(r"(?<=..)(?:累计)?(?:实现|完成)(?=..)(?!率|度)")  # 农业实现产值 is 农业产值
_REALISED = lazily(
    r"(?<=..)(?:累计)?(?:实现|完成)(?=(?:工业|农业|年|总|主营|营业|业务|销售)*"
    r"(?:产值|增加值|收入|利润|利税|税收|交易额|零售额|销售额|投资|出口|进出口|产量|销量))"
)
_TOTAL = lazily(r"(?:总数量|总数|数量|总量|数)$")
_GROWTH = lazily(r"(?P<stem>.+?)(?P<average>‹yearly›)?(?:实际)?(?:‹growth-rate›|增长)$")
_EXTENT = r"(?:累计)?(?:率|幅度|比例|目标)?"
_FALLS = lazily(rf"(?P<stem>.+?)(?:累计)?(?:‹fall›|减排){_EXTENT}")
_RISES = lazily(rf"(?P<stem>.+?)(?:累计)?‹rise›{_EXTENT}")


def without_verb(name: str) -> str:
    """A canonical name without the verb within it: 农业实现产值 is 农业产值."""
    return _REALISED.sub("", name)


@lru_cache(maxsize=4096)
def canonical(words: str) -> str:
    """The words as compared: folded, without blanks and marks, one word for 和/与/及/、.

    A short form in brackets (以下简称“非遗”) is no part of the name that it interrupts.
    """
    folded = _GDP.sub("GDP", _MARKS.sub("", _SHORT_FORM.sub("", key(words))))
    return _PER_HEADS.sub("", JOINT.sub("和", folded).replace("的", ""))


def canonical_forms(words: str) -> set[str]:
    """The canonical forms of a wording with and without what its brackets hold, and without 、."""
    forms = {canonical(words), canonical(_PARENTHESIS.sub("", key(words)))}
    forms |= {_INNER_VERB.sub("", _GOAL.sub("", form)) for form in forms}
    return (forms | {canonical(words.replace("、", ""))} if "、" in words else forms) - {""}


def share_stem(name: str) -> str:
    """A share's name without 比重: 占地区生产总值 and 占地区生产总值比重 are one."""
    return _SHARE.sub(r"\1", name)


def count_stem(name: str) -> str:
    """A count's name without 数, 数量, 总数: 用户总数 and 用户 count the same."""
    return _TOTAL.sub("", name)


def growth_stem(name: str) -> tuple[str, bool] | None:
    """(measure, whether 年均) of a canonical name that is a growth rate, else None."""
    match = _GROWTH.fullmatch(name)
    return (match["stem"], bool(match["average"])) if match else None


def change_stem(name: str) -> tuple[str, bool] | None:
    """(measure, whether it falls) of a canonical name that is a change: 能耗降低, 排放下降率."""
    match = _FALLS.fullmatch(name) or _RISES.fullmatch(name)
    return (match["stem"], match.re == _FALLS) if match else None


class Prefixes:
    """What may stand before the name of a measure without changing what it measures."""

    def __init__(self, lexicon: Lexicon, territory: Iterable[str]) -> None:
        words = {word for entry in lexicon.entries("subject_words") for word in entry["words"]}
        self._words: dict[str, list[str]] = {}
        for word in sorted(words | set(territory), key=len, reverse=True):
            self._words.setdefault(word[0], []).append(word)

    def cuts(self, words: str) -> list[int]:
        """Return every place up to which the words are made of words without weight, 0 first."""
        seen, open_places = {0}, [0]
        while open_places:
            at = open_places.pop()
            for word in self._words.get(words[at : at + 1], ()):
                place = at + len(word)
                if words.startswith(word, at) and place not in seen:
                    seen.add(place)
                    open_places.append(place)
        return sorted(seen)

    def lead(self, words: str) -> int:
        """Return where the subject starts: behind all words without weight.

        A verb that the next character makes part of a noun (增加值, 控制率) stays.
        """
        return max(cut for cut in self.cuts(words) if cut == 0 or not _GLUED.match(words, cut))


class Naming:
    """The names of one draft: its territory's words, and the prefixes they allow."""

    def __init__(
        self, document: Document, lexicon: Lexicon, period: Period | None, province: str = ""
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._period = period
        self._province = province

    @cached_property
    def territory(self) -> frozenset[str]:
        """The words for all of the plan's own territory: 全省, 我省, 四川省 …"""
        text = "".join(node.text for node in self._document.paragraphs())
        counts = Counter({word: text.count(word) for word in _TERRITORY})
        word, count = counts.most_common(1)[0]
        title = self._document.title.text if self._document.title else ""
        place = _PLACE.match(title.partition("关于")[0])
        own = {place.group(), place.group().rstrip("省市县区州盟旗")} if place else set()
        if self._province and (not count or self._province[-1] == word[-1]):
            own |= {self._province, _TIER_END.sub("", self._province)}
        return frozenset(own | ({word, *_OWN.get(word, ())} if count else set()))

    @cached_property
    def prefixes(self) -> Prefixes:
        return Prefixes(self._lexicon, self.territory | self._length)

    @property
    def _length(self) -> frozenset[str]:
        """The words for all of the plan's years: 五年新增 is what is new in a plan for five."""
        years = self._period.end - self._period.start + 1 if self._period else 0
        if not 1 < years < len(_COUNTED):
            return frozenset()
        spelt = (f"{_COUNTED[years]}年", f"{years}年", f"未来{_COUNTED[years]}年")
        return frozenset((*spelt, *(f"{words}{tail}" for words in spelt for tail in ("内", "间"))))

    def bare(self, words: str) -> str:
        """A canonical name without the own territory's words at its head."""
        for word in self.territory:
            if words.startswith(word) and len(words) > len(word) + 2:
                return words[len(word) :]
        return words


def generic_measures(lexicon: Lexicon) -> re.Pattern[str]:
    """Names that mean nothing without their context: 覆盖率, 行政村覆盖率, 总收入."""
    entries = {entry["kind"]: entry["words"] for entry in lexicon.entries("measures")}
    tails, wholes = "|".join(entries["generic"]), "|".join(entries["population"])
    return compiled(rf"(?:{wholes})*(?:{tails})?")
