"""The ledgers of a draft, by the words by which the command line asks for them."""

from collections.abc import Callable
from pathlib import Path

from linter.plan.plan import Plan
from linter.reporters.ledgers.indicators import indicator_ledger
from linter.reporters.ledgers.model import Ledger
from linter.reporters.ledgers.tasks import task_ledger
from linter.reporters.names import LedgerKind

_MAKERS: dict[LedgerKind, Callable[[Plan], Ledger]] = {
    LedgerKind.INDICATORS: indicator_ledger,
    LedgerKind.TASKS: task_ledger,
}


def ledgers(plan: Plan, kind: LedgerKind | None = None) -> list[Ledger]:
    """Return the ledger of a kind, all of them where none is named."""
    return [make(plan) for one, make in _MAKERS.items() if kind in (None, one)]


def title_of(plan: Plan) -> str:
    """What a book of ledgers is called: the title of its draft, else the name of the file."""
    title = plan.document.title
    return title.line if title else Path(plan.document.path).stem
