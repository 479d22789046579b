"""Runs rules over drafts and words what they find."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from linter.allowed import Allowed
from linter.checks.finding import Finding
from linter.crash import place_of
from linter.diagnostic import Diagnostic, FileError, FileReport, RelatedPlace, Severity
from linter.document import Document
from linter.facts.given import NOTHING as NOTHING_GIVEN
from linter.facts.given import Given
from linter.facts.plan import Plan
from linter.fingerprints import Evidence, digests
from linter.lexicon import Lexicon, builtin_lexicon
from linter.precedence import settle
from linter.profile import Profile
from linter.readers.load import ReadError, format_of, load, read_bytes
from linter.readers.options import DEFAULT, ReadOptions
from linter.rules import Rule, Wording, builtin_rules
from linter.suppress.comments import comment_suppressions
from linter.suppress.configured import NOTHING, Configured
from linter.suppress.review import apply, directives, order_of
from linter.suppress.word import word_suppressions
from linter.text_only import is_sound, note
from linter.wording import ROLES, Lang

INTERNAL = "internal-error"


@dataclass(frozen=True, slots=True)
class Context:
    """What besides draft and rules decides a check: facts that are given, the words that are
    known, those that no rule may report; and who measures the time."""

    given: Given = NOTHING_GIVEN
    lexicon: Lexicon = field(default_factory=builtin_lexicon)
    allowed: Allowed = field(default_factory=Allowed)
    profile: Profile | None = None

    def measure(self, kind: str, name: str) -> AbstractContextManager[None]:
        """Measure the time of a block, if anybody wants to know it."""
        return self.profile.measure(kind, name) if self.profile else nullcontext()


def check_path(
    path: Path,
    rules: Sequence[Rule],
    lang: Lang = Lang.ZH,
    options: ReadOptions = DEFAULT,
    configured: Configured = NOTHING,
    catalogue: Sequence[Rule] | None = None,
    context: Context | None = None,
) -> FileReport:
    """Read and check one file. Never raises for what the file contains: the report says it."""
    context = context or Context()

    def check() -> FileReport:
        with context.measure("读取", path.suffix):
            document = load(path, options)
        return check_document(document, rules, lang, configured, catalogue, context)

    return _checked(str(path), check)


def check_bytes(
    name: str,
    data: bytes,
    rules: Sequence[Rule],
    lang: Lang,
    options: ReadOptions = DEFAULT,
    configured: Configured = NOTHING,
    catalogue: Sequence[Rule] | None = None,
    context: Context | None = None,
) -> FileReport:
    """Check what a file of this name would hold, as `check_path` does."""

    def check() -> FileReport:
        document = read_bytes(name, data, format_of(name), options)
        return check_document(document, rules, lang, configured, catalogue, context)

    return _checked(name, check)


def _checked(name: str, check: Callable[[], FileReport]) -> FileReport:
    try:
        return check()
    except ReadError as error:
        return FileReport(name, error.format, error=FileError(error.kind, error.message))
    except Exception as error:  # a fault of ours must not cost the user the other files
        if os.environ.get("PLANLINT_DEBUG"):
            raise
        message = f"内部错误（{type(error).__name__}: {error}），这个文件未能检查"
        return FileReport(name, format_of(name), error=FileError(INTERNAL, message))


def check_document(
    document: Document,
    rules: Iterable[Rule],
    lang: Lang = Lang.ZH,
    configured: Configured = NOTHING,
    catalogue: Sequence[Rule] | None = None,
    context: Context | None = None,
) -> FileReport:
    """Return the diagnostics of a draft in reading order. A check that crashes is one of them.

    `configured` is what a configuration suppresses besides the draft itself; `catalogue` are all
    rules that a suppression may name, by default the built-in ones and those that run.
    """
    context = context or Context()
    plan = Plan(document, context.lexicon, context.given)
    if context.profile:
        context.profile.watch(plan)
    order = {id(node): float(i) for i, node in enumerate(plan.nodes)}
    chosen = tuple(rule for rule in rules if is_sound(rule.id, document.format))
    run = _Run(document, lang, context)
    run.over(plan, [rule for rule in chosen if not rule.reviews])
    said = [
        *word_suppressions(document),
        *comment_suppressions(document),
        *configured.suppressions(document),
    ]
    found = settle(run.findings(order), {rule.id: rule.yields_to for rule in chosen})
    kept, silenced, used = apply(_fingerprinted(found), said)
    known = (*(builtin_rules() if catalogue is None else catalogue), *chosen)
    ran = frozenset(rule.id for rule in chosen) - run.failed
    run.over(list(directives(said, used, known, ran)), [rule for rule in chosen if rule.reviews])
    order = order_of(said, order)
    named = [s for s in said if s.rules]  # “all” means the draft, not the suppressions
    more, hidden, _ = apply(_fingerprinted(run.findings(order)), named)
    kept = sorted([*kept, *more], key=lambda d: _place(d, order))
    failure = FileError(INTERNAL, "; ".join(run.failures)) if run.failures else None
    return FileReport(
        document.path,
        document.format,
        tuple(kept),
        failure,
        (*silenced, *hidden),
        note=note(document.format, lang),
    )


class _Run:
    """Runs rules over one draft. What they find has its evidence where the fingerprint will be."""

    def __init__(self, document: Document, lang: Lang, context: Context) -> None:
        self.context = context
        self.evidence = Evidence(document)
        self.lang = lang
        self.found: list[Diagnostic] = []
        self.failures: list[str] = []
        self.failed: set[str] = set()

    def over(self, subject: object, rules: Iterable[Rule]) -> None:
        """Add what the rules find in the plan, or in the suppressions of the draft."""
        for rule in rules:
            try:
                with self.context.measure("规则", rule.id):
                    found = [self._worded(rule, finding) for finding in rule.check(subject)]
            except Exception as error:  # a fault of ours must not cost the user the others
                self.failures.append(_failure(rule, error))
                self.failed.add(rule.id)
            else:
                self.found += [d for d in found if not self.context.allowed.covers(d.span)]

    def _worded(self, rule: Rule, finding: Finding) -> Diagnostic:
        wording = rule.variants[finding.variant] if finding.variant else rule.wording
        evidence = self.evidence.of(rule.id, finding, wording.identity)
        return _word(rule, finding, wording, self.lang, evidence)

    def findings(self, order: dict[int, float]) -> list[Diagnostic]:
        """Hand over what was found since, in reading order."""
        found, self.found = self.found, []
        return sorted(found, key=lambda d: _place(d, order))


def _failure(rule: Rule, error: Exception) -> str:
    """The rule that crashed, whose it is, how, and at which place of the draft if that is known."""
    whose = f"{rule.source}: " if rule.source else ""
    place = place_of(error)
    what = f"{type(error).__name__}: {error}" + (f"，在{place}" if place else "")
    return f"{whose}{rule.id} ({rule.check_name}): {what}"


def _fingerprinted(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    prints = digests(d.fingerprint for d in diagnostics)
    return [replace(d, fingerprint=p) for d, p in zip(diagnostics, prints, strict=True)]


def _word(rule: Rule, finding: Finding, wording: Wording, lang: Lang, evidence: str) -> Diagnostic:
    message = wording.message[lang].format_map(dict(finding.values))
    related = tuple(RelatedPlace(_role(r.role, lang), r.span) for r in finding.related)
    return Diagnostic(
        rule.id, rule.name, wording.severity, message, finding.span, related, finding.fix, evidence
    )


def _role(role: str, lang: Lang) -> str:
    """The words for a role; a plugin's own role is its words."""
    return ROLES[role][lang] if role in ROLES else role


def _place(d: Diagnostic, order: dict[int, float]) -> tuple[float, int, str]:
    return order.get(id(d.span.node), -1), d.span.start, d.rule


def worst(reports: Iterable[FileReport]) -> Severity | None:
    """The highest severity found, None where nothing was found."""
    severities = [d.severity for report in reports for d in report.diagnostics]
    return max(severities, key=lambda s: s.rank, default=None)
