"""The papers of the package that people read with a double click: pages of the docs as HTML.

Windows opens no Markdown by itself. A page has its pictures in it and asks for nothing from
elsewhere; links to pages that do not go along are left as words.
"""

import base64
import html
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from markdown_it import MarkdownIt

# The pages that are read first, and what they are called; what they point to is in a folder.
FIRST = {"guide.md": "给起草人.html", "windows.md": "使用说明.html"}
FOLDER = "说明"
_STYLE = """
body { max-width: 44em; margin: 2em auto; padding: 0 1em; line-height: 1.8;
       font-family: "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #222 }
h1, h2, h3 { line-height: 1.4 } img { max-width: 100%; vertical-align: top }
pre { padding: .6em 1em; overflow-x: auto; background: #f4f4f4 }
code { font-family: Consolas, monospace } table { border-collapse: collapse }
td, th { border: 1px solid #ccc; padding: .2em .6em; text-align: left }
"""
_PICTURE = re.compile(r'src="(images/[^"]+\.png)"')
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PAGE = re.compile(r"\]\(([\w.-]+\.md)[)#]")


def pages(docs: Path) -> dict[str, str]:
    """Return the pages that the first ones lead to, by their names in `docs`, and where each goes.

    Only those for people who write drafts: these are there in English as well.
    """
    found = dict(FIRST)
    ahead = list(FIRST)
    while ahead:
        for name in _PAGE.findall((docs / ahead.pop()).read_text("utf-8")):
            translated = docs / f"{name.removesuffix('.md').removesuffix('.zh')}.en.md"
            chinese = name.endswith(".zh.md") or translated.is_file()
            if name not in found and chinese and not name.endswith(".en.md"):
                found[name] = f"{FOLDER}/{name.removesuffix('.md')}.html"
                ahead.append(name)
    return found


def paper(docs: Path, name: str, places: Mapping[str, str]) -> str:
    """Return a page of the docs as an HTML page that stands alone. Raises OSError."""

    def linked(match: re.Match[str]) -> str:
        """A link to another paper, by its title, or to a place of the net; else only its words."""
        target, words = match[1], match[2]
        page = target.partition("#")[0]
        if page in places:
            words = _title(docs / page) if words == page else words
            target = posixpath.relpath(places[page], posixpath.dirname(places[name]) or ".")
        elif not target.startswith(("https:", "http:")):
            return "" if page.endswith(".en.md") else words
        return f'<a href="{html.escape(target)}">{words}</a>'

    text = (docs / name).read_text("utf-8")
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    body = _LINK.sub(linked, _PICTURE.sub(lambda m: _inside(docs / m[1]), body))
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><meta charset="utf-8">'
        f"<title>{_title(docs / name)}</title>\n<style>{_STYLE}</style>\n{body}</html>\n"
    )


def write(docs: Path, folder: Path) -> None:
    """Write every paper of the package. Raises OSError."""
    (folder / FOLDER).mkdir(exist_ok=True)
    places = pages(docs)
    for name, place in places.items():
        (folder / place).write_text(paper(docs, name, places), "utf-8")


def _title(page: Path) -> str:
    found = _TITLE.search(page.read_text("utf-8"))
    return html.escape(found[1]) if found else page.stem


def _inside(picture: Path) -> str:
    return f'src="data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"'
