"""What is asked of a Word file that was written into; each judge yields what it found wrong."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OURS = _W[1:-1].encode()
_DATE = re.compile(rb'(w:date|w16cex:dateUtc)="[^"]*"|\d{4}-\d\d-\d\d')
_BLANK = re.compile(r"[\s\u3000\ufffc\u200b\u00ad]")
_LONGEST = 900  # seconds
WRITTEN = re.compile(r"(\[Content_Types\]|document\d*|comments\w*|document\d*\.xml)\.(xml|rels)$")


def members(before: Path, after: Path) -> Iterator[str]:
    """What was not to be written has the same bytes in the same order."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        names = old.namelist()
        if new.namelist()[: len(names)] != names:
            yield "members are in another order"
        there = set(new.namelist())
        changed = [n for n in names if n not in there or old.read(n) != new.read(n)]
        changed += new.namelist()[len(names) :]
        yield from (f"{name} was written" for name in changed if not WRITTEN.search(name))


def integrity(before: Path, after: Path) -> Iterator[str]:
    """ooxml-integrity finds nothing that it did not find in the draft itself."""
    known = Counter(_integrity(before))
    yield from (Counter(_integrity(after, "--against", str(before))) - known).elements()


def _integrity(path: Path, *more: str) -> list[str]:
    judge = [sys.executable, "-m", "ooxml_integrity", "check", str(path), "--json", "--no-config"]
    done = subprocess.run([*judge, *more], capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    grave = (
        item for item in _items(told) if item["severity"] != "info" or item["code"] == "FID000"
    )
    return [f"{item['code']} {item['message']}" for item in grave]


def _items(told: object) -> Iterator[dict[str, str]]:
    if isinstance(told, dict):
        if "code" in told and "message" in told:
            yield told
        else:
            for value in told.values():
                yield from _items(value)
    elif isinstance(told, list):
        for value in told:
            yield from _items(value)


def office_texts(*paths: Path) -> list[str]:
    """The texts that LibreOffice reads in files, all in one start; raises RuntimeError where it
    refuses one."""
    office = shutil.which("soffice")
    if office is None:
        raise RuntimeError("LibreOffice is not there")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies = [shutil.copy(path, folder / f"{i}.docx") for i, path in enumerate(paths)]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        line = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
        command = [*line, "--outdir", folder, *copies]
        quiet = subprocess.DEVNULL
        running = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            running.wait(_LONGEST)
        except subprocess.TimeoutExpired:  # what it has started would go on without it
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
        outs = [folder / f"{i}.txt" for i in range(len(paths))]
        for path, out in zip(paths, outs, strict=True):
            if not out.exists():
                raise RuntimeError(f"LibreOffice refused {path.name}, or took too long")
        return [out.read_text(encoding="utf-8-sig") for out in outs]


def comments(path: Path) -> list[tuple[str, str]]:
    """(its lines, the words between its marks) of each comment that planlint wrote."""
    with zipfile.ZipFile(path) as package:
        document, said = (_part(package, name) for name in ("document", "comments"))
    if document is None or said is None:
        return []
    open_at: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    referred: set[str] = set()
    for element in document.iter():
        key = element.get(f"{_W}id", "")
        if element.tag == f"{_W}commentRangeStart":
            open_at[key] = []
        elif element.tag == f"{_W}commentRangeEnd":
            words[key] = "".join(open_at.pop(key))
        elif element.tag == f"{_W}commentReference":
            referred.add(key)
        elif element.tag == f"{_W}t" and not _in_box(element):
            for held in open_at.values():
                held.append(element.text or "")
    out = []
    for comment in said.iter(f"{_W}comment"):
        key = comment.get(f"{_W}id", "")
        if comment.get(f"{_W}author") == "planlint":
            lines = ["".join(t.text or "" for t in p.iter(f"{_W}t")) for p in comment]
            anchored = key in words and key in referred
            out.append(("\n".join(lines), words[key] if anchored else "\0 no anchor"))
    return out


def _in_box(element: etree._Element) -> bool:
    return any(above.tag == f"{_W}txbxContent" for above in element.iterancestors())


def _part(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    found = [n for n in package.namelist() if re.search(rf"word/{name}\d*\.xml$", n)]
    return etree.fromstring(package.read(found[0]).replace(_STRICT, _OURS)) if found else None


def anchors(after: Path, found: list[dict[str, str]]) -> tuple[list[str], int, int]:
    """What is wrong with the comments of some findings; how many stand exactly, how many near."""
    wrong: list[str] = []
    exact = near = 0
    written = comments(after)
    wrong += [f"no anchor: {text.splitlines()[0]}" for text, words in written if "\0" in words]
    left = Counter((_code(text), _message(text), bare(words)) for text, words in written)
    loose = Counter((_code(text), _message(text)) for text, _ in written)
    own = [text for text, _ in written if not text.startswith(("另一处", "planlint"))]
    if len(own) != len(found):
        wrong.append(f"{len(own)} comments for {len(found)} findings")
    for finding in found:
        key = (finding["rule"], bare(finding["message"]))
        quote = bare(finding["quote"])
        fits = [k for k in left if k[:2] == key and left[k] and k[2] and quote.endswith(k[2])]
        if fits:
            left[max(fits, key=lambda k: len(k[2]))] -= 1
            exact += 1
        elif loose[key]:
            near += 1
        else:
            wrong.append(f"no comment: {key} {finding['quote']}")
        loose[key] -= 1
    return wrong, exact, near


def _code(text: str) -> str:
    head = text.splitlines()[0].split(" ")
    return head[1] if len(head) > 1 else ""


def _message(text: str) -> str:
    return bare("\n".join(text.splitlines()[1:2]))


def bare(words: str) -> str:
    return _BLANK.sub("", words)


def again(once: Path, twice: Path) -> Iterator[str]:
    """A second run changes nothing but dates."""
    with zipfile.ZipFile(once) as old, zipfile.ZipFile(twice) as new:
        if old.namelist() != new.namelist():
            yield "the second run has other members"
        for name in set(old.namelist()) & set(new.namelist()):
            one, two = (_DATE.sub(b"", package.read(name)) for package in (old, new))
            if one != two:
                yield f"the second run wrote {name}"
