"""Runs rules over drafts and words what they find."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from linter.checks.finding import Finding
from linter.chinese import key
from linter.diagnostic import Diagnostic, FileError, FileReport, RelatedPlace, Severity
from linter.document import Document, Span
from linter.facts.plan import Plan
from linter.lexicon import builtin_lexicon
from linter.readers.load import ReadError, format_of, load, read_bytes
from linter.readers.options import DEFAULT, ReadOptions
from linter.rules import Rule
from linter.suppress.word import word_suppressions
from linter.wording import ROLES, Lang

INTERNAL = "internal-error"


def check_path(
    path: Path, rules: Sequence[Rule], lang: Lang = Lang.ZH, options: ReadOptions = DEFAULT
) -> FileReport:
    """Read and check one file. Never raises for what the file contains: the report says it."""
    return _checked(str(path), lambda: load(path, options), rules, lang)


def check_bytes(
    name: str, data: bytes, rules: Sequence[Rule], lang: Lang, options: ReadOptions = DEFAULT
) -> FileReport:
    """Check what a file of this name would hold, as `check_path` does."""
    return _checked(name, lambda: read_bytes(name, data, format_of(name), options), rules, lang)


def _checked(
    name: str, read: Callable[[], Document], rules: Sequence[Rule], lang: Lang
) -> FileReport:
    try:
        return check_document(read(), rules, lang)
    except ReadError as error:
        return FileReport(name, error.format, error=FileError(error.kind, error.message))
    except Exception as error:  # a fault of ours must not cost the user the other files
        if os.environ.get("PLANLINT_DEBUG"):
            raise
        message = f"内部错误（{type(error).__name__}: {error}），这个文件未能检查"
        return FileReport(name, format_of(name), error=FileError(INTERNAL, message))


def check_document(document: Document, rules: Iterable[Rule], lang: Lang = Lang.ZH) -> FileReport:
    """Return the diagnostics of a draft in reading order. A check that crashes is one of them."""
    plan = Plan(document, builtin_lexicon())
    order = {id(node): i for i, node in enumerate(plan.nodes)}
    found: list[Diagnostic] = []
    failures: list[str] = []
    for rule in rules:
        try:
            found += [_word(rule, finding, lang) for finding in rule.check(plan)]
        except Exception as error:  # a fault of ours must not cost the user the other findings
            failures.append(f"{rule.id} ({rule.check_name}): {type(error).__name__}: {error}")
    found.sort(key=lambda d: (order.get(id(d.span.node), -1), d.span.start, d.rule))
    diagnostics = list(_fingerprinted(found))
    suppressions = word_suppressions(document)
    kept = tuple(d for d in diagnostics if not any(s.covers(d) for s in suppressions))
    failure = FileError(INTERNAL, "; ".join(failures)) if failures else None
    silenced = len(diagnostics) - len(kept)
    return FileReport(document.path, document.format, kept, failure, silenced)


def _word(rule: Rule, finding: Finding, lang: Lang) -> Diagnostic:
    wording = rule.variants[finding.variant] if finding.variant else rule.wording
    message = wording.message[lang].format_map(dict(finding.values))
    related = tuple(RelatedPlace(ROLES[r.role][lang], r.span) for r in finding.related)
    return Diagnostic(
        rule.id, rule.name, wording.severity, message, finding.span, related, finding.fix
    )


def _fingerprinted(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Add fingerprints: rule, words and structural place, counted where all three repeat."""
    seen: Counter[str] = Counter()
    for d in diagnostics:
        base = "\x1f".join((d.rule, key(d.span.quote), *_place(d.span)))
        seen[base] += 1
        digest = hashlib.sha256(f"{base}\x1f{seen[base]}".encode()).hexdigest()[:16]
        yield Diagnostic(d.rule, d.name, d.severity, d.message, d.span, d.related, d.fix, digest)


def _place(span: Span) -> tuple[str, ...]:
    where = span.node.locator
    return (where.zone.value, key(where.section[-1]) if where.section else "", where.box or "")


def worst(reports: Iterable[FileReport]) -> Severity | None:
    """The highest severity found, None where nothing was found."""
    severities = [d.severity for report in reports for d in report.diagnostics]
    return max(severities, key=lambda s: s.rank, default=None)
