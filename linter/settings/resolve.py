"""Resolves layers into Settings: which rules run, how severe they are, with which options."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from linter.catalogue.faults import Fault, Origin
from linter.catalogue.language import Lang
from linter.catalogue.options import Bound, option_fault
from linter.catalogue.packs.shelves import catalogue as catalogue_of
from linter.catalogue.rule import Rule, Wording
from linter.catalogue.selection import exactly, named, unknown_rule
from linter.catalogue.severity import FailOn, Severity
from linter.diagnosis.allowed import Allowed
from linter.plan.given import NOTHING, Given
from linter.readers.options import Limits, ReadOptions
from linter.readers.view import View
from linter.settings.effective import Settings
from linter.settings.layers import Layer, Said
from linter.settings.switches import on_off, unknown_words

Path_ = tuple[str, ...]


def resolve(layers: Sequence[Layer]) -> tuple[Settings, list[Fault]]:
    """Return what the layers come to, and all that is wrong with their words.

    `suppress` is left out: it depends on the draft's path.
    """
    at_hand, pack_faults = catalogue_of(_packs(layers))
    changed = _Changes(at_hand.rules)
    faults = [*pack_faults, *unknown_words(at_hand.rules, layers), *changed.apply(layers)]
    state = on_off(at_hand.rules, layers)
    catalogue = changed.rules()
    values = {key: said for layer in layers for key, said in layer.values.items()}
    origins = {key: said.origin for key, said in values.items()} | changed.origins
    origins |= {("rules", code): origin for code, (_, origin) in state.items() if origin}
    plain = {key: said.value for key, said in values.items()}
    settings = Settings(
        rules=tuple(rule for rule in catalogue if state[rule.id][0]),
        catalogue=catalogue,
        lexicon=at_hand.lexicon,
        given=_given(tuple(sorted((k, v) for k, v in plain.items() if k[0] == "plan"))),
        allowed=Allowed(at_hand.allowed),
        reading=_reading(plain),
        lang=plain.get(("lang",), Lang.ZH),
        fail_on=plain.get(("fail-on",), FailOn.ERROR),
        baseline=plain.get(("baseline",)),
        layers=tuple(layers),
        values=plain,
        origins=origins,
    )
    return settings, faults


def _packs(layers: Sequence[Layer]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(said.value for layer in layers for said in layer.packs))


@dataclass(slots=True)
class _Changes:
    """Severities and options that layers give to rules, by code; the last one stays."""

    catalogue: Sequence[Rule]
    severities: dict[str, Severity] = field(default_factory=dict)
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    origins: dict[Path_, Origin] = field(default_factory=dict)

    def apply(self, layers: Sequence[Layer]) -> Iterator[Fault]:
        """Take up every layer in turn; yield what is wrong with its options."""
        for layer in layers:
            # Within a layer the longer word is the more special one: IND001 before IND.
            for setting in sorted(layer.severity, key=lambda s: len(s.word.value)):
                for rule in named(self.catalogue, setting.word.value):
                    self.severities[rule.id] = setting.value
                    self.origins["severity", rule.id] = setting.word.origin
            for chosen in layer.options:
                word = chosen.word.value
                found = next((r for r in self.catalogue if exactly(word, r)), None)
                if found is None:
                    yield Fault(chosen.word.origin, _no_rule(word, self.catalogue))
                else:
                    yield from self._set(found, chosen.value)

    def _set(self, rule: Rule, options: Mapping[str, Said[Any]]) -> Iterator[Fault]:
        for name, said in options.items():
            fault = option_fault(rule.function, name, said.value) if rule.function else None
            if fault:
                yield Fault(said.origin, f"{rule.id}：{fault}")
                continue
            self.options.setdefault(rule.id, {})[name] = said.value
            self.origins["options", rule.id, name] = said.origin

    def rules(self) -> tuple[Rule, ...]:
        """The catalogue as changed."""
        return tuple(self._changed(rule) for rule in self.catalogue)

    def _changed(self, rule: Rule) -> Rule:
        severity, options = self.severities.get(rule.id), self.options.get(rule.id)
        if severity is not None:
            spoken = {name: _at(wording, severity) for name, wording in rule.variants.items()}
            rule = replace(rule, wording=_at(rule.wording, severity), variants=spoken)
        if options and rule.function is not None:
            whole = {**rule.options, **options}
            rule = replace(rule, options=whole, check=Bound(rule.function, whole))
        return rule


def _no_rule(word: str, catalogue: Sequence[Rule]) -> str:
    """Say that options belong to one rule, where a word stands for several."""
    if family := named(catalogue, word):
        return f"“{word}”不是一条规则，选项应写在规则之下，如 {family[0].id}"
    return unknown_rule(word, catalogue)


def _at(wording: Wording, severity: Severity) -> Wording:
    return replace(wording, severity=severity)


@cache
def _given(items: tuple[tuple[Path_, Any], ...]) -> Given:
    """The facts of `plan:`; one object for equal ones, since facts are cached by it."""
    if not items:
        return NOTHING
    values = dict(items)
    return Given(
        period=values.get(("plan", "period")),
        base_year=values.get(("plan", "base-year")),
        issued=values.get(("plan", "issued")),
        province=values.get(("plan", "province")),
        unit_aliases={k[2]: v for k, v in values.items() if k[:2] == ("plan", "unit-aliases")},
    )


def _reading(values: Mapping[Path_, Any]) -> ReadOptions:
    """The view and the bounds of reading; whole numbers where a bound counts."""
    limits: dict[str, Any] = {}
    for one in fields(Limits):
        key = ("limits", one.name.replace("_", "-"))
        if key in values:
            limits[one.name] = values[key] if one.type is float else int(values[key])
    return ReadOptions(values.get(("view",), View.FINAL), Limits(**limits))
