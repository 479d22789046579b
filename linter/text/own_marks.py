"""Marks by which planlint knows what it wrote itself, whatever the file is called: reports, and
copies of Word drafts with findings or changes in them. Word drops the mark of a copy when it saves
it: from then on it is a draft of its own."""

import io
import re
from pathlib import Path

GENERATOR = '<meta name="generator" content="planlint">'
_COPY = b"planlint: copy of "  # then the draft's name, if it stood beside: a ZIP archive's comment
REPORT = _COPY  # a Word file that is a report
_HEAD = 4096
_TAIL = len(_COPY) + 1024
_SEVERITIES = "错误|警告|提示|error|warning|info"
_PLAIN = re.compile(
    rf"^(?:[^\n]+: (?:{_SEVERITIES}) [A-Z]{{3}}\d{{3}} |共检查 \d+ 个文件："
    r"|\d+ file\(s\) checked: )",
    re.MULTILINE,
)


def is_own(path: Path) -> bool:
    """Tell whether planlint wrote a file: a report, or a copy of a draft that is still there."""
    suffix = path.suffix.lower()
    try:
        if suffix in (".html", ".htm", ".txt"):
            with path.open("rb") as file:
                return is_own_text(file.read(_HEAD))
        if suffix in (".docx", ".docm"):
            with path.open("rb") as file:
                size = file.seek(0, 2)
                file.seek(max(0, size - _TAIL))
                end = file.read()
            return _is_copy(path, end[end.rfind(b"PK\5\6") + 22 :])
    except (OSError, ValueError):  # whoever reads it will say so
        pass
    return False


def is_own_text(data: bytes) -> bool:
    """Tell whether a text is a page or a plain report of planlint, by its first lines."""
    head = data[:_HEAD]
    return GENERATOR.encode() in head or bool(_PLAIN.search(head.decode("utf-8", "replace")))


def is_mark(comment: bytes) -> bool:
    """Tell whether the comment of an archive is the mark of a copy."""
    return comment.startswith(_COPY)


def _is_copy(path: Path, comment: bytes) -> bool:
    name = comment[len(_COPY) :].decode("utf-8", "replace")
    return is_mark(comment) and (not name or (name != path.name and path.with_name(name).exists()))


def as_copy(data: bytes, where: Path, draft: Path) -> bytes:
    """Return a Word file, to be written to `where`, with the mark of a copy of a draft."""
    import zipfile

    beside = where.resolve().parent == draft.resolve().parent
    name = draft.name.encode("utf-8", "replace")[:512] if beside else b""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.comment = _COPY + name
    return out.getvalue()
