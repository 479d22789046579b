"""One page for all tests that leave it as it is."""

from collections.abc import Iterator

import pytest

from tests.page.served import Served


@pytest.fixture(scope="session")
def shared_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    running = Served(tmp_path_factory.mktemp("page"))
    yield running
    assert running.upload("last.md", b"x").status == 201
    code, out, errors = running.end()
    assert (code, errors) == (0, "")
    assert out.endswith("都已删除\n")
    assert list(running.folder.iterdir()) == []


@pytest.fixture
def served(shared_page: Served) -> Iterator[Served]:
    """A page that must still answer after the test, whatever was sent to it."""
    yield shared_page
    assert shared_page.process.poll() is None
    assert shared_page.answers()
    for item in shared_page.state()["items"]:
        shared_page.ask("DELETE", f"items/{item['id']}")
