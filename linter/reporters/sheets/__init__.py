"""Writers of the table of a comparison: one module a format, loaded when it is asked for."""
