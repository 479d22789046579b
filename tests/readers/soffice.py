"""LibreOffice, for the tests that use it where it is installed; they skip, saying so, elsewhere."""

import subprocess
from pathlib import Path

import pytest

from linter.readers.office.libreoffice import soffice

needs_soffice = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


def _calc() -> bool:
    """Whether the part for spreadsheets is there, which some systems package by itself."""
    program = soffice()
    return program is not None and any(Path(program).resolve().parent.glob("*sclo*"))


needs_calc = pytest.mark.skipif(not _calc(), reason="LibreOffice Calc is not installed")


def converted(data: bytes, target: str, folder: Path, suffix: str = ".docx") -> bytes:
    """The file that LibreOffice makes of a file; `target` is as for --convert-to."""
    source = folder / f"source{suffix}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice()), profile, "--headless", "--convert-to", target]
    command += ["--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "out" / f"source.{target.partition(':')[0]}").read_bytes()
