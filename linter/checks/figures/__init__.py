"""NUM: numbers, whatever they measure."""
