"""What the pages on `planlint page` name is there, and their figures are those of the program."""

import re

import pytest

from linter.page import desk, handler, run, server
from linter.readers.options import Limits
from tests.helpers import ROOT, Run

PAGES = ("page.md", "page.en.md")


@pytest.mark.parametrize("name", PAGES)
def test_every_option_and_no_other_is_named(name: str, planlint: Run) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    shown = planlint("page", "--help", COLUMNS="200").stdout
    options = set(re.findall(r"(?<!\w)--[a-z][a-z-]*", shown)) - {"--help", "--worker"}
    assert set(re.findall(r"(?<!\w)--[a-z][a-z-]*", text)) == options


@pytest.mark.parametrize("name", PAGES)
def test_links_and_pictures_lead_somewhere(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    links = re.findall(r"\]\(([^)#]+)|src=\"([^\"]+)", text)
    assert links
    assert [link for link in map("".join, links) if not (ROOT / "docs" / link).exists()] == []


def test_what_the_guide_says_to_press_is_on_the_page() -> None:
    guide = (ROOT / "docs" / "page.md").read_text("utf-8")
    web = ROOT / "linter" / "page" / "web"
    page = "".join((web / name).read_text("utf-8") for name in ("index.html", "cards.js"))
    pressed = set(re.findall(r"[点选]“([^”]+)”", guide)) - {"结束"}
    chosen = set(re.findall(r"^“([^”]+)”(?:是|另查)|；“([^”]+)”只", guide, re.M))
    downloads = re.findall(r"^   \| ([^| （]+?)(?:（改 n 处）)? \|", guide, re.M)
    named = {*pressed, *("".join(one) for one in chosen), *downloads} - {"下载", "---"}
    forms = re.findall(r"^- \*\*(两稿.+?|与上级.+?)\*\*", guide, re.M)
    assert len(named) >= 10
    assert len(forms) == 2
    assert [words for words in {*named, *forms} if words not in page] == []


def test_figures_are_those_of_the_program() -> None:
    chinese, english = ((ROOT / "docs" / name).read_text("utf-8") for name in PAGES)
    megabytes = Limits().file_bytes >> 20
    assert f"每份文稿不超过 {megabytes} MB，最多 {desk.FILES} 份" in chinese
    assert f"({megabytes} MB), by the length that is announced" in english
    told = f"{desk.FILES} files, {desk.TOTAL >> 30} GB, {desk.COMPARISONS} comparisons"
    assert told in " ".join(english.split())
    assert handler._HEAD_SECONDS == 10
    assert f"{server._STRANGERS} connections without the token" in english
    assert f"{run._how_it_ends(300)}，按 Ctrl-C 立即结束" in chinese
