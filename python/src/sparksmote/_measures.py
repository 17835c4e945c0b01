# SPDX-License-Identifier: Apache-2.0
"""What ImbalanceEvaluator finds, as the Java library tells it in JSON."""

import html
import json
from dataclasses import dataclass
from typing import Any, Dict, List, Optional

#: Measures of which less is better, and those that are best at a value in between.
SMALLER_IS_BETTER = ("brier", "logLoss", "expectedCalibrationError", "cost")
BEST_BETWEEN = ("calibrationSlope", "calibrationIntercept", "meanProbabilityRatio")


def _number(value: Optional[float], instead: float) -> float:
    return instead if value is None else float(value)


_UNDEFINED = float("nan")


@dataclass(frozen=True)
class ImbalanceMetrics:
    """All measures of some predictions; NaN where one is not defined.

    ``label`` is the class that was measured against all others and ``prevalence`` its share; NaN if
    all classes were measured.
    """

    rows: int
    label: float
    prevalence: float
    values: Dict[str, float]

    @classmethod
    def from_json(cls, text: str) -> "ImbalanceMetrics":
        """What Java told."""
        told = json.loads(text)
        values = {name: _number(value, _UNDEFINED) for name, value in told["values"].items()}
        label, prevalence = (_number(told[name], _UNDEFINED) for name in ("label", "prevalence"))
        return cls(told["rows"], label, prevalence, values)

    def __getitem__(self, name: str) -> float:
        """A measure by its name."""
        return self.values[name]

    def _head(self) -> str:
        if self.label != self.label:
            return f"{self.rows:,} rows, all classes"
        return f"{self.rows:,} rows, {100 * self.prevalence:.3f} % of class {self.label:g}"

    def __str__(self) -> str:
        lines = [f"{name:<26} {value:9.4f}" for name, value in self.values.items()]
        return "\n".join([self._head(), *lines])

    def _repr_html_(self) -> str:
        """A table, in notebooks."""
        rows = "".join(
            f"<tr><td>{html.escape(name)}</td><td>{value:.4f}</td></tr>"
            for name, value in self.values.items()
        )
        return f"<p>{self._head()}</p><table>{rows}</table>"


@dataclass(frozen=True)
class CurvePoint:
    """What a threshold leads to: scores from there on are called the class."""

    threshold: float
    falsePositiveRate: float
    recall: float
    precision: float
    called: float


@dataclass(frozen=True)
class ReliabilityBin:
    """Predictions with about the same probability, and how many of them belong to the class."""

    weight: float
    probability: float
    share: float


@dataclass(frozen=True)
class BestThreshold:
    """The best threshold of a measure, and what the measure is there."""

    threshold: float
    value: float
    point: CurvePoint


def _point(told: Dict[str, Any]) -> CurvePoint:
    # The first threshold is above all scores, which JSON has no number for.
    return CurvePoint(**{**told, "threshold": _number(told["threshold"], float("inf"))})


@dataclass(frozen=True)
class ImbalanceCurves:
    """Curves of predictions of one class, thinned for plotting.

    False-positive rate and recall of the points are the ROC curve, recall and precision the PR
    curve, called and recall the curve of gains; the bins are the reliability curve.
    """

    label: float
    points: List[CurvePoint]
    bins: List[ReliabilityBin]
    best: Dict[str, BestThreshold]

    @classmethod
    def from_json(cls, text: str) -> "ImbalanceCurves":
        """What Java told."""
        told = json.loads(text)
        best = {
            name: BestThreshold(
                _number(found["threshold"], float("inf")),
                _number(found["value"], _UNDEFINED),
                _point(found["point"]),
            )
            for name, found in told["best"].items()
        }
        bins = [ReliabilityBin(**found) for found in told["bins"]]
        return cls(told["label"], [_point(found) for found in told["points"]], bins, best)
