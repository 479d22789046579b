"""Digests that tell whether earlier work still holds: of planlint, of settings, of drafts."""

import hashlib
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
from pathlib import Path
from typing import Any

from linter import __version__
from linter.catalogue.rule import Rule
from linter.settings.effective import Settings
from linter.text.shipped import rules_dir

_BYTES = 16
_BLOCK = 1 << 20
_SHIPPED = {".py", ".yaml", ".txt"}


def digest(*parts: str | bytes) -> str:
    """Return the digest of some texts, each told from the next."""
    made = hashlib.blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


@cache
def code_digest() -> str:
    """The state of planlint: its version, and what its code and rules hold on this machine."""
    package = Path(__file__).resolve().parents[1]
    found: dict[str, bytes] = {}
    for place, folder in (("linter", package), ("rules", rules_dir())):
        for path in folder.rglob("*"):
            inside = path.relative_to(folder)
            if path.suffix in _SHIPPED and inside.parts[0] != "_rules":
                found[f"{place}/{inside.as_posix()}"] = path.read_bytes()
    return digest(__version__, *(part for name in sorted(found) for part in (name, found[name])))


def file_digest(path: Path) -> str:
    """The digest of a file's bytes. Raises OSError."""
    made = hashlib.blake2b(digest_size=_BYTES)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            made.update(block)
    return made.hexdigest()


class SettingsDigests:
    """The digests of the settings of one session: drafts for which the same files hold share it."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, object], tuple[Settings, str]] = {}

    def of(self, settings: Settings) -> str:
        """The digest of what a configuration decides about the findings of a draft."""
        key = id(settings.rules), settings.suppress
        if key not in self._known:
            self._known[key] = settings, _digest(settings)
        return self._known[key][1]


def _digest(settings: Settings) -> str:
    rules = [_told(rule) for rule in settings.rules]
    known = [rule.id for rule in settings.catalogue]
    rest = (settings.lexicon.additions, settings.given, settings.allowed, settings.reading)
    return digest(*map(_plain, (rules, known, *rest, settings.lang, settings.suppress)))


def _told(rule: Rule) -> list[Any]:
    """What of a rule is not told by its code among ours; the code of a plugin is read."""
    own = not rule.source or rule.function is None
    code = "" if own else _module_digest(rule.function.__module__)
    said = (rule.wording, rule.variants, rule.options, rule.yields_to, rule.plain_text)
    return [rule.id, rule.name, rule.check_name, code, *said]


@cache
def _module_digest(name: str) -> str:
    path = getattr(sys.modules.get(name), "__file__", None)
    return file_digest(Path(path)) if path else ""


def _plain(value: Any) -> str:
    """The words of a value, the same in every process: sets have no order of their own."""
    return "".join(_words(value))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Enum):
        yield f"{type(value).__name__}.{value.name}"
    elif isinstance(value, str | Path):
        yield repr(str(value))
    elif isinstance(value, Mapping):
        yield from _listed("{", sorted((_plain(k), _plain(v)) for k, v in value.items()))
    elif isinstance(value, set | frozenset):
        yield from _listed("<", sorted(map(_plain, value)))
    elif isinstance(value, list | tuple):
        yield from _listed("[", map(_plain, value))
    elif isinstance(value, re.Pattern):
        yield from _listed("/", (value.pattern, value.flags))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _listed(type(value).__name__, [_plain(_field(value, f)) for f in fields(value)])
    elif isinstance(value, partial):
        yield from _listed("partial", map(_plain, (value.func, value.args, value.keywords)))
    elif callable(value):
        yield f"{value.__module__}.{getattr(value, '__qualname__', type(value).__qualname__)}"
    else:
        yield repr(value)


def _field(value: Any, one: Any) -> Any:
    return getattr(value, one.name)


def _listed(mark: str, parts: Any) -> Iterator[str]:
    yield mark
    for part in parts:
        yield f"{part},"
    yield ";"
