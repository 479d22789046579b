"""How a draft names the parts of its territory: 各县（市、区）, 全市12个县, 东山县、西河县两县."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.document.nodes import Span, TextNode, Zone
from linter.plan.plan import Plan, fact
from linter.text.numerals import NUMERAL, parse_numeral
from linter.text.patterns import lazily

_LETTERS = "县市区旗州"
# 县（市、区）, 县（市）区, 县、市、区; not the 市 of 、市直 and 、市财政局.
_FORM = (
    rf"[{_LETTERS}](?:\s*[、/]\s*[{_LETTERS}](?![直级属有委本城]|[^、,。;()]{{1,8}}[局委办])"
    rf"|[{_LETTERS}](?![直级属域场委本城])|\([{_LETTERS}、/\s]{{1,7}}\)){{0,3}}"
)
_NAMED = lazily(rf"(?P<lead>各|个)(?P<form>{_FORM})")
_COUNT = rf"(?P<count>\d{{1,3}}|[{NUMERAL}]{{1,4}})"
_COUNTED = lazily(
    rf"全[省市州盟](?:所有|全部|共有?|的|所?辖的?|下辖的?)?{_COUNT}个(?P<form>{_FORM})"
    r"(?P<behind>[^。;,:]{0,12})"
)
_PART = lazily(r"试点|示范|先行|率先|已|纳入|列入|入选|达到|通过|获|创建|完成|贫困|重点|单位")
_CHOSEN = lazily(r"[在选对从于为]$|其中")
_SAID = lazily(
    rf"(?<=[{_LETTERS}])(?P<count>[{NUMERAL}]{{1,3}}|\d{{1,2}})个?[{_LETTERS}](?![{_LETTERS}]?级)"
)
_PLACE = rf"[\u4e00-\u9fff]{{1,6}}[{_LETTERS}]"
_LIST = lazily(rf"(?:^|[^、和及与])(?P<list>{_PLACE}(?:[、和及与]{_PLACE}){{1,20}})$")
_REACH = 150
_SEPARATOR = lazily("[、和及与]")


class TerritoryForm(NamedTuple):
    """各县（市、区）: the form as written, the letters of it."""

    form: str
    letters: frozenset[str]
    span: Span


class Count(NamedTuple):
    """全市12个县（市、区）: how many parts all of the territory has."""

    letters: frozenset[str]
    number: int
    span: Span


class Listed(NamedTuple):
    """东山县、西河县两县: how many are named, and how many are said."""

    number: int
    said: int
    span: Span


class Territories(NamedTuple):
    """All that a draft says of the parts of its territory, in reading order."""

    forms: tuple[TerritoryForm, ...]
    counts: tuple[Count, ...]
    lists: tuple[Listed, ...]


@fact
def territories(plan: Plan) -> Territories:
    """The names and numbers of the parts of the draft's territory."""
    nodes = [(n, t) for n, t in plan.masked_texts if n.locator.zone is not Zone.GLOSSARY]
    forms: list[TerritoryForm] = []
    counts: list[Count] = []
    lists: list[Listed] = []
    for node, text in nodes:
        if "各" in text or "个" in text:
            for match in _NAMED.finditer(text):
                words = _once(match["form"])
                letters = frozenset(c for c in words if c in _LETTERS)
                if len(letters) > 1:
                    start = match.start("form")
                    forms.append(
                        TerritoryForm(words, letters, Span(node, start, start + len(words)))
                    )
            counts += _counts(node, text)
        lists += _lists(node, text)
    return Territories(tuple(forms), tuple(counts), tuple(lists))


def _once(form: str) -> str:
    """The form up to where a letter comes again: 县（市、区）、市 is 县（市、区）."""
    seen: set[str] = set()
    for i, char in enumerate(form):
        if char in seen and char in _LETTERS:
            return form[:i].rstrip("、/ (")
        seen.add(char)
    return form.rstrip()


def _counts(node: TextNode, text: str) -> Iterator[Count]:
    for match in _COUNTED.finditer(text):
        number = parse_numeral(match["count"])
        before = text[max(0, match.start() - 2) : match.start()]
        if number is None or _PART.search(match["behind"]) or _CHOSEN.search(before):
            continue
        letters = frozenset(c for c in _once(match["form"]) if c in _LETTERS)
        yield Count(letters, number, Span(node, match.start("count"), match.end("form")))


def _lists(node: TextNode, text: str) -> Iterator[Listed]:
    for match in _SAID.finditer(text):
        said = parse_numeral(match["count"])
        listed = _LIST.search(text[max(0, match.start() - _REACH) : match.start()])
        if said is not None and said > 1 and listed:
            named = 1 + len(_SEPARATOR.findall(listed["list"]))
            yield Listed(named, said, Span(node, match.start(), match.end()))
