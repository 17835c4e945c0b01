# SPDX-License-Identifier: Apache-2.0
"""What a resampling does to each class, as the Java library tells it in JSON."""

import html
import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, List, Tuple

if TYPE_CHECKING:
    import pandas

_PRIORS_CHANGED = (
    "Probabilities of models fitted on these rows follow the new shares of the classes (trees and"
    " forests: calibrate on rows that were not resampled):"
)

_HEADS = ("class", "had", "made", "has", "k", "search", "eff. k", "note")


@dataclass(frozen=True)
class ClassRows:
    """One class: rows it had, rows that are made, and how they are made."""

    label: str
    had: int
    made: int
    kNeighbors: int
    search: str
    buckets: int
    effectiveK: float
    note: str

    @property
    def has(self) -> int:
        """Rows of the class in the output."""
        return self.had + self.made

    def _cells(self) -> Tuple[str, ...]:
        effective = f"{self.effectiveK:.2f}" if self.effectiveK else ""
        counts = (f"{self.had:,}", f"{self.made:,}", f"{self.has:,}", str(self.kNeighbors))
        return (self.label, *counts, self.search, effective, self.note)


@dataclass(frozen=True)
class NeighborQuality:
    """How near an approximate search came to the exact one, on a sample of rows of a class."""

    sampled: int
    recall: float
    meanDistanceRatio: float
    ks: float
    effectiveK: float


@dataclass(frozen=True)
class SmoteSummary:
    """What a resampling does to each class; printed it is a table."""

    invalidRows: int
    classes: Tuple[ClassRows, ...]

    @staticmethod
    def from_json(text: str) -> "SmoteSummary":
        """Reads what Java writes."""
        data = json.loads(text)
        names = [field.name for field in fields(ClassRows)]
        classes = [ClassRows(**{name: rows[name] for name in names}) for rows in data["classes"]]
        return SmoteSummary(data["invalidRows"], tuple(classes))

    @property
    def made(self) -> int:
        """Synthetic rows of all classes."""
        return sum(rows.made for rows in self.classes)

    def to_pandas(self) -> "pandas.DataFrame":
        """A row per class."""
        import pandas

        return pandas.DataFrame([{**asdict(rows), "has": rows.has} for rows in self.classes])

    def __str__(self) -> str:
        lines = [_line(*_HEADS)] + [_line(*rows._cells()) for rows in self.classes]
        return "\n".join(lines + self._priors()) + "\n"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in _HEADS)
        body = "".join(f"<tr>{_row(rows)}</tr>" for rows in self.classes)
        invalid = f"<p>{self.invalidRows:,} invalid rows</p>" if self.invalidRows else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{invalid}"

    def _priors(self) -> List[str]:
        had = sum(rows.had for rows in self.classes)
        has = had + self.made
        grown = [_prior(rows, had, has) for rows in self.classes if rows.made]
        return [_PRIORS_CHANGED, *grown] if grown else []


def _row(rows: ClassRows) -> str:
    return "".join(f"<td>{html.escape(cell)}</td>" for cell in rows._cells())


def _line(*cells: Any) -> str:
    text = "{:<20} {:>14} {:>14} {:>14} {:>4}  {:<12} {:>6}  {}".format(*cells)
    return text.rstrip()


def _digits(number: float) -> str:
    """Four significant digits, with zeros at the end, as Java prints them."""
    return f"{number:#.4g}".rstrip(".")


def _prior(rows: ClassRows, had: int, has: int) -> str:
    before, after = rows.had / had, rows.has / has
    ratio = 1.0 if before == after else before / (1 - before) / (after / (1 - after))
    return (
        f"  {rows.label}: {_digits(100 * before)} % of the rows before, {_digits(100 * after)} %"
        f" after; of a linear model's p restore p w / (p w + 1 - p), w = {_digits(ratio)}"
    )
