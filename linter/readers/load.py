"""Opens a file, tells its format, and reads it into a Document."""

import os
import stat
from importlib import import_module
from pathlib import Path

from linter.document.model import Document
from linter.readers.assembly import assemble
from linter.readers.errors import ReadError
from linter.readers.options import DEFAULT, ReadOptions
from linter.readers.raw import RawDocument
from linter.readers.sealed import check_seal
from linter.readers.source.decoding import decoded
from linter.readers.suffixes import CONVERTED, NAMED_ONLY, SUFFIXES
from linter.text.files import is_folder, reason
from linter.text.own_marks import is_own_text

# What holds a ledger; read where a draft is held against one, never by a plain check.
LEDGERS = {".xlsx": "xlsx", ".csv": "csv", ".yaml": "yaml", ".yml": "yaml"}
# The formats that are text, and the packages that read them.
_WRITTEN = {"md": "markdown", "html": "html", "txt": "text"}


def load(path: Path, options: ReadOptions = DEFAULT) -> Document:
    """Return the draft in a file. Raises ReadError naming the reason."""
    form, data = content(path, options)
    return read_bytes(str(path), data, form, options)


def content(path: Path, options: ReadOptions = DEFAULT) -> tuple[str, bytes]:
    """Return the format of a file and its bytes. Raises ReadError naming the reason."""
    if is_folder(path):
        readable = os.access(path, os.R_OK | os.X_OK)
        raise ReadError("unreadable", "这是文件夹" if readable else "文件夹没有读取权限", None)
    form = format_of(path.name)
    return form, _bytes(path, form, options)


def load_side(path: Path, options: ReadOptions = DEFAULT) -> Document:
    """Return a draft or a ledger, as a draft that is a table. Raises ReadError."""
    form = LEDGERS.get(path.suffix.lower())
    if form is None:
        return load(path, options)
    return read_ledger(str(path), _bytes(path, form, options), form, options)


def read_ledger(path: str, data: bytes, form: str, options: ReadOptions = DEFAULT) -> Document:
    """Return the ledger in the bytes of a file as a draft that is a table. Raises ReadError."""
    from linter.readers import ledger

    if not data.strip():
        raise ReadError("empty", "文件是空的", form)
    check_seal(data, form)
    document = ledger.read(path, data, form, options)
    if not document.blocks:
        raise ReadError("empty", "文件中没有表格", form)
    return assemble(document)


def _bytes(path: Path, form: str, options: ReadOptions) -> bytes:
    limit = options.limits.file_bytes
    try:
        _check_kind(path, form, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ReadError("unreadable", _reason(error), form) from error
    if len(data) > limit:
        raise too_big(form, limit)
    return data


def _check_kind(path: Path, form: str | None, limit: int) -> None:
    """Raise ReadError for what is no file or too big, before anything is read; OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        message = "不是普通文件（是管道或设备）：请先存成文件，或用 - 从标准输入读入"
        raise ReadError("unreadable", message, form)
    if status.st_size > limit:
        raise too_big(form, limit)


def too_big(form: str | None, limit: int) -> ReadError:
    """The error for a file of more bytes than `file-bytes` allows."""
    return ReadError("too-big", f"文件过大：超过 {limit >> 20} MB", form)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "文件不存在"
    if isinstance(error, PermissionError):
        return "没有读取权限"
    return f"无法读取：{reason(error)}"


def format_of(name: str) -> str:
    """Return the format that a file's suffix names. Raises ReadError if it names none of ours."""
    suffix = Path(name).suffix.lower()
    form = SUFFIXES.get(suffix) or CONVERTED.get(suffix)
    if form is None:
        raise ReadError("unknown-format", f"不支持的文件格式：{suffix or '无扩展名'}", None)
    return form


def read_bytes(path: str, data: bytes, form: str, options: ReadOptions = DEFAULT) -> Document:
    """Return the draft in the bytes of a file of the given format. Raises ReadError."""
    if not data.strip():
        raise ReadError("empty", "文件是空的", form)
    check_seal(data, form)
    return assemble(_read(path, data, form, options))


def _read(path: str, data: bytes, form: str, options: ReadOptions) -> RawDocument:
    """Each format's reader is imported only where it is used."""
    if form == "docx" or form in CONVERTED.values():
        from linter.readers import office

        return office.read(path, data, form, options)
    if form == "pdf":
        from linter.readers import pdf

        return pdf.read(path, data, options)
    if form == "html" and is_own_text(data):
        raise ReadError("own-report", "这是 planlint 写的报告，不是草稿", form)
    source, encoding = decoded(data, form)
    reader = import_module(f"linter.readers.{_WRITTEN[form]}")  # read(path, source)
    document: RawDocument = reader.read(path, source)
    document.encoding = encoding
    return document


__all__ = [
    "CONVERTED",
    "LEDGERS",
    "NAMED_ONLY",
    "SUFFIXES",
    "ReadError",
    "content",
    "format_of",
    "load",
    "load_side",
    "read_bytes",
    "read_ledger",
    "too_big",
]
