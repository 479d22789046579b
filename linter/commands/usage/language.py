"""In which language the command line explains itself: Chinese, unless English is asked for."""

import os
import sys
from collections.abc import Sequence

from linter.catalogue.language import Lang

VARIABLE = "PLANLINT_LANG"


def spoken(arguments: Sequence[str] | None = None) -> Lang:
    """Return what `--lang` says, wherever it stands, else PLANLINT_LANG, else Chinese.

    The locale of the system is not asked: many an office has an English one.
    """
    words = sys.argv[1:] if arguments is None else arguments
    said = os.environ.get(VARIABLE, "")
    for i, word in enumerate(words):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name == "--lang":
            said = value if equals else next(iter(words[i + 1 : i + 2]), said)
    return Lang.EN if said == Lang.EN else Lang.ZH
