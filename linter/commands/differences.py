"""What a fix would change, as a unified diff; of a text draft one that `patch` can apply."""

import difflib
import os
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.text.harmless import harmless

if TYPE_CHECKING:
    from linter.commands.writing import Draft

_LINES = re.compile(rb"[^\n]*\n|[^\n]+")
_WIDE = ("utf-16", "utf-32")  # of which a line of bytes is no line


def show(draft: "Draft", form: str, after: bytes) -> None:
    """Print the difference: for people, or to a pipe in the encoding and with the line ends that a
    text draft has."""
    codec = _codec(draft.data, form)
    if codec is None or codec.startswith(_WIDE) or sys.stdout.isatty():
        sys.stdout.writelines(_for_people(draft, form, after))
        return
    before, changed = (_LINES.findall(data) for data in (draft.data, after))
    name = os.fsencode(draft.path)
    sys.stdout.flush()
    for line in difflib.diff_bytes(difflib.unified_diff, before, changed, name, name):
        whole = line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        sys.stdout.buffer.write(whole)


def _codec(data: bytes, form: str) -> str | None:
    """The codec of a text draft; None for Word."""
    if form == "docx":
        return None
    from linter.readers.source.decoding import decoded

    return decoded(data, form)[1].codec


def _for_people(draft: "Draft", form: str, after: bytes) -> Iterator[str]:
    before, changed = (_texts(draft, form, data) for data in (draft.data, after))
    name = str(draft.path)
    for line in difflib.unified_diff(before, changed, name, name, lineterm=""):
        yield harmless(line) + "\n"


def _texts(draft: "Draft", form: str, data: bytes) -> list[str]:
    """The lines of a text draft, the texts of a Word draft."""
    if form != "docx":
        from linter.readers.source.decoding import decode
        from linter.readers.source.lines import split_lines

        return [line.text for line in split_lines(decode(data, form))]
    from linter.document.nodes import Span
    from linter.readers.load import read_bytes

    document = read_bytes(str(draft.path), data, form, draft.settings.reading)
    return [Span.whole(node).quote for node in document.nodes() if node.text]
