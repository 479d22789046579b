"""REF: what the draft cites."""
