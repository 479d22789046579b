"""What stands around a number in a clause: the words in front, the verb, and what follows."""

import re
from enum import Enum, auto
from typing import NamedTuple

from linter.text.patterns import lazily, once
from linter.text.sentences import start_of


class Kind(Enum):
    """What a number says of its subject."""

    VALUE = auto()  # 达到40%
    CHANGE = auto()  # 提高5个百分点, 增长30%
    GROWTH = auto()  # 年均增长8%
    ANNUAL = auto()  # 每年新增10万人


JOINT = lazily("‹and›|、")
_SENTENCE_ENDS = "。!?\n"
REACH = 400  # characters: no clause, and no sentence's lead to a number, is longer
_GLUED = 60  # characters: no verb with all that goes with it is longer
_CLAUSE = lazily(r"[;:]|(?<!\d),|,(?!\d{3}(?!\d))|——")
_MOVE = "‹rise›|增长|扩大|发展|‹fall›|缩小|压缩|收窄|回升|壮大|延长|拓展|扩展|(?<!新)增|升|降|减"
_RATE = "‹yearly›(?:实际|复合|递增)?(?:‹growth-rate›|增长|递增)|‹growth-rate›"
_GLUE = lazily(
    rf"""(?:
        {_RATE} | (?:{_MOVE})(?:到|至|了)?              # 年均增长, 提高到
      | 达到|达 | (?<!行)为|是 | 到|至|在|从|由
      | 实现|完成 | 突破|超过|超出|超|(?<![通经超])过|逾
      | 仅|只有
      | 不低于|不少于|不小于|不超过|不高于|不大于|高于|低于|大于|小于
      | 至少|大约|约为|(?<![节公合])约|接近|将近|近
      | 控制|保持|稳定|维持
      | 将|力争|争取|确保|努力|已经|已|预计|有望        # how sure it is
      | (?<![人年户亩地平])均|基本|全部|总体|稳步|进一步
      | 分别|累计|合计|总计|共计 | 每年平均|每年|年均|年平均
      | 翻番 | 左右|以上 | 的 | [<>≤≥=≈\s]
      | \([^()]{{1,20}}\)
    )+$""",
    re.X,
)
_ENDS = lazily(
    rf"""\s*(?:
        $ | [,。;:、)!?\n”"(] | ‹any-and›|并|且|其中
      | 居|位|排名|跻身 | 高于|低于|比|较|同比|年均|占 # what it is compared with
      | 的?(?:目标|水平|任务|规模(?![以企化种养户农])|标准)
      | ‹year› | (?:{_MOVE})(?:到|至)                   # the next of a row of values
    )""",
    re.X,
)
_GROWTH = lazily("‹yearly›(?:实际|复合|递增)?(?:增|递增)")
STARTED = lazily(r"[从由]\s?[约近]?$")  # a year in between would be blanks
_CHANGE = lazily(
    rf"(?:{_MOVE}|‹growth-rate›|‹fall›达到?)了?(?:超过|突破|不低于|不少于|约|近|超|[<>≥≤\s])*$"
)


class Clause(NamedTuple):
    """The place of a number: [start, verb) holds the words in front, `glue` the verb and bound.

    `sentence` is where its sentence starts.
    """

    start: int
    verb: int
    glue: str
    sentence: int

    @property
    def kind(self) -> Kind:
        if _GROWTH.search(self.glue):
            return Kind.GROWTH
        if _CHANGE.search(self.glue):
            return Kind.CHANGE
        return Kind.ANNUAL if self.yearly else Kind.VALUE

    @property
    def falls(self) -> bool:
        """Whether a change is one for the less: 下降18%."""
        return any(word in self.glue for word in ("降", "减", "缩", "收窄"))

    @property
    def yearly(self) -> bool:
        return any(word in self.glue for word in ("每年", "年均", "年平均"))

    @property
    def starts(self) -> bool:
        """Whether the number is where a change begins, at a time not named: 由4.6%降至4.2%."""
        return bool(STARTED.search(self.glue))

    @property
    def states(self) -> bool:
        """Whether a verb says that something has the value."""
        return bool(
            once(r"达|到|至|为|突破|超|低于|少于|高于|控制|保持|稳定|实现").search(self.glue)
        )


def clause_before(text: str, at: int, last: int) -> Clause:
    """Return the clause in front of the number at `at`; `last` is where the one before it ends."""
    sentence = start_of(text, at, _SENTENCE_ENDS)
    start = max(sentence, last, at - REACH)
    for match in _CLAUSE.finditer(text, start, at):
        start = match.end()
    glue = _GLUE.search(text, max(start, at - _GLUED), at)
    verb = glue.start() if glue else at
    return Clause(start, verb, text[verb:at], sentence)


def is_stated(text: str, end: int) -> bool:
    """Tell whether the number ends its phrase: not 1000家以上企业, but 1000家以上，"""
    return bool(_ENDS.match(text, end))


def listed(words: str, count: int) -> list[tuple[int, int]] | None:
    """Return the places of the names that 分别 gives values to, None if they are not as many.

    和 may join two names or stand within one: it is taken as the joint that makes the count right.
    """
    marks = [m.span() for m in JOINT.finditer(words)]
    commas = [m.span() for m in once("、").finditer(words)]
    for cuts in (marks, commas, commas + [m for m in marks if not commas or m > commas[-1]][-1:]):
        if len(cuts) + 1 == count:
            starts = [0, *(end for _, end in cuts)]
            ends = [*(start for start, _ in cuts), len(words)]
            return list(zip(starts, ends, strict=True))
    return None
