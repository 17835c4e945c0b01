# SPDX-License-Identifier: Apache-2.0
"""What a resampling does to each class, as the Java library tells it in JSON."""

import html
import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, List, Optional, Tuple

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
    removed: int = 0
    removedOriginal: int = 0
    removedSynthetic: int = 0

    @property
    def has(self) -> int:
        """Rows of the class in the output."""
        gone = self.removed + self.removedOriginal + self.removedSynthetic
        return self.had + self.made - gone

    def _cells(self) -> Tuple[str, ...]:
        effective = f"{self.effectiveK:.2f}" if self.effectiveK else ""
        counts = (f"{self.had:,}", f"{self.made:,}", f"{self.has:,}", str(self.kNeighbors))
        return (self.label, *counts, self.search, effective, self.note)


@dataclass(frozen=True)
class Prior:
    """The share of a class among all rows, before and after a resampling."""

    label: str
    before: float
    after: float

    @property
    def oddsRatio(self) -> float:
        """The odds before over the odds after; below 1 for a class that grew more than others."""
        if self.before == self.after:
            return 1.0
        return self.before / (1 - self.before) / (self.after / (1 - self.after))

    def restore(self, probability: Any) -> Any:
        """The probability that a linear model would have said without the resampling.

        Takes a number, an array of NumPy, or a column of Spark. Trees and forests do not follow the
        rule: calibrate them on rows that were not resampled.
        """
        weighed = probability * self.oddsRatio
        return weighed / (weighed + 1 - probability)


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
        classes = [
            ClassRows(**{name: rows[name] for name in names if name in rows})
            for rows in data["classes"]
        ]
        return SmoteSummary(data["invalidRows"], tuple(classes))

    @property
    def made(self) -> int:
        """Synthetic rows of all classes."""
        return sum(rows.made for rows in self.classes)

    @property
    def priors(self) -> Tuple[Prior, ...]:
        """The shares of the classes before and after; empty if there are no rows."""
        had = sum(rows.had for rows in self.classes)
        has = sum(rows.has for rows in self.classes)
        if had == 0 or has == 0:
            return ()
        return tuple(Prior(rows.label, rows.had / had, rows.has / has) for rows in self.classes)

    def to_pandas(self) -> "pandas.DataFrame":
        """A row per class."""
        import pandas

        return pandas.DataFrame([{**asdict(rows), "has": rows.has} for rows in self.classes])

    def __str__(self) -> str:
        lines = [_line(*_HEADS)] + [_line(*rows._cells()) for rows in self.classes]
        return "\n".join(lines + self._removed() + self._priors()) + "\n"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in _HEADS)
        body = "".join(f"<tr>{_row(rows)}</tr>" for rows in self.classes)
        invalid = f"<p>{self.invalidRows:,} invalid rows</p>" if self.invalidRows else ""
        more = "".join(
            f"<p>{_lines(part)}</p>" for part in (self._removed(), self._priors()) if part
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"{table}{invalid}{more}"

    def _removed(self) -> List[str]:
        cleaned = [rows for rows in self.classes if rows.removedOriginal + rows.removedSynthetic]
        return ["Removed by cleaning:", *map(_cleaned, cleaned)] if cleaned else []

    def _priors(self) -> List[str]:
        both = zip(self.priors, self.classes)
        grown = [_prior(prior) for prior, rows in both if rows.made]
        return [_PRIORS_CHANGED, *grown] if grown else []


def _lines(texts: List[str]) -> str:
    return "<br/>".join(html.escape(text.strip()) for text in texts)


def _cleaned(rows: ClassRows) -> str:
    original = f"{rows.removedOriginal:,} of {rows.had:,} original"
    synthetic = f"{rows.removedSynthetic:,} of {rows.made:,} synthetic rows"
    return f"  {rows.label}: {original}, {synthetic}"


def _row(rows: ClassRows) -> str:
    return "".join(f"<td>{html.escape(cell)}</td>" for cell in rows._cells())


def _line(*cells: Any) -> str:
    text = "{:<20} {:>14} {:>14} {:>14} {:>4}  {:<12} {:>6}  {}".format(*cells)
    return text.rstrip()


def _digits(number: float) -> str:
    """Four significant digits, with zeros at the end, as Java prints them."""
    return f"{number:#.4g}".rstrip(".")


def _prior(prior: Prior) -> str:
    before, after = (_digits(100 * share) for share in (prior.before, prior.after))
    return (
        f"  {prior.label}: {before} % of the rows before, {after} % after; of a linear model's p"
        f" restore p w / (p w + 1 - p), w = {_digits(prior.oddsRatio)}"
    )


@dataclass(frozen=True)
class CleanedClass:
    """One class: rows before a cleaning, rows that it removes, and rows that stay."""

    label: str
    before: int
    removed: int
    after: int
    note: str


@dataclass(frozen=True)
class Agreement:
    """How many rows were checked by exact neighbours, and of how many the verdict is the same."""

    sampled: int
    agreed: int
    share: float


@dataclass(frozen=True)
class CleaningSummary:
    """What a cleaning removes of each class, and how exact that is, if it was checked."""

    classes: List[CleanedClass]
    agreement: Optional[Agreement] = None

    @property
    def removed(self) -> int:
        """Rows that go, of all classes."""
        return sum(found.removed for found in self.classes)

    @staticmethod
    def from_json(text: str) -> "CleaningSummary":
        """What Java told."""
        told = json.loads(text)
        checked = told.get("agreement")
        classes = [CleanedClass(**found) for found in told["classes"]]
        return CleaningSummary(classes, Agreement(**checked) if checked else None)

    def to_pandas(self) -> "pandas.DataFrame":
        """The classes as a DataFrame of pandas."""
        import pandas

        return pandas.DataFrame([asdict(found) for found in self.classes])
