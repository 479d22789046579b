"""Loads a pack: a folder with YAML files of rules and, below lexicon/, of words; or one file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from linter.catalogue.entries import Shelf, completed, make_rule
from linter.catalogue.entry_faults import entry_faults
from linter.catalogue.faults import Fault, Origin, shown
from linter.catalogue.load import builtin_rules, own_check
from linter.catalogue.marked import MarkedError, read_marked
from linter.catalogue.packs.lexicons import WordLists, read_words
from linter.catalogue.packs.model import Pack
from linter.catalogue.rule import Rule

Claimed = list[tuple[str, Origin]]

_SUFFIXES = (".yaml", ".yml")


def load_pack(path: Path) -> tuple[Pack, list[Fault]]:
    """Return a pack and all that is wrong with it; what is wrong is left out of the pack."""
    faults: list[Fault] = []
    files = yaml_files(path)
    if not files and not (path / "lexicon").is_dir():
        reason = "是空的规则包：没有 .yaml 文件" if path.is_dir() else "规则包不存在"
        return Pack(path), [Fault(Origin(shown(path)), reason)]
    checks = tuple(sorted({rule.check_name for rule in builtin_rules()}))
    shelf = Shelf(own_check, source=shown(path), checks=checks)
    claimed: Claimed = []
    rules = [rule for file in files for rule in read_rules(file, shelf, faults, claimed)]
    words = WordLists()
    for file in yaml_files(path / "lexicon") if path.is_dir() else ():
        read_words(file, words, faults)
    added, allowed = words.additions(), tuple(words.allowed)
    return Pack(path, tuple(rules), tuple(claimed), added, allowed), faults


def yaml_files(path: Path) -> list[Path]:
    """The YAML files of a folder, by name; a file stands for itself."""
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.suffix in _SUFFIXES and p.is_file())
    return [path] if path.is_file() else []


def read_rules(file: Path, shelf: Shelf, faults: list[Fault], claimed: Claimed) -> Iterator[Rule]:
    """Yield the sound rules of a file; what is wrong goes to `faults`, with its line, and the
    codes of unsound rules to `claimed`."""
    try:
        root = read_marked(file)
    except MarkedError as error:
        faults.append(Fault(Origin(shown(file), error.line), str(error)))
        return
    if root.empty:
        return
    if not isinstance(root.value, list):
        faults.append(Fault(Origin(shown(file), root.line), "应为规则的列表（每条以“- id:”开头）"))
        return
    for item in root.value:
        entry = item.plain()
        if isinstance(entry, dict):
            entry = completed(entry)
        place = Origin(shown(file), item.line)
        shelf = replace(shelf, pack=file.stem, place=place)
        found = [_placed(place, words, entry) for words in entry_faults(entry, shelf)]
        faults += found
        if found and isinstance(entry, dict) and isinstance(entry.get("id"), str):
            claimed.append((entry["id"], place))
        if not found:
            yield make_rule(entry, shelf)


def _placed(place: Origin, words: str, entry: object) -> Fault:
    code = entry.get("id") if isinstance(entry, dict) else None
    return Fault(place, f"{code}：{words}" if isinstance(code, str) and code else words)
