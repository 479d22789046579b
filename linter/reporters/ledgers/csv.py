"""Ledgers as CSV, UTF-8: several stand below each other, each under its name."""

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from linter.reporters.ledgers.model import Entry, Ledger
from linter.reporters.ledgers.safety import is_formula, plain
from linter.subjects.quantities.quantities import Comparator

_BOUNDS = "".join(one.value for one in Comparator)


def as_csv(ledgers: Sequence[Ledger]) -> str:
    """Return the ledgers as text. What a spreadsheet would run as a formula has a ' before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for i, ledger in enumerate(ledgers):
        if len(ledgers) > 1:
            writer.writerows([[], [ledger.name]] if i else [[ledger.name]])
        writer.writerow(ledger.columns)
        writer.writerows([_shown(entry) for entry in row] for row in ledger.rows)
    return out.getvalue()


def _shown(entry: Entry) -> str:
    value = entry.value
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{plain(value)}" if is_formula(value) else plain(value)
    if isinstance(value, date):
        return _date(value, entry.form)
    return _figure(value, entry.form)


def _figure(value: int | Decimal, form: str) -> str:
    """A number with the bound and the places that its format shows: "≥"0.0 for ≥95.0."""
    if not form:
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    digits = form.replace('"', "").strip("〔〕" + _BOUNDS)
    places = len(digits.partition(".")[2])
    return form.replace('"', "").replace(digits, f"{value:.{places}f}")


def _date(value: date, form: str) -> str:
    """As exactly as the draft tells it."""
    shown = (("yyyy", f"{value.year}"), ("m", f"{value.month}"), ("d", f"{value.day}"))
    words = form
    for code, number in shown:
        words = words.replace(f'{code}"', f'{number}"')
    return words.replace('"', "")
