"""One entry of a catalogue and the rule that it makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linter.checks.finding import Check
from linter.diagnostic import Severity
from linter.faults import Origin
from linter.rules.model import Rule, Wording
from linter.rules.options import bound
from linter.wording import Lang

# What an office need not say, and from which field it is then taken.
DERIVED = {"severity": "", "name": "id", "message_en": "message", "why": "title"}

Resolve = Callable[[str], Check | None]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where entries come from: how checks are found there, which ids are allowed.

    `source` names a pack or plugin, empty for the catalogue that ships; `pack` is the file,
    `place` where the entry stands in it. `checks` are the names that an author may have meant.
    """

    resolve: Resolve
    source: str = ""
    pack: str = ""
    place: Origin | None = None
    checks: Sequence[str] = ()

    @property
    def house(self) -> bool:
        return bool(self.source)


def completed(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of a pack with what an office need not say."""
    words = {field: entry.get(source) for field, source in DERIVED.items()}
    words["severity"] = "warning"
    if isinstance(words["name"], str):
        words["name"] = words["name"].lower()
    return words | entry


def make_rule(entry: dict[str, Any], shelf: Shelf) -> Rule:
    """Return the rule of an entry without faults."""
    name = check_name(entry)
    function = shelf.resolve(name)
    assert function is not None
    options = dict(entry.get("options") or {})
    return Rule(
        id=entry["id"],
        name=entry["name"],
        title=entry["title"],
        wording=_wording(entry),
        check=bound(function, options),
        check_name=name,
        function=function,
        why=entry["why"].strip(),
        bad=_examples(entry["bad"]),
        good=_examples(entry["good"]),
        options=options,
        variants={name: _wording(entry | v) for name, v in (entry.get("variants") or {}).items()},
        limits=str(entry.get("limits", "")).strip(),
        enabled=entry.get("enabled", True),
        source=shelf.source,
        reviews=hasattr(function, "__planlint_review__"),
        yields_to=tuple(entry.get("yields_to") or ()),
        pack=shelf.pack,
        place=shelf.place,
        examples=entry.get("examples", "md"),
    )


def check_name(entry: Mapping[str, Any]) -> str:
    """The check of an entry as room.module.function; a kind is a check of linter.checks.generic."""
    if "kind" in entry:
        return "generic." + str(entry["kind"]).replace("-", "_")
    return str(entry.get("check", ""))


def _wording(entry: Mapping[str, Any]) -> Wording:
    identity = entry.get("identity")
    names = None if identity is None else tuple(identity)
    return Wording(Severity(entry["severity"]), _messages(entry), names)


def _messages(entry: Mapping[str, Any]) -> dict[Lang, str]:
    return {Lang.ZH: entry["message"], Lang.EN: entry["message_en"]}


def _examples(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
