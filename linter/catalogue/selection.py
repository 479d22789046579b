"""Chooses rules by code, prefix or name, and files by path."""

from collections.abc import Iterable, Sequence

from linter.catalogue.nearest import hint
from linter.catalogue.rule import Rule
from linter.text.patterns import lazily

EVERYTHING = "ALL"
_COMMA = lazily(r"[\s,，、]+")


class UsageError(Exception):
    """What the user asked for cannot be done; the message says why and what would do."""


def choose_rules(
    rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules to run, in catalogue order.

    Without `select` those that are on by default. A prefix (IND) stands for the rules of that
    family that are on by default, or for all of them where none is (FMT); a code or a name also
    turns on a rule that is off; ALL is every rule. `ignore` takes the same words; a rule selected
    by its code stays if only its prefix is ignored. Raises UsageError listing every word that
    names no rule.
    """
    words, unwanted = split_words(select), split_words(ignore)
    unknown = [word for word in (*words, *unwanted) if not named(rules, word)]
    if unknown:
        raise UsageError("\n".join(unknown_rule(word, rules) for word in unknown))
    chosen = {rule.id for word in words for rule in wanted(rules, word)}
    dropped = {rule.id for word in unwanted for rule in taken_away(rules, word, words)}
    return tuple(
        rule
        for rule in rules
        if (rule.id in chosen if words else rule.enabled) and rule.id not in dropped
    )


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


def exactly(word: str, rule: Rule) -> bool:
    """Tell whether a word is the code or the name of a rule, in any case."""
    return word.upper() == rule.id or word.lower() == rule.name


def named(rules: Sequence[Rule], word: str) -> list[Rule]:
    """Return the rules that a code, a name, a prefix or ALL stands for, also those that are off."""
    if word.upper() == EVERYTHING:
        return list(rules)
    exact = [rule for rule in rules if exactly(word, rule)]
    return exact or [rule for rule in rules if rule.id.startswith(word.upper())]


def wanted(rules: Sequence[Rule], word: str) -> list[Rule]:
    """Return the rules that a word selects: those of a family that are on by default, or all of
    a family that is off as a whole."""
    found = named(rules, word)
    if word.upper() == EVERYTHING or any(exactly(word, rule) for rule in found):
        return found
    return [rule for rule in found if rule.enabled] or found


def unknown_rule(word: str, rules: Sequence[Rule]) -> str:
    """Say that no rule has this code, prefix or name, with the nearest that one has."""
    names = [name for rule in rules for name in (rule.id, rule.name)]
    return f"没有规则“{word}”" + hint(word, names, "，可用的规则见 planlint rules")


def find_rule(rules: Sequence[Rule], word: str) -> Rule:
    """Return the rule of a code or name. Raises UsageError with the nearest name."""
    for rule in rules:
        if exactly(word, rule):
            return rule
    raise UsageError(unknown_rule(word, rules))
