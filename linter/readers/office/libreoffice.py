"""Older formats (.doc .wps .rtf .odt), converted to .docx by LibreOffice where it is installed.

The conversion works on a copy in a private folder with a profile of its own: two instances on one
profile do nothing, silently, and LibreOffice exits 0 on failure.
"""

import os
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path

from linter.readers.errors import ReadError
from linter.readers.options import Limits
from linter.text.files import reason
from linter.text.temporary import program, temporary_folder

_SAVE_AS = "请在 Word 或 WPS 中打开，另存为“Word 文档（*.docx）”后再检查"
# A draft may hold linked pictures; nothing may be fetched while it is converted.
_NO_NETWORK = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


def soffice() -> str | None:
    """The LibreOffice program, None where it is not installed. PLANLINT_SOFFICE names another."""
    return (
        os.environ.get("PLANLINT_SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    )


def to_docx(data: bytes, suffix: str, *, limits: Limits) -> bytes:
    """Return the draft as the bytes of a .docx.

    Raises ReadError: `needs-libreoffice` where it is not installed, `timeout` past the limit in
    seconds, `conversion-failed` where no file came out, `too-big` where a file came out that
    would not be read by itself. Temporary files are gone in every case.
    """
    libreoffice = soffice()
    form = suffix.lstrip(".")
    if libreoffice is None:
        raise ReadError("needs-libreoffice", f"不能直接读取 {suffix} 文件：{_SAVE_AS}", form)
    try:
        with temporary_folder() as folder:
            return _converted(libreoffice, data, folder / f"draft{suffix}", limits)
    except OSError as error:
        message = f"转换用的临时文件夹不能读写（{reason(error)}）：{_SAVE_AS}"
        raise ReadError("conversion-failed", message, form) from error


def _converted(libreoffice: str, data: bytes, source: Path, limits: Limits) -> bytes:
    form, out = source.suffix.lstrip("."), source.parent / "out"
    source.write_bytes(data)
    _convert(libreoffice, source, out, form, limits.conversion_seconds)
    converted = out / "draft.docx"
    if not converted.is_file():
        raise ReadError("conversion-failed", f"LibreOffice 不能转换这个文件：{_SAVE_AS}", form)
    if converted.stat().st_size > limits.file_bytes:
        raise ReadError("too-big", "文件过大：转换后超过上限", form)
    return converted.read_bytes()


def _convert(libreoffice: str, source: Path, out: Path, form: str, time_limit: float) -> None:
    profile = (source.parent / "profile").as_uri()
    command = [libreoffice, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--convert-to", "docx", "--outdir", str(out), str(source)]
    with ExitStack() as running:
        try:
            process = running.enter_context(
                program(command, {**os.environ, **_NO_NETWORK, "TMPDIR": str(source.parent)})
            )
        except OSError as error:
            raise ReadError(
                "needs-libreoffice", f"LibreOffice 无法启动（{reason(error)}）：{_SAVE_AS}", form
            ) from error
        try:
            process.wait(time_limit)
        except subprocess.TimeoutExpired as error:
            raise ReadError(
                "timeout", f"LibreOffice 转换超过 {time_limit:.0f} 秒：{_SAVE_AS}", form
            ) from error
