"""Takes the pictures of docs/page.md and docs/guide.md: the local page with sample drafts, in a
headless Chromium.

python docs/page_screenshots.py    writes docs/images/page*.png and guide-report.png

It needs Chromium, websocket-client and a Chinese font (fonts-wqy-microhei and the like).
"""

import shutil
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import Browser, chromium  # noqa: E402
from tests.page.served import Served  # noqa: E402

FOLDER = Path(__file__).parent / "images"
SAMPLES = ROOT / "samples"
DRAFTS = {
    "水安全保障规划（送审稿）.docx": SAMPLES / "planted" / "province-plan.docx",
    "行动计划（征求意见稿）.docx": SAMPLES / "pairs" / "versions-city-before.docx",
    "行动计划（送审稿）.docx": SAMPLES / "pairs" / "versions-city-after.docx",
}
_DONE = (
    "[...document.querySelectorAll('.card')]"
    ".every(c => c.querySelector('.chip') && c.querySelector('progress').hidden)"
)
_PATIENCE = 300
# Both sides of a contradiction within one look: a target in the text and in the table below it.
_BOTH = (
    "document.querySelectorAll('.row').forEach(e => e.style.contentVisibility = 'visible');"
    "document.querySelector('.note[data-rule=IND001]').closest('.row').scrollIntoView();"
    "scrollBy(0, -70)"
)


def main() -> None:
    """Take every picture."""
    if chromium() is None:
        sys.exit("docs/page_screenshots.py: Chromium is not installed")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        drafts = [Path(shutil.copy(path, folder / shown)) for shown, path in DRAFTS.items()]
        with Served(folder) as page:
            browser = Browser(folder / "profile")
            try:
                _take(browser, page, drafts)
            finally:
                browser.close()


def _take(browser: Browser, page: Served, drafts: list[Path]) -> None:
    browser.open(page.address, 1100, 760)
    browser.wait("document.querySelector('#files').accept")
    browser.drop("#drop", drafts)
    browser.wait(f"document.querySelectorAll('.card').length === 3 && {_DONE}", _PATIENCE)
    browser.open(page.address, 1100, 760)  # the pointer is nowhere
    browser.wait("document.querySelectorAll('.card').length === 3")
    _save(browser, "page.png")
    for field, value in (("old", 1), ("new", 2)):
        browser.run(
            f"(s => {{ s.selectedIndex = {value}; s.dispatchEvent(new Event('change')); }})"
            f"(document.querySelector('#diff [name={field}]'))"
        )
    browser.run("document.querySelector('#diff button').click()")
    browser.wait(f"document.querySelectorAll('#comparisons .card').length && {_DONE}", _PATIENCE)
    browser.run("document.querySelector('#compare-part').scrollIntoView()")
    _save(browser, "page-compare.png")
    browser.run("location.hash = 'r1'")
    browser.wait("!document.querySelector('#reader').hidden")
    end = time.monotonic() + 3  # the frame comes by itself
    while time.monotonic() < end:
        browser.settle()
    _save(browser, "page-report.png")
    _take_contradiction(browser, page)
    browser.open(f"{page.address}", 390, 700, dark=True)
    browser.wait("document.querySelectorAll('#drafts .card').length === 3")
    _save(browser, "page-phone.png")


def _take_contradiction(browser: Browser, page: Served) -> None:
    """The report of the work plan: its target in the text, and the table that says otherwise."""
    draft = SAMPLES / "planted" / "county-work-plan.docx"
    number = page.upload("工作方案（送审稿）.docx", draft.read_bytes()).told["id"]
    page.finished(number)
    browser.watch()
    browser.open(page.address, 1180, 800)
    browser.wait("document.querySelector('#files').accept")
    browser.run(f"location.hash = 'r{number}'")
    with browser.inside():
        browser.wait("document.readyState === 'complete' && !!document.querySelector('.note')")
        browser.run(_BOTH)
        browser.settle()
    _save(browser, "guide-report.png")
    page.ask("DELETE", f"items/{number}")


def _save(browser: Browser, file: str) -> None:
    """Keep what is shown as a small picture, of 128 colours."""
    from PIL import Image

    browser.settle()
    picture = Image.open(BytesIO(browser.picture())).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(FOLDER / file, optimize=True)


if __name__ == "__main__":
    main()
