"""Which rules a configuration turns on and off, by codes, prefixes and names."""

from collections.abc import Iterable, Iterator, Sequence

from linter.catalogue.faults import Fault, Origin
from linter.catalogue.rule import Rule
from linter.catalogue.selection import named, taken_away, unknown_rule, wanted
from linter.settings.layers import Layer, Said


def on_off(rules: Sequence[Rule], layers: Iterable[Layer]) -> dict[str, tuple[bool, Origin | None]]:
    """Return for every rule whether it runs and who said so last (nobody: None).

    A layer's `select` begins anew, its `extend-select` adds, its `ignore` takes away; a rule that
    it selects by code or name stays if it ignores the family.
    """
    state: dict[str, tuple[bool, Origin | None]] = {r.id: (r.enabled, None) for r in rules}
    for layer in layers:
        chosen = (*(layer.select or ()), *layer.extend_select)
        if layer.select is not None:
            state = {r.id: (False, layer.origin) for r in rules}
        for said in chosen:
            for rule in wanted(rules, said.value):
                state[rule.id] = True, said.origin
        for said in layer.ignore:
            for rule in taken_away(rules, said.value, [c.value for c in chosen]):
                state[rule.id] = False, said.origin
    return state


def unknown_words(rules: Sequence[Rule], layers: Iterable[Layer]) -> Iterator[Fault]:
    """Yield a fault for every word of the layers that stands for no rule."""
    for layer in layers:
        for said in _words(layer):
            if not named(rules, said.value):
                yield Fault(said.origin, unknown_rule(said.value, rules))


def _words(layer: Layer) -> Iterator[Said[str]]:
    yield from (*(layer.select or ()), *layer.extend_select, *layer.ignore)
    yield from (setting.word for setting in layer.severity)
    for suppression in layer.suppress:
        yield from (Said(word, suppression.origin) for word in suppression.rules)
