# SPDX-License-Identifier: Apache-2.0
"""Samplers that make large classes smaller."""

from typing import Any

from py4j.protocol import Py4JError
from pyspark.ml.util import MLReadable
from pyspark.ml.wrapper import JavaParams

from sparksmote._errors import SparkSmoteError
from sparksmote._held import java_stage, require_classic
from sparksmote._stage import JavaSampler
from sparksmote._taker_params import (
    DEFAULTS,
    InstanceHardnessThresholdArguments,
    InstanceHardnessThresholdParams,
    InstanceHardnessThresholdSetters,
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

__all__ = ["InstanceHardnessThreshold", "NearMiss", "OneSidedSelection", "RandomUnderSampler"]


class InstanceHardnessThreshold(
    InstanceHardnessThresholdArguments,
    InstanceHardnessThresholdSetters,
    InstanceHardnessThresholdParams,
    JavaSampler,
    MLReadable["InstanceHardnessThreshold"],
):
    """Keeps the rows of whose class a classifier is surest that has not seen them.

    The classifier is a random forest with the stage's seed, or ``estimator``: any of Spark ML that
    says probabilities. Over Spark Connect it is the random forest.
    """

    _java_class = "undersampling.InstanceHardnessThreshold"
    _arguments = InstanceHardnessThresholdArguments
    _defaults = DEFAULTS["InstanceHardnessThreshold"]

    def __init__(self, *args: Any, estimator: Any = None, **given: Any) -> None:
        """Sets what is given; everything else has its default."""
        super().__init__(*args, **given)
        if estimator is not None:
            self.setEstimator(estimator)

    def setEstimator(self, value: Any) -> "InstanceHardnessThreshold":
        """Sets the classifier that says how hard a row is."""
        require_classic(self)
        java = java_stage(self.uid, "estimator", value)
        try:
            self._java_obj.setEstimator(java)
        except Py4JError as error:  # no such method for a classifier of that kind
            raise SparkSmoteError(
                f"Cannot set estimator to {value.uid}: it says no probabilities. Use a classifier of"
                " Spark ML that does, such as LogisticRegression or RandomForestClassifier."
            ) from error
        return self

    def getEstimator(self) -> Any:
        """The classifier in use."""
        require_classic(self)
        self._transfer_params_to_java()  # the seed
        held: Any = JavaParams._from_java(self._java_obj.getEstimator())
        return held


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
