"""NUM018: proportions and shares of one whole that do not make a hundred."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.document.nodes import Span, TextNode
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan
from linter.subjects.arithmetic.figures import number, texts
from linter.text.patterns import lazily, once
from linter.text.sentences import SENTENCE_END

_VALUE = r"\d+(?:\.\d+)?"
_SIGN = lazily(r"\d\s*[:比]\s*\d|\d%\s*[、,和]")
_RATIO = lazily(
    rf"(?<![\d.:]){_VALUE}%?(?:\s*[:]\s*{_VALUE}%?){{1,6}}(?![\d.:%])|{_VALUE}(?:比{_VALUE}){{1,6}}"
)
_SECTORS = lazily(r"(?:三次|三|一二三|一、二、三|第一、二、三|第一、第二、第三)产业?|三产|产业结构")
_ONE = lazily(rf"{_VALUE}")
_SPLIT = lazily(rf"{_VALUE}%(?:(?:、|,|和|与){_VALUE}%){{1,6}}")
_BY = lazily(r"(?:按照?|以)[^,。;:\d]{0,6}$")
_BORNE = lazily(
    r"的?比例(?:进行)?(?:[^,。;]{0,6})?(?:分担|承担|负担|配套|分摊|出资|分配|安排|分成|共担)"
)
# …、…、…产值占比分别为45%、35%、30%
_RESPECTIVE = lazily(
    r"""(?P<things>[^。;:\d]{2,60}?)
    (?P<amount>产值|增加值|产量|面积|投资|投入|资金|收入|销售额|消费量?|装机(?:容量)?|用地|用量|支出|规模|出口额?)
    (?:分别)?(?:所?占(?:总[^,。;\d]{1,8}|[^,。;\d]{0,8})?(?:的?(?:比重|比例))?|占比|比重|比例)
    (?:分别)?(?:将|约|力争)?(?:达到|达|为|是|调整为|优化为|占)?$""",
    re.X,
)
_SHARE_OF = lazily(rf"(?P<of>[^,。;、:\d%()]{{1,16}})占(?:比)?(?:约|达|为)?(?P<value>{_VALUE})%")
_THEREOF = lazily("其中")
_FUNDS = lazily("投资|资金|经费|费用|预算|补助|面积|产值|用地")
_BEAR = lazily(
    r"(?:资金|经费|费用|投资|财政|投入)[^。;%]{0,24}分别(?:承担|负担|分担|出资)(?:约|为)?$"
)
_BEARER = lazily(
    rf"(?P<of>[^,。;、:\d%()]{{1,12}}?)(?:承担|负担|分担|出资)(?:比例为)?(?P<value>{_VALUE})%"
)
_SHARED = lazily(r"占(?:比)?(?:约|达|为)?\d[\d.]*%")
_BORNE_BY = lazily(r"(?:承担|负担|分担|出资)(?:比例为)?\d[\d.]*%")
_REST = lazily("其余|剩余|余下|不足部分|差额")
_NEAR = Decimal(25)
_HUNDRED = Decimal(100)


@check
def proportions(plan: Plan) -> Iterator[Finding]:
    """NUM018: 三次产业18∶40∶45, 按50%、30%、30%比例分担, 5∶3∶1 beside other shares."""
    for node, _, _ in texts(plan, _SIGN):
        text = node.folded
        for match in _RATIO.finditer(text):
            yield from _ratio(node, text, match)
        for match in _SPLIT.finditer(text):
            yield from _split(node, text, match)


def _values(words: str) -> list[Decimal]:
    return [Decimal(v) for v in _ONE.findall(words)]


def _off(values: Sequence[Decimal]) -> Decimal:
    """What the sum lacks or has too much, but for rounding."""
    gap = sum(values, Decimal(0)) - _HUNDRED
    places = max(-int(v.as_tuple().exponent) for v in values)
    room = Decimal(len(values) // 2).scaleb(-places) if places else Decimal(0)
    return Decimal(0) if abs(gap) <= room else gap


def _finding(node: TextNode, span: tuple[int, int], values: Sequence[Decimal]) -> Finding:
    told = {
        "parts": "＋".join(f"{v:f}" for v in values),
        "sum": number(sum(values, Decimal(0)), 2),
    }
    return Finding(Span(node, *span), told)


def _ratio(node: TextNode, text: str, match: re.Match[str]) -> Iterator[Finding]:
    values = _values(match.group())
    lead = text[max(0, match.start() - 40) : match.start()]
    of_sectors = bool(_SECTORS.search(SENTENCE_END.split(lead)[-1]))
    if len(values) == 3 and of_sectors and sum(values) > 2 * _NEAR:
        gap = _off(values)
        if gap and abs(gap) <= 2 * _NEAR:
            yield _finding(node, match.span(), values)
        return
    stop = SENTENCE_END.search(text, match.end())
    shares = list(_SHARE_FOLLOWS.finditer(text, match.end(), stop.start() if stop else len(text)))
    if len(shares) != len(values) or not _BEARS.search(text, match.end(), match.end() + 12):
        return
    whole = sum(values, Decimal(0))
    stated = [Decimal(s["value"]) for s in shares]
    right = [v * 100 / whole for v in values] if whole else []
    if right and any(abs(a - b) > 1 for a, b in zip(right, stated, strict=True)):
        told = {
            "ratio": match.group(),
            "right": "、".join(f"{number(r)}%" for r in right),
            "stated": "、".join(f"{s:f}%" for s in stated),
        }
        related = tuple(Related("part", Span(node, *s.span("value"))) for s in shares)
        yield Finding(Span(node, *match.span()), told, related, "ratio")


_SHARE_FOLLOWS = lazily(rf"(?<![\d.])(?P<value>{_VALUE})%")
_BEARS = lazily("的?比例")


def _split(node: TextNode, text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Shares one behind the other, of which the words around say that they make up a whole."""
    values = _values(match.group())
    gap = _off(values)
    if not gap or abs(gap) > _NEAR:
        return
    lead = SENTENCE_END.split(text[max(0, match.start() - 80) : match.start()])[-1]
    borne = bool(_BORNE.match(text, match.end()) and _BY.search(lead))
    borne = borne or (bool(_BEAR.search(lead)) and _is_whole(text, match.end(), values, gap))
    of_whole = _is_of_sectors(lead) or (gap > 0 and _is_of_one(lead, len(values)))
    if borne or (len(values) > 2 and of_whole):
        yield _finding(node, match.span(), values)


