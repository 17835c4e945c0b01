# SPDX-License-Identifier: Apache-2.0
"""Honest probabilities: weights of classes, calibration, thresholds, and measures of rare classes."""

from typing import TYPE_CHECKING, Any, Dict, List, Tuple

from pyspark.ml.evaluation import JavaEvaluator
from pyspark.ml.param import Param, Params, TypeConverters
from pyspark.ml.util import JavaMLWritable, MLReadable
from pyspark.ml.wrapper import JavaEstimator

from sparksmote import _problems
from sparksmote._errors import SparkSmoteError, translated
from sparksmote._evaluation_params import (
    DEFAULTS,
    CalibratedClassifierArguments,
    CalibratedClassifierParams,
    CalibratedClassifierSetters,
    ClassWeightsArguments,
    ClassWeightsParams,
    ClassWeightsSetters,
    ImbalanceEvaluatorArguments,
    ImbalanceEvaluatorParams,
    ImbalanceEvaluatorSetters,
    PriorCorrectionArguments,
    PriorCorrectionParams,
    PriorCorrectionSetters,
    TunedThresholdClassifierArguments,
    TunedThresholdClassifierParams,
    TunedThresholdClassifierSetters,
)
from sparksmote._held import FittedModel, HoldingStage, MembersModel
from sparksmote._jvm import is_remote
from sparksmote._measures import (
    BEST_BETWEEN,
    SMALLER_IS_BETTER,
    ImbalanceCurves,
    ImbalanceMetrics,
)
from sparksmote._stage import SettableStage

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = [
    "CalibratedClassificationModel",
    "CalibratedClassifier",
    "ClassWeights",
    "ClassWeightsModel",
    "ImbalanceCurves",
    "ImbalanceEvaluator",
    "ImbalanceMetrics",
    "PriorCorrection",
    "PriorCorrectionModel",
    "TunedThresholdClassificationModel",
    "TunedThresholdClassifier",
]


class ClassWeightsModel(FittedModel, ClassWeightsParams, MLReadable["ClassWeightsModel"]):
    """Writes the weights that were found beside the rows of any DataFrame."""

    _java_class = "evaluation.ClassWeightsModel"

    weightsJson: Param[str] = Param(
        Params._dummy(),
        "weightsJson",
        "the weight of each class, as JSON",
        typeConverter=TypeConverters.toString,
    )

    @property
    def weights(self) -> Dict[str, float]:
        """What a row of each class weighs, by its label as text."""
        return dict(self._java_obj.weights())


class ClassWeights(
    ClassWeightsArguments,
    ClassWeightsSetters,
    ClassWeightsParams,
    SettableStage,
    JavaEstimator,
    JavaMLWritable,
    MLReadable["ClassWeights"],
):
    """Writes into a column what a row of its class weighs, for any learner with a weightCol."""

    _java_class = "evaluation.ClassWeights"
    _arguments = ClassWeightsArguments
    _defaults = DEFAULTS["ClassWeights"]

    def fit(self, dataset: "DataFrame", params: Any = None) -> Any:
        """Sums up the classes, in one Spark job."""
        with translated():
            return super().fit(dataset, params)

    def _create_model(self, java_model: Any) -> ClassWeightsModel:
        return ClassWeightsModel(java_model)


class CalibratedClassificationModel(MembersModel, MLReadable["CalibratedClassificationModel"]):
    """A classifier whose probabilities were made honest."""

    _java_class = "evaluation.CalibratedClassificationModel"


class CalibratedClassifier(
    CalibratedClassifierArguments,
    CalibratedClassifierSetters,
    CalibratedClassifierParams,
    HoldingStage,
    MLReadable["CalibratedClassifier"],
):
    """Makes the probabilities of a classifier honest, by rows that it has not seen."""

    _java_class = "evaluation.CalibratedClassifier"
    _arguments = CalibratedClassifierArguments
    _defaults = DEFAULTS["CalibratedClassifier"]
    _model = CalibratedClassificationModel
    _makes_folds = True


class PriorCorrectionModel(MembersModel, MLReadable["PriorCorrectionModel"]):
    """A classifier of resampled rows whose probabilities are those of the rows before."""

    _java_class = "evaluation.PriorCorrectionModel"

    @property
    def priorRatios(self) -> List[float]:
        """The share of each class before the resampling over that after it."""
        return list(self._java_obj.getPriorRatios())


