"""Terms in two forms: IPv6/IPV6, 软件及信息服务业/软件和信息服务业, “光网”工程/“光网工程”."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from linter.document.nodes import Span, TextNode
from linter.plan.lexicon import Lexicon
from linter.plan.plan import Plan, fact
from linter.text.patterns import any_of, lazily, once
from linter.text.segmentation import builtin_words

_LATIN = lazily(
    # The letter before what must not stand before it: a search for letters is quick. A number is
    # part of the term where a hyphen follows: 10G-PON, but 100 Mbps.
    r"(?:(?<![\dA-Za-z.])\d{1,3}(?=[A-Za-z]{1,2}[—–-][A-Za-z]))?[A-Za-z](?<![A-Za-z@._-].)[A-Za-z0-9]*(?:[—–-][A-Za-z0-9]+)*"
    r"(?![A-Za-z0-9_@]|\.\d)"
)
HYPHEN = lazily(r"[—–-]")
_JOINED = lazily(r"([\u4e00-\u9fff]{2,8})(‹any-and›)([\u4e00-\u9fff]{2,9})")
_NAME_END = lazily(
    r"^[\u4e00-\u9fff]{0,7}?(?:业|厅|委|局|办|中心|工程|平台|体系|系统|基地|园区|示范区|试验区|专项|计划|联盟"
    r"|协会|学会|研究院|实验室|数据库|机制|网络|集团|公司|小组|委员会)(?![\u4e00-\u9fff]{0,1}化)"
)
_NO_NAME = lazily(r"[的了在将对把被从向为是有各其等并]")
_QUOTED = lazily(r"“([^“”]{2,14})”")
_TAIL = 8
# 智慧社区, 智能社区: things of which a draft may mean the same; what is done or measured is none.
_SMART = lazily(
    r"智(?P<kind>慧|能)(?P<thing>(?!水平|建设|管理|管控|监管|监测|监控|控制|生活|服务|发展|应用|分析"
    r"|识别|决策|生产|升级|改造|制造|提升|运行|运维|调度|感知|预警|技术|产品|装备|系统|手段|方式|时代|产业"
    r"|经济|模式|场景)[\u4e00-\u9fff]{2})"
)


class VariantKind(StrEnum):
    LATIN = "latin"
    CONJUNCTION = "conjunction"
    QUOTES = "quotes"
    WORD = "word"
    SMART = "smart"


class Variant(NamedTuple):
    """A form of a term, rarer than another. `places` are all of its mentions."""

    kind: VariantKind
    form: str
    places: tuple[Span, ...]
    other: str
    others: tuple[Span, ...]


Texts = Iterable[tuple[TextNode, str]]
Mentions = dict[str, list[Span]]  # a Latin term and its places


class LatinTerms(NamedTuple):
    """What the lexicon knows about Latin terms."""

    canonical: frozenset[str]
    known: frozenset[str]
    distinct: frozenset[str]


def latin_lore(lexicon: Lexicon) -> LatinTerms:
    """What a lexicon knows about Latin terms."""
    merged: dict[str, frozenset[str]] = defaultdict(frozenset)
    for entry in lexicon.entries("latin"):
        for name, words in entry.items():
            merged[name] |= frozenset(words.split())
    return LatinTerms(merged["canonical"], merged["known"], merged["distinct"])


@fact
def latin_terms(plan: Plan) -> Mentions:
    """The Latin terms of the draft and where they stand."""
    return _latin_terms(plan.masked_texts)


def _latin_terms(texts: Texts) -> Mentions:
    """Return the Latin terms with their mentions; words of an English phrase are left out."""
    found: dict[str, list[Span]] = defaultdict(list)
    for node, text in texts:
        for match in _LATIN.finditer(text):
            before = text[max(0, match.start() - 2) : match.start()]
            after = text[match.end() : match.end() + 2]
            phrase = once(r"[A-Za-z,.] ").fullmatch(before) or once(r" [A-Za-z]").fullmatch(after)
            if not phrase and len(match.group()) >= 3:
                found[match.group()].append(Span(node, *match.span()))
    return found


@fact
def term_variants(plan: Plan) -> tuple[Variant, ...]:
    """The rarer forms of the terms that are written in two ways."""
    words = plan.lexicon.entries("variants")
    latin = plan.lexicon.get(latin_lore)
    return tuple(_variants(plan.masked_texts, plan.get(latin_terms), latin, words))


def _variants(
    texts: Texts, mentions: Mentions, latin: LatinTerms, words: Iterable[str]
) -> Iterator[Variant]:
    """Yield the rarer form of every term that a draft writes in two ways.

    `words` are lines of the lexicon `variants`: the preferred word and another form of it.
    """
    words = list(words)
    yield from _word_variants(texts, words)
    yield from _latin_variants(mentions, latin)
    yield from _conjunction_variants(texts)
    yield from _quote_variants(texts)
    listed = {form for line in words for form in line.split()}
    yield from (found for found in _smart_variants(texts) if found.form not in listed)


def _latin_variants(terms: dict[str, list[Span]], latin: LatinTerms) -> Iterator[Variant]:
    groups: dict[str, list[str]] = defaultdict(list)
    for form in terms:
        groups[HYPHEN.sub("", form).lower()].append(form)
    for key, forms in groups.items():
        if len(forms) < 2 or key in latin.distinct:
            continue
        best = max(forms, key=lambda f: (len(terms[f]), f in latin.canonical))
        for form in forms:
            if form != best:
                places, others = tuple(terms[form]), tuple(terms[best])
                yield Variant(VariantKind.LATIN, form, places, best, others)


def _word_variants(texts: Texts, words: Iterable[str]) -> Iterator[Variant]:
    """Two forms of one word; the one that is not preferred is told where the draft has both."""
    pairs = [line.split() for line in words]
    found: dict[str, list[Span]] = defaultdict(list)
    pattern = any_of(word for pair in pairs for word in pair)
    for node, text in texts:
        for match in pattern.finditer(text):
            found[match.group()].append(Span(node, *match.span()))
    for preferred, other in pairs:
        if found.get(preferred) and found.get(other):
            places, others = tuple(found[other]), tuple(found[preferred])
            yield Variant(VariantKind.WORD, other, places, preferred, others)


def _conjunction_variants(texts: Texts) -> Iterator[Variant]:
    """Names of one wording but for 和, 与, 及, 以及: the words around must agree on both sides."""
    groups: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for node, text in texts:
        for match in _JOINED.finditer(text):
            end = _NAME_END.match(match.group(3))
            head = match.group(1)[-2:]
            if end is None or _NO_NAME.search(head + end.group()):
                continue
            span = Span(node, match.end(1) - 2, match.start(3) + end.end())
            groups[head, end.group()][match.group(2)].append(span)
    for (head, tail), forms in groups.items():
        best = max(forms, key=lambda f: len(forms[f]))
        if len(forms) < 2 or len(forms[best]) < 2 or len(head + tail) < 5:
            continue
        for form in forms:
            if form != best:
                yield Variant(
                    VariantKind.CONJUNCTION,
                    head + form + tail,
                    tuple(forms[form]),
                    head + best + tail,
                    tuple(forms[best]),
                )


def _quote_variants(texts: Texts) -> Iterator[Variant]:
    """“AB” beside “A”B: the same words with the closing quote in another place."""
    long: dict[str, list[Span]] = defaultdict(list)
    short: dict[str, list[Span]] = defaultdict(list)
    quoted = [
        (node, match, text[match.end() : match.end() + _TAIL])
        for node, text in texts
        for match in _QUOTED.finditer(text)
    ]
    heads = {match.group(1) for _, match, _ in quoted}
    for node, match, _ in quoted:
        words = match.group(1)
        if any(words[:i] in heads for i in range(3, len(words) - 1)):
            long[words].append(Span(node, *match.span()))
    for node, match, after in quoted:
        for end in range(2, len(after) + 1):
            if (words := match.group(1) + after[:end]) in long:
                short[words].append(Span(node, match.start(), match.end() + end))
    for words, places in long.items():
        others = short.get(words)
        if others:
            whole, parted = f"“{words}”", others[0].quote
            if len(places) <= len(others):
                yield Variant(VariantKind.QUOTES, whole, tuple(places), parted, tuple(others))
            else:
                yield Variant(VariantKind.QUOTES, parted, tuple(others), whole, tuple(places))


def _smart_variants(texts: Texts) -> Iterator[Variant]:
    """智慧X and 智能X of one draft, X a word; of two forms alike in number the later is told."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for node, text in texts:
        for match in _SMART.finditer(text) if "智" in text else ():
            found[match["thing"]][match["kind"]].append(Span(node, *match.span()))
    for thing, forms in found.items():
        if len(forms) > 1 and builtin_words().is_word(thing):
            best, other = sorted(forms, key=lambda kind: -len(forms[kind]))
            places, others = tuple(forms[other]), tuple(forms[best])
            yield Variant(VariantKind.SMART, places[0].quote, places, others[0].quote, others)
