"""Build the package for Windows: a folder with planlint.exe in it, for people without Python.

    py docs/windows/build.py                      on Windows; `make package` elsewhere
    python docs/windows/build.py --here           by what this Python has, nothing installed

Needs Python 3.11 or newer and a package index. It sets up a Python of its own in dist/.work,
installs exactly the versions of the lock file, writes dist/planlint, and holds what that says of
the samples against the checkout. On another system than Windows it builds the same for that system:
so the recipe is tested.
"""

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from recipe import HERE, NAME, PAPERS, ROOT, arguments
from verify import differences

WORK = (
    ROOT / "dist" / ".work"
)  # no folder build/: ruff would take samples/build.py for a part of it


def prepared(home: Path) -> Path:
    """A Python with what the package is built from: the versions and hashes of the lock files."""
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(home, with_pip=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # jieba is published as source only: what builds it comes first, and pip fetches no other.
    subprocess.run([*pip, "-r", str(ROOT / "requirements-build.lock")], check=True)
    locked = ["--no-build-isolation", "-r", str(HERE / "requirements.lock")]
    variables = {**os.environ, "PIP_USE_PEP517": "1"}
    subprocess.run([*pip, *locked], check=True, env=variables)
    return python


def build(out: Path, work: Path) -> Path:
    """Run PyInstaller in this Python. Return the folder of the package."""
    import papers
    from PyInstaller.__main__ import run

    work.mkdir(parents=True, exist_ok=True)
    run(arguments(out, work))
    folder = out / NAME
    for paper in PAPERS:
        shutil.copy(ROOT / paper, folder)
    papers.write(ROOT / "docs", folder)
    return folder


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--here", action="store_true", help="use this Python as it is")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where to (default: dist)")
    given = parser.parse_args()
    if not given.here:
        python = prepared(WORK / "venv")
        script = [str(python), str(Path(__file__)), "--here", "--out", str(given.out)]
        return subprocess.run(script, check=False).returncode
    folder = build(given.out.resolve(), WORK)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {size / (1 << 20):.0f} MiB")
    print("\n".join(different := differences(folder)))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
