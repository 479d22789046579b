"""Hold a package against the checkout that it was made from: the samples, the same findings.

python docs/windows/verify.py dist/planlint
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from recipe import NAME, ROOT

# Word and Markdown by every rule; the page; what was read; a rule with its examples.
QUESTIONS = (
    ("check", "samples", "--select", "ALL", "--format", "json"),
    ("check", "samples/planted", "--format", "html"),
    ("facts", "samples/clean/province-plan.docx", "--format", "json"),
    ("explain", "IND001"),
    ("--version",),
)


def program(folder: Path) -> Path:
    """The program in the folder of a package."""
    return folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)


def said(command: Sequence[str | Path]) -> tuple[int, str]:
    """How a command ended, and what it printed."""
    variables = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, check=False)
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def differences(folder: Path, before: Sequence[str] = ()) -> list[str]:
    """What the package says otherwise than the checkout, a line each.

    `before` is put before the command of the package.
    """
    found = []
    for question in QUESTIONS:
        packed = said([*before, program(folder), *question])
        checkout = said([sys.executable, ROOT / "cli.py", *question])
        if packed[0] not in (0, 1) or not packed[1]:
            found.append(f"{' '.join(question)}: exit {packed[0]}: {packed[1][-400:]}")
        elif packed != checkout and "html" not in question:  # a page says when it was made
            found.append(f"{' '.join(question)}: not what the checkout says")
    return found


if __name__ == "__main__":
    different = differences(Path(sys.argv[1]).resolve())
    print("\n".join(different) or "the package says what the checkout says")
    sys.exit(1 if different else 0)
