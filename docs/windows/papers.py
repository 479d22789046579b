"""The papers of the package that people read with a double click: pages of the docs as HTML.

Windows opens no Markdown by itself. A page stands alone: its pictures are in it, it asks for
nothing from elsewhere, and links to pages that the package does not have are left as words.
"""

import base64
import html
import re
from pathlib import Path

from markdown_it import MarkdownIt

# The pages of docs/ that go along, and what they are called there.
PAGES = {"guide.md": "给起草人.html", "windows.md": "使用说明.html"}
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


def paper(source: Path) -> str:
    """Return a page of the docs as an HTML page that stands alone. Raises OSError."""
    text = source.read_text("utf-8")
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    body = _LINK.sub(_linked, _PICTURE.sub(lambda m: _inside(source.parent / m[1]), body))
    title = _TITLE.search(text)
    name = html.escape(title[1] if title else source.stem)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><meta charset="utf-8"><title>{name}</title>\n'
        f"<style>{_STYLE}</style>\n{body}</html>\n"
    )


def write(docs: Path, folder: Path) -> None:
    """Write every paper of the package. Raises OSError."""
    for page, name in PAGES.items():
        (folder / name).write_text(paper(docs / page), "utf-8")


def _inside(picture: Path) -> str:
    return f'src="data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"'


def _linked(match: re.Match[str]) -> str:
    """A link to another paper, or to a place of the net; else only its words."""
    target, words = match[1], match[2]
    if target in PAGES:
        target = PAGES[target]
    elif not target.startswith(("https:", "http:")):
        return words
    return f'<a href="{html.escape(target)}">{words}</a>'
