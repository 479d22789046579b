"""What a run decides for every draft of an archive: small, and the same for all its tasks."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from linter.catalogue.language import Lang
from linter.readers.view import View
from linter.settings.layers import Layer, Said
from linter.settings.session import COMMAND_LINE, Session, command_line

RUNNING = ".running-"


@dataclass(frozen=True, slots=True)
class Order:
    """Paths are absolute, as every worker sees them. `code` tells one state of planlint from
    another, `token` one run from another; `seconds` is what a draft may take."""

    folder: str
    out: str
    token: str
    code: str
    seconds: float
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    isolated: bool = False
    lang: str | None = None
    view: str | None = None

    def session(self) -> Session:
        """The configurations of the drafts, with what the command line says above them."""
        extra = Path(self.config) if self.config is not None else None
        return Session(self._last(), extra, isolated=self.isolated)

    def _last(self) -> Layer:
        values: dict[tuple[str, ...], Said[Any]] = {}
        if self.lang is not None:
            values[("lang",)] = Said(Lang(self.lang), COMMAND_LINE)
        if self.view is not None:
            values[("view",)] = Said(View(self.view), COMMAND_LINE)
        return replace(command_line(self.select, self.ignore), values=values)

    @property
    def running(self) -> Path:
        """The file that is there as long as the run is: workers look for it before every draft."""
        return Path(self.out, RUNNING + self.token)


def new_token() -> str:
    """A name for a run that no other has."""
    return secrets.token_hex(8)
