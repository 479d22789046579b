"""What tracked changes of a draft come to. Alone here: the command line names it at every start."""

from enum import StrEnum


class View(StrEnum):
    """What tracked changes come to: final as if all were accepted, original as if all rejected."""

    FINAL = "final"
    ORIGINAL = "original"
