# SPDX-License-Identifier: Apache-2.0
"""What a ResamplingPipeline asks of a stage that changes training data."""

import threading
from abc import abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING, Iterator, List, Optional

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


_names = threading.local()


@contextmanager
def names_of(dataset: "DataFrame") -> Iterator[None]:
    """Names are compared as the session of a DataFrame compares them, in this thread."""
    before = getattr(_names, "exact", False)
    _names.exact = dataset.sparkSession.conf.get("spark.sql.caseSensitive") == "true"
    try:
        yield
    finally:
        _names.exact = before


def compared(name: str) -> str:
    """What is compared of a name: without regard to case, unless ``names_of`` says otherwise."""
    return name if getattr(_names, "exact", False) else name.lower()


def plain_name(column: str) -> str:
    """What is compared of the name of a column, which may be in quotes."""
    quoted = len(column) > 1 and column[0] == column[-1] == "`"
    return compared(column[1:-1].replace("``", "`") if quoted else column)


class Sampler:
    """A stage that adds or removes rows, which must happen to training data only.

    Mix it into an ``Estimator`` or ``Transformer`` to write a sampler of your own: a
    ``ResamplingPipeline`` asks ``fit_resample`` while it fits, and leaves the stage out of the model.
    """

    @abstractmethod
    def fit_resample(self, dataset: "DataFrame") -> "DataFrame":
        """The resampled rows."""

    def empty_columns(self, schema: "StructType") -> List[str]:
        """Columns in which rows that are added hold null; by default none."""
        return []

    def fit_resample_flagged(self, dataset: "DataFrame", flag: str) -> "Optional[DataFrame]":
        """The resampled rows with a column that is true in rows that were added, or None."""
        return None
