"""The patterns of the schemas for words that stand for rules (linter/catalogue/selection.py).

They keep to what Python's and JavaScript's regular expressions have in common. What a schema cannot
know is left to planlint: a code of another family may be one of a pack or a plugin.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from linter.catalogue.rule import Rule

_PART = r"[\s,，、]"


def said(rules: Sequence[Rule]) -> str:
    """A pattern of one or several words: codes, prefixes, names, ALL."""
    word = _word(rules)
    return rf"^(?=.*\S){_PART}*(?:{word}(?:{_PART}+{word})*)?{_PART}*$"


def key(rules: Sequence[Rule]) -> str:
    """The same of a single word."""
    return rf"^{_word(rules)}$"


def exact(rules: Iterable[Rule]) -> str:
    """A pattern of the codes, in any case, and names of some rules."""
    return f"^(?:{'|'.join(f'{_any_case(rule.id)}|{rule.name}' for rule in rules)})$"


def foreign(rules: Sequence[Rule]) -> str:
    """A pattern of codes and names that are none of our families'."""
    return rf"^(?!{_any_case('ALL')}$)(?!{_families(rules)}-?\d*$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$"


def beginnings(names: Iterable[str]) -> str:
    """A pattern of names and what two or more of their first characters make."""
    parts = {name[:end] for name in names for end in range(2, len(name) + 1)}
    return rf"^\s*(?:{'|'.join(sorted(parts))})\s*$"


def _word(rules: Sequence[Rule]) -> str:
    """Our codes and their beginnings, names and ALL, and whatever is of another family."""
    families = [_any_case(name) + _numbers(codes) for name, codes in _by_family(rules)]
    other = rf"(?!{_families(rules)}-?\d*(?![\w-]))[A-Za-z0-9]+(?:-[A-Za-z0-9]*)*"
    return f"(?:{'|'.join(families)}|全部|{other})"


def _families(rules: Sequence[Rule]) -> str:
    return f"(?:{'|'.join(_any_case(name) for name, _ in _by_family(rules))})"


def _by_family(rules: Sequence[Rule]) -> list[tuple[str, list[str]]]:
    """The families with the numbers of their rules."""
    grouped = groupby(sorted(rules, key=lambda rule: rule.id), lambda rule: rule.family)
    return [(name, [rule.id.removeprefix(name) for rule in some]) for name, some in grouped]


def _numbers(numbers: Iterable[str]) -> str:
    """The numbers and their beginnings: 001, 002 are (?:0(?:0(?:1|2)?)?)?"""
    heads = [
        head + _numbers(n[1:] for n in some)
        for head, some in groupby(sorted(filter(None, numbers)), lambda n: n[0])
    ]
    return f"(?:{'|'.join(heads)})?" if heads else ""


def _any_case(word: str) -> str:
    return "".join(f"[{c}{c.lower()}]" if c.isalpha() else c for c in word)
