"""Accepts or rejects the tracked changes of planlint, without planlint."""

import zipfile
from pathlib import Path

from lxml import etree

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)


def settled(draft: Path, out: Path, *, accept: bool) -> int:
    """Write a draft with planlint's changes accepted, or rejected; returns how many there were."""
    times = 0
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("word/document") and name.endswith(".xml"):
                root = etree.fromstring(data)
                times += sum(_settle(root, space, accept=accept) for space in _SPACES)
                data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
            new.writestr(name, data)
    return times


def _settle(root: etree._Element, space: str, *, accept: bool) -> int:
    kept, gone = (f"{space}ins", f"{space}del") if accept else (f"{space}del", f"{space}ins")
    ours = [e for e in root.iter(kept, gone) if e.get(f"{space}author") == "planlint"]
    for change in ours:
        parent = change.getparent()
        assert parent is not None
        at = parent.index(change)
        runs = list(change) if change.tag == kept else []
        for words in (words for run in runs for words in run.iter(f"{space}delText")):
            words.tag = f"{space}t"
        tail, change.tail = change.tail, None
        parent[at : at + 1] = runs
        if tail and at + len(runs):
            last = parent[at + len(runs) - 1]
            last.tail = (last.tail or "") + tail
    return len(ours)
