"""What ends the work on an archive."""


class ArchiveError(Exception):
    """The archive, its results or the cluster cannot be used; the message says why."""


class StoppedError(Exception):
    """The run that asked for the work is over."""
