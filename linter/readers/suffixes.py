"""The formats of drafts by the suffixes of their files; light, as folders are walked by it."""

# The formats that planlint reads itself.
SUFFIXES = {
    ".docx": "docx",
    ".docm": "docx",  # macros are neither run nor read
    ".dotx": "docx",
    ".dotm": "docx",
    ".xml": "docx",  # a Word file saved as one XML file
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".txt": "txt",
    ".pdf": "pdf",  # with the extra planlint[pdf]
}
# The formats that LibreOffice turns into .docx first, where it is installed.
CONVERTED = {".doc": "doc", ".dot": "doc", ".wps": "wps", ".wpt": "wps", ".rtf": "rtf"} | {
    ".odt": "odt"
}
# Templates, and formats that are seldom drafts, are read only where they are named.
NAMED_ONLY = frozenset({".pdf", ".xml", ".dotx", ".dotm", ".dot", ".wpt"})
