"""Older formats: through LibreOffice where it is installed, else one message that helps."""

import errno
import os
import stat
import tempfile
import time
from pathlib import Path

import pytest

from linter.document.model import Document
from linter.engine.check import check_path
from linter.readers.errors import ReadError
from linter.readers.load import format_of, load, read_bytes
from linter.readers.office import libreoffice
from linter.readers.options import Limits, ReadOptions
from linter.settings.effective import Settings
from tests.readers.docx.fixtures import p, table, tc, tr, word
from tests.readers.soffice import needs_soffice, standing_in
from tests.shared import needs_shared, shared

GRID = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
WIDE = '<w:tcW w:w="4000" w:type="dxa"/>'
BODY = (
    p("某市智慧水利建设规划（2026—2030年）")
    + p("一、总体要求")
    + p("到2030年，建成数字孪生流域3个，见专栏1。")
    + table(tr(tc(p("专栏1　重大工程") + p("1.建设监测站网。"))))
    + p("二、保障措施")
    + table(GRID, tr(tc("指标", WIDE), tc("2030年", WIDE)), tr(tc("率（%）", WIDE), tc("95", WIDE)))
    + p("市水利局负责解释。")
)
DRAFTS = Path(__file__).parent / "drafts"  # BODY as LibreOffice 7.4 saves it
REAL = [*shared("corpus/more/sh_opendata_2014.doc"), *shared("nasty/public/SimpleMacro*.doc")]
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")


def text(document: Document) -> list[str]:
    return [getattr(node, "line", node.text) for node in document.nodes()]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the system's temporary one."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a shell script in the place of LibreOffice."""
    path = folder / "office"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PLANLINT_SOFFICE", str(path))


def error(data: bytes, form: str, options: ReadOptions | None = None) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(f"draft.{form}", data, form, options or ReadOptions())
    return caught.value


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What LibreOffice makes of the old drafts and of a real one, in one start."""
    drafts = [DRAFTS / f"old.{form}" for form in ("doc", "rtf", "odt")]
    return standing_in([*drafts, *REAL], tmp_path_factory.mktemp("office"))


@needs_soffice
@pytest.mark.parametrize(
    ("name", "form"),
    [
        *(("old.doc", form) for form in ("doc", "wps", "docx", "dot", "wpt")),
        *(("old.rtf", form) for form in ("rtf", "doc", "docx")),
        ("old.odt", "odt"),
    ],
)
def test_converted_drafts_read_like_the_original(
    name: str, form: str, office: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the file is called: its content says what it is."""
    monkeypatch.setenv("PLANLINT_SOFFICE", str(office))
    found = read_bytes(f"draft.{form}", (DRAFTS / name).read_bytes(), format_of(f"draft.{form}"))
    expected = read_bytes("draft.docx", word(BODY), "docx")
    assert found.format == name[4:]
    assert text(found) == text(expected)
    assert [box.name for box in found.boxes()] == ["重大工程"]
    assert not list(temporary.iterdir())


@needs_soffice
def test_the_program_itself_is_run(temporary: Path) -> None:
    found = read_bytes("draft.doc", (DRAFTS / "old.doc").read_bytes(), "doc")
    assert text(found) == text(read_bytes("draft.docx", word(BODY), "docx"))
    assert not list(temporary.iterdir())


