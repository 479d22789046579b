"""The page in a browser: filters, links between both sides, the keyboard, at two widths."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.catalogue.severity import Severity
from linter.diagnosis.diagnostic import Diagnostic, FileReport, Keep, RelatedPlace
from linter.document.nodes import Span
from linter.engine.check import check
from linter.reporters.formats import write
from linter.reporters.names import Format
from linter.reporters.presentation import Presentation
from linter.settings.effective import Settings
from tests.browser import Browser, chromium
from tests.helpers import chosen_rules, draft, planted

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
    file = tmp_path_factory.mktemp("report") / "报告.html"
    with file.open("w", encoding="utf-8") as out:
        write(Format.HTML, [planted("province-plan")], out, Presentation(chosen_rules()))
    return file


def _page(source: str, folder: Path) -> Path:
    """The report of a small draft, on wrong characters only."""
    settings = Settings(chosen_rules("TRM001"))
    report = check(draft(source), settings, None, Keep(document=True, coverage=True))
    file = folder / "r.html"
    with file.open("w", encoding="utf-8") as out:
        write(Format.HTML, [report], out, Presentation(settings.rules))
    return file


def _arrived(browser: Browser, place: str) -> None:
    browser.wait(f"location.hash === {json.dumps(place)}")


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
    # Where a warning covers the words of an error as well, the mark stays.
    off = (
        "[...document.querySelectorAll('a.m.error')].filter(m => m.dataset.n.split(' ').every("
        "k => document.getElementById('n' + k).dataset.severity === 'error'))"
        ".every(m => m.matches('.off'))"
    )
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
    _arrived(browser, f"#{note}")
    browser.wait(f"document.querySelector('.note.on')?.id === '{note}'")
    browser.click(f"#{note} .other a")
    _arrived(browser, f"#r{key}-1")
    cell = browser.run(f"document.getElementById('r{key}-1').closest('td').textContent")
    assert cell.split()[0] == "3080"
    seen = f"document.getElementById('r{key}-1').getBoundingClientRect()"
    assert 0 <= browser.run(f"{seen}.top") <= browser.run("innerHeight")
    browser.click(f"#r{key}-1")
    _arrived(browser, f"#{note}")
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
    dark = browser.run(colour)
    assert _brightness(light) > 700 > 100 > _brightness(dark)
    browser.print()
    assert browser.run(colour) == "rgb(255, 255, 255)"
    assert browser.run("getComputedStyle(document.querySelector('.controls')).display") == "none"


def _brightness(colour: str) -> int:
    return sum(int(number) for number in re.findall(r"\d+", colour))


def test_a_note_stands_beside_its_words_and_on_a_phone_below_them(
    browser: Browser, tmp_path: Path
) -> None:
    long = "推进灌区节水改造，加强管护。" * 40
    rows = "".join(f"| 第{i}项 | {'灌区节水改造内容' * 3} |\n" for i in range(40))
    source = (
        f"# 某市水利规划\n\n合埋安排。{long}洽理河道。{long}\n\n| 项目 | 内容 |\n|---|---|\n{rows}"
    )
    file = _page(source + "| 末项 | 合埋安排 |\n", tmp_path)
    browser.open(file, 1280)
    browser.settle()
    apart = (
        f"{NOTES}.map(n => Math.abs(n.getBoundingClientRect().top - document.getElementById("
        "'m' + n.id.slice(1)).getBoundingClientRect().top))"
    )
    assert browser.run(f"{NOTES}.length") == 3
    browser.run("document.querySelector('table').scrollIntoView()")
    browser.settle()
    assert browser.run(f"{apart}.slice(0, 2).every(far => far < 40)")
    assert browser.run(f"{apart}[2]") < 120  # at the foot of the table there is less room
    browser.click("input[value=error]")
    browser.click("input[value=error]")
    browser.settle()
    assert browser.run(f"{apart}.slice(0, 2).every(far => far < 40)")
    browser.open(file, 390)
    browser.settle()
    below = (
        f"{NOTES}.every(n => n.getBoundingClientRect().top >= "
        "n.closest('.row').firstElementChild.getBoundingClientRect().bottom)"
    )
    assert browser.run(below)
    assert browser.errors == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_rules_lies_over_the_page(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width)
    height = "document.querySelector('.controls').offsetHeight"
    before = browser.run(height)
    browser.click(".controls summary")
    panel = "document.querySelector('.panel').getBoundingClientRect()"
    assert browser.run(f"{panel}.height") > 100
    assert browser.run(f"{panel}.right") <= width
    assert browser.run(height) == before
    browser.press("Escape")
    assert browser.run("document.querySelector('.controls details').open") is False


@pytest.mark.parametrize("width", WIDTHS)
def test_words_in_tables_are_not_squeezed(browser: Browser, page: Path, width: int) -> None:
    """A table is wider than a phone: it scrolls in itself, its cells stay readable."""
    browser.open(page, width)
    narrow = (
        "[...document.querySelectorAll('.draft td')].filter(td => td.textContent.length > 4 &&"
        " td.clientWidth < 50).length"
    )
    assert browser.run(narrow) == 0
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_a_draft_cannot_run_anything(browser: Browser, tmp_path: Path) -> None:
    hostile = "<img src=x onerror='window.hit=1'><script>window.hit=1</script>"
    file = _page(
        f"# 某市水利规划{hostile}\n\n## 一、任务{hostile}\n\n合埋安排{hostile}。\n", tmp_path
    )
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
