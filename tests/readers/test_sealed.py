"""Files that are locked end in one error that says what to do, whatever they are called."""

import struct

import pytest

from linter.readers.errors import ReadError
from linter.readers.load import format_of, read_bytes
from linter.readers.office import libreoffice
from linter.readers.sealed import OLE, check_seal

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def old_word(flags: int, shift: int = 9, entries: int = 1) -> bytes:
    """A compound file with a stream WordDocument; the directory may go on in a second sector."""
    size = 1 << shift
    per = size // 128
    names = [f"其他{i}" for i in range(entries - 1)] + ["WordDocument"]
    directory = b"".join(_entry(name, 3 if name == "WordDocument" else 0) for name in names)
    sectors = -(-len(names) // per)
    directory = directory.ljust(sectors * size, b"\0")
    chain = [_FAT, *range(2, sectors + 1), _END]
    stream = sectors + 1
    directory = directory.replace(struct.pack("<I", 3), struct.pack("<I", stream))
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(size, b"\xff")
    head = bytearray(OLE.ljust(76, b"\0"))
    struct.pack_into("<H", head, 30, shift)
    struct.pack_into("<I", head, 48, 1)
    table = struct.pack("<109I", 0, *[_FREE] * 108)
    fib = struct.pack("<HHHHHH", 0xA5EC, 193, 0, 0, 0, flags).ljust(size, b"\0")
    return (bytes(head) + table).ljust(size, b"\0") + fat + directory + fib


def _entry(name: str, start: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    out = bytearray(raw.ljust(128, b"\0"))
    struct.pack_into("<H", out, 64, len(raw))
    struct.pack_into("<I", out, 116, start)
    return bytes(out)


def message(data: bytes, name: str) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(name, data, format_of(name))
    assert (caught.value.kind, "\n" in caught.value.message) == ("encrypted", False)
    return caught.value.message


@pytest.mark.parametrize("shift", [9, 12])
@pytest.mark.parametrize("entries", [1, 6])
@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.docx"])
def test_an_old_word_file_with_a_password(
    name: str, shift: int, entries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "to_docx", lambda *a, **k: pytest.fail("converted"))
    assert "打开密码" in message(old_word(0x0100, shift, entries), name)


def test_an_old_word_file_without_one() -> None:
    check_seal(old_word(0x0000), "doc")
    check_seal(old_word(0x0200, entries=6), "doc")


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.md", "a.txt", "a.pdf", "a.html"])
def test_what_an_office_s_own_program_encrypts(name: str) -> None:
    assert "申请解密" in message(b"%TSD-Header-###%" + bytes(range(256)) * 8, name)
    assert "申请解密" in message(bytes(32) + b"E-SafeNet\0LOCK" + bytes(600), name)


def test_a_draft_that_names_such_a_program_is_read() -> None:
    assert read_bytes("a.md", "E-SafeNet 软件".encode(), "md").blocks


def test_managed_rights_and_packages_with_a_password() -> None:
    package = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "清空密码" in message(package, "a.docx")
    assert "权限管理" in message(package + "DRMEncryptedDataSpace".encode("utf-16-le"), "a.docx")


@pytest.mark.parametrize("cut", range(8, 1600, 89))
def test_damaged_compound_files(cut: int) -> None:
    """They end, and are no locked ones."""
    data = old_word(0x0000, entries=6)[:cut]
    check_seal(data, "doc")
    check_seal(data + b"\xff" * 600, "doc")


def test_a_directory_that_leads_back_to_itself_ends() -> None:
    loop = bytearray(old_word(0x0000, entries=6))
    struct.pack_into("<I", loop, 512 + 4, 1)
    check_seal(bytes(loop).replace("WordDocument".encode("utf-16-le"), b"x" * 24), "doc")
