"""All rules and words that are at hand: ours, those of plugins, those of an office's packs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linter.catalogue.faults import Fault, Origin
from linter.catalogue.load import OWN, builtin_rules, duplicates
from linter.catalogue.packs.load import load_pack
from linter.catalogue.packs.model import Pack
from linter.catalogue.precedence import faults as precedence_faults
from linter.catalogue.rule import Rule
from linter.plan.lexicon import Lexicon, extended_lexicon


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rules in the order of their codes, the lexicon, and the words that none may report."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    allowed: tuple[str, ...] = ()


@cache
def catalogue(paths: tuple[Path, ...]) -> tuple[Catalogue, tuple[Fault, ...]]:
    """Return the catalogue with the packs at these paths, and all that is wrong with them."""
    installed, wrong = _plugins()
    packs, faults = [*installed], [*wrong]
    for path in paths:
        pack, found = load_pack(path)
        packs.append(pack)
        faults += found
    return combine(packs, faults)


@cache
def _plugins() -> tuple[tuple[Pack, ...], tuple[Fault, ...]]:
    from linter.catalogue.plugins import load_plugins

    packs, faults = load_plugins()
    return tuple(packs), tuple(faults)


def combine(packs: Sequence[Pack], faults: list[Fault]) -> tuple[Catalogue, tuple[Fault, ...]]:
    """Return our catalogue with packs; a code or name that two rules share is a fault."""
    rules = [*builtin_rules(), *(rule for pack in packs for rule in pack.rules)]
    faults += duplicates(rules, [code for pack in packs for code in pack.claimed], OWN)
    if not faults:
        places = {rule.id: rule.place or Origin(rule.id) for rule in rules}
        found = precedence_faults({rule.id: rule.yields_to for rule in rules})
        faults += [Fault(places[code], f"{code}：{message}") for code, message in found]
    additions: dict[str, tuple[Any, ...]] = defaultdict(tuple)
    for pack in packs:
        for name, entries in pack.additions.items():
            additions[name] += entries
    allowed = tuple(word for pack in packs for word in pack.allowed)
    ordered = tuple(sorted(rules, key=lambda rule: rule.id))
    return Catalogue(ordered, extended_lexicon(additions), allowed), tuple(faults)
