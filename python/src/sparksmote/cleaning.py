# SPDX-License-Identifier: Apache-2.0
"""Samplers that take rows away which their neighbours speak against."""

from typing import TYPE_CHECKING

from pyspark.ml.util import MLReadable

from sparksmote._errors import SparkSmoteError, translated
from sparksmote._jvm import is_remote
from sparksmote._stage import JavaSampler
from sparksmote._summary import CleaningSummary
from sparksmote._taker_params import (
    DEFAULTS,
    AllKNNArguments,
    AllKNNParams,
    AllKNNSetters,
    EditedNearestNeighboursArguments,
    EditedNearestNeighboursParams,
    EditedNearestNeighboursSetters,
    NeighbourhoodCleaningArguments,
    NeighbourhoodCleaningParams,
    NeighbourhoodCleaningSetters,
    RepeatedEditedNearestNeighboursArguments,
    RepeatedEditedNearestNeighboursParams,
    RepeatedEditedNearestNeighboursSetters,
    TomekLinksArguments,
    TomekLinksParams,
    TomekLinksSetters,
)

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = [
    "AllKNN",
    "EditedNearestNeighbours",
    "NeighbourhoodCleaning",
    "RepeatedEditedNearestNeighbours",
    "TomekLinks",
]


class _Cleaner(JavaSampler):
    """What samplers that clean have in common."""

    def summary(self, dataset: "DataFrame", checkedRows: int = 0) -> CleaningSummary:
        """What is removed of a DataFrame, by class; runs the jobs of a cleaning.

        checkedRows: rows of a sample, at most, whose verdicts are compared with those of exact
            neighbours; not for NeighbourhoodCleaning.
        """
        if is_remote():
            raise SparkSmoteError(
                "a cleaning cannot be summed up over Spark Connect. Use a classic session, or set"
                " flagCol and count."
            )
        with translated():
            self._transfer_params_to_java()
            return CleaningSummary.from_json(
                self._java_obj.summary(dataset._jdf, checkedRows).toJson()
            )


class AllKNN(
    AllKNNArguments,
    AllKNNSetters,
    AllKNNParams,
    _Cleaner,
    MLReadable["AllKNN"],
):
    """Edited nearest neighbours with one neighbour, then with two, up to k."""

    _java_class = "cleaning.AllKNN"
    _arguments = AllKNNArguments
    _defaults = DEFAULTS["AllKNN"]


class EditedNearestNeighbours(
    EditedNearestNeighboursArguments,
    EditedNearestNeighboursSetters,
    EditedNearestNeighboursParams,
    _Cleaner,
    MLReadable["EditedNearestNeighbours"],
):
    """Removes rows whose k nearest rows are not all, or not most often, of their class."""

    _java_class = "cleaning.EditedNearestNeighbours"
    _arguments = EditedNearestNeighboursArguments
    _defaults = DEFAULTS["EditedNearestNeighbours"]


class NeighbourhoodCleaning(
    NeighbourhoodCleaningArguments,
    NeighbourhoodCleaningSetters,
    NeighbourhoodCleaningParams,
    _Cleaner,
    MLReadable["NeighbourhoodCleaning"],
):
    """Removes what edited neighbours do, and rows that mislead the smallest class."""

    _java_class = "cleaning.NeighbourhoodCleaning"
    _arguments = NeighbourhoodCleaningArguments
    _defaults = DEFAULTS["NeighbourhoodCleaning"]


class RepeatedEditedNearestNeighbours(
    RepeatedEditedNearestNeighboursArguments,
    RepeatedEditedNearestNeighboursSetters,
    RepeatedEditedNearestNeighboursParams,
    _Cleaner,
    MLReadable["RepeatedEditedNearestNeighbours"],
):
    """Edited nearest neighbours, until nothing goes any more."""

    _java_class = "cleaning.RepeatedEditedNearestNeighbours"
    _arguments = RepeatedEditedNearestNeighboursArguments
    _defaults = DEFAULTS["RepeatedEditedNearestNeighbours"]


class TomekLinks(
    TomekLinksArguments,
    TomekLinksSetters,
    TomekLinksParams,
    _Cleaner,
    MLReadable["TomekLinks"],
):
    """Removes rows that are in a Tomek link: two of different classes, each nearest to the other."""

    _java_class = "cleaning.TomekLinks"
    _arguments = TomekLinksArguments
    _defaults = DEFAULTS["TomekLinks"]
