"""Chooses rules by code, prefix or name, and files by path."""

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.readers.load import CONVERTED, SUFFIXES
from linter.rules import Rule

EVERYTHING = "ALL"
_WALKED = {*SUFFIXES, *CONVERTED} - {".pdf"}


class UsageError(Exception):
    """What the user asked for cannot be done; the message says why and what would do."""


def choose_rules(
    rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules to run, in catalogue order.

    Without `select` those that are on by default. A prefix (IND) stands for the rules of that
    family that are on by default; a code or a name also turns on a rule that is off; ALL is every
    rule. `ignore` takes the same words; a rule selected by its code stays if only its prefix is
    ignored. Raises UsageError listing every word that names no rule.
    """
    wanted, unwanted = _split(select), _split(ignore)
    unknown = [word for word in (*wanted, *unwanted) if not any(_names(word, r) for r in rules)]
    if unknown:
        raise UsageError("\n".join(_unknown(word, rules) for word in unknown))
    return tuple(
        rule
        for rule in rules
        if (_selected(rule, wanted) if wanted else rule.enabled)
        and not _ignored(rule, wanted, unwanted)
    )


def _split(words: Iterable[str]) -> list[str]:
    return [part.strip() for word in words for part in word.split(",") if part.strip()]


def _exact(word: str, rule: Rule) -> bool:
    return word.upper() == rule.id or word.lower() == rule.name


def _names(word: str, rule: Rule) -> bool:
    return word.upper() == EVERYTHING or _exact(word, rule) or rule.id.startswith(word.upper())


def _selected(rule: Rule, wanted: Sequence[str]) -> bool:
    return any(
        _exact(word, rule)
        or word.upper() == EVERYTHING
        or (rule.enabled and rule.id.startswith(word.upper()))
        for word in wanted
    )


def _ignored(rule: Rule, wanted: Sequence[str], unwanted: Sequence[str]) -> bool:
    if any(_exact(word, rule) for word in unwanted):
        return True
    kept = any(_exact(word, rule) for word in wanted)
    return not kept and any(_names(word, rule) for word in unwanted)


def _unknown(word: str, rules: Sequence[Rule]) -> str:
    names = [name for rule in rules for name in (rule.id, rule.name)]
    near = difflib.get_close_matches(word, names, 1, 0.6) or difflib.get_close_matches(
        word.upper(), names, 1, 0.6
    )
    hint = f"，是不是 {near[0]}？" if near else "，可用的规则见 planlint rules"
    return f"没有规则“{word}”{hint}"


def find_rule(rules: Sequence[Rule], word: str) -> Rule:
    """Return the rule of a code or name. Raises UsageError with the nearest name."""
    for rule in rules:
        if _exact(word, rule):
            return rule
    raise UsageError(_unknown(word, rules))


def expand_paths(paths: Sequence[Path]) -> list[Path]:
    """Return the files to check: files as given, folders walked for the formats that we read.

    Word's lock files (~$…) and hidden folders are skipped, and so are PDFs, which are copies of a
    draft more often than drafts. Each file once, folders in name order.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            found.setdefault(file)
    return list(found)


def _walk(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _WALKED
        and not path.name.startswith(("~$", "."))
        and not any(part.startswith(".") for part in path.relative_to(folder).parts[:-1])
        and path.is_file()
    ]
