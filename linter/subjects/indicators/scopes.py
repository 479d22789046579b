"""Scopes: words outside a clause that limit what its statement is about."""

from collections.abc import Iterator
from functools import lru_cache

from linter.document.nodes import Paragraph
from linter.subjects.indicators.name_index import NameIndex
from linter.text.patterns import lazily

_CLAUSE = lazily(
    r"(?:在|对|对于|支持|推动|鼓励|其中)?(?P<scope>[^,;:]{1,12}?(?:地区|区域|片区|城区|园区|开发区|新区|山区|县"
    r"|(?<!上)市|县\(市、区\)|农村|城镇|乡镇|企业|领域|行业|方面|部门|机构|系统|经济区|都市圈|城市群|合作区"
    r"|示范区))$"
)
_PLACE = lazily(
    r"(?!建设|推进|推动|加快|加强|发展|打造|优化|提升|完善|创建|做[强优大]|支持|培育|规划|统筹)"
    r"[\u4e00-\u9fff]{2,}(?:经济区|都市圈|城市群|片区|新区|合作区|示范区|地区|[市县区州])$"
)
_TOPIC = lazily(
    r"农村|乡村|县域|跨境|山区|贫困|民族地区|革命老区|民营|园区|校园|社区|城乡|城镇|农业|工业|海洋|军民|外资"
)
_DIGIT = lazily(r"\d")
_NUMBER = lazily(r"^\W*(?:[‹ten›\d]+\W+)?")
_SHORT = 24


def clause_scope(lead: str, names: NameIndex) -> str:
    """Words of an earlier clause of the sentence that limit what follows: 在山区县，"""
    for clause in _from_the_last(lead):
        words = clause.strip()
        if _DIGIT.search(words):
            return ""
        match = _CLAUSE.fullmatch(words)
        if match and not names.is_territory(match["scope"]):
            return match["scope"]
    return ""


def _from_the_last(lead: str) -> Iterator[str]:
    """The clauses of some words, the last one first."""
    end = len(lead)
    while end >= 0:
        start = max(lead.rfind(mark, 0, end) for mark in ",;:")
        yield lead[start + 1 : end]
        end = start


def heading_scope(paragraph: Paragraph, names: NameIndex) -> str:
    """A heading above the paragraph that names a part of the territory: （三）川东北经济区."""
    places = _places(paragraph.locator.section)
    return next((place for place in places if not names.is_territory(place)), "")


@lru_cache(maxsize=1024)
def _places(path: tuple[str, ...]) -> tuple[str, ...]:
    """The headings of a path that may name a part of the territory, without their numbers."""
    lines = (_NUMBER.sub("", line).rstrip("。") for line in path)
    return tuple(words for words in lines if len(words) <= 12 and _PLACE.fullmatch(words))


def topic(paragraph: Paragraph) -> str:
    """The limiting word in the heading above a statement or in its paragraph's run-in heading.

    Under 农村电商, 网络零售额 may well mean that of the countryside: it cannot be told.
    """
    section = paragraph.locator.section
    title = paragraph.title if paragraph.title != paragraph.text.rstrip("。") else ""
    return limit(title) or limit(section[-1] if section else "")


@lru_cache(maxsize=4096)
def limit(title: str) -> str:
    """The one limiting word of a short heading, "" without one."""
    found = set(_TOPIC.findall(title)) if len(title) <= _SHORT else set()
    return str(found.pop()) if len(found) == 1 else ""
