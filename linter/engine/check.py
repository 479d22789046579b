"""Checks one draft: asks its rules, words what they find, and silences what is to be silent."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

from linter.catalogue.language import ROLES, Lang
from linter.catalogue.rule import FixSafety, Rule, Wording
from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import (
    Diagnostic,
    FileError,
    FileReport,
    Keep,
    RelatedPlace,
    Unlisted,
)
from linter.diagnosis.fingerprints import Evidence, digests
from linter.diagnosis.precedence import settle
from linter.diagnosis.suppression.comments import comment_suppressions
from linter.diagnosis.suppression.configured import Configured
from linter.diagnosis.suppression.review import apply, directives, order_of
from linter.diagnosis.suppression.word import word_suppressions
from linter.diagnosis.unlisted import still_open
from linter.document.model import Document
from linter.engine.coverage.build import compared_nothing, coverage_of
from linter.engine.crash import place_of
from linter.engine.plain_text import is_sound, note
from linter.engine.profile import Profile
from linter.plan.finding import Finding, Fix
from linter.plan.plan import Plan
from linter.readers.load import ReadError, format_of, load, read_bytes
from linter.settings.effective import Settings

INTERNAL = "internal-error"
NOTHING = Keep()


def check_path(
    path: Path, settings: Settings, profile: Profile | None = None, keep: Keep = NOTHING
) -> FileReport:
    """Read and check one file. Never raises for what the file contains: the report says it."""

    def read() -> Document:
        with _measured(profile, "读取", path.suffix):
            return load(path, settings.reading)

    return _checked(str(path), read, settings, profile, keep)


def check_bytes(
    name: str,
    data: bytes,
    settings: Settings,
    profile: Profile | None = None,
    keep: Keep = NOTHING,
) -> FileReport:
    """Check what a file of this name would hold, as `check_path` does."""
    read = partial(read_bytes, name, data, format_of(name), settings.reading)
    return _checked(name, read, settings, profile, keep)


def _checked(
    name: str,
    read: Callable[[], Document],
    settings: Settings,
    profile: Profile | None,
    keep: Keep,
) -> FileReport:
    try:
        return check(read(), settings, profile, keep)
    except ReadError as error:
        return FileReport(name, error.format, error=FileError(error.kind, error.message))
    except Exception as error:  # a fault of ours must not cost the user the other files
        if os.environ.get("PLANLINT_DEBUG"):
            raise
        message = f"内部错误（{type(error).__name__}: {error}），这个文件未能检查"
        return FileReport(name, format_of(name), error=FileError(INTERNAL, message))


def check(
    document: Document,
    settings: Settings,
    profile: Profile | None = None,
    keep: Keep = NOTHING,
) -> FileReport:
    """Return the diagnostics of a draft in reading order. A check that crashes is one of them.

    The rules of `settings` run but for those that compare; its catalogue are those that a
    suppression may name besides.
    """
    plan = plan_of(document, settings, profile)
    chosen = tuple(rule for rule in settings.rules if not rule.compares)
    return _report(plan, plan, chosen, settings, profile, keep)


def compare(
    draft: Plan, subject: object, kind: str, settings: Settings, profile: Profile | None = None
) -> FileReport:
    """Return what the rules of a kind (diff, align, reconcile) find in a draft held against
    others; `subject` is what linter.across made of them."""
    chosen = tuple(rule for rule in settings.rules if rule.compares == kind)
    return _report(draft, subject, chosen, settings, profile, NOTHING)


def plan_of(document: Document, settings: Settings, profile: Profile | None = None) -> Plan:
    """Return the plan of a draft as its settings have it."""
    clock = partial(_measured, profile, "事实") if profile else None
    return Plan(document, settings.lexicon, settings.given, clock)


def _report(
    plan: Plan,
    subject: object,
    rules: Iterable[Rule],
    settings: Settings,
    profile: Profile | None,
    keep: Keep,
) -> FileReport:
    """Ask the rules, word what they find, silence what is to be silent."""
    document = plan.document
    order = {id(node): float(i) for i, node in enumerate(plan.nodes)}
    chosen = tuple(rule for rule in rules if is_sound(rule, document.format))
    run = _RuleRun(document, settings, profile)
    run.over(subject, [rule for rule in chosen if not rule.reviews])
    said = [
        *word_suppressions(document),
        *comment_suppressions(document),
        *Configured(settings.suppress).suppressions(document),
    ]
    unlisted = run.unlisted()
    found = settle(run.findings(order), {rule.id: rule.yields_to for rule in chosen})
    known = (*settings.catalogue, *chosen)
    kept, silenced, used = apply(run.fingerprinted(found), said, known)
    ran = frozenset(rule.id for rule in chosen) - run.failed
    run.over(list(directives(said, used, known, ran)), [rule for rule in chosen if rule.reviews])
    order = order_of(said, order)
    by_name = [s for s in said if s.rules]  # “all” means the draft, not the suppressions
    more, hidden, _ = apply(run.fingerprinted(run.findings(order)), by_name, known)
    kept = sorted([*kept, *more], key=lambda d: _place(d, order))
    failure = FileError(INTERNAL, "; ".join(run.failures)) if run.failures else None
    return FileReport(
        document.path,
        document.format,
        tuple(kept),
        failure,
        (*silenced, *hidden),
        note=note(document, settings.lang),
        compared_nothing=failure is None and subject is plan and compared_nothing(plan, chosen),
        coverage=coverage_of(plan, chosen) if keep.coverage else None,
        document=document if keep.document else None,
        plan=plan if keep.plan else None,
        unlisted=still_open(unlisted, kept),
    )


class _RuleRun:
    """Runs rules over one draft, and keeps the evidence of what they find."""

    def __init__(self, document: Document, settings: Settings, profile: Profile | None) -> None:
        self.settings = settings
        self.profile = profile
        self.evidence = Evidence(document)
        self.found: list[Diagnostic] = []
        self.evidence_of: dict[int, str] = {}  # by the id of a diagnostic, which we keep alive
        self.failures: list[str] = []
        self.failed: set[str] = set()
        self._more: Counter[tuple[str, str, Severity]] = Counter()
        self._all: list[Diagnostic] = []

    def over(self, subject: object, rules: Iterable[Rule]) -> None:
        """Add what the rules find in the plan, or in the suppressions of the draft."""
        for rule in rules:
            try:
                with _measured(self.profile, "规则", rule.id):
                    found = list(self._listed(rule, rule.check(subject)))
            except Exception as error:  # a fault of ours must not cost the user the others
                self.failures.append(_failure(rule, error))
                self.failed.add(rule.id)
            else:
                self._all += found
                self.found += found

    def _listed(self, rule: Rule, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
        """Word so many findings of a rule as may be listed, and count the others."""
        room = self.settings.reading.limits.findings
        for finding in findings:
            if self.settings.allowed.covers(finding.span):
                continue
            if room > 0:
                yield self._worded(rule, finding)
            else:
                self._more[rule.id, rule.name, _wording(rule, finding).severity] += 1
            room -= 1

    def unlisted(self) -> list[Unlisted]:
        """What was counted and not listed."""
        return [Unlisted(*which, count) for which, count in sorted(self._more.items())]

    def _worded(self, rule: Rule, finding: Finding) -> Diagnostic:
        wording = _wording(rule, finding)
        diagnostic = _word(rule, finding, wording, self.settings.lang)
        self.evidence_of[id(diagnostic)] = self.evidence.of(rule.id, finding, wording.identity)
        return diagnostic

    def findings(self, order: dict[int, float]) -> list[Diagnostic]:
        """Hand over what was found since, in reading order."""
        found, self.found = self.found, []
        return sorted(found, key=lambda d: _place(d, order))

    def fingerprinted(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics with their fingerprints, which count those of equal evidence."""
        prints = digests(self.evidence_of[id(d)] for d in diagnostics)
        return [replace(d, fingerprint=p) for d, p in zip(diagnostics, prints, strict=True)]


