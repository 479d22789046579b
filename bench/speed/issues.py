"""Issues of a draft: the same but for a last paragraph, so that none was ever checked before.

python-docx is not loaded for them: what a process uses at most counts as that of those it starts.
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Draft(NamedTuple):
    """A draft as Word and as Markdown."""

    word: bytes
    text: str


def made(folder: Path, characters: int, seed: int = 1) -> Draft:
    """Generate a draft in a process of its own."""
    path = folder / f"{characters}-{seed}.docx"
    command = [sys.executable, "-m", "bench.speed.drafts", str(characters), str(path), str(seed)]
    subprocess.run(command, cwd=ROOT, check=True)
    draft = Draft(path.read_bytes(), path.with_suffix(".md").read_text("utf-8"))
    path.unlink()
    path.with_suffix(".md").unlink()
    return draft


def word_issue(word: bytes, number: int) -> bytes:
    """Return a Word draft with a paragraph that tells it from every other issue of it."""
    paragraph = f"<w:p><w:r><w:t>{_line(number)}</w:t></w:r></w:p>".encode()
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "word/document.xml":
                end = data.rindex(b"<w:sectPr")
                data = data[:end] + paragraph + data[end:]
            new.writestr(member, data)
    return stream.getvalue()


def text_issue(text: str, number: int) -> str:
    """Return a Markdown draft with the paragraph of `word_issue`."""
    return f"{text}\n\n{_line(number)}\n"


def _line(number: int) -> str:
    return f"本稿是第{number}次印送的征求意见稿。"
