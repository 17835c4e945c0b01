# SPDX-License-Identifier: Apache-2.0
"""Classifiers whose members each learn from a balanced bag of their own."""

from typing import Any

from pyspark.ml.classification import (
    _JavaProbabilisticClassificationModel,
    _JavaProbabilisticClassifier,
)
from pyspark.ml.util import MLReadable

from sparksmote._ensemble_params import (
    DEFAULTS,
    BalancedBaggingClassifierArguments,
    BalancedBaggingClassifierParams,
    BalancedBaggingClassifierSetters,
    BalancedRandomForestClassifierArguments,
    BalancedRandomForestClassifierParams,
    BalancedRandomForestClassifierSetters,
    EasyEnsembleClassifierArguments,
    EasyEnsembleClassifierParams,
    EasyEnsembleClassifierSetters,
)
from sparksmote._held import HoldingStage, MembersModel

__all__ = [
    "BalancedBaggingClassificationModel",
    "BalancedBaggingClassifier",
    "BalancedRandomForestClassificationModel",
    "BalancedRandomForestClassifier",
    "EasyEnsembleClassificationModel",
    "EasyEnsembleClassifier",
]


class _EnsembleModel(MembersModel, _JavaProbabilisticClassificationModel[Any]):
    """What fitted ensembles have in common."""


class _Ensemble(HoldingStage, _JavaProbabilisticClassifier[Any]):
    """What ensembles have in common."""

    _held = ("estimator", "sampler")


class BalancedBaggingClassificationModel(
    _EnsembleModel, MLReadable["BalancedBaggingClassificationModel"]
):
    """A fitted BalancedBaggingClassifier."""

    _java_class = "ensemble.BalancedBaggingClassificationModel"


class BalancedBaggingClassifier(
    BalancedBaggingClassifierArguments,
    BalancedBaggingClassifierSetters,
    BalancedBaggingClassifierParams,
    _Ensemble,
    MLReadable["BalancedBaggingClassifier"],
):
    """Copies of any classifier, each fitted on a balanced bag."""

    _java_class = "ensemble.BalancedBaggingClassifier"
    _arguments = BalancedBaggingClassifierArguments
    _defaults = DEFAULTS["BalancedBaggingClassifier"]
    _model = BalancedBaggingClassificationModel


class EasyEnsembleClassificationModel(
    _EnsembleModel, MLReadable["EasyEnsembleClassificationModel"]
):
    """A fitted EasyEnsembleClassifier."""

    _java_class = "ensemble.EasyEnsembleClassificationModel"


class EasyEnsembleClassifier(
    EasyEnsembleClassifierArguments,
    EasyEnsembleClassifierSetters,
    EasyEnsembleClassifierParams,
    _Ensemble,
    MLReadable["EasyEnsembleClassifier"],
):
    """Boosted trees, each ensemble of them fitted on a balanced bag."""

    _java_class = "ensemble.EasyEnsembleClassifier"
    _arguments = EasyEnsembleClassifierArguments
    _defaults = DEFAULTS["EasyEnsembleClassifier"]
    _model = EasyEnsembleClassificationModel


class BalancedRandomForestClassificationModel(
    _EnsembleModel, MLReadable["BalancedRandomForestClassificationModel"]
):
    """A fitted BalancedRandomForestClassifier."""

    _java_class = "ensemble.BalancedRandomForestClassificationModel"


class BalancedRandomForestClassifier(
    BalancedRandomForestClassifierArguments,
    BalancedRandomForestClassifierSetters,
    BalancedRandomForestClassifierParams,
    _Ensemble,
    MLReadable["BalancedRandomForestClassifier"],
):
    """A forest in which every tree is grown on a balanced bag."""

    _java_class = "ensemble.BalancedRandomForestClassifier"
    _arguments = BalancedRandomForestClassifierArguments
    _defaults = DEFAULTS["BalancedRandomForestClassifier"]
    _model = BalancedRandomForestClassificationModel
