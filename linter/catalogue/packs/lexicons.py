"""The word lists of a pack, below its lexicon/: organisations, typos, terms, redlines, allow.

Each file is a list, or has `entries:` (and perhaps `source:`) as our own lists have.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linter.catalogue.faults import Fault, Origin, shown
from linter.catalogue.marked import Marked, MarkedError, read_marked
from linter.catalogue.nearest import hint
from linter.catalogue.yaml_messages import written
from linter.text.store import own_store

_TEXTS = ("name", "full", "until", "successor")
_LISTS = ("also", "colloquial", "loose", "lives_on")
_REDLINE_LISTS = ("forms", "legal", "pieces")
_FLAGS = ("core", "central", "place")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+.")


_Contents = tuple[dict[str, list[Any]], list[str], list[tuple[int | None, str]]]


@dataclass(slots=True)
class WordLists:
    """What the lists of a pack add: entries of our lexicons by list, and allowed words."""

    lists: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    allowed: list[str] = field(default_factory=list)

    def additions(self) -> Mapping[str, tuple[Any, ...]]:
        return {name: tuple(entries) for name, entries in self.lists.items()}


def read_words(file: Path, words: WordLists, faults: list[Fault]) -> None:
    """Add the entries of a list to `words`, and what is wrong with it to `faults`."""
    reader = _READERS.get(file.stem)
    if reader is None:
        message = f"没有“{file.stem}”这种词表" + hint(file.stem, _READERS, _kinds())
        faults.append(Fault(Origin(shown(file)), message))
        return
    lists, allowed, wrong = _kept(file, reader)
    for name, entries in lists.items():
        words.lists[name] += entries
    words.allowed += allowed
    faults += [Fault(Origin(shown(file), line), message) for line, message in wrong]


def _kept(file: Path, reader: "_Reader") -> "_Contents":
    """What a list holds and what is wrong with it, read once for all runs while it stays as it is:
    two thousand words take longer to read than to look for."""
    try:
        data = file.read_bytes()
    except OSError:
        return _read(file, reader)  # says what is wrong
    return own_store().get(f"words {file.stem}", data, lambda: _read(file, reader))


def _read(file: Path, reader: "_Reader") -> "_Contents":
    words, faults = WordLists(), list[Fault]()
    try:
        root = read_marked(file)
    except MarkedError as error:
        return {}, [], [(error.line, str(error))]
    for item in _entries(file, root, faults):
        faults += [Fault(Origin("", item.line), wrong) for wrong in reader(item.plain(), words)]
    return dict(words.lists), words.allowed, [(f.origin.line, f.message) for f in faults]


def _kinds() -> str:
    return f"（可用：{'、'.join(_READERS)}）"


def _entries(file: Path, root: Marked, faults: list[Fault]) -> list[Marked]:
    """The items of a list, or of the list under `entries:`."""
    value = root.value
    if isinstance(value, dict) and value.keys() & {"source", "entries"}:
        for key in value.keys() - {"source", "entries"}:
            message = f"没有“{key}”这一项" + hint(key, ("source", "entries"))
            faults.append(Fault(Origin(shown(file), value[key].line), message))
        value = value["entries"].value if "entries" in value else None
    if value is not None and not isinstance(value, list):
        faults.append(Fault(Origin(shown(file), root.line), "应为列表（每项以“- ”开头）"))
        return []
    return value or []


def _organisation(entry: Any, words: WordLists) -> Iterator[str]:
    """A name, or a mapping as in rules/lexicon/organisations.yaml."""
    entry = {"name": entry} if isinstance(entry, str) else entry
    if not isinstance(entry, dict) or not entry.get("name"):
        yield f"“{written(entry)}”：单位应写作名称，或有“name”的对照表"
        return
    found = []
    for key, value in entry.items():
        if key not in (*_TEXTS, *_LISTS, *_FLAGS):
            found.append(f"没有“{key}”这一项" + hint(key, (*_TEXTS, *_LISTS, *_FLAGS)))
        elif key in _TEXTS and not (isinstance(value, str) and len(value) > 1):
            found.append(f"“{key}”应为文字")
        elif key in _LISTS and not (
            isinstance(value, list) and all(isinstance(v, str) and v for v in value)
        ):
            found.append(f"“{key}”应为名称的列表")
        elif key in _FLAGS and not isinstance(value, bool):
            found.append(f"“{key}”应为 true 或 false")
    if not found:
        words.lists["organisations"].append(entry)
    yield from found


def _typo(entry: Any, words: WordLists) -> Iterator[str]:
    """“错 对”, perhaps with after=… and before=…: neighbours that make the form right."""
    parts = entry.split() if isinstance(entry, str) else []
    if len(parts) < 2:
        yield f"“{written(entry)}”应写作“错误写法 正确写法”，如“帐户 账户”"
        return
    wrong, right, *guards = parts
    for guard in guards:
        name, equals, value = guard.partition("=")
        if guard != "likely" and not (equals and value and name in ("after", "before")):
            yield f"“{guard}”不是 after=、before= 或 likely" + hint(
                name, ("after", "before", "likely")
            )
            return
    if len(wrong) < 2 or (wrong in right and not guards):
        yield f"“{wrong}”应有两个字以上，且不是正确写法“{right}”的一部分"
        return
    words.lists["typos"].append(entry)


def _term(entry: Any, words: WordLists) -> Iterator[str]:
    """“首选 另写”: told where a draft has both; or one Latin term that needs no explanation."""
    parts = entry.split() if isinstance(entry, str) else []
    if len(parts) == 1 and set(parts[0]) <= _LATIN:
        words.lists["latin"].append({"known": parts[0]})
    elif len(parts) == 2 and parts[0] != parts[1]:
        words.lists["variants"].append(entry)
    else:
        yield f"“{written(entry)}”应写作“首选写法 另一写法”，或一个外文缩略语"


def _redline(entry: Any, words: WordLists) -> Iterator[str]:
    """A name, of which any slip is told; or a mapping as in rules/lexicon/redlines.yaml."""
    entry = {"name": entry, "any": True} if isinstance(entry, str) else entry
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        yield f"“{written(entry)}”：应写作名称，或有“name”的对照表"
        return
    found = []
    if len(entry["name"]) < 4:
        found.append(f"“{entry['name']}”应有四个字以上")
    for key, value in entry.items():
        lists = key in _REDLINE_LISTS
        if key not in ("name", "any", *_REDLINE_LISTS):
            found.append(f"没有“{key}”这一项" + hint(key, ("name", "any", *_REDLINE_LISTS)))
        elif lists and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            found.append(f"“{key}”应为写法的列表")
    if not found:
        words.lists["redlines"].append({"any": not entry.get("forms"), **entry})
    yield from found


def _allowed(entry: Any, words: WordLists) -> Iterator[str]:
    if isinstance(entry, str) and entry.strip():
        words.allowed.append(entry.strip())
    else:
        quoted = "，数字、yes、no 要加引号" if isinstance(entry, int | float) else ""
        yield f"“{written(entry)}”应为一个词{quoted}"


_Reader = Callable[[Any, WordLists], Iterator[str]]
_READERS: dict[str, _Reader] = {
    "organisations": _organisation,
    "typos": _typo,
    "terms": _term,
    "redlines": _redline,
    "allow": _allowed,
}
