"""The catalogue is honest: every fault is a load error, and all are shown together."""

from pathlib import Path

import pytest
import yaml

from linter.catalogue.load import builtin_rules, load_rules
from linter.text.shipped import CatalogueError

SOUND = {
    "id": "BOX001",
    "name": "box-reference-unresolved",
    "title": "引用的专栏不存在",
    "severity": "error",
    "check": "boxes.boxes.reference_unresolved",
    "message": "{words}",
    "message_en": "{words}",
    "why": "…",
    "bad": "见‹专栏1›。",
    "good": "无。",
}


def _load(tmp_path: Path, *entries: object) -> object:
    path = tmp_path / "pack.yaml"
    path.write_text(yaml.safe_dump(list(entries), allow_unicode=True), "utf-8")
    return load_rules([path])


def test_a_sound_entry_loads(tmp_path: Path) -> None:
    (rule,) = _load(tmp_path, SOUND)  # type: ignore[misc]
    assert rule.pack == "pack"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"check": "structure.boxes.nothing"}, "boxes.nothing"),
        ({"check": "nowhere.at_all"}, "nowhere.at_all"),
        ({"check": "structure.boxes.title_span"}, "不存在"),
        ({"options": {"colour": 1}}, "colour"),
        ({"severity": "fatal"}, "fatal"),
        ({"variants": {"weak": {"severity": "mild"}}}, "mild"),
        ({"bad": ""}, "bad"),
        ({"good": []}, "good"),
        ({"id": "B1"}, "B1"),
        ({"colour": "red"}, "colour"),
        ({"examples": "pdf"}, "pdf"),
        ({"check": "look.peers.mixed_fonts", "options": {"roles": ["chorus"]}}, "chorus"),
    ],
)
def test_a_fault_is_a_load_error(tmp_path: Path, change: dict[str, object], words: str) -> None:
    with pytest.raises(CatalogueError, match=words):
        _load(tmp_path, SOUND | change)


def test_all_faults_are_shown_together(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        _load(tmp_path, SOUND | {"check": "a.b"}, SOUND | {"severity": "x"}, "text")
    assert len(str(caught.value).splitlines()) == 3


def test_a_code_used_twice_is_a_load_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="用了两次"):
        _load(tmp_path, SOUND, SOUND)


def test_malformed_yaml_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("- id: [", "utf-8")
    with pytest.raises(CatalogueError, match="broken"):
        load_rules([path])


def test_every_message_can_be_said_in_both_languages() -> None:
    for rule in builtin_rules():
        for wording in (rule.wording, *rule.variants.values()):
            assert len(set(wording.message.values())) == 2, rule.id
