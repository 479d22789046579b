"""What is done with a draft that is held against others, for the page."""

from collections.abc import Sequence
from pathlib import Path

from linter.across.run import UnreadError, compared
from linter.catalogue.faults import ConfigError
from linter.document.model import Document
from linter.page.made import REPORT, MadeFile, Tell, Upload, outcome
from linter.page.names import suffix_of
from linter.page.settled import PageChoice, settings_of
from linter.readers.errors import ReadError
from linter.readers.load import LEDGERS, format_of, read_bytes, read_ledger
from linter.reporters.presentation import Presentation
from linter.reporters.sheets.formats import write
from linter.reporters.sheets.names import SheetFormat
from linter.settings.effective import Settings


def compare_drafts(
    kind: str,
    sources: Sequence[Upload],
    folder: Path,
    choice: PageChoice,
    config: Path | None,
    tell: Tell,
) -> None:
    """Hold the first file against the others and write the table of it into a folder, as a page,
    for Word and for Excel. Tells {"stage"}, {"found"}, {"made"}, or {"failed"}."""
    tell({"stage": 1})
    try:
        settings = settings_of(sources[0].name, choice, config)
        documents = [_side(source, settings) for source in sources]
        result = compared(kind, documents[0], documents[1:], settings)
    except (UnreadError, ConfigError) as error:
        tell({"failed": str(error)})
        return
    report = choice.wanted(result.report)
    how = Presentation(result.rules, settings.lang)
    for form in (SheetFormat.HTML, SheetFormat.DOCX, SheetFormat.XLSX):
        file = REPORT if form is SheetFormat.HTML else f"sheet.{form.value}"
        write(form, result.sheet, [report], how, folder / file, ())
        if form is not SheetFormat.HTML:
            tell({"made": MadeFile(form.value, file, len(result.sheet.rows))._asdict()})
    tell(outcome(report, result.sheet.summary))


def _side(source: Upload, settings: Settings) -> Document:
    """A draft or a ledger. Raises UnreadError."""
    name, data = source.name, source.path.read_bytes()
    form = LEDGERS.get(suffix_of(name))
    try:
        if form is not None:
            return read_ledger(name, data, form, settings.reading)
        return read_bytes(name, data, format_of(name), settings.reading)
    except ReadError as error:
        raise UnreadError(f"{name}: {error.message}") from error
