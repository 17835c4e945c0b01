# SPDX-License-Identifier: Apache-2.0
"""Samplers that take rows away which their neighbours speak against."""

from pyspark.ml.util import MLReadable

from sparksmote._stage import JavaSampler
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

__all__ = [
    "AllKNN",
    "EditedNearestNeighbours",
    "NeighbourhoodCleaning",
    "RepeatedEditedNearestNeighbours",
    "TomekLinks",
]


class AllKNN(
    AllKNNArguments,
    AllKNNSetters,
    AllKNNParams,
    JavaSampler,
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
    JavaSampler,
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
    JavaSampler,
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
    JavaSampler,
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
    JavaSampler,
    MLReadable["TomekLinks"],
):
    """Removes rows that are in a Tomek link: two of different classes, each nearest to the other."""

    _java_class = "cleaning.TomekLinks"
    _arguments = TomekLinksArguments
    _defaults = DEFAULTS["TomekLinks"]
