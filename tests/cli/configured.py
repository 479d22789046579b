"""What the end-to-end tests of configuration share."""

import json
from pathlib import Path

from tests.helpers import Run


def configure(folder: Path, text: str | bytes) -> Path:
    """Write the configuration of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / ".planlint.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def reported(planlint: Run, *arguments: str | Path) -> list[str]:
    """The rules that a check reports, finding by finding."""
    done = planlint("check", *arguments, "--format", "json")
    report = json.loads(done.stdout)
    return [d["rule"] for file in report["files"] for d in file["diagnostics"]]


def refused(planlint: Run, *arguments: str | Path) -> list[str]:
    """The lines of a run that ends with exit code 2 before anything is checked."""
    done = planlint(*arguments)
    assert (done.returncode, done.stdout) == (2, ""), done
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert all(line.startswith("planlint: ") for line in lines), lines
    return [line.removeprefix("planlint: ") for line in lines]
