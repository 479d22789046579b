"""Why a file cannot be read."""


class ReadError(Exception):
    """A file that cannot be read. `kind` is a stable word, `message` is for people (Chinese).

    `format` is the format that the file was taken for, None where it has none that we know.
    """

    def __init__(self, kind: str, message: str, format: str | None) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.format = format
