# SPDX-License-Identifier: Apache-2.0
"""Samplers that make large classes smaller."""

from pyspark.ml.util import MLReadable

from sparksmote._stage import JavaSampler
from sparksmote._taker_params import (
    DEFAULTS,
    RandomUnderSamplerArguments,
    RandomUnderSamplerParams,
    RandomUnderSamplerSetters,
)

__all__ = ["RandomUnderSampler"]


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
