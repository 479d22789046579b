"""The page in a browser: filters, links between both sides, the keyboard, at two widths."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport, Keep, RelatedPlace
from linter.document.nodes import Span
from linter.engine.check import check, check_path
from linter.reporters.formats import write
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.settings.effective import Settings
from tests.browser import Browser, chromium
from tests.helpers import ROOT, chosen_rules, draft

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")
WIDTHS = (1280, 390)
NOTES = "[...document.querySelectorAll('.note')].filter(n => !n.hidden)"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    pytest.importorskip("websocket", reason="websocket-client is not installed")
    running = Browser(tmp_path_factory.mktemp("chromium"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the province's sample."""
    settings = Settings(chosen_rules())
    path = ROOT / "samples" / "planted" / "province-plan.docx"
    report = check_path(path, settings, None, Keep(document=True, coverage=True))
    file = tmp_path_factory.mktemp("report") / "报告.html"
    with file.open("w", encoding="utf-8") as out:
        write(Format.HTML, [report], out, Presentation(settings.rules))
    return file


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_and_the_console_is_silent(
    browser: Browser, page: Path, width: int
) -> None:
    browser.open(page, width)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run(f"{NOTES}.length") > 25
    beside = browser.run(
        "(() => { const n = document.querySelector('.draft .note');"
        " const t = n.closest('.row').querySelector('.text');"
        " return n.getBoundingClientRect().left >= t.getBoundingClientRect().right; })()"
    )
    assert beside is (width > 1000)
    assert browser.errors == []


@pytest.mark.parametrize("width", WIDTHS)
def test_filters_hide_findings_with_their_marks(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width)
    total = browser.run(f"{NOTES}.length")
    errors = browser.run(f"{NOTES}.filter(n => n.dataset.severity === 'error').length")
    browser.click("input[value=error]")
    assert browser.run(f"{NOTES}.length") == total - errors > 0
    off = "[...document.querySelectorAll('a.m.error')].every(m => m.matches('.off'))"
    assert browser.run(off)
    assert browser.run("document.querySelectorAll('.digest li.error:not([hidden])').length") == 0
    browser.click("input[value=error]")
    assert browser.run(f"{NOTES}.length") == total
    assert browser.run("document.querySelectorAll('.off').length") == 0
    browser.click(".controls summary")
    browser.click("button[data-all='']")
    assert browser.run(f"{NOTES}.length") == 0
    browser.click("input[value=IND001]")
    assert browser.run(f"{NOTES}.map(n => n.dataset.rule)") == ["IND001"]
    assert browser.run("document.getElementById('status').textContent") == "– / 1"
    assert browser.errors == []


@pytest.mark.parametrize("width", WIDTHS)
def test_links_lead_from_either_side_to_the_other(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width)
    note = browser.run("document.querySelector('.note[data-rule=IND001]').id")
    key = note[1:]
    browser.click(f"#m{key}")
    assert browser.run("location.hash") == f"#{note}"
    assert browser.run("document.querySelector('.note.on').id") == note
    browser.click(f"#{note} .other a")
    assert browser.run("location.hash") == f"#r{key}-1"
    cell = browser.run(f"document.getElementById('r{key}-1').closest('td').textContent")
    assert cell.split()[0] == "3080"
    seen = f"document.getElementById('r{key}-1').getBoundingClientRect()"
    assert 0 <= browser.run(f"{seen}.top") <= browser.run("innerHeight")
    browser.click(f"#r{key}-1")
    assert browser.run("location.hash") == f"#{note}"
    assert browser.errors == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_goes_from_finding_to_finding(
    browser: Browser, page: Path, width: int
) -> None:
    browser.open(page, width)
    order = browser.run(f"{NOTES}.map(n => n.id)")
    current = "document.querySelector('.note.on')?.id ?? null"
    visited = []
    for key in "jjnkp":
        browser.press(key)
        visited.append(browser.run(current))
    assert visited == [order[i] for i in (0, 1, 2, 1, 0)]
    browser.press("k")
    assert browser.run(current) == order[-1]
    assert browser.run("document.getElementById('status').textContent").startswith(f"{len(order)} ")
    mark = f"document.getElementById('m{order[-1][1:]}').getBoundingClientRect().top"
    assert 0 <= browser.run(mark) <= browser.run("innerHeight")
    browser.press("Escape")
    assert browser.run(current) is None
    browser.click("#next")
    assert browser.run(current) == order[0]
    assert browser.errors == []


def test_every_link_of_the_page_leads_somewhere(browser: Browser, page: Path) -> None:
    browser.open(page, 1280)
    lost = (
        "[...document.querySelectorAll('a')].filter("
        "a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.outerHTML)"
    )
    assert browser.run(lost) == []
    twice = "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
    assert browser.run(f"{twice} return ids.length - new Set(ids).size; }})()") == 0


def test_light_and_dark_and_print(browser: Browser, page: Path) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    browser.open(page, 1280)
    light = browser.run(colour)
    browser.open(page, 1280, dark=True)
    assert (light, browser.run(colour)) == ("rgb(255, 255, 255)", "rgb(20, 24, 28)")
    browser.print()
    assert browser.run(colour) == "rgb(255, 255, 255)"
    assert browser.run("getComputedStyle(document.querySelector('.controls')).display") == "none"


def test_a_draft_cannot_run_anything(browser: Browser, tmp_path: Path) -> None:
    hostile = "<img src=x onerror='window.hit=1'><script>window.hit=1</script>"
    document = draft(f"# 某市水利规划{hostile}\n\n## 一、任务{hostile}\n\n合埋安排{hostile}。\n")
    settings = Settings(chosen_rules("TRM001"))
    report = check(document, settings, None, Keep(document=True, coverage=True))
    file = tmp_path / "r.html"
    with file.open("w", encoding="utf-8") as out:
        write(Format.HTML, [report], out, Presentation(settings.rules))
    browser.open(file, 1280)
    assert browser.run("typeof window.hit") == "undefined"
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert browser.run(f"{NOTES}.length") == 1
    assert browser.errors == []


def test_three_hundred_findings_stay_quick(browser: Browser, tmp_path: Path) -> None:
    words = "推进灌区节水改造。" * 8
    lines = "\n\n".join(f"{words}合埋安排第{i}项。" for i in range(300))
    document = draft(f"# 某市水利规划\n\n## 一、任务\n\n{lines}\n")
    spans = [Span(p, len(words), len(words) + 2) for p in document.paragraphs() if "合埋" in p.text]
    other = RelatedPlace("另一处", spans[0])
    found = [Diagnostic("TRM001", "x", Severity.ERROR, "错", s, (other,)) for s in spans]
    report = FileReport("draft.md", "md", tuple(found), document=document)
    assert len(report.diagnostics) == 300
    file = tmp_path / "r.html"
    with file.open("w", encoding="utf-8") as out:
        write(Format.HTML, [report], out, Presentation())
    browser.open(file, 1280)
    box = json.dumps("input[value=error]")
    took = browser.run(
        "(() => { const start = performance.now();"
        f" document.querySelector({box}).click(); document.body.offsetHeight;"
        f" document.querySelector({box}).click(); document.body.offsetHeight;"
        " for (let i = 0; i < 20; i++) document.getElementById('next').click();"
        " return performance.now() - start; })()"
    )
    assert took < 2000
