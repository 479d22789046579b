"""How bad a finding is, and from where on findings make a run fail."""

from enum import StrEnum


class Severity(StrEnum):
    """Error: an office would be embarrassed to publish it. Warning: likely. Info: taste."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return {"error": 3, "warning": 2, "info": 1}[self.value]


class FailOn(StrEnum):
    """From which severity on findings make a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


SEVERITIES = {
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
    "info": {"zh": "提示", "en": "info"},
}
