"""One entry of a catalogue and the rule that it makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linter.catalogue.faults import Origin
from linter.catalogue.language import Lang
from linter.catalogue.options import Bound, joined
from linter.catalogue.rule import Example, FixSafety, Rule, Wording
from linter.catalogue.severity import Severity
from linter.plan.finding import Check

# What an office need not say, and from which field it is then taken.
DERIVED = {"severity": "", "name": "id", "message_en": "message", "why": "title"}

Resolve = Callable[[str], Check | None]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where entries come from: how checks are found there, which ids are allowed.

    `source` names a pack or plugin, empty for the catalogue that ships; `pack` is the file,
    `place` where the entry stands in it. `checks` are the names that an author may have meant.
    `later` returns what stands for checks that are known to be there, and not loaded yet.
    """

    resolve: Resolve
    source: str = ""
    pack: str = ""
    place: Origin | None = None
    checks: Sequence[str] = ()
    later: Callable[[tuple[str, ...]], Check] | None = None

    def check(self, names: tuple[str, ...]) -> Check:
        """The checks of an entry without faults, as one."""
        if self.later is not None:
            return self.later(names)
        return joined([found for name in names if (found := self.resolve(name))])

    @property
    def house(self) -> bool:
        return bool(self.source)


def completed(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry of a pack with what an office need not say, or has left empty."""
    words = {field: entry.get(source) for field, source in DERIVED.items()}
    words["severity"] = "warning"
    if isinstance(words["name"], str):
        words["name"] = words["name"].lower()
    return words | {k: v for k, v in entry.items() if k not in words or v not in (None, "")}


def make_rule(entry: dict[str, Any], shelf: Shelf) -> Rule:
    """Return the rule of an entry without faults."""
    function = shelf.check(check_names(entry))
    options = dict(entry.get("options") or {})
    return Rule(
        id=entry["id"],
        name=entry["name"],
        title=entry["title"],
        wording=_wording(entry),
        check=Bound(function, options),
        check_name=", ".join(check_names(entry)),
        function=function,
        why=entry["why"].strip(),
        bad=tuple(map(_example, listed(entry["bad"]))),
        good=tuple(map(_example, listed(entry["good"]))),
        options=options,
        variants={name: _wording(entry | v) for name, v in (entry.get("variants") or {}).items()},
        limits=str(entry.get("limits") or "").strip(),
        enabled=entry.get("enabled", True),
        source=shelf.source,
        reviews=hasattr(function, "__planlint_review__"),
        compares=getattr(function, "__planlint_compares__", ""),
        yields_to=tuple(entry.get("yields_to") or ()),
        plain_text=entry.get("plain_text", False),
        pack=shelf.pack,
        place=shelf.place,
        examples=entry.get("examples", "md"),
    )


def check_names(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The checks of an entry, each as subject.file.function; a kind is one of generic's."""
    if "kind" in entry:
        return ("generic." + str(entry["kind"]).replace("-", "_"),)
    check = entry.get("check", "")
    return tuple(map(str, check)) if isinstance(check, list) else (str(check),)


def _wording(entry: Mapping[str, Any]) -> Wording:
    identity = entry.get("identity")
    names = None if identity is None else tuple(identity)
    fix = FixSafety(entry.get("fix", FixSafety.CHECKED))
    return Wording(Severity(entry["severity"]), _messages(entry), names, fix)


def _messages(entry: Mapping[str, Any]) -> dict[Lang, str]:
    return {Lang.ZH: entry["message"], Lang.EN: entry["message_en"]}


def listed(value: Any) -> list[Any]:
    """The examples under `bad` or `good`: one stands for a list of one."""
    return value if isinstance(value, list) else [value]


def _example(value: str | dict[str, str]) -> Example:
    if isinstance(value, str):
        return Example(value)
    severity = Severity(value["severity"]) if "severity" in value else None
    fix, against = value.get("fix"), value.get("against")
    return Example(value["text"], value.get("variant"), severity, fix, against)
