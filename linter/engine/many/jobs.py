"""How many processes a run takes."""

import os
import sys

from linter.engine.many.work import AUTO, STDIN, FileWork

MOST = 8  # processes that are taken unasked: each holds a draft, its facts and all rules
_WORTH = 256 << 10  # bytes of drafts, as about four Word drafts of 30,000 characters have
_LOOKED_AT = 256  # files of which it is asked whether they are known


def forks() -> bool:
    """Tell whether a process can be had in no time, with all that this one has loaded.

    A fork costs milliseconds; on Windows, and on macOS, where a fork is not safe, a new process
    begins anew, which takes as long as a short draft.
    """
    return sys.platform not in ("win32", "darwin") and hasattr(os, "fork")


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(work: FileWork) -> int:
    """How many processes are started for the files; 0 where this one checks them itself.

    One of several files is checked by another process even where one is enough: a file that hangs
    or crashes its process costs that file.
    """
    how, files = work.how, work.files
    if how.keep.document or how.profile or how.jobs == 1 or STDIN in files:
        return 0
    if how.jobs != AUTO:
        return min(how.jobs, len(files))
    count, size = (len(files), 0) if len(files) < 2 else work.missing(_LOOKED_AT)
    worth = size >= _WORTH
    if how.time_limit and count:
        return min(MOST, cores(), count) if worth else 1
    if count < 2 or not (worth or forks()):
        return 0
    return min(MOST, cores(), count) if worth else 1
