"""FMT: the layout of a Word draft (GB/T 9704-2012)."""
