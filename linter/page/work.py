"""What is done with a draft for the page: read, checked, and written to files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from linter.catalogue.faults import ConfigError
from linter.diagnosis.diagnostic import FileReport, Keep
from linter.document.model import Document
from linter.engine.check import check, plan_of
from linter.page.made import REPORT, MadeFile, Tell, Upload, outcome
from linter.page.settled import PageChoice, settings_of
from linter.readers.errors import ReadError
from linter.readers.load import format_of, read_bytes
from linter.readers.view import View
from linter.reporters import formats
from linter.reporters.ledgers.build import ledgers, title_of
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.settings.effective import Settings
from linter.writers.annotate import annotated
from linter.writers.errors import WriteError
from linter.writers.fix import fix_text, fix_word

_TEXTS = ("md", "txt")
_WRITTEN = ("docx", *_TEXTS)
_KEEP = Keep(document=True, coverage=True)


def check_draft(
    source: Upload, folder: Path, choice: PageChoice, config: Path | None, tell: Tell
) -> None:
    """Check a draft and write its report and what else can be made of it into a folder.

    Tells stage by stage what has come of it: {"stage"}, {"found"}, {"made"}, {"unmade"}.
    """
    tell({"stage": 1})
    try:
        settings = settings_of(source.name, choice, config)
    except ConfigError as error:  # in what it says of such files alone
        tell({"failed": str(error)})
        return
    work = _Work(source.name, source.path.read_bytes(), settings, choice)
    try:
        document = work.read(work.data)
    except ReadError as error:
        tell({"failed": error.message})
        return
    report = work.check(document)
    rules = [rule for rule in settings.rules if not rule.compares]
    with (folder / REPORT).open("w", encoding="utf-8") as out:
        formats.write(Format.HTML, [report], out, Presentation(rules, settings.lang))
    tell(outcome(report, report.note or ""))
    for stage, (what, make) in enumerate(_MAKERS.items(), 2):
        tell({"stage": stage})
        try:
            product = make(work, folder)
        except (ReadError, WriteError) as told_why:
            tell({"unmade": what, "why": getattr(told_why, "message", str(told_why))})
        except Exception as fault:  # of ours: it must not cost the other files of this draft
            tell({"unmade": what, "why": f"内部错误（{type(fault).__name__}: {fault}）"})
        else:
            if isinstance(product, str):
                tell({"unmade": what, "why": product})
            else:
                tell({"made": product._asdict()})


@dataclass(slots=True)
class _Work:
    """A draft with its settings; what was read and checked once is not done again."""

    name: str
    data: bytes
    settings: Settings
    choice: PageChoice
    document: Document | None = None
    report: FileReport | None = None

    def read(self, data: bytes) -> Document:
        if data is not self.data:
            return self.read_anew(data)
        if self.document is None:
            self.document = self.read_anew(data)
        return self.document

    def read_anew(self, data: bytes) -> Document:
        return read_bytes(self.name, data, format_of(self.name), self.settings.reading)

    def check(self, document: Document) -> FileReport:
        if document is not self.document:
            return self._checked(document)
        if self.report is None:
            self.report = self._checked(document)
        return self.report

    def _checked(self, document: Document) -> FileReport:
        return self.choice.wanted(check(document, self.settings, keep=_KEEP))

    def read_and_check(self, data: bytes) -> tuple[Document, FileReport]:
        document = self.read(data)
        return document, self.check(document)

    def as_final(self) -> "_Work":
        """The draft as if its changes were accepted: what is deleted is not corrected."""
        reading = self.settings.reading
        if reading.view is View.FINAL:
            return self
        settings = replace(self.settings, reading=replace(reading, view=View.FINAL))
        return _Work(self.name, self.data, settings, self.choice)


def _annotated(work: _Work, folder: Path) -> MadeFile | str:
    settings = work.settings
    rules = {rule.id: rule for rule in settings.rules}
    made = annotated(
        work.data,
        work.read,
        work.check,
        rules,
        settings.lang,
        datetime.now(),
        settings.reading.limits,
    )
    (folder / "annotated.docx").write_bytes(made.data)
    return MadeFile("annotated", "annotated.docx", made.comments)


def _fixed(work: _Work, folder: Path) -> MadeFile | str:
    work = work.as_final()
    form, settings = format_of(work.name), work.settings
    if form not in _WRITTEN:
        return "只能改 .docx、.md、.txt；其他格式请先另存为 .docx"
    document, report = work.read_and_check(work.data)
    if form == "docx" and document.format != "docx":
        return "修订只能写入 Word 文档（.docx）；请用 Word 或 WPS 另存为 .docx"
    if not any(d.fix and d.fix.safe for d in report.diagnostics):
        return "没有可以放心代改的问题"
    if form in _TEXTS:
        fixed = fix_text(work.data, work.read_and_check, unsafe=False)
    else:
        rules = {rule.id: rule for rule in settings.rules}
        now = datetime.now()
        fixed = fix_word(work.data, work.read_and_check, rules, settings.lang, now, unsafe=False)
    file = f"fixed.{form}"
    (folder / file).write_bytes(fixed.data)
    return MadeFile("fixed", file, len(fixed.made), len(fixed.left))


def _listed(work: _Work, folder: Path) -> MadeFile | str:
    from linter.reporters.ledgers.xlsx import as_xlsx

    plan = plan_of(work.read(work.data), work.settings)
    found = ledgers(plan)
    rows = sum(len(ledger.rows) for ledger in found)
    if not rows:
        return "没有读出指标和任务"
    (folder / "ledger.xlsx").write_bytes(as_xlsx(found, title_of(plan)))
    return MadeFile("ledger", "ledger.xlsx", rows)


_MAKERS: dict[str, Callable[[_Work, Path], MadeFile | str]] = {
    "annotated": _annotated,
    "fixed": _fixed,
    "ledger": _listed,
}
