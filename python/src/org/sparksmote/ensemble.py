# SPDX-License-Identifier: Apache-2.0
"""The stages of the Java package of this name."""

from sparksmote.ensemble import (
    BalancedBaggingClassificationModel,
    BalancedBaggingClassifier,
    BalancedRandomForestClassificationModel,
    BalancedRandomForestClassifier,
    EasyEnsembleClassificationModel,
    EasyEnsembleClassifier,
)

__all__ = [
    "BalancedBaggingClassificationModel",
    "BalancedBaggingClassifier",
    "BalancedRandomForestClassificationModel",
    "BalancedRandomForestClassifier",
    "EasyEnsembleClassificationModel",
    "EasyEnsembleClassifier",
]
