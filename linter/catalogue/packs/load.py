"""Loads a pack: a folder with YAML files of rules and, below lexicon/, of words; or one file."""

from pathlib import Path

from linter.catalogue.entries import Shelf
from linter.catalogue.faults import Fault, Origin, shown
from linter.catalogue.load import Claimed, builtin_rules, read_rules
from linter.catalogue.own_checks import own_check
from linter.catalogue.packs.lexicons import WordLists, read_words
from linter.catalogue.packs.model import Pack

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
