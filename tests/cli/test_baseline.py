"""planlint baseline, and check against one, end to end."""

import json
import random
from pathlib import Path
from typing import Any

from bench.accuracy.samples import planted_text
from tests.diagnosis.test_fingerprints import edited
from tests.helpers import Run

FILE = ".planlint-baseline.json"


def test_a_known_defect_is_carried_and_a_new_one_is_found(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    written = planlint("baseline", "write", faulty)
    assert (written.returncode, "1 条" in written.stdout) == (0, True)
    same = planlint("check", faulty, "--baseline", FILE)
    assert same.returncode == 0
    assert "基线已有 1 个" in same.stdout
    faulty.write_text(faulty.read_text("utf-8") + "\n合埋安排资金，落实责任。\n", "utf-8")
    more = planlint("check", faulty, "--baseline", FILE, "--format", "json")
    report = json.loads(more.stdout)
    assert more.returncode == 1
    assert [d["quote"] for d in report["files"][0]["diagnostics"]] == ["合埋"]
    assert (report["summary"]["carried"], report["summary"]["stale"]) == (1, 0)


def test_prune_and_show(planlint: Run, faulty: Path) -> None:
    planlint("baseline", "write", faulty)
    shown = planlint("baseline", "show").stdout
    assert "BOX001" in shown
    assert "专栏2" in shown
    faulty.write_text(faulty.read_text("utf-8").replace("专栏2", "专栏1"), "utf-8")
    told = planlint("check", faulty, "--baseline", FILE).stdout
    assert "1 条已不再出现" in told
    assert "删去 1 条，剩 0 条" in planlint("baseline", "prune").stdout
    assert "共 0 条" in planlint("baseline", "show", faulty).stdout


def test_write_keeps_the_other_drafts(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(faulty.read_text("utf-8"), "utf-8")
    planlint("baseline", "write", faulty)
    planlint("baseline", "write", other)
    files = json.loads((tmp_path / FILE).read_text("utf-8"))["files"]
    assert list(files) == ["faulty.md", "other.md"]


def test_what_is_no_baseline_is_a_usage_error_and_is_not_overwritten(
    planlint: Run, faulty: Path
) -> None:
    before = faulty.read_bytes()
    for arguments in (
        ("check", faulty, "--baseline", "missing.json"),
        ("check", faulty, "--baseline", faulty),
        ("baseline", "write", faulty, "--file", faulty),
        ("baseline", "show"),
    ):
        done = planlint(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith("planlint: ")
    assert faulty.read_bytes() == before


def test_an_unread_draft_exits_2_and_the_others_are_written(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    done = planlint("baseline", "write", faulty, tmp_path / "empty.md")
    assert done.returncode == 2
    assert "empty.md" in done.stderr
    assert "BOX001" in planlint("baseline", "show").stdout


def _findings(planlint: Run, draft: Path, *arguments: str) -> list[dict[str, Any]]:
    report = json.loads(planlint("check", draft, "--format", "json", *arguments).stdout)
    found: list[dict[str, Any]] = report["files"][0]["diagnostics"]
    return found


def _places(found: list[dict[str, Any]]) -> dict[tuple[str, ...], set[str]]:
    places: dict[tuple[str, ...], set[str]] = {}
    for d in found:
        places.setdefault((d["rule"], d["quote"], d["excerpt"]), set()).add(d["fingerprint"])
    return places


def test_twenty_paragraphs_moved_and_fifty_inserted(planlint: Run, tmp_path: Path) -> None:
    draft = tmp_path / "方案.md"
    source = planted_text("city-action-plan")
    draft.write_text(source, "utf-8")
    before = _places(_findings(planlint, draft))
    planlint("baseline", "write", draft)
    moved = edited(source, random.Random(5))
    draft.write_text(moved + "\n部暑管网排查，建立问题台账。\n", "utf-8")
    after = _places(_findings(planlint, draft))
    untouched = before.keys() & after.keys()
    assert len(untouched) > 0.7 * len(before)  # what lost its list or its label is another matter
    assert {place: before[place] for place in untouched} == {p: after[p] for p in untouched}
    new = _places(_findings(planlint, draft, "--baseline", FILE))
    assert ("TRM001", "部暑") in {place[:2] for place in new}
    assert not untouched & new.keys()
    shown = planlint("check", draft, "--baseline", FILE).stdout
    assert f"基线已有 {sum(map(len, after.values())) - sum(map(len, new.values()))} 个" in shown


def test_nothing_is_written_where_nothing_was_read(planlint: Run, tmp_path: Path) -> None:
    done = planlint("baseline", "write", "nowhere.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (tmp_path / FILE).exists()


def test_the_severity_that_is_configured_is_no_part_of_a_finding(
    planlint: Run, tmp_path: Path
) -> None:
    draft = tmp_path / "方案.md"
    draft.write_text("一、任务\n\n部署IPv6、IPV6设备，，建设DPXC平台。\n", "utf-8")
    before = _places(_findings(planlint, draft))
    assert {place[0] for place in before} == {"TRM002", "TRM003", "PUN003"}
    (tmp_path / ".planlint.yaml").write_text("severity: {ALL: info}\n", "utf-8")
    found = _findings(planlint, draft)
    assert {d["severity"] for d in found} == {"info"}
    assert _places(found) == before


def test_faults_e_write_says_how_to_use_it_and_the_configuration_does(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    written = planlint("baseline", "write", faulty).stdout
    line = "baseline: .planlint-baseline.json"
    assert f"在 .planlint.yaml 中写一行 {line}（或每次写 --baseline {FILE}）" in written
    (tmp_path / ".planlint.yaml").write_text(f"{line}\n", "utf-8")
    assert "基线已有 1 个" in planlint("check", faulty).stdout
    assert planlint("check", faulty, "--no-baseline").returncode == 1
    assert planlint("check", faulty, "--no-config").returncode == 1
    assert f"baseline: {FILE}  # .planlint.yaml:1" in planlint("config", "show").stdout
    again = planlint("baseline", "write", faulty).stdout
    assert again == f"已写入 {FILE}：1 个文件，1 条\n"


def test_a_baseline_of_another_name_is_quoted_where_yaml_needs_it(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    (tmp_path / "下").mkdir()
    name = "下/已知: 问题 #1.json"
    (hint,) = planlint("baseline", "write", faulty, "--file", name).stdout.splitlines()[1:]
    assert "在 下/.planlint.yaml 中写一行 " in hint
    line = hint.partition("一行 ")[2].partition("（或")[0]
    (tmp_path / "下" / ".planlint.yaml").write_text(line + "\n", "utf-8")
    draft = tmp_path / "下" / "faulty.md"
    draft.write_bytes(faulty.read_bytes())
    assert "基线已有 1 个" in planlint("check", draft).stdout


def test_drafts_of_two_folders_have_their_own_baselines(
    planlint: Run, tmp_path: Path, faulty: Path
) -> None:
    for name in ("甲", "乙", "丙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "稿.md").write_bytes(faulty.read_bytes())
    for name in ("甲", "乙"):
        (tmp_path / name / ".planlint.yaml").write_text("baseline: 已知.json\n", "utf-8")
        assert "，1 条" in planlint("baseline", "write", f"{name}/稿.md").stdout
        assert (tmp_path / name / "已知.json").exists()
    report = json.loads(planlint("check", "甲", "乙", "丙", "--format", "json").stdout)
    assert [len(file["diagnostics"]) for file in report["files"]] == [0, 0, 1]


def test_faults_e_prune_knows_a_renamed_draft(planlint: Run, tmp_path: Path, faulty: Path) -> None:
    faulty.write_text(faulty.read_text("utf-8") + "\n合埋安排资金，部暑工作。\n", "utf-8")
    other = tmp_path / "另一稿.md"
    other.write_text("一、任务\n\n推进节水，，落实责任。\n", "utf-8")
    gone = tmp_path / "不再有.md"
    gone.write_text("一、任务\n\n推进节能，，降低能耗。\n", "utf-8")
    planlint("baseline", "write", ".")
    gone.unlink()
    fresh = tmp_path / "新稿.md"
    fresh.write_text(other.read_text("utf-8").replace("节水", "绿化"), "utf-8")
    new = tmp_path / "二稿" / "faulty2.md"
    new.parent.mkdir()
    faulty.rename(new)
    new.write_text(new.read_text("utf-8").replace("部暑", "部署"), "utf-8")
    done = planlint("baseline", "prune")
    assert done.returncode == 0
    assert "faulty.md → 二稿/faulty2.md：已改名，记录随新的名称" in done.stdout
    assert "删去 2 条，剩 3 条" in done.stdout
    assert list(json.loads((tmp_path / FILE).read_text("utf-8"))["files"]) == [
        "二稿/faulty2.md",
        "另一稿.md",
    ]
    assert "基线已有 2 个" in planlint("check", new, "--baseline", FILE).stdout
