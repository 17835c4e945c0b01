# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.evaluation import (
    CalibratedClassificationModel,
    CalibratedClassifier,
    ClassWeights,
    ClassWeightsModel,
    ImbalanceEvaluator,
    PriorCorrection,
    PriorCorrectionModel,
    TunedThresholdClassificationModel,
    TunedThresholdClassifier,
)

__all__ = [
    "CalibratedClassificationModel",
    "CalibratedClassifier",
    "ClassWeights",
    "ClassWeightsModel",
    "ImbalanceEvaluator",
    "PriorCorrection",
    "PriorCorrectionModel",
    "TunedThresholdClassificationModel",
    "TunedThresholdClassifier",
]
