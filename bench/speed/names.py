"""What the timed commands are called, in the cases and on the page."""

WORD = "planlint, .docx"
AGAIN = "planlint, .docx, unchanged"
TWO = "planlint, .docx, two processes"
TEXT = "planlint, .md"
PARSE = "docx2python, .docx"
OTHERS = ("zhlint", "lint-md", "AutoCorrect", PARSE)

ARCHIVE_ONE = "archive, one process"
ARCHIVE_TWO = "archive, two processes"
ARCHIVE_ALL = "archive, all, two processes"
PART = 5  # the first two of them are timed with a fifth of the archive

BARE = "python"
HELP = "planlint --help"
SENTENCES = "planlint check, two sentences"