@needs_soffice
@needs_shared
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_old_draft_is_checked(
    path: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them with macros."""
    monkeypatch.setenv("PLANLINT_SOFFICE", str(office))
    report = check_path(path, Settings(()))
    assert (report.error, report.format) == (None, "doc")


@pytest.mark.parametrize("form", ["doc", "wps", "rtf"])
def test_a_docx_by_another_name_needs_no_conversion(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    assert text(read_bytes(f"draft.{form}", word(BODY), form))[1] == "一、总体要求"


@pytest.mark.parametrize("form", ["doc", "wps", "rtf", "odt"])
def test_missing_program_says_how_to_save(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    found = error(b"x", form)
    assert (found.kind, found.format) == ("needs-libreoffice", form)
    assert "*.docx" in found.message
    assert "\n" not in found.message


def test_program_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANLINT_SOFFICE", str(tmp_path / "none"))
    found = error(b"x", "doc")
    assert found.kind == "needs-libreoffice"
    assert "无法启动（文件或所在的文件夹不存在）" in found.message


def test_a_temporary_folder_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    program(tmp_path, "exit 0", monkeypatch)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    found = error(b"x", "doc")
    assert found.kind == "conversion-failed"
    assert "（磁盘已满）" in found.message


def test_time_limit_ends_the_program_and_what_it_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(
        tmp_path,
        f"echo $$ > {tmp_path}/pid\nsleep 30 &\necho $! >> {tmp_path}/pid\nwait",
        monkeypatch,
    )
    options = ReadOptions(limits=Limits(conversion_seconds=0.5))
    started = time.monotonic()
    assert error(b"x", "doc", options).kind == "timeout"
    assert time.monotonic() - started < 15
    for pid in map(int, (tmp_path / "pid").read_text().split()):
        assert not _runs(pid)
    assert not list(temporary.iterdir())


def _runs(pid: int) -> bool:
    """Whether a process is still at work; one that ended and waits to be reaped is not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat")
        return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


@pytest.mark.parametrize("script", ["exit 0", "exit 1", "echo x > draft.docx"])
def test_no_output_is_a_failure_whatever_the_exit_code(
    script: str, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f"cd {tmp_path}\n{script}", monkeypatch)
    found = error(b"x", "doc")
    assert (found.kind, found.format) == ("conversion-failed", "doc")
    assert not list(temporary.iterdir())


def test_output_that_is_no_docx_is_refused(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The arguments end with --outdir FOLDER SOURCE."""
    script = 'for last; do out="$before"; before="$last"; done\nmkdir -p "$out"\n'
    script += 'echo x > "$out/draft.docx"'
    program(tmp_path, script, monkeypatch)
    assert error(b"x", "doc").kind == "not-zip"
    assert not list(temporary.iterdir())


def test_two_conversions_have_two_profiles(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f'echo "$1" >> {tmp_path}/profiles', monkeypatch)
    for _ in range(2):
        error(b"x", "doc")
    profiles = (tmp_path / "profiles").read_text().split()
    assert len(set(profiles)) == 2
    assert all(str(temporary) in profile for profile in profiles)


def test_old_draft_renamed_to_docx_without_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    path = tmp_path / "draft.docx"
    path.write_bytes(OLD_WORD)
    with pytest.raises(ReadError) as caught:
        load(path)
    assert (caught.value.kind, caught.value.format) == ("legacy-doc", "docx")
    assert "另存为" in caught.value.message


@pytest.mark.parametrize("form", ["doc", "docx", "wps"])
def test_web_page_by_another_name(form: str) -> None:
    page = "<html><body><p>一、总体要求</p></body></html>".encode()
    assert text(read_bytes(f"draft.{form}", page, form)) == ["一、总体要求"]
    archive = b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n"
    assert error(archive, form).kind == "web-archive"


def test_what_is_converted_has_bounds_too(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'for last; do out="$before"; before="$last"; done\nmkdir -p "$out"\n'
    script += 'head -c 3000 /dev/zero > "$out/draft.docx"'
    program(tmp_path, script, monkeypatch)
    assert error(b"x", "doc", ReadOptions(limits=Limits(file_bytes=2000))).kind == "too-big"
    assert not list(temporary.iterdir())


def test_protected_old_draft_is_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "to_docx", lambda *a, **k: pytest.fail("converted"))
    protected = OLD_WORD + "EncryptedPackage".encode("utf-16-le")
    assert error(protected, "doc").kind == "encrypted"
