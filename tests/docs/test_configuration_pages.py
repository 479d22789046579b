"""The pages about configuration, house rules and plugins do what they show."""

from pathlib import Path

import pytest

from tests.docs.pages import play
from tests.helpers import Run


@pytest.mark.parametrize("page", ["getting-started.md", "configuration.md", "house-rules.md"])
def test_the_page_does_what_it_shows(page: str, planlint: Run, tmp_path: Path) -> None:
    assert play(page, tmp_path, planlint) >= 3


def test_the_plugin_of_the_page_works(planlint: Run, tmp_path: Path) -> None:
    def run(*arguments: str | Path, **environment: str) -> object:
        return planlint(*arguments, PYTHONPATH=_path(tmp_path), **environment)

    assert play("plugins.md", tmp_path, run) >= 2  # type: ignore[arg-type]


def _path(folder: Path) -> str:
    from tests.helpers import ROOT

    return f"{folder}:{ROOT}"
