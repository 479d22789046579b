"""A hundred per cent said in words: 行政村4G网络全覆盖, 覆盖所有乡镇, 事项全部网上办理."""

from collections.abc import Iterator
from typing import NamedTuple

from linter.text.patterns import lazily

_HAN = r"[\u4e00-\u9fffA-Za-z0-9“”+]"
_WHOLE = lazily(
    r"(?P<full>全覆盖)(?![为率的面工])"
    rf"|(?:覆盖|通达)(?:到|至|全[省市县区州])*(?P<each>所有|全部|每个)的?(?P<whom>{_HAN}{{2,12}}?)(?=[,;。:、(]|$)"
    rf"|(?P<all>全部)(?P<done>(?:实现)?{_HAN}{{2,12}}?)(?=[,;。:(]|$)"
)
_MARK = ",;。:!?\n"
_WISHED = lazily("推进|推动|促进|探索|逐步|基本|加快|鼓励|支持|尽快|初步|除|外|未")
_SPLIT = lazily(r"(?:已|均|全部|全面)?(?:实现|达到|完成)(?:对|了)?|(?<=..)在(?=..)")
_EVERY = lazily("所有|全部|全[省市县区州国](?!域)|每个|(?<![上下中])各")
_JOINED = lazily(r"和|与|及|以及")
_LISTED = lazily(
    r"(?:.*[、和])?(?P<item>[^、和等]{2,10})等[^、和等]{0,6}(?P<noun>事项|服务|项目|企业|部门|领域|行业|设施|业务)(?P<rest>.*)"
)
_REACH = 60


class Whole(NamedTuple):
    """[start, end) is the word that means all; `lead` where its clause begins; `names` what the
    measure may be called, the likeliest first."""

    start: int
    end: int
    lead: int
    names: tuple[str, ...]


def wholes(text: str) -> Iterator[Whole]:
    """Yield what a folded text says of all of something."""
    if "全" not in text and "所有" not in text and "每个" not in text:
        return
    for match in _WHOLE.finditer(text):
        at, first = match.start(), max(0, match.start() - _REACH)
        lead = max(first, 1 + max(text.rfind(mark, first, at) for mark in _MARK))
        before = text[lead:at]
        if len(before.strip()) < 2 or _WISHED.search(before):
            continue
        start, end = match.span("full" if match["full"] else "each" if match["each"] else "all")
        said = _EVERY.sub("", before)
        yield Whole(start, end, lead, tuple(_names(said, match["whom"], match["done"])))


def _names(before: str, whom: str | None, done: str | None) -> Iterator[str]:
    if done is not None:
        deed = done.removeprefix("实现")
        listed = _LISTED.fullmatch(before)
        if listed is not None:
            yield f"{listed['item']}{listed['noun']}{listed['rest']}{deed}"
        yield f"{before}{deed}"
        return
    if whom is not None:
        for part in _JOINED.split(before):
            yield f"{whom}{part}覆盖率"
        return
    parts = [part for part in _SPLIT.split(before) if len(part.strip()) > 1]
    if len(parts) > 1:
        yield f"{parts[1]}{parts[0]}覆盖率"
    yield f"{''.join(parts[:2])}覆盖率"
