"""STR, BOX: how the draft is built."""
