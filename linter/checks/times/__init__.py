"""NUM: dates and periods."""
