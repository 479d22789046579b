"""What the draft cites: places of its own, documents, meetings, short titles."""
