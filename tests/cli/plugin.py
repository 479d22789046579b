"""A plugin as a package of another office would bring it."""

from pathlib import Path

from tests.helpers import ROOT


def installed(folder: Path, checks: str, rules: str) -> dict[str, str]:
    """Write an installed plugin into a folder; return the environment that has it."""
    site = folder / "site"
    package, info = site / "office_rules", site / "office_rules-1.dist-info"
    for place in (package, info):
        place.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: office-rules\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[planlint.rules]\noffice = office_rules:PLUGIN\n")
    (package / "__init__.py").write_text(
        "from pathlib import Path\nfrom linter.plugins import Plugin\n"
        "from office_rules import checks\n"
        "PLUGIN = Plugin([Path(__file__).parent / 'rules.yaml'], checks)\n"
    )
    (package / "checks.py").write_text(checks, "utf-8")
    (package / "rules.yaml").write_text(rules, "utf-8")
    return {"PYTHONPATH": f"{site}:{ROOT}"}
