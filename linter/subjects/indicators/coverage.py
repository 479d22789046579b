"""覆盖95%的行政村: coverage said with the verb, the same fact as 行政村…覆盖率达到95%."""

from typing import NamedTuple

from linter.text.patterns import lazily

_VERB = lazily(
    r"(?P<what>[^\s,;:、。(]{2,14}?)(?:逐步|基本|已|均)?覆盖"
    r"(?:到|全省|全市|全县|全区|全州|超过|约|近|\s)*$"
)
_WHOM = lazily(
    r"(?:及?以上)?的?(?P<whom>[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{1,4}\([\u4e00-\u9fff、]{1,4}\))"
    r"(?=[,;。、(]|$)"
)
_NEAR = 60  # characters: what covers, the verb, and what may stand between it and the number


class Coverage(NamedTuple):
    """What covers, where it starts in the text, and what is covered."""

    what: str
    start: int
    whom: str

    def names(self, lead: int) -> tuple[str, str]:
        """The names that the rate may have; `lead` characters of `what` are no part of them."""
        what = self.what[lead:]
        return f"{self.whom}{what}覆盖率", f"{what}{self.whom}覆盖率"


def coverage_of(text: str, clause: int, start: int, end: int) -> Coverage | None:
    """Return what the percentage at `start`–`end` says of coverage; its clause is at `clause`."""
    near = max(clause, start - _NEAR)
    if text.find("覆盖", near, start) < 0:
        return None
    verb = _VERB.search(text, near, start)
    whom = _WHOM.match(text, end)
    return Coverage(verb["what"], verb.start(), whom["whom"]) if verb and whom else None
