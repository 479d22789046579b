"""The page in a browser: real drops, real downloads, the keyboard, and nothing from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.engine.check import check_path
from linter.settings.effective import Settings
from tests.browser import Browser, chromium
from tests.helpers import ROOT, chosen_rules
from tests.page.served import LONGEST, Served, until

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")
DRAFT = ROOT / "samples" / "planted" / "county-work-plan.docx"
FAULTY = "# 某市水利规划\n\n一、任务\n\n合埋安排节水（见专栏2）。\n\n> **专栏1**\n>\n> 改造。\n"
CARDS = "[...document.querySelectorAll('#drafts .card')]"
NOTES = "[...document.querySelectorAll('.note')].filter(n => !n.hidden).length"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    pytest.importorskip("websocket", reason="websocket-client is not installed")
    running = Browser(tmp_path_factory.mktemp("chromium"))
    yield running
    running.close()


def _open(browser: Browser, served: Served, width: int = 1280, *, dark: bool = False) -> None:
    browser.open(served.address, width, dark=dark)
    browser.wait("document.querySelector('#files').accept.includes('.docx')")


def _cards(browser: Browser, count: int) -> None:
    """Wait until so many drafts are finished."""
    finished = f"{CARDS}.length === {count} && {CARDS}.every(c => c.querySelector('.chip')"
    browser.wait(f"{finished} && c.querySelector('progress').hidden)", LONGEST)


def _findings(path: Path) -> list[tuple[str, str]]:
    report = check_path(path, Settings(chosen_rules()))
    assert report.error is None
    return [(d.rule, d.message) for d in report.diagnostics]


def test_two_drafts_from_the_drop_to_the_download(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    second, downloads = tmp_path / "草稿<b>.md", tmp_path / "downloads"
    second.write_text(FAULTY, "utf-8")
    downloads.mkdir()
    requests = browser.watch()
    browser.download_to(downloads)
    _open(browser, served)
    browser.drop("#drop", [DRAFT, second])
    _cards(browser, 2)
    names = browser.run(f"{CARDS}.map(c => c.querySelector('h3').textContent)")
    assert names == [DRAFT.name, second.name]
    own = _findings(DRAFT)
    chips = f"[...{CARDS}[0].querySelectorAll('.chip')].map(c => +c.textContent.split(' ')[1])"
    assert sum(browser.run(chips)) == len(own)
    said = browser.wait("document.querySelector('#live').textContent")
    assert "错误" in said

    browser.click("#drafts .read")
    browser.wait("!document.querySelector('#reader').hidden")
    assert browser.run("document.activeElement.id") == "reader-name"
    with browser.inside():
        browser.wait("document.readyState === 'complete' && !!document.querySelector('.note')")
        assert browser.run(NOTES) == len(own)
        errors = browser.run("document.querySelectorAll('.note.error').length")
        assert 0 < errors < len(own)
        browser.run("document.querySelector('input[value=error]').click()")
        assert browser.run(NOTES) == len(own) - errors
        assert browser.run("location.origin + window.origin").endswith("null")
    browser.press("Escape")
    browser.wait("document.querySelector('#reader').hidden")
    browser.wait("document.activeElement.matches('.read')")

    browser.click("#drafts [data-what=annotated]")
    file = until(lambda: next(downloads.glob("*.docx"), None))
    assert file.name == "county-work-plan.批注.docx"
    assert _findings(file) == own
    assert browser.errors == []
    assert requests
    assert [url for url in requests if not url.startswith(served.address)] == []


def test_files_are_chosen_and_refused_in_words(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    old, new, program = tmp_path / "旧.md", tmp_path / "新.md", tmp_path / "x.exe"
    old.write_text(FAULTY, "utf-8")
    new.write_text(FAULTY.replace("节水", "治水"), "utf-8")
    program.write_bytes(b"MZ")
    _open(browser, served)
    assert browser.run("document.querySelector('#compare-part').hidden")
    browser.choose("#files", [old, program, new])
    _cards(browser, 2)
    trouble = browser.run("document.querySelector('#trouble').textContent")
    assert trouble.startswith("x.exe：不支持的文件格式：.exe")
    browser.click("#diff button")
    browser.wait("!!document.querySelector('#comparisons [data-what=docx]')", LONGEST)
    assert "旧.md → 新.md" in browser.run("document.querySelector('#comparisons h3').textContent")
    browser.click("#drafts .remove")
    browser.wait(f"{CARDS}.length === 1 && !document.querySelector('#comparisons .card')")
    browser.wait("document.activeElement.matches('.remove')")
    assert browser.errors == []


def test_everything_is_reached_by_the_keyboard(browser: Browser, served: Served) -> None:
    served.upload("a.md", FAULTY.encode())
    _open(browser, served)
    _cards(browser, 1)
    reached = []
    for _ in range(12):
        browser.press("Tab")
        reached.append(
            browser.run(
                "(e => e.id || e.dataset.what || e.className.split(' ')[0] || e.name)"
                "(document.activeElement)"
            )
        )
        outline = (
            "(e => getComputedStyle(e.id === 'files' ? e.parentElement : e).outlineStyle)"
            "(document.activeElement)"
        )
        if reached[-1] and browser.run("document.activeElement !== document.body"):
            assert browser.run(outline) != "none", reached
    wanted = ["stop", "files", "level", "layout", "remove", "read", "fixed", "html"]
    assert [one for one in reached if one in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_cut_off_and_everything_has_a_name(
    browser: Browser, served: Served, width: int
) -> None:
    served.upload("很长的名字" * 15 + ".md", FAULTY.encode())
    _open(browser, served, width, dark=width < 600)
    _cards(browser, 1)
    assert browser.run("document.documentElement.scrollWidth") <= width
    nameless = (
        "[...document.querySelectorAll('button, a, input, select, progress, iframe')].filter(e =>"
        " !(e.textContent.trim() || e.ariaLabel || e.title || e.labels?.length"
        " || e.getAttribute('aria-label'))).map(e => e.outerHTML)"
    )
    assert browser.run(nameless) == []
    ground = browser.run("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(18, 24, 26)" if width < 600 else "rgb(244, 246, 245)")
    assert browser.errors == []


def test_the_page_says_when_it_is_over(browser: Browser, tmp_path: Path) -> None:
    with Served(tmp_path) as running:
        _open(browser, running)
        browser.click("#stop")
        browser.wait("!document.querySelector('#over').hidden")
        assert "已结束" in browser.run("document.querySelector('#over').textContent")
        assert running.process.wait(LONGEST) == 0
