"""Word files of any age: a .docx is read as it is, older formats are converted to it first."""

import re
from dataclasses import replace

from linter.readers.docx import flat
from linter.readers.docx import read as read_docx
from linter.readers.docx.guard import SAVE_AS
from linter.readers.errors import ReadError
from linter.readers.options import ReadOptions
from linter.readers.raw import RawDocument

# What a file turns out to be, whatever its name says, by the kind of error that it ends in.
_MISNAMED = {"legacy-doc": "doc", "rtf": "rtf"}
_OLD = ("doc", "wps", "rtf")
# Word and many sites save web pages under the name of a Word draft.
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|meta)\b", re.IGNORECASE)
# Word 2003 saved drafts as one XML file of a vocabulary of its own.
_WORD_2003 = re.compile(rb"<(?:[\w.-]+:)?wordDocument\b")
_HEAD = 8192
_WEB_ARCHIVE = re.compile(rb"\s*(?:mime-version|from|content-type)\s*:", re.IGNORECASE)


def read(path: str, data: bytes, form: str, options: ReadOptions) -> RawDocument:
    """Return the blocks of a Word file; its content, not its name, says how to read it.

    Raises ReadError, as `docx.read` and `libreoffice.to_docx` do. A file named .docx that is an
    older one keeps its own error where LibreOffice is not installed.
    """
    if flat.is_flat(data):
        data = flat.unflattened(data, options.limits)
    if form != "odt":
        try:
            return read_docx(path, data, options)
        except ReadError as error:
            if error.kind == "not-zip" and _WORD_2003.search(data[:_HEAD]):
                return _converted(path, data, "xml", options)
            if error.kind == "not-zip" and _PAGE.match(data):
                return _web_page(path, data)
            older = _older(error, form, data)
            if older is None:
                raise ReadError(error.kind, error.message, form) from error
            form = older
    return _converted(path, data, form, options)


def _web_page(path: str, data: bytes) -> RawDocument:
    from linter.readers import html
    from linter.readers.source.decoding import decoded

    source, encoding = decoded(data, "html")
    document = html.read(path, source)
    document.encoding = encoding
    return document


def _converted(path: str, data: bytes, form: str, options: ReadOptions) -> RawDocument:
    from linter.readers.office import libreoffice

    converted = libreoffice.to_docx(data, f".{form}", limits=options.limits)
    return replace(read_docx(path, converted, options), format=form)


def _older(error: ReadError, form: str, data: bytes) -> str | None:
    """The older format of a file that is no .docx, None where it is to be refused."""
    if error.kind == "not-zip" and _WEB_ARCHIVE.match(data):
        raise ReadError("web-archive", f"这是网页存档，只是名为 .{form}，{SAVE_AS}", form)
    if form in _OLD:
        return _MISNAMED.get(error.kind) or (form if error.kind == "not-zip" else None)
    from linter.readers.office import libreoffice

    return _MISNAMED.get(error.kind) if libreoffice.soffice() else None
