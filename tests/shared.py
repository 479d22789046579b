"""Where the shared real drafts are, for the tests that use them when they are there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")


def shared(pattern: str) -> list[Path]:
    """The shared files that match a pattern, sorted; none where ../shared is absent."""
    return sorted(SHARED.glob(pattern)) if SHARED.is_dir() else []
