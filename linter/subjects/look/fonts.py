"""Families of fonts: 仿宋_GB2312, 方正仿宋简体 and FangSong are one."""

from collections.abc import Iterable, Mapping
from typing import Any

from linter.plan.plan import Plan, fact
from linter.text.patterns import lazily

_EDITION = lazily(r"gb[-_ ]?(?:2312|18030|13000|k)|简体|简$|[\s_@-]")


class Families:
    """The family of each font name."""

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """`entries` are those of the lexicon `fonts`."""
        self._known = {_key(n): str(e["family"]) for e in entries for n in e["names"]}

    def of(self, name: str) -> str:
        """Return the family of a font, or its own name where that is not known."""
        return self._known.get(_key(name), name)


def _key(name: str) -> str:
    return _EDITION.sub("", name.casefold()) or name


@fact
def families(plan: Plan) -> Families:
    """The families of fonts."""
    return Families(plan.lexicon.entries("fonts"))