def _measured(profile: Profile | None, kind: str, name: str) -> AbstractContextManager[None]:
    """Measure the time of a block, if anybody wants to know it."""
    return profile.measure(kind, name) if profile else nullcontext()


def _failure(rule: Rule, error: Exception) -> str:
    """The rule that crashed, whose it is, how, and at which place of the draft if that is known."""
    whose = f"{rule.source}: " if rule.source else ""
    place = place_of(error)
    what = f"{type(error).__name__}: {error}" + (f"，在{place}" if place else "")
    return f"{whose}{rule.id} ({rule.check_name}): {what}"


def _wording(rule: Rule, finding: Finding) -> Wording:
    return rule.variants[finding.variant] if finding.variant else rule.wording


def _word(rule: Rule, finding: Finding, wording: Wording, lang: Lang) -> Diagnostic:
    message = wording.message[lang].format_map(dict(finding.values))
    related = tuple(RelatedPlace(_role(r.role, lang), r.span) for r in finding.related)
    return Diagnostic(
        rule.id,
        rule.name,
        wording.severity,
        message,
        finding.span,
        related,
        _fix(finding.fix, wording.fix),
        variant=finding.variant,
    )


def _fix(fix: Fix | None, safety: FixSafety) -> Fix | None:
    """The fix of a finding, as safe as its rule says."""
    if fix is None or safety is FixSafety.CHECKED:
        return fix
    return fix._replace(safe=safety is FixSafety.SAFE)


def _role(role: str, lang: Lang) -> str:
    """The words for a role; a plugin's own role is its words."""
    return ROLES[role][lang] if role in ROLES else role


def _place(d: Diagnostic, order: dict[int, float]) -> tuple[float, int, str]:
    return order.get(id(d.span.node), -1), d.span.start, d.rule
