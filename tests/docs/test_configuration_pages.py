"""The pages about configuration, house rules and plugins do what they show."""

from pathlib import Path

import pytest

from tests.docs.pages import play
from tests.helpers import Run

NAMES = ("getting-started", "configuration", "house-rules")
GUIDES = [f"{name}{language}.md" for name in NAMES for language in ("", ".en")]


@pytest.mark.parametrize("page", GUIDES)
def test_the_page_does_what_it_shows(page: str, planlint: Run, tmp_path: Path) -> None:
    assert play(page, tmp_path, planlint) >= 3


@pytest.mark.parametrize("page", ["plugins.md", "plugins.zh.md"])
def test_the_plugin_of_the_page_works(page: str, planlint: Run, tmp_path: Path) -> None:
    def run(*arguments: str | Path, **environment: str) -> object:
        return planlint(*arguments, PYTHONPATH=_path(tmp_path), **environment)

    assert play(page, tmp_path, run) >= 2  # type: ignore[arg-type]


def _path(folder: Path) -> str:
    from tests.helpers import ROOT

    return f"{folder}:{ROOT}"
