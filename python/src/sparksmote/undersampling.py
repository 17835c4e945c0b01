# SPDX-License-Identifier: Apache-2.0
"""Samplers that make large classes smaller."""

from pyspark.ml.util import MLReadable

from sparksmote._stage import JavaSampler
from sparksmote._taker_params import (
    DEFAULTS,
    NearMissArguments,
    NearMissParams,
    NearMissSetters,
    OneSidedSelectionArguments,
    OneSidedSelectionParams,
    OneSidedSelectionSetters,
    RandomUnderSamplerArguments,
    RandomUnderSamplerParams,
    RandomUnderSamplerSetters,
)

__all__ = ["NearMiss", "OneSidedSelection", "RandomUnderSampler"]


class NearMiss(
    NearMissArguments,
    NearMissSetters,
    NearMissParams,
    JavaSampler,
    MLReadable["NearMiss"],
):
    """Keeps the rows that are nearest to the smallest class, in one of three senses."""

    _java_class = "undersampling.NearMiss"
    _arguments = NearMissArguments
    _defaults = DEFAULTS["NearMiss"]


class OneSidedSelection(
    OneSidedSelectionArguments,
    OneSidedSelectionSetters,
    OneSidedSelectionParams,
    JavaSampler,
    MLReadable["OneSidedSelection"],
):
    """Keeps rows that few seeds do not tell, then removes Tomek links."""

    _java_class = "undersampling.OneSidedSelection"
    _arguments = OneSidedSelectionArguments
    _defaults = DEFAULTS["OneSidedSelection"]


class RandomUnderSampler(
    RandomUnderSamplerArguments,
    RandomUnderSamplerSetters,
    RandomUnderSamplerParams,
    JavaSampler,
    MLReadable["RandomUnderSampler"],
):
    """Keeps as many rows of each class as asked for, drawn at random."""

    _java_class = "undersampling.RandomUnderSampler"
    _arguments = RandomUnderSamplerArguments
    _defaults = DEFAULTS["RandomUnderSampler"]
