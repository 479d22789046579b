"""Why nothing was written."""


class WriteError(Exception):
    """A draft that must not, or cannot, be written into; the message says why, for people."""
