"""A newcomer's path for each user, word by word as the documents tell it.

The drafter follows docs/guide.md on the page, here; a repository docs/ci.md and docs/baseline.md,
and a reviewer the READMEs, in test_newcomers_terminal.py. The author of rules follows
docs/new-rule.md in test_new_rule.py, for an office's own rules docs/getting-started.md and
docs/house-rules.md in test_configuration_pages.py.
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from inspect import signature
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from linter.commands.page import page as command
from linter.reporters.digest import SHOWN
from tests.browser import Browser, chromium
from tests.docs.drafter import TITLE, Drafter, draft
from tests.helpers import ROOT
from tests.page.served import LONGEST, Served, until
from tests.writers.helpers import anchored

needs_chromium = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")
LEVELS = ("错误", "警告", "提示")
NEW = "#drafts .card:nth-child(2)"
NOTES = "[...document.querySelectorAll('.note')].filter(n => !n.hidden)"
MARKED = "document.querySelector('.note[data-rule=IND001] {} a')"


@pytest.fixture
def drafter(tmp_path: Path) -> Iterator[Drafter]:
    """Somebody before a page of their own."""
    pytest.importorskip("websocket", reason="websocket-client is not installed")
    with Served(tmp_path) as page:
        browser = Browser(tmp_path / "chromium")
        try:
            browser.watch()
            browser.download_to(tmp_path)
            yield Drafter(browser, page)
        finally:
            browser.close()


@needs_chromium
def test_the_drafter_follows_the_guide(drafter: Drafter, tmp_path: Path) -> None:
    old, new, upper = (tmp_path / f"{name}.docx" for name in ("征求意见稿", "送审稿", "上级规划"))
    old.write_bytes(draft("94", "94"))
    new.write_bytes(draft("92", "94", slips=True))
    upper.write_bytes(draft("96", "96", title=TITLE.replace("建设工作方案", "振兴规划")))
    _open_and_drop(drafter, old, new)
    _read_the_worst(drafter)
    _take_to_word(drafter, tmp_path)
    _ignore(drafter, new)
    _compare(drafter, upper)
    assert {"公文版式（GB/T 9704）", "检查了什么"} < drafter.told(7)
    assert not drafter.value("document.querySelector('#layout').checked")
    _end(drafter)
    assert drafter.browser.errors == []


def _open_and_drop(drafter: Drafter, old: Path, new: Path) -> None:
    sys.path.insert(0, str(ROOT / "docs" / "windows"))
    try:
        import start
    finally:
        sys.path.pop(0)
    assert "双击 `planlint.exe`" in drafter.section(1)
    assert start.commands([], has_page=True) == ["page"]
    drafter.look()
    drafter.told(1)
    drafter.put(2, old, new)
    assert {*LEVELS, "没有发现问题", "选择文件"} < drafter.told(2)


def _read_the_worst(drafter: Drafter) -> None:
    browser = drafter.browser
    drafter.read(NEW, "看报告", 3)
    assert {f"最要紧的 {SHOWN} 个", *LEVELS, "↳", "↔"} < drafter.told(3)
    with browser.inside():
        told = browser.run(f"{NOTES}.map(n => n.dataset.severity)")
        assert set(told) == {"error", "warning", "info"}
        digest = browser.run("document.querySelector('ol a').innerText")
        assert digest.startswith("错误 ")
        browser.run(f"{MARKED.format('.other')}.click()")
        assert browser.wait("document.querySelector(':target')?.textContent") == "92"
        browser.run("document.querySelector('.told a').click()")
        browser.wait("document.querySelector(':target')?.matches('.note[data-rule=IND001]')")
        for words in ("警告", "提示"):
            drafter.press_inside(words, 3)
        assert browser.run(f"{NOTES}.every(n => n.dataset.severity === 'error')")
        assert browser.run(f"{NOTES}.length") == told.count("error")
        for words in ("下一个", "下一个", "上一个"):
            drafter.press_inside(words, 3)
    drafter.go_back()


def _take_to_word(drafter: Drafter, folder: Path) -> None:
    made = {}
    for words, ending in (
        ("批注稿", ".批注.docx"),
        ("修订稿", ".修订.docx"),
        ("台账", ".台账.xlsx"),
        ("网页报告", ".html"),
    ):
        drafter.press(words, 4, within=NEW)
        made[words] = until(lambda end=ending: next(folder.glob(f"送审稿*{end}"), None))
    assert {*made, "没有可以放心代改的问题", "移除"} == drafter.told(4)
    at = anchored(made["批注稿"].read_bytes())
    assert {"农村自来水普及率达到94%", "92"} <= set(at)
    fixed = zipfile.ZipFile(made["修订稿"]).read("word/document.xml").decode()
    assert "<w:ins " in fixed
    assert "农村自来水普及率达到94%" in fixed
    assert ">92<" in fixed
    sheets = openpyxl.load_workbook(BytesIO(made["台账"].read_bytes())).sheetnames
    assert [name for name in sheets if name not in drafter.section(4)] == []
    assert len(sheets) == 2
    assert "农村自来水普及率" in made["网页报告"].read_text("utf-8")


def _ignore(drafter: Drafter, new: Path) -> None:
    (remark,) = re.findall(r"^    (planlint：忽略 IND001 .+)$", drafter.section(5), re.M)
    errors = f"+document.querySelector('{NEW} .chip').innerText.slice(3)"
    before = drafter.value(errors)
    drafter.press("移除", 4, within=NEW)
    drafter.browser.wait("document.querySelectorAll('.card').length === 1")
    new.write_bytes(draft("92", "94", slips=True, remark=remark))
    drafter.put(2, new)
    assert drafter.value(errors) == before - 1
    assert "已忽略 1 个" in drafter.read(NEW, "看报告", 3)
    assert drafter.told(5) == {"已忽略 1 个"}
    drafter.go_back()


def _compare(drafter: Drafter, upper: Path) -> None:
    browser = drafter.browser
    drafter.put(3, upper)
    assert browser.run("[...document.forms.diff.elements].map(e => e.selectedIndex)")[:2] == [0, 1]
    drafter.press("生成修改对照表", 6)
    drafter.wait_for(4)
    browser.run(
        "(s => { s.selectedIndex = 1; s.dispatchEvent(new Event('change')); })"
        "(document.forms.align.elements.local)"
    )
    browser.run("[...document.querySelectorAll('#uppers input')].at(-1).click()")
    drafter.press("生成衔接对照表", 6)
    drafter.wait_for(5)
    cards = [f"#comparisons .card:nth-child({n})" for n in (1, 2)]
    found = [drafter.read(card, "看对照表", 6) for card in cards]
    drafter.go_back()
    assert "\t错误\tALN001\t" in found[0]
    assert "\t错误\tCHG001\t" in found[1]
    assert {"看对照表", "对照表 Word", "对照表 Excel"} < drafter.told(6)


def _end(drafter: Drafter) -> None:
    page, said = drafter.page, drafter.section(8)
    assert page.address.startswith("http://127.0.0.1")
    assert "`http://127.0.0.1`" in said
    drafter.value("window.confirm = words => { document.title = words; return true; }")
    drafter.press("结束并删除", 8)
    drafter.browser.wait("!document.querySelector('#over').hidden")
    drafter.look()
    drafter.seen += drafter.value("document.title")
    assert "已结束" in drafter.told(8)
    _, errors = page.process.communicate(timeout=LONGEST)
    assert (page.process.returncode, errors) == (0, "")
    (minutes,) = re.findall(r"网页都关掉 (\d+) 分钟", said)
    assert float(minutes) == signature(command).parameters["idle"].default
    assert list(page.folder.iterdir()) == []
