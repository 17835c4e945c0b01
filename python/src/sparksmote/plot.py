# SPDX-License-Identifier: Apache-2.0
"""Pictures of a resampling, with matplotlib: ``pip install 'sparksmote[plot]'``."""

from typing import TYPE_CHECKING, Any, List, Optional, Sequence, Tuple, Union

from sparksmote._errors import SparkSmoteError
from sparksmote._summary import SmoteSummary

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from sparksmote._smote import SmoteModel

Pair = Tuple[Sequence[float], Sequence[float]]

_ORIGINAL, _SYNTHETIC = "#4c78a8", "#f58518"


def _column(data: "DataFrame", name: str) -> str:
    """A name as Spark reads it: quoted, if a column is called so, else as it stands."""
    return "`" + name.replace("`", "``") + "`" if name in data.columns else name


def _columns(data: "DataFrame", features: Union[str, Sequence[str]]) -> List[str]:
    names = [features] if isinstance(features, str) else features
    return [_column(data, name) for name in names]


def _axes(ax: Optional[Any]) -> Any:
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise SparkSmoteError(
            "pictures need matplotlib. Install it with pip install 'sparksmote[plot]'."
        ) from error
    return pyplot.subplots()[1]


def counts(resampled: "Union[SmoteModel, SmoteSummary]", ax: Optional[Any] = None) -> Any:
    """Bars of the rows of each class: those it had, and the synthetic ones on top."""
    summary = resampled if isinstance(resampled, SmoteSummary) else resampled.summary
    ax = _axes(ax)
    labels = [rows.label for rows in summary.classes]
    had = [rows.had for rows in summary.classes]
    ax.bar(labels, had, color=_ORIGINAL, label="original")
    made = [rows.made for rows in summary.classes]
    ax.bar(labels, made, bottom=had, color=_SYNTHETIC, label="synthetic")
    ax.set_xlabel("class")
    ax.set_ylabel("rows")
    ax.legend()
    return ax


def _pair(value: Any) -> List[float]:
    """The first features of a vector or an array."""
    return [float(part) for part in (value.toArray() if hasattr(value, "toArray") else value)]


def _points(
    resampled: "DataFrame", features: Union[str, Sequence[str]], synthetic: str, limit: int
) -> Tuple[Pair, Pair]:
    """The two features of original and of synthetic rows, of at most so many rows each."""
    columns = _columns(resampled, features)
    flagged = _column(resampled, synthetic)
    made = []
    for flag in ("NOT ", ""):
        rows = resampled.filter(f"{flag}{flagged}").select(*columns).limit(limit).collect()
        points = [_pair(row[0]) if isinstance(features, str) else _pair(row) for row in rows]
        made.append(([point[0] for point in points], [point[1] for point in points]))
    return made[0], made[1]


def _segments(resampled: "DataFrame", provenance: str, limit: int) -> List[Tuple[Any, Any]]:
    """Names of base and partner of synthetic rows."""
    column = _column(resampled, provenance)
    rows = resampled.filter(f"{column} IS NOT NULL").select(f"{column}.*").limit(limit)
    return [(row["base"], row["partner"]) for row in rows.collect()]


def scatter(
    resampled: "DataFrame",
    features: Union[str, Sequence[str]] = "features",
    syntheticCol: str = "synthetic",
    *,
    idCol: Optional[str] = None,
    provenanceCol: Optional[str] = None,
    limit: int = 2000,
    ax: Optional[Any] = None,
) -> Any:
    """Original and synthetic rows by two features: a vector's first two, or two columns.

    With ``idCol`` and ``provenanceCol`` thin lines join base and partner of the synthetic rows.
    Of each kind at most ``limit`` rows come to the driver.
    """
    ax = _axes(ax)
    original, synthetic = _points(resampled, features, syntheticCol, limit)
    if idCol is not None and provenanceCol is not None:
        _lines(resampled, features, syntheticCol, idCol, provenanceCol, limit, ax)
    ax.scatter(*original, s=12, color=_ORIGINAL, label="original")
    ax.scatter(*synthetic, s=12, color=_SYNTHETIC, label="synthetic")
    names = ("first feature", "second feature") if isinstance(features, str) else features
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    ax.legend()
    return ax


def _lines(
    resampled: "DataFrame",
    features: Union[str, Sequence[str]],
    synthetic: str,
    idCol: str,
    provenance: str,
    limit: int,
    ax: Any,
) -> None:
    pairs = _segments(resampled, provenance, limit)
    wanted = sorted({str(name) for pair in pairs for name in pair if name is not None})
    columns, name = _columns(resampled, features), _column(resampled, idCol)
    rows = resampled.filter(f"NOT {_column(resampled, synthetic)}").filter(
        resampled[name].cast("string").isin(wanted)
    )
    places = {
        str(row[0]): (_pair(row[1]) if isinstance(features, str) else _pair(row[1:]))[:2]
        for row in rows.select(name, *columns).collect()
    }
    for base, partner in pairs:
        ends = [places[str(name)] for name in (base, partner) if str(name) in places]
        if len(ends) == 2:
            ax.plot(*zip(*ends), color="0.8", linewidth=0.6, zorder=0)
