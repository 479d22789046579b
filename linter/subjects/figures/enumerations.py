"""Lists in running text with the count that names them: 五大体系, “三减”, “三落实”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.document.nodes import Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.text.numerals import parse_numeral
from linter.text.patterns import lazily, once

_COUNT = "(?P<count>‹few›)"
_NOT_A_COUNT = "十百千万第前其近约余数每各上下首"
_LABELS = (
    "体系|系统|中心|领域|平台|工程|功能|产业|行业|数据库|资源库|基地|集群|板块|片区|区域|行动|计划|专项|任务|重点"
    "|支柱|优势|品牌|网络|通道|方面|环节|方向|层面|维度|机制|能力|要素|理念|战略|目标|指标|问题|措施|模式|类型"
    "|载体|业务|应用|服务|项目|流域|经济圈|城市群|都市圈|园区|市场|主体|抓手|支撑|空间|组团|特色|制度|清单|举措"
    "|队伍|关系|短板|难题|路线|路径|方式|渠道|场景|产品|技术|赛道|学科|专业|工种|病种|灾种|作物|资源|群体|方法|原则|阶段"
)
# A verb ends the name of what is counted: 五种技术路线开展工程示范.
_VERB = (
    "开展|实施|推进|推动|建设|打造|构建|加快|加强|促进|提升|形成|实现|建立|完善|健全|强化|深化|优化|培育|扩大"
    "|参与|支持|引导|组织|带动|引领|支撑|服务于|协同|并举|齐头|有序|全面|同步"
)
_ANY = lazily(r"[二两三四五六七八九十\d][大个类项种张]")
_COUNTED = lazily(
    rf"(?P<open>等)?(?P<quote>[“\"]?){_COUNT}(?P<measure>大|个|类|项|种|张)"
    rf"(?P<label>(?:(?!等|{_VERB})[\u4e00-\u9fff]){{0,6}}?(?:{_LABELS}){{1,2}})(?!之一)"
)
_LIST_START = lazily(r"[。;:,!?\n]")
_LONGEST = 300  # characters of a list
_MOST = 40  # its items
# “三大任务”推进、“五个中心”升级: what is listed are counts themselves.
_COUNTS_LISTED = lazily(r"[“\"][二两三四五六七八九十][\u4e00-\u9fff]")
# 省、市六大专项行动: whose they are.
_LEVELS = lazily(r"(?:国家|中央|自治区|全国|[省市县区乡镇村州部])")
# 三大平台（含…）: not all of them.
_SOME = lazily(r"(?:主要)?(?:含|如|其中|除|不含|例如|比如|特别是|尤其是)")
_BEHIND = lazily(
    r"[”\"]?(?:\((?:即|包括)?(?P<bracket>[^(),;:。]{3,120})\)"
    r"|(?::|,?即|,?包括:?)\s*(?P<rest>[^(),;:。]{3,150})(?=[。;]|$))"
)
# “三减”（减盐、减油、减糖）: a number and the character that every item has.
_SHORT = lazily(
    r"“(?P<count>[二两三四五六七八九十])个?(?P<shared>[\u4e00-\u9fff]{1,3})”(?:水平|工作|行动|要求)?"
    r"(?:\((?:即|包括)?(?P<bracket>[^(),;:。]{3,80})\)|(?::|即|是指|[分就]别?[是为])(?P<rest>[^(),;:。]{3,80})(?=[,。;]))?"
)
# “三项清单”工作法，以任务清单、问题清单、责任清单推动…
_NAMED = lazily(
    r"“(?P<count>[二两三四五六七八九十])[个项张类本份大](?P<shared>[\u4e00-\u9fff]{2,4})”[^“”。;、]{0,12}?"
    r"(?P<rest>(?:[^“”。;、,:]{2,12}、){1,9}[^“”。;、,:]{2,12}?(?P=shared))(?![、和及与以])"
)
# 责任、措施、资金“三落实”: what is done to every item of the list.
_ALL = lazily(r"(?<=[\u4e00-\u9fff])“(?P<count>[三四五六七八九])(?:落实|到位|统一|同步|联动)”")
# 推动五链（产业链、创新链、…）: the same without quotation marks, every item ending so.
_SUFFIX = lazily(
    r"(?<![第其约近余数每各上下首一二两三四五六七八九十百千万\d])(?P<count>[三四五六七八九十])(?P<shared>[\u4e00-\u9fff])"
    r"\((?:即|包括)?(?!不?含|除|如|其中)(?P<bracket>[^(),;:。]{3,80})\)"
)
# “改革、开放、创新”三大动力
_QUOTED_LIST = lazily(r"“(?P<items>[^“”、]+(?:、[^“”、]+)+)”$")
_ITEM = lazily(r"[^\s、]{1,24}")
_JOIN = lazily(r"‹and›|暨")
# …和五个新城: the count is one of the things listed, not their sum.
_ITEM_ITSELF = lazily(rf"(?:{_JOIN.pattern}|或者?|并)$")
_NUMERAL_ITEM = lazily(r"^[一二两三四五六七八九十\d]|[一二两三四五六七八九十\d][大个类项种]")
_UNITS = lazily(r"负责|牵头|[厅局委办]$|部门|单位|政府|见专栏|附件")
# Words that end one phrase and begin another: what stands before them is another list.
_BREAK = lazily(
    r"(?:围绕|聚焦|实施|推进|打造|构建|建成|形成|实现|建立|完善|开展|突出|统筹|依托|通过|按照|根据)(?=[\u4e00-\u9fff]{2})"
    r"|.(?:建设|发展|提升|加快|加强|促进|推动)(?=[\u4e00-\u9fff]{2})|基础上|为重点|为主|以上|的"
)
_SHORTEST = 2  # characters of an item
_PLAIN_LIST = 3
_LEAD = 2  # characters: as long is the shortest verb before a list


@dataclass(frozen=True, slots=True)
class CountedList:
    """A list of `low` to `high` items that its label says to be `count`.

    `open` tells that 等 stands before the count. `items` covers the list, `label` the count and
    what it counts.
    """

    count: int
    low: int
    high: int
    open: bool
    items: Span
    label: Span

    @property
    def agrees(self) -> bool:
        """Whether the count can be right; an open list may name fewer than it counts.

        A count far from the list's length counts something else (农业、农村十大工程).
        """
        if self.low <= self.count <= self.high or (self.open and self.low < self.count):
            return True
        off = self.count - self.high if self.count > self.high else self.low - self.count
        return off > (1 if self.high <= 3 else 2)


@fact
def counted_lists(plan: Plan) -> tuple[CountedList, ...]:
    """The lists whose label counts them: 五大体系."""
    return tuple(_counted_lists(plan.worded))


def _counted_lists(nodes: Sequence[TextNode]) -> Iterator[CountedList]:
    """Yield the lists that stand right before, or in brackets right behind, their count."""
    for node in nodes:
        if node.locator.zone is not Zone.TOC and "、" in node.folded:
            for match in _COUNTED.finditer(node.folded) if _ANY.search(node.folded) else ():
                count = parse_numeral(match["count"])
                before = node.folded[max(0, match.start("count") - 1) : match.start("count")]
                if count is not None and count > 1 and (not before or before not in _NOT_A_COUNT):
                    found = _list_before(node, match, count) or _list_behind(node, match, count)
                    if found:
                        yield found
            short = list(_short_lists(node))
            yield from short
            told = {found.label.start + 1 for found in short}  # behind the quotation mark
            yield from (found for found in _named_items(node) if found.label.start not in told)
            for match in _ALL.finditer(node.folded):
                if found := _list_before(node, match, parse_numeral(match["count"]) or 0):
                    yield found


def _short_lists(node: TextNode) -> Iterator[CountedList]:
    """The lists of a “三减”: in brackets behind it, or right before it."""
    for match in _SUFFIX.finditer(node.folded):
        count, words = parse_numeral(match["count"]), match["bracket"]
        items = words.split("、")
        if count and len(items) > 1 and all(item.endswith(match["shared"]) for item in items):
            label = Span(node, match.start(), match.end("shared"))
            yield CountedList(
                count, len(items), len(items), False, Span(node, *match.span("bracket")), label
            )
    for match in _SHORT.finditer(node.folded):
        count, shared = parse_numeral(match["count"]), match["shared"]
        group = "bracket" if match["bracket"] else "rest" if match["rest"] else None
        start, end = match.span(group) if group else _items_before(node.folded, match, shared)
        words = node.folded[start:end]
        length = _length(words) if "、" in words and "等" not in words else None
        items = words.split("、")
        if group and "等" not in words and all(item.endswith(shared) for item in items):
            # 七星岭度假区 is no count; 负面清单和任务清单 may be two.
            length = len(items), len(items) + len(_JOIN.findall(items[-1]))
        if not group and shared in node.folded[_start(node.folded, max(0, start - 1)) : start]:
            continue  # 思想到位，责任到位、措施到位“三个到位”: the list began a clause before
        if count and length and all(shared in item for item in words.split("、")):
            label = Span(node, match.start(), match.end("shared") + 1)
            yield CountedList(count, *length, False, Span(node, start, end), label)


def _named_items(node: TextNode) -> Iterator[CountedList]:
    """The lists whose every item ends in what a quoted count has before them."""
    for match in _NAMED.finditer(node.folded):
        count, shared = parse_numeral(match["count"]), match["shared"]
        items = match["rest"].split("、")
        if count and "等" not in match["rest"] and all(item.endswith(shared) for item in items):
            label = Span(node, match.start("count"), match.end("shared"))
            most = len(items) + len(_JOIN.findall(items[-1]))
            items_span = Span(node, *match.span("rest"))
            yield CountedList(count, len(items), most, False, items_span, label)


def _items_before(text: str, match: re.Match[str], shared: str) -> tuple[int, int]:
    """(start, end) of the items with the shared character that stand right before a match."""
    start = end = match.start()
    for item in reversed(text[_start(text, end) : end].split("、")):
        if shared not in item:
            break
        start -= len(item) + (start < end)
    return start, end


def _list_before(node: TextNode, match: re.Match[str], count: int) -> CountedList | None:
    start, end = _start(node.folded, match.start()), match.start()
    quoted = _QUOTED_LIST.search(node.folded, start, end)
    if quoted:
        start, end = quoted.span("items")
    words = node.folded[start:end]
    length = _length(words)
    if length is None or _counts_else(words, length, count):
        return None
    if count > length[1] and _continues(node.folded, start, words):
        return None
    is_open = bool(match.groupdict().get("open"))
    label = Span(node, match.start() + is_open, match.end())
    return CountedList(count, *length, is_open, Span(node, start, end), label)


def _list_behind(node: TextNode, match: re.Match[str], count: int) -> CountedList | None:
    behind = _BEHIND.match(node.folded, match.end())
    if behind is None:
        return None
    group = "bracket" if behind["bracket"] else "rest"
    words = behind[group].strip()
    length = None if _UNITS.search(words) else _length(words.removesuffix("等"))
    if length is None or _SOME.match(words):
        return None
    label = Span(node, match.start("count"), match.end())
    return CountedList(count, *length, words.endswith("等"), Span(node, *behind.span(group)), label)


def _length(words: str) -> tuple[int, int] | None:
    """The least and greatest number of items, None where the words are no plain list."""
    items = _plain(words).split("、")
    rest = [item.strip() for item in items[1:]]
    if not 0 < len(rest) < _MOST or not all(_ITEM.fullmatch(item) for item in rest):
        return None
    if any(_BREAK.search(item) or _NUMERAL_ITEM.search(item) for item in rest):
        return None
    middle = sum(item.count("以及") or _joins_two(item, items) for item in items[:-1])
    return len(items), len(items) + middle + len(_JOIN.findall(rest[-1]))


def _joins_two(item: str, items: list[str]) -> bool:
    """Tell whether 和 may join two items before the last: A和B、C、D四个机制, each as long as C."""
    parts = _JOIN.split(item)
    if len(parts) != 2:
        return False
    others = min(len(other) for other in items if other is not item)
    lengths = sorted(map(len, parts))
    return lengths[0] >= _SHORTEST and lengths[1] >= others - 1


def _counts_else(words: str, length: tuple[int, int], count: int) -> bool:
    """Tell whether a count behind a list is likely not to be its sum."""
    items = _plain(words).split("、")
    if _ITEM_ITSELF.search(words) or _COUNTS_LISTED.search(words):
        return True
    if all(_LEVELS.fullmatch(item) for item in items[1:]):
        return True
    if count > length[1]:  # 杭州、宁波三大平台: of two things more may be counted
        return length[1] < _PLAIN_LIST and items[-1][-1:] != items[-2][-1:]
    # 市、区协同共建甲区、乙区、丙区三个…: the verb stands in the first item that counts.
    own = items[-count:]
    return len(items) > count and len(own[0]) >= max(map(len, own[1:]), default=0) + _LEAD


def _continues(text: str, start: int, words: str) -> bool:
    """Tell whether a list may have begun a clause before: 思想到位，责任到位、措施到位三个…."""
    if start == 0 or text[start - 1] not in ",;":
        return False
    before = text[_start(text, start - 1) : start - 1]
    first = words.split("、")[0]
    return before[-1:] == first[-1:] or abs(len(before) - len(first)) <= 1


def _start(text: str, end: int) -> int:
    """Where the clause of a list begins; brackets inside it end no clause."""
    depth, at = 0, end
    while at > max(0, end - _LONGEST):
        char = text[at - 1]
        depth += (char in ")”》") - (char in "(“《")
        if depth < 0 or (depth == 0 and _LIST_START.match(char)):
            break
        at -= 1
    return at


def _plain(words: str) -> str:
    """The list without bracketed remarks; 、 inside titles and quotations separates no items."""
    words = once(r"\([^()]*\)").sub("", words)
    words = once(r"([”》])\s*([“《])").sub(r"\1、\2", words)
    return once(r"《[^《》]*》|“[^“”]*”").sub("专名", words)
