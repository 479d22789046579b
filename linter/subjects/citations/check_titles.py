"""REF006: one document, two titles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.document.nodes import Zone
from linter.plan.finding import Finding, Related, check
from linter.plan.plan import Plan, fact
from linter.subjects.citations.definitions import Title, titles
from linter.subjects.citations.document_numbers import DocumentNumber, document_numbers
from linter.text.folding import key
from linter.text.numerals import NUMERAL
from linter.text.patterns import lazily

# Words that titles gain and lose without becoming another document's.
_LIGHT = lazily("发展|建设|工作|管理|若干")
_LOOSE = lazily(r"关于|以及|[的和与及、,—\-~“”\"()]")
_TELLING = lazily(rf"[\d{NUMERAL}省市县区州国新老上下大小东南西北中]")
_DASH = lazily(r"[—\-~]+")  # 2023-2025 and 2023—2025 are one title
_YEARS = lazily(r"‹year›")
_REPEALED = lazily("废止|失效|停止执行|到期")
_PLACES = lazily("[‹tiers›国]")
_LONG = 8


def _differs_slightly(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    same = short[at + 1 :] == long[at + 1 :] if len(short) == len(long) else False
    if len(long) == len(short) + 1:
        same = short[at:] == long[at + 1 :]
    changed = short[at : at + 1] + long[at : at + 1] if len(short) == len(long) else long[at]
    return same and not _TELLING.search(changed)


def _lost_a_word(one: str, other: str) -> bool:
    """乡村产业促进条例 beside 乡村产业发展促进条例."""
    short, long = sorted((one, other), key=len)
    cuts = (match.span() for match in _LIGHT.finditer(long))
    return any(long[:start] + long[end:] == short for start, end in cuts)


def _moved(one: str, other: str) -> bool:
    """某省能源发展“十四五”规划 beside 某省“十四五”能源发展规划: one word stands elsewhere.

    Two places that have changed their roles (甲市支援乙市) are two documents.
    """
    if sorted(one) != sorted(other) or one == other:
        return False
    start = _shared(one, other)
    end = _shared(one[::-1], other[::-1])
    ours, theirs = one[start : len(one) - end], other[start : len(other) - end]
    turned = any(ours[cut:] + ours[:cut] == theirs for cut in range(1, len(ours)))
    return turned and not _PLACES.search(ours)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _loose(words: str) -> str:
    return _LOOSE.sub("", key(words))


class TitlePair(NamedTuple):
    """Two different titles of what seems one document; `by_number` if they share its number."""

    title: Title
    other: Title
    by_number: str


@fact
def title_pairs(plan: Plan) -> tuple[TitlePair, ...]:
    """Different titles of one document."""
    return tuple(_title_pairs(plan.get(titles), plan.get(document_numbers)))


def _title_pairs(titles: Sequence[Title], numbers: Sequence[DocumentNumber]) -> Iterator[TitlePair]:
    """Yield titles that differ from an earlier one of the same document."""
    first: dict[str, Title] = {}
    for title in titles:
        first.setdefault(_DASH.sub("—", key(title.words)), title)
    reported: set[str] = set()
    for pair in (*_announced(titles), *_by_number(titles, numbers), *_alike(first)):
        words = key(pair.title.words)
        if words not in reported:
            reported.add(words)
            yield pair


@check
def title_varies(plan: Plan) -> Iterator[Finding]:
    """REF006: one document under two titles."""
    for pair in plan.get(title_pairs):
        values = {"title": pair.title.words, "other": pair.other.words, "number": pair.by_number}
        related = (Related("other", pair.other.span),)
        yield Finding(pair.title.span, values, related, "number" if pair.by_number else None)


def _announced(titles: Sequence[Title]) -> Iterator[TitlePair]:
    """The document that the notice announces, with other years than it has a line above."""
    seen: dict[str, Title] = {}
    for title in titles:
        node, words = title.span.node, key(title.words)
        bare = _YEARS.sub("", words)
        ahead = node.locator.zone is Zone.COVER and bare != words
        if ahead and not _REPEALED.search(node.folded, title.span.end):
            other = seen.setdefault(bare, title)
            if _YEARS.findall(words) != _YEARS.findall(key(other.words)):
                yield TitlePair(title, other, "")


def _by_number(titles: Sequence[Title], numbers: Sequence[DocumentNumber]) -> Iterator[TitlePair]:
    """《…》（国发〔2015〕50号): one number, two titles, neither of which holds the other."""
    ends = {(id(title.span.node), title.span.end): title for title in titles}
    seen: dict[tuple[str, int, int], Title] = {}
    for number in numbers:
        node, start = number.span.node, number.span.start - len(number.issuer)
        title = ends.get((id(node), start - 1)) if number.issuer else None
        if title is None or node.folded[start - 1] != "(":
            continue
        other = seen.setdefault((number.issuer, number.year, number.serial), title)
        words, known = _loose(title.words), _loose(other.words)
        if words not in known and known not in words:
            yield TitlePair(title, other, number.issuer + number.proper)


def _alike(first: dict[str, Title]) -> Iterator[TitlePair]:
    """Long titles that differ in a particle or in one character that tells nothing."""
    groups: dict[str, list[str]] = defaultdict(list)
    for words in first:
        loose = _loose(words)
        if len(loose) >= _LONG:
            half = len(loose) // 2
            bare = f"~{_LIGHT.sub('', loose)}"
            ordered = "=" + "".join(sorted(loose))
            for bucket in (f"<{loose[: half - 1]}", f">{loose[-half + 1 :]}", loose, bare, ordered):
                groups[bucket].append(words)
    for group in groups.values():
        for words in group[1:]:
            one, other = _loose(group[0]), _loose(words)
            if _differs_slightly(one, other) or _lost_a_word(one, other) or _moved(one, other):
                yield TitlePair(first[words], first[group[0]], "")
