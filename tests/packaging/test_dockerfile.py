"""The image is built from files that there are, and from the lock files with their hashes.

No container engine is needed: whether the image can be built is not tested here.
"""

import re
from pathlib import Path

import pathspec

ROOT = Path(__file__).parents[2]
TEXT = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8"))
LINES = [line for line in TEXT.splitlines() if line and not line.startswith("#")]


def copied() -> list[str]:
    """What is copied from the folder of the checkout."""
    copies = [line.split()[1:] for line in LINES if line.startswith("COPY ")]
    return [source for words in copies if "--from" not in words[0] for source in words[:-1]]


def test_what_it_copies_exists_and_is_sent_to_the_engine() -> None:
    ignored = pathspec.GitIgnoreSpec.from_lines((ROOT / ".dockerignore").read_text().splitlines())
    names = copied()
    assert {"linter", "rules", "requirements-run.lock"} <= set(names)
    assert [name for name in names if not (ROOT / name).exists()] == []
    assert [name for name in names if ignored.match_file(name)] == []
    assert ignored.match_file(".git/config")
    assert ignored.match_file("tests/conftest.py")


def test_it_copies_what_the_wheel_is_made_of() -> None:
    from tests.packaging.test_locks import PROJECT

    hatch = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = [*hatch["include"], PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]]
    assert {name.strip("/") for name in needed} <= set(copied())


def test_everything_from_an_index_is_locked_by_hash() -> None:
    runs = [command for line in LINES if line.startswith("RUN ") for command in line.split("&&")]
    pips = [command for command in runs if "/pip " in command]
    assert len(pips) == 4
    for command in pips:
        locked = "--require-hashes" in command and re.search(r"-r requirements-\w+\.lock", command)
        assert locked or "--no-deps" in command, command
    assert "pip wheel" in pips[1]
    assert "-r requirements-run.lock" in pips[1]


def test_it_runs_planlint_as_nobody_special_on_a_pinned_image() -> None:
    bases = [line.split()[1] for line in LINES if line.startswith("FROM ")]
    assert len(set(bases)) == 1
    assert all(re.fullmatch(r"python:3\.11\.\d+-slim-\w+", base) for base in bases)
    assert LINES.index("USER planlint") < LINES.index('ENTRYPOINT ["planlint"]')
    assert "libreoffice-writer-nogui" in TEXT
