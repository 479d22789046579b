"""LibreOffice, for the tests that use it where it is installed; they skip, saying so, elsewhere.

A start of it costs seconds, so what many tests ask for is converted in one.
"""

import hashlib
import subprocess
from collections.abc import Mapping, Sequence
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
    _convert([source], target, folder)
    return (folder / "out" / f"source.{target.partition(':')[0]}").read_bytes()


def all_converted(
    files: Mapping[str, bytes], target: str, folder: Path, suffix: str
) -> dict[str, bytes]:
    """The files that LibreOffice makes of some, by name, all in one start."""
    sources = [folder / f"{name}{suffix}" for name in files]
    for source, data in zip(sources, files.values(), strict=True):
        source.write_bytes(data)
    _convert(sources, target, folder)
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def standing_in(drafts: Sequence[Path], folder: Path) -> Path:
    """Convert drafts to .docx in one start, and return a program that stands in for LibreOffice:
    given one of them, by whatever name, it puts out the file that LibreOffice has made."""
    sources = folder / "sources"
    sources.mkdir()
    for draft in drafts:
        name = hashlib.md5(draft.read_bytes(), usedforsecurity=False).hexdigest()
        (sources / f"{name}{draft.suffix}").write_bytes(draft.read_bytes())
    _convert(sorted(sources.iterdir()), "docx", folder)
    program = folder / "office"
    # The arguments end with --outdir FOLDER SOURCE.
    program.write_text(
        '#!/bin/sh\nfor last; do out="$before"; before="$last"; done\nmkdir -p "$out"\n'
        f'cp {folder}/out/$(md5sum < "$last" | cut -c1-32).docx "$out/draft.docx"\n'
    )
    program.chmod(0o755)
    return program


def _convert(sources: Sequence[Path], target: str, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(soffice()), profile, "--headless", "--convert-to", target]
    command += ["--outdir", str(folder / "out"), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
