"""Makes the fixes of a report: tracked changes in a Word draft, new words in a text draft."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from linter.catalogue.language import Lang
from linter.catalogue.rule import Rule
from linter.diagnosis.diagnostic import FileReport
from linter.document.model import Document
from linter.writers.anchors import Anchors
from linter.writers.annotate import Remark, write
from linter.writers.changes import TextChange, changes
from linter.writers.cutting import Cutter
from linter.writers.markup import top_id
from linter.writers.package import WordPackage
from linter.writers.revisions import Revisor
from linter.writers.sources import TextSource
from linter.writers.wording import CommentWords

_ROUNDS = 10  # what one fix reveals, the next round fixes

Checked = tuple[Document, FileReport]
Check = Callable[[bytes], Checked]  # reads and checks the bytes of a draft


class Fixed(NamedTuple):
    """A draft with its fixes made; `left` are those that must be made by hand."""

    data: bytes
    made: list[TextChange]
    left: list[TextChange]


def fix_text(data: bytes, check: Check, *, unsafe: bool) -> Fixed:
    """Return a text draft (.md, .txt) with its fixes made, in the encoding that it has."""
    made: list[TextChange] = []
    for _ in range(_ROUNDS):
        document, report = check(data)
        wanted = changes(report, unsafe=unsafe)
        changed, done, left = TextSource(data, document.encoding).changed(wanted)
        made += done
        if changed == data:
            break
        data = changed
    return Fixed(data, made, left)


def fix_word(
    data: bytes,
    check: Check,
    rules: Mapping[str, Rule],
    lang: Lang,
    when: datetime,
    *,
    unsafe: bool,
) -> Fixed:
    """Return a Word draft with its fixes made as tracked changes.

    Where a change cannot be tracked, a comment says what to change. Raises ReadError, WriteError.
    """
    made: list[TextChange] = []
    for _ in range(_ROUNDS):
        document, report = check(data)
        package = WordPackage(data)
        package.refuse_locked()
        wanted = changes(report, unsafe=unsafe)
        done, left = _track(package, document, wanted, when)
        made += done
        if not done:
            break
        data = package.save()
    if left:
        _tell(package, document, left, CommentWords(rules, lang), when)
        data = package.save() if package.is_changed else data
    return Fixed(data, made, left)


def _track(
    package: WordPackage, document: Document, wanted: list[TextChange], when: datetime
) -> tuple[list[TextChange], list[TextChange]]:
    """Make changes in a package; returns those that were made, and those that cannot be."""
    if not wanted:
        return [], []
    root = package.document()
    cutter = Cutter(root, top_id(package.stories()) + 1)
    revisor = Revisor(root, Anchors(document, cutter), cutter, when)
    possible = [change for change in wanted if revisor.can(change)]
    if not possible:
        return [], wanted
    for change in sorted(possible, key=lambda change: -change.start):
        revisor.cut(change)
    done = [change for change in possible if revisor.write(change)]
    if done:
        package.change()
    return done, [change for change in wanted if change not in done]


def _tell(
    package: WordPackage,
    document: Document,
    left: list[TextChange],
    wording: CommentWords,
    when: datetime,
) -> None:
    """Say in comments what could not be changed."""
    cutter = Cutter(package.document(), top_id(package.stories()) + 1)
    anchors = Anchors(document, cutter)
    remarks: list[Remark] = []
    for change in left:
        exact = anchors.is_exact(change.span)
        if change.found.fix is not None:
            lines = wording.change(change.found, change.found.fix, exact=exact)
            remarks.append((change.span, lines))
    write(package, anchors, cutter, remarks, when)
