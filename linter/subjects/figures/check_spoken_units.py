"""NUM004: units as one speaks: 平米, 万方, 亿度, 吨标煤."""

from collections.abc import Iterator

from linter.document.nodes import Span
from linter.plan.everywhere import Place, everywhere
from linter.plan.finding import Finding, Fix, check
from linter.plan.plan import Plan
from linter.text.patterns import lazily

_STOP = r"(?=[,。;、:)的/]|以[上下内]|左右|$)"
_SPOKEN = lazily(
    rf"平米|平方{_STOP}|立升|公升|公分|公尺|公寸|华里|市斤|英里|[吨克]?标煤|千瓦/小?时|公里/每小时|KM/小时"
    rf"|方{_STOP}|度{_STOP}"
)
_NUMBER = lazily(r"\d[\d.,]{0,12}\s?[万亿]{0,2}$")
_MEANT = {
    "平米": "平方米",
    "平方": "平方米",
    "立升": "升",
    "公升": "升",
    "公分": "厘米",
    "公尺": "米",
    "公寸": "分米",
    "华里": "公里",
    "市斤": "公斤",
    "英里": "公里",
    "标煤": "标准煤",
    "吨标煤": "吨标准煤",
    "克标煤": "克标准煤",
    "千瓦/小时": "千瓦时",
    "千瓦/时": "千瓦时",
    "公里/每小时": "公里/小时",
    "方": "立方米",
    "度": "千瓦时",
}
_CONVERTED = ("华里", "市斤", "英里")
_REACH = 18  # characters of a number
_MANY = ("万", "亿")
_BARE = {
    "方": lazily(r"[水土石砂渣淤气]|库容|混凝土|木材"),
    "度": lazily(r"电"),
}
_SIGNS = (*_MEANT, "M/小时")


@check
def spoken_unit(plan: Plan) -> Iterator[Finding]:
    """NUM004: a unit that is not one of the legal units of measurement, or cut short."""
    for place in plan.get(everywhere).find(_SPOKEN, *_SIGNS):
        unit = place.match.group()
        right = _MEANT.get(unit, "公里/小时")
        counted = _NUMBER.search(place.text, max(0, place.start - _REACH), place.start)
        number = place.node.text[counted.start() : place.start] if counted else ""
        if not number and unit[-2:] != "标煤":
            continue
        if unit == "千瓦/小时" and "电" not in place.before:
            continue
        if unit in _BARE and number[-1:] not in _MANY and not _BARE[unit].search(_clause(place)):
            continue  # 3方 may be three parties, 25度 a temperature
        fix = None if unit in _CONVERTED else Fix(number + right)
        words = number + place.words
        values = {"words": words, "meant": right if unit in _CONVERTED else number + right}
        span = Span(place.node, place.start - len(number), place.end)
        yield Finding(span, values, (), "spoken", fix)


def _clause(place: Place) -> str:
    """The words in front, back to the last comma: what is measured."""
    return place.before.replace("、", ",").rpartition(",")[2]
