"""Runs rules over drafts and words what they find."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from linter.checks.finding import Finding
from linter.diagnostic import Diagnostic, FileError, FileReport, RelatedPlace, Severity
from linter.document import Document
from linter.facts.plan import Plan
from linter.fingerprints import Evidence, digests
from linter.lexicon import builtin_lexicon
from linter.readers.load import ReadError, load
from linter.rules import Rule, Wording, builtin_rules
from linter.suppress.comments import comment_suppressions
from linter.suppress.model import Suppression
from linter.suppress.review import apply, directives, order_of
from linter.suppress.word import word_suppressions
from linter.wording import ROLES, Lang

INTERNAL = "internal-error"


def check_path(path: Path, rules: Sequence[Rule], lang: Lang = Lang.ZH) -> FileReport:
    """Read and check one file. Never raises for what the file contains: the report says it."""
    try:
        document = load(path)
    except ReadError as error:
        return FileReport(str(path), error.format, error=FileError(error.kind, error.message))
    return check_document(document, rules, lang)


def check_document(
    document: Document,
    rules: Iterable[Rule],
    lang: Lang = Lang.ZH,
    *,
    suppressions: Sequence[Suppression] = (),
    catalogue: Sequence[Rule] | None = None,
) -> FileReport:
    """Return the diagnostics of a draft in reading order. A check that crashes is one of them.

    `suppressions` are added to those that the draft gives; `catalogue` are all rules that they
    may name, by default the built-in ones and those that run.
    """
    plan = Plan(document, builtin_lexicon())
    order = {id(node): float(i) for i, node in enumerate(plan.nodes)}
    run = _Run(document, lang)
    chosen = tuple(rules)
    run.over(plan, [rule for rule in chosen if not rule.reviews])
    said = [*word_suppressions(document), *comment_suppressions(document), *suppressions]
    kept, silenced, used = apply(run.diagnostics(order), said)
    known = (*(builtin_rules() if catalogue is None else catalogue), *chosen)
    ran = frozenset(rule.id for rule in chosen) - run.failed
    run.over(list(directives(said, used, known, ran)), [rule for rule in chosen if rule.reviews])
    if run.found:
        named = [s for s in said if s.rules]  # “all” means the draft, not the suppressions
        more, hidden, _ = apply(run.diagnostics(order_of(said, order)), named)
        kept, silenced = _sorted([*kept, *more], order_of(said, order)), silenced + hidden
    failure = FileError(INTERNAL, "; ".join(run.failures)) if run.failures else None
    return FileReport(document.path, document.format, tuple(kept), failure, tuple(silenced))


class _Run:
    """Runs rules over one draft; what they find waits for its fingerprint."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self.evidence = Evidence(document)
        self.lang = lang
        self.found: list[tuple[Diagnostic, str]] = []
        self.failures: list[str] = []
        self.failed: set[str] = set()

    def over(self, subject: object, rules: Iterable[Rule]) -> None:
        """Add what the rules find in the plan, or in the suppressions of the draft."""
        for rule in rules:
            try:
                self.found += [self._worded(rule, finding) for finding in rule.check(subject)]
            except Exception as error:  # a fault of ours must not cost the user the others
                what = f"{type(error).__name__}: {error}"
                self.failures.append(f"{rule.id} ({rule.check_name}): {what}")
                self.failed.add(rule.id)

    def _worded(self, rule: Rule, finding: Finding) -> tuple[Diagnostic, str]:
        wording = rule.variants[finding.variant] if finding.variant else rule.wording
        evidence = self.evidence.of(rule.id, finding, wording.identity)
        return _word(rule, finding, wording, self.lang), evidence

    def diagnostics(self, order: dict[int, float]) -> list[Diagnostic]:
        """Hand over what was found, in reading order, with fingerprints."""
        found, self.found = self.found, []
        found.sort(key=lambda pair: _place(pair[0], order))
        prints = digests(evidence for _, evidence in found)
        return [
            replace(diagnostic, fingerprint=digest)
            for (diagnostic, _), digest in zip(found, prints, strict=True)
        ]


def _word(rule: Rule, finding: Finding, wording: Wording, lang: Lang) -> Diagnostic:
    message = wording.message[lang].format_map(dict(finding.values))
    related = tuple(RelatedPlace(ROLES[r.role][lang], r.span) for r in finding.related)
    return Diagnostic(
        rule.id, rule.name, wording.severity, message, finding.span, related, finding.fix
    )


def _sorted(diagnostics: list[Diagnostic], order: dict[int, float]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda d: _place(d, order))


def _place(d: Diagnostic, order: dict[int, float]) -> tuple[float, int, str]:
    return order.get(id(d.span.node), -1), d.span.start, d.rule


def worst(reports: Iterable[FileReport]) -> Severity | None:
    """The highest severity found, None where nothing was found."""
    severities = [d.severity for report in reports for d in report.diagnostics]
    return max(severities, key=lambda s: s.rank, default=None)
