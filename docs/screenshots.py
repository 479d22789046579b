"""Takes the pictures of the guides: the HTML report of a sample draft, in a headless Chromium, and
what planlint writes into Word, as LibreOffice lays it out.

python docs/screenshots.py    writes docs/images/

It needs Chromium, websocket-client, LibreOffice, and a Chinese font (fonts-wqy-microhei).
"""

import sys
import tempfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import word_pages as pages  # noqa: E402

from linter.catalogue.language import Lang  # noqa: E402
from linter.diagnosis.diagnostic import Keep  # noqa: E402
from linter.engine.check import check, check_path  # noqa: E402
from linter.readers.load import read_bytes  # noqa: E402
from linter.readers.office.libreoffice import soffice  # noqa: E402
from linter.reporters.formats import write  # noqa: E402
from linter.reporters.names import Format  # noqa: E402
from linter.reporters.presentation import Presentation  # noqa: E402
from linter.settings.effective import Settings  # noqa: E402
from linter.settings.session import Session, command_line  # noqa: E402
from linter.writers.annotate import annotate  # noqa: E402
from linter.writers.fix import Checked, fix_word  # noqa: E402
from linter.writers.package import WordPackage  # noqa: E402
from tests.browser import Browser, chromium  # noqa: E402

FOLDER = Path(__file__).parent / "images"
DRAFT = Path("samples/planted/province-plan.docx")
WORK_PLAN = Path("samples/planted/county-work-plan.docx")
FAULTY = (
    "根据《县人民政府关于加快水利发展的意见》（禾政发[2024]5号），到2O25年，全县农村自来水普及率达到92％，"
    "建成高标准农田改造改造项目12个，完成河道洽理36公里。",
    "县水利局要会同有关部门，健全工程管护机制，压实乡镇属地责任责任，确保各项工作落到实处。",
)
# Each picture of the page: width, height, whether dark, and what is done on the page before.
_GO = "document.querySelector('.note[data-rule={}] .other a').click()"
_AT = "document.querySelector('.note[data-rule={}]').scrollIntoView({{block: 'center'}})"
PICTURES = {
    "report.png": (1280, 860, False, _GO.format("IND001")),
    "report-phone.png": (390, 700, True, _AT.format("IND002")),
}
WHEN = datetime(2026, 1, 1)


def main() -> None:
    """Take every picture."""
    if chromium() is None or soffice() is None:
        sys.exit("docs/screenshots.py: Chromium or LibreOffice is not installed")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        browser = Browser(folder / "profile")
        try:
            page = _report(folder)
            for file, (width, height, dark, script) in PICTURES.items():
                browser.open(page, width, height, dark=dark)
                browser.run(script)
                _take(browser, file)
            for file, make in (("word-comments.png", _comments), ("word-fixes.png", _fixes)):
                page, width, height = make(folder)
                browser.open(page, width, height)
                _take(browser, file)
        finally:
            browser.close()


def _take(browser: Browser, file: str) -> None:
    """Keep what is shown as a small picture, of 128 colours."""
    from PIL import Image

    browser.settle()
    picture = Image.open(BytesIO(browser.picture())).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(FOLDER / file, optimize=True)


def _settings(*select: str) -> Settings:
    return Session(command_line(select, []), isolated=True).settings(DRAFT)


def _report(folder: Path) -> Path:
    """The report of the sample as a page."""
    settings = _settings()
    report = check_path(ROOT / DRAFT, settings, None, Keep(document=True, coverage=True))
    page = folder / "report.html"
    with page.open("w", encoding="utf-8") as out:
        write(Format.HTML, [report], out, Presentation(settings.rules))
    return page


def _comments(folder: Path) -> tuple[Path, int, int]:
    """The comments on the indicators of a sample."""
    settings = _settings("IND")
    data = (ROOT / WORK_PLAN).read_bytes()
    document, package = read_bytes("draft.docx", data, "docx"), WordPackage(data)
    rules = {rule.id: rule for rule in settings.rules}
    annotate(package, document, check(document, settings), rules, Lang.ZH, WHEN)
    draft = folder / "comments.docx"
    draft.write_bytes(package.save())
    return _margin(draft, "工作目标", 745)


def _fixes(folder: Path) -> tuple[Path, int, int]:
    """The changes that are made to a few sentences."""
    import docx

    plain = docx.Document()
    for words in ("禾源县水利工作方案", "一、主要任务"):
        plain.add_heading(words, level=1)
    for words in FAULTY:
        plain.add_paragraph(words)
    stream = BytesIO()
    plain.save(stream)
    settings = _settings()

    def checked(data: bytes) -> Checked:
        document = read_bytes("draft.docx", data, "docx")
        return document, check(document, settings)

    rules = {rule.id: rule for rule in settings.rules}
    fixed = fix_word(stream.getvalue(), checked, rules, Lang.ZH, WHEN, unsafe=False)
    draft = folder / "fixes.docx"
    draft.write_bytes(fixed.data)
    return _margin(draft, "水利工作方案", 285)


def _margin(draft: Path, words: str, height: int) -> tuple[Path, int, int]:
    """(page, width, height) of the part of a draft that begins with some words."""
    page, top = pages.page_of(pages.as_pdf(draft, draft.parent), words)
    file = draft.with_suffix(".html")
    width = pages.margin_page(page, pages.notes(page, draft), file, top - 40, height)
    return file, width, height


if __name__ == "__main__":
    main()
