"""Word files of any age: a .docx is read as it is, older formats are converted to it first."""

from dataclasses import replace

from linter.readers.docx import read as read_docx
from linter.readers.errors import ReadError
from linter.readers.options import ReadOptions
from linter.readers.raw import RawDocument

# What a file turns out to be, whatever its name says, by the kind of error that it ends in.
_MISNAMED = {"legacy-doc": "doc", "rtf": "rtf"}
_OLD = ("doc", "wps", "rtf")


def read(path: str, data: bytes, form: str, options: ReadOptions) -> RawDocument:
    """Return the blocks of a Word file; its content, not its name, says how to read it.

    Raises ReadError, as `docx.read` and `libreoffice.to_docx` do. A file named .docx that is an
    older one keeps its own error where LibreOffice is not installed.
    """
    if form != "odt":
        try:
            return read_docx(path, data, options)
        except ReadError as error:
            older = _older(error, form)
            if older is None:
                raise ReadError(error.kind, error.message, form) from error
            form = older
    from linter.readers.office import libreoffice

    converted = libreoffice.to_docx(data, f".{form}", time_limit=options.limits.conversion_seconds)
    return replace(read_docx(path, converted, options), format=form)


def _older(error: ReadError, form: str) -> str | None:
    """The older format of a file that is no .docx, None where it is to be refused."""
    if form in _OLD:
        return _MISNAMED.get(error.kind) or (form if error.kind == "not-zip" else None)
    from linter.readers.office import libreoffice

    return _MISNAMED.get(error.kind) if libreoffice.soffice() else None