class PriorCorrection(
    PriorCorrectionArguments,
    PriorCorrectionSetters,
    PriorCorrectionParams,
    HoldingStage,
    MLReadable["PriorCorrection"],
):
    """Resamples, fits a classifier, and takes back what that did to its probabilities."""

    _java_class = "evaluation.PriorCorrection"
    _arguments = PriorCorrectionArguments
    _defaults = DEFAULTS["PriorCorrection"]
    _held = ("estimator", "sampler")
    _model = PriorCorrectionModel


class TunedThresholdClassificationModel(
    MembersModel, MLReadable["TunedThresholdClassificationModel"]
):
    """A classifier of two classes with a threshold of its own."""

    _java_class = "evaluation.TunedThresholdClassificationModel"

    def getThreshold(self) -> float:
        """Probabilities from here on are called the class 1."""
        own = self.getParam("threshold")
        return float(self.getOrDefault(own) if self.isSet(own) else self._java_obj.getThreshold())

    def setThreshold(self, value: float) -> "TunedThresholdClassificationModel":
        """Another threshold, in [0, 1]."""
        if not 0 <= value <= 1:
            raise SparkSmoteError(f"threshold cannot be {value!r}. It takes: a number in [0, 1].")
        self._set(threshold=float(value))
        return self

    def getBestScore(self) -> float:
        """What the measure was at the best threshold, on rows that the models had not seen."""
        return float(self._java_obj.getBestScore())

    def getCurve(self) -> List[Tuple[float, float]]:
        """Thresholds, from the highest, and what the measure was there."""
        return [(pair[0], pair[1]) for pair in self._java_obj.getCurve()]


class TunedThresholdClassifier(
    TunedThresholdClassifierArguments,
    TunedThresholdClassifierSetters,
    TunedThresholdClassifierParams,
    HoldingStage,
    MLReadable["TunedThresholdClassifier"],
):
    """Finds the threshold at which a classifier of two classes decides best."""

    _java_class = "evaluation.TunedThresholdClassifier"
    _arguments = TunedThresholdClassifierArguments
    _defaults = DEFAULTS["TunedThresholdClassifier"]
    _model = TunedThresholdClassificationModel
    _makes_folds = True


class ImbalanceEvaluator(
    ImbalanceEvaluatorArguments,
    ImbalanceEvaluatorSetters,
    ImbalanceEvaluatorParams,
    SettableStage,
    JavaEvaluator,
    JavaMLWritable,
    MLReadable["ImbalanceEvaluator"],
):
    """Measures how good predictions are where classes are rare.

    By itself, as the evaluator of a ``CrossValidator``, or all measures at once by ``metrics``.
    """

    _java_class = "evaluation.ImbalanceEvaluator"
    _arguments = ImbalanceEvaluatorArguments
    _defaults = DEFAULTS["ImbalanceEvaluator"]

    def evaluate(self, dataset: "DataFrame", params: Any = None) -> float:
        """The measure that metricName says."""
        with translated():
            return super().evaluate(dataset, params)

    def isLargerBetter(self) -> bool:
        """Whether more of the measure is better; asked without Java, as over Spark Connect."""
        if self.getMetricName() in BEST_BETWEEN:
            raise _problems.no_order(self.getMetricName())
        return self.getMetricName() not in SMALLER_IS_BETTER

    def metrics(self, dataset: "DataFrame") -> ImbalanceMetrics:
        """All measures at once."""
        return ImbalanceMetrics.from_json(self._told("metrics", dataset))

    def curves(self, dataset: "DataFrame") -> ImbalanceCurves:
        """Curves for plotting, and the best threshold of each measure of decisions."""
        return ImbalanceCurves.from_json(self._told("curves", dataset))

    def _told(self, what: str, dataset: "DataFrame") -> str:
        if is_remote():
            raise SparkSmoteError(
                f"{what} cannot be had over Spark Connect. Use a classic session, or evaluate one"
                " measure after the other."
            )
        with translated():
            self._transfer_params_to_java()
            return str(getattr(self._java_obj, what)(dataset._jdf).toJson())