def _is_whole(text: str, at: int, values: Sequence[Decimal], gap: Decimal) -> bool:
    """Whether shares of a burden are all of it: too much, or three without a rest."""
    return gap > 0 or (len(values) > 2 and not _REST.search(text, at, at + 24))


def _is_of_sectors(lead: str) -> bool:
    return bool(_SECTORS.search(lead[-30:]) and ("占" in lead or "比重" in lead))


def _is_of_one(lead: str, count: int) -> bool:
    """Whether the shares are of so many things, of one amount: 粮食、蔬菜、水果产值占比分别为."""
    said = _RESPECTIVE.search(lead)
    if said is None:
        return False
    things = once("[、]|和|与|及").split(said["things"].rsplit(",", 1)[-1])
    return len(things) == count


@check
def of_whole(plan: Plan) -> Iterator[Finding]:
    """NUM018: 其中甲占40%、乙占35%、丙占30%, 由省承担50%、市承担30%、县承担30%."""
    for node, _, _ in texts(plan, _THEREOF, _SHARED):
        for thereof in _THEREOF.finditer(node.folded):
            yield from _parts(node, node.folded, thereof)
    for node, _, _ in texts(plan, _BORNE_BY, _FUNDS):
        yield from _bearers(node, node.folded)


def _parts(node: TextNode, text: str, thereof: re.Match[str]) -> Iterator[Finding]:
    before = SENTENCE_END.split(text[max(0, thereof.start() - 30) : thereof.start()])[-1]
    if not _FUNDS.search(before):
        return
    shares = _run(_SHARE_OF, text, thereof.end())
    values = [Decimal(s["value"]) for s in shares]
    gap = _off(values) if len(values) > 1 else Decimal(0)
    if 0 < gap <= _NEAR:
        yield _finding(node, (shares[0].start(), shares[-1].end()), values)


def _bearers(node: TextNode, text: str) -> Iterator[Finding]:
    at = 0
    while (first := _BEARER.search(text, at)) is not None:
        shares = _run(_BEARER, text, first.start())
        at = shares[-1].end()
        values = [Decimal(s["value"]) for s in shares]
        gap = _off(values) if len(values) > 1 else Decimal(0)
        before = SENTENCE_END.split(text[max(0, first.start() - 30) : first.end()])[-1]
        if gap and abs(gap) <= _NEAR and _FUNDS.search(before) and _is_whole(text, at, values, gap):
            yield _finding(node, (first.start("of"), at), values)


def _run(pattern: re.Pattern[str], text: str, at: int) -> list[re.Match[str]]:
    """The matches one behind the other, with no more than a mark between them."""
    found = []
    while (match := pattern.match(text, at)) is not None:
        found.append(match)
        at = match.end() + (text[match.end() : match.end() + 1] in ("、", ","))
    return found
