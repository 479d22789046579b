"""Writes files whole or not at all; says why a file cannot be used."""

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, text: str) -> None:
    """Write a text as UTF-8. What stood in the file stays until all is written; raises OSError."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of a new file."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, for people."""
    known = {
        FileNotFoundError: "文件或所在的文件夹不存在",
        IsADirectoryError: "这是文件夹",
        NotADirectoryError: "路径中有一段不是文件夹",
        PermissionError: "没有权限",
    }
    return known.get(type(error)) or error.strerror or type(error).__name__
