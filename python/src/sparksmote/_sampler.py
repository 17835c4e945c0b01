# SPDX-License-Identifier: Apache-2.0
"""What a ResamplingPipeline asks of a stage that changes training data."""

from abc import abstractmethod
from typing import TYPE_CHECKING, List, Optional

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


def plain_name(column: str) -> str:
    """The name of a column as Spark compares it by default: without its quotes, in lower case."""
    quoted = len(column) > 1 and column[0] == column[-1] == "`"
    return (column[1:-1].replace("``", "`") if quoted else column).lower()


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
