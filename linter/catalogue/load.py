"""Loads catalogues. All that is wrong with them is reported together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from linter.catalogue.entries import Shelf, check_names, completed, make_rule
from linter.catalogue.entry_faults import entry_faults
from linter.catalogue.faults import Fault, Origin, shown
from linter.catalogue.marked import MarkedError, read_marked
from linter.catalogue.own_checks import Marks, OwnCheck, file_of, marks, own_check
from linter.catalogue.precedence import faults as precedence_faults
from linter.catalogue.rule import Rule
from linter.text.shipped import CatalogueError, rules_dir
from linter.text.store import age, own_store

OWN = Origin("planlint 自带规则")

Claimed = list[tuple[str, Origin]]


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """The catalogue that ships with planlint, in the order of the ids."""
    return load_rules(sorted(rules_dir().glob("*.yaml")))


def load_rules(paths: Sequence[Path]) -> tuple[Rule, ...]:
    """Return our own rules. Raises CatalogueError with every fault of every rule, each with its
    file and line."""
    faults: list[Fault] = []
    shelf = Shelf(own_check)
    rules = [rule for path in paths for rule in read_rules(path, shelf, faults, [])]
    faults += duplicates(rules)
    if not faults:
        places = {rule.id: rule.place or OWN for rule in rules}
        wrong = precedence_faults({rule.id: rule.yields_to for rule in rules})
        faults += [Fault(places[code], f"{code}：{message}") for code, message in wrong]
    if faults:
        raise CatalogueError("\n".join(map(str, faults)))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def read_rules(file: Path, shelf: Shelf, faults: list[Fault], claimed: Claimed) -> Iterator[Rule]:
    """Yield the sound rules of a file, ours or an office's; what is wrong goes to `faults`, with
    its line, and the codes of unsound rules to `claimed`."""
    try:
        entries = _house_entries(file) if shelf.house else _own_entries(file)
    except MarkedError as error:
        faults.append(Fault(Origin(shown(file), error.line), str(error)))
        return
    name = shown(file)
    if shelf.house:
        judged = _judged(entries, shelf)
    else:
        judged, known = _own_judged(file, entries, shelf)
        shelf = replace(shelf, later=lambda names: OwnCheck(names, known[names]))
    for (line, entry), wrong in zip(entries, judged, strict=True):
        place = Origin(name, line)
        faults += [_placed(place, words, entry) for words in wrong]
        if wrong and isinstance(entry, dict) and isinstance(entry.get("id"), str):
            claimed.append((entry["id"], place))
        if not wrong:
            yield make_rule(entry, replace(shelf, pack=file.stem, place=place))


def _judged(entries: Sequence[tuple[int, Any]], shelf: Shelf) -> list[list[str]]:
    """What is wrong with each of the entries."""
    return [list(entry_faults(entry, shelf)) for _, entry in entries]


def _own_judged(
    file: Path, entries: Sequence[tuple[int, Any]], shelf: Shelf
) -> tuple[list[list[str]], dict[tuple[str, ...], Marks]]:
    """The same of a file of ours, and the marks of its checks: once for all runs while it and its
    checks stay as they are."""
    named = {check_names(entry) for _, entry in entries if isinstance(entry, dict)}
    ages = [age(str(file_of(name))) for name in sorted({name for some in named for name in some})]
    source = f"{file.read_text('utf-8')}\0{sorted(named)}{ages}"
    return own_store().get(
        "judged", source, lambda: (_judged(entries, shelf), {some: marks(some) for some in named})
    )


def _entries(file: Path, *, bounded: bool = True) -> list[tuple[int, Any]]:
    """The entries of a file, each with its line. Raises MarkedError."""
    root = read_marked(file, bounded=bounded)
    if root.empty:
        return []
    if not isinstance(root.value, list):
        raise MarkedError("应为规则的列表（每条以“- id:”开头）", root.line)
    return [(item.line, item.plain()) for item in root.value]


def _house_entries(file: Path) -> list[tuple[int, Any]]:
    """The entries of an office's file, with what it need not say."""
    entries = _entries(file)
    return [(line, completed(e) if isinstance(e, dict) else e) for line, e in entries]


def _own_entries(file: Path) -> list[tuple[int, Any]]:
    """The same of a file of ours, read once for all runs while it stays as it is."""
    try:
        data = file.read_bytes()
    except OSError:
        return _entries(file)  # says what is wrong
    return own_store().get("entries", data, lambda: _entries(file, bounded=False))


def _placed(place: Origin, words: str, entry: object) -> Fault:
    code = entry.get("id") if isinstance(entry, dict) else None
    return Fault(place, f"{code}：{words}" if isinstance(code, str) and code else words)


def duplicates(
    rules: Iterable[Rule], claimed: Iterable[tuple[str, Origin]] = (), ours: Origin | None = None
) -> list[Fault]:
    """Return a fault, where the last of them stands, for every code and name that rules share.

    `claimed` are further codes that are taken, each with its place; `ours` is what an office is
    told of the place of our own rules.
    """
    faults = []
    for attribute, word in (("id", "代码"), ("name", "名称")):
        places: dict[str, list[Origin]] = defaultdict(list)
        for rule in rules:
            if attribute == "id" or rule.name != rule.id.lower():  # else it says the same again
                place = rule.place if rule.source else ours or rule.place
                places[getattr(rule, attribute)].append(place or OWN)
        for code, place in claimed if attribute == "id" else ():
            places[code].append(place)
        for value, (*others, last) in places.items():
            if others:
                where = "、".join(map(str, dict.fromkeys(others)))
                faults.append(Fault(last, f"{word} {value} 用了两次（另见 {where}）"))
    return faults
