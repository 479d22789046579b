"""What reports say of the rules that ran, and what decides how a run ends: kept beside the results,
so that no rule need be loaded to report what is known."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule, Wording
from linter.catalogue.severity import FailOn, Severity
from linter.engine.cache.keys import Keys
from linter.engine.cache.state import digest
from linter.engine.outcome import Holding
from linter.plan.finding import Finding
from linter.settings.layers import ConfiguredSuppression


class Holds(NamedTuple):
    """What holds for a draft, as far as a report needs it; the rules have no checks."""

    rules: tuple[Rule, ...]
    lang: Lang
    fail_on: FailOn
    suppress: tuple[ConfiguredSuppression, ...] = ()


def keep(keys: Keys, key: str, settings: Holding) -> None:
    """Keep what holds under the key of rules, if no earlier run has."""
    where = digest("held", key)
    if not keys.results.holds(where):
        rules = tuple(_packed(rule) for rule in settings.rules if not rule.compares)
        keys.results.put(where, (settings.lang.value, settings.fail_on.value, rules))


def known(keys: Keys, key: str, suppress: Sequence[ConfiguredSuppression]) -> Holds | None:
    """Return what holds, None where no earlier run has kept it."""
    found = keys.results.get(digest("held", key))
    if found is None:
        return None
    lang, fail_on, rules = found
    return Holds(tuple(map(_rule, rules)), Lang(lang), FailOn(fail_on), tuple(suppress))


def _packed(rule: Rule) -> Any:
    texts = (rule.id, rule.name, rule.title, rule.check_name, rule.why, rule.limits, rule.source)
    return texts, rule.severity.value, rule.enabled, rule.reviews, rule.plain_text


def _rule(plain: Any) -> Rule:
    (code, name, title, check, why, limits, source), severity, enabled, reviews, sound = plain
    wording = Wording(Severity(severity), {})
    return Rule(
        *(code, name, title, wording, _unloaded, check, why, (), ()),
        limits=limits,
        enabled=enabled,
        source=source,
        reviews=reviews,
        plain_text=sound,
    )


def _unloaded(*_: Any, **__: Any) -> Iterator[Finding]:
    return _refused()


def _refused() -> NoReturn:
    raise AssertionError("a rule known from an earlier run has no check")
