"""Files that are locked: encrypted by an office's own program, or an old Word file by a password.

What locks a file is told by its first bytes, whatever its name says.
"""

import struct

from linter.readers.errors import ReadError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PASSWORD = (
    "文件设有打开密码：请用 Word 或 WPS 输入密码打开，在“文件→信息→保护文档→用密码进行加密”"
    "（WPS 为“文件→文档加密→密码加密”）中清空密码，保存后再检查"
)
_OFFICE = (
    "文件已被单位的文档加密软件加密，离开装有该软件的电脑无法读取："
    "请在该软件中申请解密（或由管理员解密外发），得到明文文件后再检查"
)
_RIGHTS = (
    "文件设有权限管理（IRM，限制访问）：请由文件作者在 Word 的"
    "“文件→信息→保护文档→限制访问”中改为“无限制访问”，保存后再检查"
)
# What programs that encrypt whatever is saved on a computer put at the head of a file.
_SEALS = (b"%TSD-Header-###%",)
_SEALS_WITHIN = (b"E-SafeNet",)
_WITHIN = 512
_FREE = 0xFFFFFFF0  # and above: no sector
_ENCRYPTED = 0x0100  # of the flags at the head of a Word stream (fEncrypted, MS-DOC 2.5.2)
_SHIFTS = (9, 12)
_SECTORS = 20_000


def check_seal(data: bytes, form: str | None) -> None:
    """Raise ReadError (encrypted) where a file is encrypted as a whole."""
    head = data[:_WITHIN]
    if head.startswith(_SEALS) or (b"\0" in head and any(seal in head for seal in _SEALS_WITHIN)):
        raise ReadError("encrypted", _OFFICE, form)
    if not data.startswith(OLE):
        return
    if "DRMEncryptedDataSpace".encode("utf-16-le") in data:
        raise ReadError("encrypted", _RIGHTS, form)
    if "EncryptedPackage".encode("utf-16-le") in data or _locked(data):
        raise ReadError("encrypted", PASSWORD, form)


def _locked(data: bytes) -> bool:
    """Tell whether the Word stream of a compound file says that a password locks it."""
    try:
        start = _word_stream(data)
        return start is not None and bool(
            struct.unpack_from("<H", data, start + 10)[0] & _ENCRYPTED
        )
    except struct.error:
        return False  # damaged: another reader will say so


def _word_stream(data: bytes) -> int | None:
    """The place of the stream WordDocument in a compound file (MS-CFB), None where it has none."""
    shift: int = struct.unpack_from("<H", data, 30)[0]
    if shift not in _SHIFTS:
        return None
    size = 1 << shift
    table = [sector for sector in struct.unpack_from("<109I", data, 76) if sector < _FREE]
    sector = struct.unpack_from("<I", data, 48)[0]
    per = size // 4
    for _ in range(_SECTORS):
        if sector >= _FREE:
            break
        at = (sector + 1) * size
        for entry in range(at, at + size, 128):
            name = data[entry : entry + struct.unpack_from("<H", data, entry + 64)[0]]
            if name.rstrip(b"\0") == "WordDocument".encode("utf-16-le").rstrip(b"\0"):
                first: int = struct.unpack_from("<I", data, entry + 116)[0]
                return (first + 1) * size
        if sector // per >= len(table):
            break
        place = (table[sector // per] + 1) * size + 4 * (sector % per)
        sector = struct.unpack_from("<I", data, place)[0]
    return None
