"""Every page for users is there in Chinese and in English, and links lead to one's own language."""

import re

import pytest

from tests.helpers import ROOT

DOCS = ROOT / "docs"
# Pages for those who build planlint: one language, or both in one page that a program writes.
DEVELOPERS = {"accuracy", "architecture", "new-rule", "packages", "performance", "release"}
# X.md is Chinese with X.en.md beside it; these few were English first and have X.zh.md.
ENGLISH_FIRST = {"layout", "plugins", "reports", "word"}
USERS = sorted({path.name.split(".")[0] for path in DOCS.glob("*.md")} - DEVELOPERS)
LANGUAGES = ("zh", "en")
HAN = re.compile("[一-鿿]")
LINK = re.compile(r"\]\((?:docs/)?([a-z-]+(?:\.(?:zh|en))?\.md)")


def page(name: str, language: str) -> str:
    """The file name of a page in a language."""
    own = "en" if name in ENGLISH_FIRST else "zh"
    return f"{name}.md" if language == own else f"{name}.{language}.md"


def astray(text: str, language: str, itself: str = "") -> list[str]:
    """The links to pages for users in the other language, but for a page's own other half."""
    linked = set(LINK.findall(text)) - {itself}
    others = {page(name, other) for name in USERS for other in LANGUAGES if other != language}
    return sorted(linked & others)


@pytest.mark.parametrize("name", USERS)
def test_a_page_for_users_has_both_languages_and_each_links_to_the_other(name: str) -> None:
    chinese, english = ((DOCS / page(name, language)).read_text("utf-8") for language in LANGUAGES)
    assert chinese.splitlines()[2] == f"[English]({page(name, 'en')})"
    assert english.splitlines()[2] == f"[中文]({page(name, 'zh')})"
    assert HAN.search(chinese.splitlines()[0])
    assert not HAN.search(english.splitlines()[0])
    assert astray(chinese, "zh", page(name, "en")) == []
    assert astray(english, "en", page(name, "zh")) == []


@pytest.mark.parametrize(("readme", "language"), [("README.zh-CN.md", "zh"), ("README.md", "en")])
def test_a_readme_names_every_page_of_its_language_and_no_other(readme: str, language: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert {page(name, language) for name in USERS} <= set(LINK.findall(text))
    assert astray(text, language) == []


def test_no_page_is_left_over() -> None:
    pages = {page(name, language) for name in USERS for language in LANGUAGES}
    pages |= {f"{name}.md" for name in DEVELOPERS}
    assert {path.name for path in DOCS.glob("*.md")} == pages
