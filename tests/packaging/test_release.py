"""What a release says of itself is the same everywhere."""

import re
from pathlib import Path

import pytest
from trove_classifiers import classifiers

from linter import __version__
from tests.packaging.test_locks import PROJECT

ROOT = Path(__file__).parents[2]
OWN = PROJECT["project"]


def test_one_version_everywhere() -> None:
    assert OWN["version"] == __version__
    released = re.findall(r"^## (?!Unreleased)(.+)$", _text("CHANGELOG.md"), re.M)
    assert re.fullmatch(rf"{re.escape(__version__)} – \d{{4}}-\d\d-\d\d", released[0])


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_pins_the_hook_at_this_version(readme: str) -> None:
    assert re.findall(r"rev: v(\S+)", _text(readme)) == [__version__]


def test_the_registry_is_told_what_it_knows_and_what_exists() -> None:
    assert [name for name in OWN["classifiers"] if name not in classifiers] == []
    assert all((ROOT / name).is_file() for name in [OWN["readme"], *OWN["license-files"]])
    least = OWN["requires-python"].removeprefix(">=")
    assert f"Programming Language :: Python :: {least}" in OWN["classifiers"]


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")
