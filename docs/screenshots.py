"""Takes the pictures of the guides: the HTML report of a sample draft, in a headless Chromium.

python docs/screenshots.py    writes docs/images/

It needs Chromium, websocket-client and a Chinese font (fonts-wqy-microhei and the like).
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from linter.diagnosis.diagnostic import Keep  # noqa: E402
from linter.engine.check import check_path  # noqa: E402
from linter.reporters.formats import write  # noqa: E402
from linter.reporters.names import Format  # noqa: E402
from linter.reporters.presentation import Presentation  # noqa: E402
from linter.settings.session import Session, command_line  # noqa: E402
from tests.browser import Browser, chromium  # noqa: E402

FOLDER = Path(__file__).parent / "images"
DRAFT = Path("samples/planted/province-plan.docx")
# Each picture: width, height, whether dark, and what is done on the page before.
_GO = "document.querySelector('.note[data-rule={}] .other a').click()"
_AT = "document.querySelector('.note[data-rule={}]').scrollIntoView({{block: 'center'}})"
PICTURES = {
    "report.png": (1280, 860, False, _GO.format("IND001")),
    "report-phone.png": (390, 700, True, _AT.format("IND002")),
}


def main() -> None:
    """Take every picture."""
    if chromium() is None:
        sys.exit("docs/screenshots.py: Chromium is not installed")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        page = _report(Path(name))
        browser = Browser(Path(name) / "profile")
        try:
            for file, (width, height, dark, script) in PICTURES.items():
                browser.open(page, width, height, dark=dark)
                browser.run(script)
                browser.settle()
                (FOLDER / file).write_bytes(browser.picture())
        finally:
            browser.close()


def _report(folder: Path) -> Path:
    """The report of the sample as a page."""
    settings = Session(command_line([], []), isolated=True).settings(DRAFT)
    keep = Keep(document=True, coverage=True)
    report = check_path(ROOT / DRAFT, settings, None, keep)
    page = folder / "report.html"
    with page.open("w", encoding="utf-8") as out:
        write(Format.HTML, [report], out, Presentation(settings.rules))
    return page


if __name__ == "__main__":
    main()
