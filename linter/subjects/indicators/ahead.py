"""Numbers in front of what they count or limit.

90%以上的中小企业实现…, 政务服务100%实现网上办理: a share of the whole predicate;
共发放31万余张数字证书, 建设15个示范县: an amount of the noun behind it.
"""

from typing import NamedTuple

from linter.subjects.quantities.quantities import Quantity
from linter.subjects.quantities.units import ADDITIVE
from linter.text.patterns import lazily, once

_SHARE = lazily(r"(?:[,、]?(?:及以上|以上|左右))?的?\s*(?P<rest>[^,;。:!?、()\d]{2,40})")
_THING = lazily(r"(?:及?以上)?的?\s*(?P<rest>[^,;。:!?、()\d]{2,24}?)(?=[,;。:!?、()]|$)")
_JOINED = lazily(r"(?:和|与|及|以及)$")
_NEXT = lazily(r"[、,]?\d[\d.]*%(?:以上|左右)?的?[^,;。:!?\d]{2,24}?(?P<verb>[^,;。:!?\d]{2,30})")
_PREDICATE = lazily(
    r"(?:全部|均|都|基本)?(?:实现|开展|建立|建成|纳入|完成|具备|接入|应用|使用|达到|迈入|配备|设立|通过|参加)"
)
_ALL = lazily(r"共|累计|合计|总计|总共|现有|拥有|已有|达到|达|为$")
_BUILT = lazily(r"建成|(?:累计|合计|总计)\S{0,6}$")
_NO_NAME = lazily(
    r"以上|以下|左右|增长|增速|速度|比例|用于|来自|等|为|是|的|基础|前提|水平|幅度|标准|股|税率|利率|目标"
)


class Ahead(NamedTuple):
    """The words behind a number: [start, end) of the text; `tail` what a later part adds to them.

    `share` tells a part of something; `total` that the number is said to be all there is,
    `built` that it is what has been built.
    """

    start: int
    end: int
    tail: str
    share: bool
    total: bool
    built: bool


def ahead_of(text: str, clause: int, quantity: Quantity) -> Ahead | None:
    """Return what stands behind a number amid its phrase; its clause is at `clause`."""
    unit = quantity.unit
    if unit is None or quantity.upper is not None:
        return None
    end = quantity.span.end
    if unit.words == "%":
        found = _SHARE.match(text, end)
        if found is None or _NO_NAME.match(found["rest"]):
            return None
        start, stop, tail = found.start("rest"), found.end("rest"), ""
        joined = _JOINED.search(text, start, stop)
        if joined is not None and text[stop : stop + 1].isdigit():
            stop, tail = joined.start(), _predicate(text, stop)
        return Ahead(start, stop, tail, share=True, total=False, built=False)
    if unit.dimension not in ADDITIVE:
        return None
    found = _THING.match(text, end)
    if found is None or _NO_NAME.match(found["rest"]):
        return None
    before = text[clause : quantity.span.start]
    total, built = bool(_ALL.search(before)), bool(_BUILT.search(before))
    return Ahead(found.start("rest"), found.end("rest"), "", share=False, total=total, built=built)


def _predicate(text: str, at: int) -> str:
    """What the last of several shares says of all: 100%的甲和80%的乙实现在线办理."""
    following = _NEXT.match(text, at)
    if following is None:
        return ""
    clause = once("[,;。:!?]").split(text[at : following.end()])[0]
    verb = _PREDICATE.search(clause)
    return clause[verb.start() :] if verb else ""
