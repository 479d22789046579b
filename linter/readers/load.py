"""Opens a file, tells its format, and reads it into a Document."""

from importlib import import_module
from pathlib import Path

from linter.document import Document
from linter.readers.assemble import assemble
from linter.readers.decoding import decode
from linter.readers.errors import ReadError
from linter.readers.raw import RawDocument

SUFFIXES = {
    ".docx": "docx",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".txt": "txt",
}


def load(path: Path) -> Document:
    """Return the draft in a file. Raises ReadError naming the reason."""
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise ReadError("unknown-format", f"不支持的文件格式：{path.suffix or '无扩展名'}", None)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("unreadable", f"无法读取：{error.strerror}", form) from error
    return read_bytes(str(path), data, form)


def read_bytes(path: str, data: bytes, form: str) -> Document:
    """Return the draft in the bytes of a file of the given format. Raises ReadError."""
    if not data.strip():
        raise ReadError("empty", "文件是空的", form)
    return assemble(_read(path, data, form))


def _read(path: str, data: bytes, form: str) -> RawDocument:
    """Each format's reader is imported only where it is used."""
    if form == "docx":
        from linter.readers import docx

        return docx.read(path, data)
    source = decode(data, form)
    reader = import_module(f"linter.readers.{form}")  # read(path, source)
    document: RawDocument = reader.read(path, source)
    return document


__all__ = ["SUFFIXES", "ReadError", "load", "read_bytes"]
