# SPDX-License-Identifier: Apache-2.0
"""Samplers that take rows away which their neighbours speak against."""

from pyspark.ml.util import MLReadable

from sparksmote._stage import JavaSampler
from sparksmote._taker_params import (
    DEFAULTS,
    EditedNearestNeighboursArguments,
    EditedNearestNeighboursParams,
    EditedNearestNeighboursSetters,
    TomekLinksArguments,
    TomekLinksParams,
    TomekLinksSetters,
)

__all__ = ["EditedNearestNeighbours", "TomekLinks"]


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
