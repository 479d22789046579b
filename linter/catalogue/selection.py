"""Which rules a word names: the one place that says so, for the command line, configurations and
suppressions.

A code (IND001) or a name stands for its rule, also where other codes begin with it; a prefix (IND)
for a family; ALL or 全部 for every rule. Case does not matter.
"""

from collections.abc import Iterable, Sequence

from linter.catalogue.nearest import hint
from linter.catalogue.rule import Rule
from linter.text.patterns import lazily

_EVERYTHING = ("ALL", "全部")
_COMMA = lazily(r"[\s,，、]+")


def taken_away(rules: Sequence[Rule], word: str, selected: Sequence[str]) -> list[Rule]:
    """Return the rules that an ignored word takes away: of a family not those selected by code
    or name."""
    found = named(rules, word)
    if any(exactly(word, rule) for rule in found):
        return found
    return [rule for rule in found if not any(exactly(other, rule) for other in selected)]


def split_words(words: Iterable[str]) -> list[str]:
    """Split words that commas part, Chinese ones too."""
    return [part for word in words for part in _COMMA.split(word) if part]


def is_everything(word: str) -> bool:
    """Tell whether a word stands for every rule."""
    return word.upper() in _EVERYTHING


def exactly(word: str, rule: Rule) -> bool:
    """Tell whether a word is the code or the name of a rule, in any case."""
    return word.upper() == rule.id or word.lower() == rule.name


def named(rules: Sequence[Rule], word: str) -> list[Rule]:
    """Return the rules that a code, a name, a prefix or ALL stands for, also those that are off."""
    if is_everything(word):
        return list(rules)
    exact = [rule for rule in rules if exactly(word, rule)]
    return exact or [rule for rule in rules if rule.id.startswith(word.upper())]


def wanted(rules: Sequence[Rule], word: str) -> list[Rule]:
    """Return the rules that a word selects: those of a family that are on by default, or all of
    a family that is off as a whole."""
    found = named(rules, word)
    if is_everything(word) or any(exactly(word, rule) for rule in found):
        return found
    return [rule for rule in found if rule.enabled] or found


def unknown_rule(word: str, rules: Sequence[Rule]) -> str:
    """Say that no rule has this code, prefix or name, with the nearest that one has."""
    names = [name for rule in rules for name in (rule.id, rule.name)]
    return f"没有规则“{word}”" + hint(word, names, "，可用的规则见 planlint rules")
