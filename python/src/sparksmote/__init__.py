# SPDX-License-Identifier: Apache-2.0
"""Class imbalance on Apache Spark, from Python.

The package carries the jar; ``builder()`` starts a session with it, ``attach(spark)`` adds it to one
that runs. Importing it needs neither PySpark nor a session.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sparksmote._errors import SparkSmoteError
from sparksmote._jar import coordinates, jar_path
from sparksmote._session import Check, attach, builder, check
from sparksmote._summary import ClassRows, NeighborQuality, Prior, SmoteSummary
from sparksmote._version import __version__

if TYPE_CHECKING:
    from sparksmote._pipeline import ResamplingPipeline
    from sparksmote._sampler import Sampler
    from sparksmote._smote import Smote, SmoteModel, SmoteResampler
    from sparksmote.cleaning import (
        AllKNN,
        EditedNearestNeighbours,
        NeighbourhoodCleaning,
        RepeatedEditedNearestNeighbours,
        TomekLinks,
    )
    from sparksmote.ensemble import (
        BalancedBaggingClassifier,
        BalancedRandomForestClassifier,
        EasyEnsembleClassifier,
    )
    from sparksmote.evaluation import (
        CalibratedClassifier,
        ClassWeights,
        ImbalanceEvaluator,
        PriorCorrection,
        TunedThresholdClassifier,
    )
    from sparksmote.undersampling import (
        InstanceHardnessThreshold,
        NearMiss,
        OneSidedSelection,
        RandomUnderSampler,
    )

__all__ = [
    "AllKNN",
    "BalancedBaggingClassifier",
    "BalancedRandomForestClassifier",
    "CalibratedClassifier",
    "Check",
    "ClassRows",
    "ClassWeights",
    "EasyEnsembleClassifier",
    "EditedNearestNeighbours",
    "ImbalanceEvaluator",
    "InstanceHardnessThreshold",
    "NearMiss",
    "NeighborQuality",
    "NeighbourhoodCleaning",
    "OneSidedSelection",
    "Prior",
    "PriorCorrection",
    "RandomUnderSampler",
    "RepeatedEditedNearestNeighbours",
    "ResamplingPipeline",
    "Sampler",
    "Smote",
    "SmoteModel",
    "SmoteResampler",
    "SmoteSummary",
    "SparkSmoteError",
    "TomekLinks",
    "TunedThresholdClassifier",
    "__version__",
    "attach",
    "builder",
    "check",
    "coordinates",
    "jar_path",
]

_STAGES = {
    "AllKNN": "sparksmote.cleaning",
    "BalancedBaggingClassifier": "sparksmote.ensemble",
    "BalancedRandomForestClassifier": "sparksmote.ensemble",
    "CalibratedClassifier": "sparksmote.evaluation",
    "ClassWeights": "sparksmote.evaluation",
    "EasyEnsembleClassifier": "sparksmote.ensemble",
    "EditedNearestNeighbours": "sparksmote.cleaning",
    "ImbalanceEvaluator": "sparksmote.evaluation",
    "InstanceHardnessThreshold": "sparksmote.undersampling",
    "NearMiss": "sparksmote.undersampling",
    "NeighbourhoodCleaning": "sparksmote.cleaning",
    "OneSidedSelection": "sparksmote.undersampling",
    "PriorCorrection": "sparksmote.evaluation",
    "RandomUnderSampler": "sparksmote.undersampling",
    "RepeatedEditedNearestNeighbours": "sparksmote.cleaning",
    "ResamplingPipeline": "sparksmote._pipeline",
    "Sampler": "sparksmote._sampler",
    "Smote": "sparksmote._smote",
    "SmoteModel": "sparksmote._smote",
    "SmoteResampler": "sparksmote._smote",
    "TomekLinks": "sparksmote.cleaning",
    "TunedThresholdClassifier": "sparksmote.evaluation",
}


def __getattr__(name: str) -> Any:
    """Loads stages, and PySpark with them, when they are first asked for."""
    if name in _STAGES:
        return getattr(import_module(_STAGES[name]), name)
    raise AttributeError(f"module 'sparksmote' has no attribute {name!r}")


def __dir__() -> "list[str]":
    return sorted(__all__)
