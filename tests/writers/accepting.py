"""Accepts or rejects planlint's tracked changes, with the bench's own code."""

import tempfile
from pathlib import Path

from bench.writers import accepting


def settled(data: bytes, *, accept: bool) -> bytes:
    """The file with planlint's changes accepted, or rejected."""
    with tempfile.TemporaryDirectory() as folder:
        draft, out = Path(folder) / "draft.docx", Path(folder) / "out.docx"
        draft.write_bytes(data)
        accepting.settled(draft, out, accept=accept)
        return out.read_bytes()
