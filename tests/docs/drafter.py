"""A drafter who follows docs/guide.md: finds by its words what to press, and has the drafts."""

import json
import re
from pathlib import Path
from typing import Any

from tests.browser import Browser
from tests.helpers import ROOT
from tests.page.served import LONGEST, Served
from tests.readers.docx.fixtures import comment, end, p, r, start, table, tc, tr, word

GUIDE = ROOT / "docs" / "guide.md"
TITLE = "禾源县乡村建设工作方案（2024—2026年）"
_ROWS = (
    ("指标", "单位", "2024年", "2026年", "属性"),
    ("农村公路总里程", "公里", "2680", "2850", "预期性"),
    ("农村自来水普及率", "%", "89.2", "{}", "约束性"),
)
_TASKS = ("（一）建好水厂。", "（二）改造管网。", "（三）用好水源。")
_SLIPS = (
    "合埋安排工期，部暑管网排查，因地治宜选线，洽理河道，，水质达标率提高2%。",
    "2O25年6月31日前验收（见专栏7、附件9），按国发[2015]50号执行，覆盖率达到165%。",
    "范围为5—3个村，不低于30%以上，健全《水价（试行》。",
)
_UNIT = "（责任单位：县水利局）"
# Marks what shows some words at its head, an arrow in front left out, if it can be pressed.
_MARK = """(([words, within]) => {
  const shown = e => e.checkVisibility() && (e.ariaLabel || e.innerText || '').length;
  const said = e => e.innerText.replace(/^[↓\\s]+/, '');
  const all = [...document.querySelector(within).querySelectorAll('button, summary, label, a')]
    .filter(shown);
  const found = all.find(e => said(e) === words) || all.find(e => said(e).startsWith(words));
  document.querySelectorAll('[data-found]').forEach(e => e.removeAttribute('data-found'));
  found?.setAttribute('data-found', '');
  return Boolean(found);
})(%s)"""
# What is far below is laid out only when it comes near.
_ALL_SHOWN = "document.querySelectorAll('.row').forEach(e => e.style.contentVisibility = 'visible')"
_AT_REST = (
    "document.querySelectorAll('.card').length === %d && [...document.querySelectorAll('.card')]"
    ".every(c => c.querySelector('.chip') && c.querySelector('progress').hidden)"
)


def draft(
    tabled: str, text: str, *, slips: bool = False, title: str = TITLE, remark: str = ""
) -> bytes:
    """A Word draft with two values of a binding indicator, in its table and in its text; slips of
    the pen, and a remark at the value in the text, if wanted."""
    rows = [tr(*(tc(cell.format(tabled)) for cell in row)) for row in _ROWS]
    marks = (start(1), end(1)) if remark else ("", "")
    goal = f"{r('到2026年底，')}{marks[0]}{r(f'农村自来水普及率达到{text}%')}{marks[1]}{r('。')}"
    said = _SLIPS if slips else ("新建2座。", "更换12公里。", "修好9处泉眼。")
    tasks = [f"{task}{words}{_UNIT}" for task, words in zip(_TASKS, said, strict=True)]
    body = [p(title), p("一、工作目标"), p(goal), p("表1 主要指标"), table(*rows)]
    body += [p("二、主要任务"), *map(p, tasks)]
    return word("".join(body), **({"comments": comment(1, remark)} if remark else {}))


class Drafter:
    """Sits before the page; `seen` is all that it has shown."""

    def __init__(self, browser: Browser, page: Served) -> None:
        self.browser, self.page, self.seen = browser, page, ""
        self._guide = GUIDE.read_text("utf-8")
        browser.open(page.address, 1280)
        browser.wait("document.querySelector('#files').accept.includes('.docx')")

    def section(self, number: int) -> str:
        """What the guide says under a heading."""
        found = re.search(rf"^## {number}\. .*\n((?:(?!## ).*\n)+)", self._guide, re.M)
        assert found, number
        return found[1]

    def look(self) -> str:
        """Read what the page shows now."""
        told = str(self.browser.run("document.body.innerText"))
        self.seen += f"\n{told}"
        return told

    def read(self, card: str, words: str, number: int) -> str:
        """Press the words of a section on a card; read what is opened, and what is beside it."""
        cards = self.browser.run("document.querySelectorAll('.card').length")
        self.browser.open(self.page.address, 1280)  # so that the next frame is this report
        self.wait_for(cards)
        self.press(words, number, within=card)
        self.browser.wait("!document.querySelector('#reader').hidden")
        self.look()
        with self.browser.inside():
            self.browser.wait(
                "document.readyState === 'complete' && !!document.querySelector('h1')"
            )
            self.browser.run(_ALL_SHOWN)
            return self.look()

    def told(self, number: int) -> set[str]:
        """The words of the page that a section quotes; asserts that they were seen."""
        words = set(re.findall("「([^」]+)」", self.section(number)))
        assert words
        missing = [one for one in words if one not in self.seen]
        assert not missing, missing
        return words

    def press(self, words: str, number: int, within: str = "body") -> None:
        """Press what shows some words of a section, within an element."""
        assert f"「{words}」" in self.section(number), words
        self.browser.wait(_MARK % json.dumps([words, within]))
        self.browser.click("[data-found]")

    def press_inside(self, words: str, number: int) -> None:
        """Press what shows some words, in the report; from within a block `browser.inside()`."""
        assert f"「{words}」" in self.section(number), words
        assert self.browser.run(_MARK % json.dumps([words, "body"])), words
        self.browser.run("document.querySelector('[data-found]').click()")

    def go_back(self) -> None:
        """Leave the report: a drop would fall on it."""
        self.press("← 返回", 3)
        self.browser.wait("document.querySelector('#reader').hidden")

    def put(self, count: int, *drafts: Path) -> None:
        """Drop drafts on the page; wait until so many cards are finished."""
        self.browser.run("scrollTo(0, 0)")
        self.browser.settle()
        self.browser.drop("#drop", drafts)
        self.wait_for(count)

    def wait_for(self, count: int) -> None:
        """Wait until so many cards are finished."""
        self.browser.wait(_AT_REST % count, LONGEST)
        self.look()

    def value(self, script: str) -> Any:
        """What an expression is on the page."""
        return self.browser.run(script)
