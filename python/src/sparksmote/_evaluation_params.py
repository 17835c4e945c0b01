# SPDX-License-Identifier: Apache-2.0
"""The params of stages that weigh, calibrate, decide and judge; written by gen.py from the Java library, not by hand."""
# ruff: noqa: E501

from typing import Any, Dict, Mapping, Optional, TypeVar, Union

from pyspark.ml.param import Param, Params

from sparksmote._convert import checked, to_stage, to_weights
from sparksmote._keywords import keywords

S = TypeVar("S")


DEFAULTS: Dict[str, Dict[str, Any]] = {
    "CalibratedClassifier": {
        "cv": 5,
        "ensemble": False,
        "labelCol": "label",
        "method": "sigmoid",
        "parallelism": 1,
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "rawPredictionCol": "rawPrediction",
        "seed": 241954101,
    },
    "ClassWeights": {
        "classWeight": "balanced",
        "handleInvalid": "error",
        "labelCol": "label",
        "maxClasses": 100,
        "outputCol": "classWeight",
    },
    "ImbalanceEvaluator": {
        "alpha": 0.1,
        "beta": 1.0,
        "falseNegativeCost": 1.0,
        "falsePositiveCost": 1.0,
        "falsePositiveRate": 0.05,
        "labelCol": "label",
        "metricName": "areaUnderROC",
        "numBins": 10,
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "topShare": 0.05,
    },
    "PriorCorrection": {
        "labelCol": "label",
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "rawPredictionCol": "rawPrediction",
    },
    "TunedThresholdClassifier": {
        "beta": 1.0,
        "cv": 5,
        "falseNegativeCost": 1.0,
        "falsePositiveCost": 1.0,
        "labelCol": "label",
        "metricName": "balancedAccuracy",
        "parallelism": 1,
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "rawPredictionCol": "rawPrediction",
        "seed": 638820119,
    },
}


class CalibratedClassifierParams(Params):
    """The settings of CalibratedClassifier."""

    cv: Param[int] = Param(
        Params._dummy(),
        "cv",
        "folds, each predicted by a model of the others (2 or more)",
        typeConverter=checked(
            "toInt",
            "cv",
            least=2,
            takes="folds, each predicted by a model of the others (2 or more)",
            bits=32,
        ),
    )

    ensemble: Param[bool] = Param(
        Params._dummy(),
        "ensemble",
        "whether the models of all folds score, and not one of all rows",
        typeConverter=checked("toBoolean", "ensemble"),
    )

    estimator: Param[Any] = Param(
        Params._dummy(),
        "estimator",
        "classifier, or pipeline that ends in one",
        typeConverter=to_stage("estimator"),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column, class indices as StringIndexer makes them",
        typeConverter=checked("toString", "labelCol"),
    )

    method: Param[str] = Param(
        Params._dummy(),
        "method",
        "how scores become probabilities: sigmoid, isotonic",
        typeConverter=checked(
            "toString",
            "method",
            allowed=["sigmoid", "isotonic"],
            takes="how scores become probabilities: sigmoid, isotonic",
        ),
    )

    parallelism: Param[int] = Param(
        Params._dummy(),
        "parallelism",
        "models that are fitted at once, at most (1 or more)",
        typeConverter=checked(
            "toInt",
            "parallelism",
            least=1,
            takes="models that are fitted at once, at most (1 or more)",
            bits=32,
        ),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "column of predicted classes, which the estimator names too",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "column of the probabilities of all classes, which the estimator names too",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "column of raw predictions, which the estimator names too",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed, by which rows are put into folds",
        typeConverter=checked("toInt", "seed"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights; the estimator has a weightCol of its own",
        typeConverter=checked("toString", "weightCol"),
    )

    def getCv(self) -> int:
        """Folds, each predicted by a model of the others (2 or more)."""
        return self.getOrDefault(self.cv)

    def getEnsemble(self) -> bool:
        """Whether the models of all folds score, and not one of all rows."""
        return self.getOrDefault(self.ensemble)

    def getEstimator(self) -> Any:
        """Classifier, or pipeline that ends in one."""
        return self.getOrDefault(self.estimator)

    def getLabelCol(self) -> str:
        """Label column, class indices as StringIndexer makes them."""
        return self.getOrDefault(self.labelCol)

    def getMethod(self) -> str:
        """How scores become probabilities: sigmoid, isotonic."""
        return self.getOrDefault(self.method)

    def getParallelism(self) -> int:
        """Models that are fitted at once, at most (1 or more)."""
        return self.getOrDefault(self.parallelism)

    def getPredictionCol(self) -> str:
        """Column of predicted classes, which the estimator names too."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column of the probabilities of all classes, which the estimator names too."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Column of raw predictions, which the estimator names too."""
        return self.getOrDefault(self.rawPredictionCol)

    def getSeed(self) -> int:
        """Random seed, by which rows are put into folds."""
        return self.getOrDefault(self.seed)

    def getWeightCol(self) -> str:
        """Column of case weights; the estimator has a weightCol of its own."""
        return self.getOrDefault(self.weightCol)


class CalibratedClassifierSetters:
    """Setters of CalibratedClassifier."""

    def setCv(self: S, value: int) -> S:
        """Folds, each predicted by a model of the others (2 or more)."""
        return self._set(cv=value)  # type: ignore[attr-defined]

    def setEnsemble(self: S, value: bool) -> S:
        """Whether the models of all folds score, and not one of all rows."""
        return self._set(ensemble=value)  # type: ignore[attr-defined]

    def setEstimator(self: S, value: Any) -> S:
        """Classifier, or pipeline that ends in one."""
        return self._set(estimator=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, class indices as StringIndexer makes them."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMethod(self: S, value: str) -> S:
        """How scores become probabilities: sigmoid, isotonic."""
        return self._set(method=value)  # type: ignore[attr-defined]

    def setParallelism(self: S, value: int) -> S:
        """Models that are fitted at once, at most (1 or more)."""
        return self._set(parallelism=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Column of predicted classes, which the estimator names too."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column of the probabilities of all classes, which the estimator names too."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Column of raw predictions, which the estimator names too."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed, by which rows are put into folds."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights; the estimator has a weightCol of its own."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class CalibratedClassifierArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        cv: Optional[int] = None,
        ensemble: Optional[bool] = None,
        estimator: Optional[Any] = None,
        labelCol: Optional[str] = None,
        method: Optional[str] = None,
        parallelism: Optional[int] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        seed: Optional[int] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        cv: folds, each predicted by a model of the others (2 or more) (default: 5)
        ensemble: whether the models of all folds score, and not one of all rows (default: False)
        estimator: classifier, or pipeline that ends in one
        labelCol: label column, class indices as StringIndexer makes them (default: label)
        method: how scores become probabilities: sigmoid, isotonic (default: sigmoid)
        parallelism: models that are fitted at once, at most (1 or more) (default: 1)
        predictionCol: column of predicted classes, which the estimator names too (default:
            prediction)
        probabilityCol: column of the probabilities of all classes, which the estimator names too
            (default: probability)
        rawPredictionCol: column of raw predictions, which the estimator names too (default:
            rawPrediction)
        seed: random seed, by which rows are put into folds (default: 241954101)
        weightCol: column of case weights; the estimator has a weightCol of its own
        """


class ClassWeightsParams(Params):
    """The settings of ClassWeights."""

    classWeight: Param[str] = Param(
        Params._dummy(),
        "classWeight",
        "what a row of a class weighs: balanced, or a JSON object from label to weight",
        typeConverter=to_weights,
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows without a label, or with one that the fit did not see, are refused, get no weight, or are dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows without a label, or with one that the fit did not see, are refused, get no weight, or are dropped: error, keep, skip",
        ),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column, of any atomic type; labels are keys, never cast",
        typeConverter=checked("toString", "labelCol"),
    )

    maxClasses: Param[int] = Param(
        Params._dummy(),
        "maxClasses",
        "distinct labels allowed; more look like a regression target (2 or more)",
        typeConverter=checked(
            "toInt",
            "maxClasses",
            least=2,
            takes="distinct labels allowed; more look like a regression target (2 or more)",
            bits=32,
        ),
    )

    outputCol: Param[str] = Param(
        Params._dummy(),
        "outputCol",
        "output column of weights",
        typeConverter=checked("toString", "outputCol"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which classWeight multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getClassWeight(self) -> str:
        """What a row of a class weighs: balanced, or a JSON object from label to weight."""
        return self.getOrDefault(self.classWeight)

    def getHandleInvalid(self) -> str:
        """Rows without a label, or with one that the fit did not see, are refused, get no weight, or are dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getOutputCol(self) -> str:
        """Output column of weights."""
        return self.getOrDefault(self.outputCol)

    def getWeightCol(self) -> str:
        """Column of case weights, which classWeight multiplies."""
        return self.getOrDefault(self.weightCol)


class ClassWeightsSetters:
    """Setters of ClassWeights."""

    def setClassWeight(self: S, value: Union[str, Mapping[Any, float]]) -> S:
        """What a row of a class weighs: balanced, or a JSON object from label to weight."""
        return self._set(classWeight=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows without a label, or with one that the fit did not see, are refused, get no weight, or are dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setOutputCol(self: S, value: str) -> S:
        """Output column of weights."""
        return self._set(outputCol=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which classWeight multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class ClassWeightsArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        classWeight: Optional[Union[str, Mapping[Any, float]]] = None,
        handleInvalid: Optional[str] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        outputCol: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        classWeight: what a row of a class weighs: balanced, or a JSON object from label to weight
            (default: balanced)
        handleInvalid: rows without a label, or with one that the fit did not see, are refused, get
            no weight, or are dropped: error, keep, skip (default: error)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        outputCol: output column of weights (default: classWeight)
        weightCol: column of case weights, which classWeight multiplies
        """


class ImbalanceEvaluatorParams(Params):
    """The settings of ImbalanceEvaluator."""

    alpha: Param[float] = Param(
        Params._dummy(),
        "alpha",
        "how much the dominance counts in iba (0.0 or more, 1000000.0 at most)",
        typeConverter=checked(
            "toFloat",
            "alpha",
            least=0.0,
            most=1000000.0,
            takes="how much the dominance counts in iba (0.0 or more, 1000000.0 at most)",
        ),
    )

    average: Param[str] = Param(
        Params._dummy(),
        "average",
        "how several classes make one number: macro, micro, weighted, multiclass",
        typeConverter=checked(
            "toString",
            "average",
            allowed=["macro", "micro", "weighted", "multiclass"],
            takes="how several classes make one number: macro, micro, weighted, multiclass",
        ),
    )

    beta: Param[float] = Param(
        Params._dummy(),
        "beta",
        "how much more recall counts than precision in fBeta (more than 0, 1000000.0 at most)",
        typeConverter=checked(
            "toFloat",
            "beta",
            more_than=0,
            most=1000000.0,
            takes="how much more recall counts than precision in fBeta (more than 0, 1000000.0 at most)",
        ),
    )

    falseNegativeCost: Param[float] = Param(
        Params._dummy(),
        "falseNegativeCost",
        "cost of a missed row (0.0 or more, 1.0E100 at most)",
        typeConverter=checked(
            "toFloat",
            "falseNegativeCost",
            least=0.0,
            most=1e100,
            takes="cost of a missed row (0.0 or more, 1.0E100 at most)",
        ),
    )

    falsePositiveCost: Param[float] = Param(
        Params._dummy(),
        "falsePositiveCost",
        "cost of a false alarm (0.0 or more, 1.0E100 at most)",
        typeConverter=checked(
            "toFloat",
            "falsePositiveCost",
            least=0.0,
            most=1e100,
            takes="cost of a false alarm (0.0 or more, 1.0E100 at most)",
        ),
    )

    falsePositiveRate: Param[float] = Param(
        Params._dummy(),
        "falsePositiveRate",
        "false-positive rate of recallAtFalsePositiveRate (0.0 or more, 1.0 at most)",
        typeConverter=checked(
            "toFloat",
            "falsePositiveRate",
            least=0.0,
            most=1.0,
            takes="false-positive rate of recallAtFalsePositiveRate (0.0 or more, 1.0 at most)",
        ),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column: class indices",
        typeConverter=checked("toString", "labelCol"),
    )

    metricLabel: Param[float] = Param(
        Params._dummy(),
        "metricLabel",
        "the class that is measured against all others; of two classes the rarer one without (0.0 or more)",
        typeConverter=checked(
            "toFloat",
            "metricLabel",
            least=0.0,
            takes="the class that is measured against all others; of two classes the rarer one without (0.0 or more)",
        ),
    )

    metricName: Param[str] = Param(
        Params._dummy(),
        "metricName",
        "what evaluate measures: areaUnderROC, averagePrecision, precisionAtTopShare, recallAtFalsePositiveRate, brier, logLoss, expectedCalibrationError, meanProbabilityRatio, calibrationSlope, calibrationIntercept, gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost",
        typeConverter=checked(
            "toString",
            "metricName",
            allowed=[
                "areaUnderROC",
                "averagePrecision",
                "precisionAtTopShare",
                "recallAtFalsePositiveRate",
                "brier",
                "logLoss",
                "expectedCalibrationError",
                "meanProbabilityRatio",
                "calibrationSlope",
                "calibrationIntercept",
                "gMean",
                "balancedAccuracy",
                "sensitivity",
                "specificity",
                "precision",
                "recall",
                "fBeta",
                "mcc",
                "iba",
                "accuracy",
                "cost",
            ],
            takes="what evaluate measures: areaUnderROC, averagePrecision, precisionAtTopShare, recallAtFalsePositiveRate, brier, logLoss, expectedCalibrationError, meanProbabilityRatio, calibrationSlope, calibrationIntercept, gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost",
        ),
    )

    numBins: Param[int] = Param(
        Params._dummy(),
        "numBins",
        "bins of expectedCalibrationError and reliability (1 to 1000)",
        typeConverter=checked(
            "toInt",
            "numBins",
            least=1,
            most=1000,
            takes="bins of expectedCalibrationError and reliability (1 to 1000)",
            bits=32,
        ),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "column of predicted classes",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "column of probabilities: a vector with one per class, or the number for class 1",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "column of scores of any size, instead of probabilityCol, for measures of ranking",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    topShare: Param[float] = Param(
        Params._dummy(),
        "topShare",
        "share of rows that precisionAtTopShare looks at (more than 0, 1.0 at most)",
        typeConverter=checked(
            "toFloat",
            "topShare",
            more_than=0,
            most=1.0,
            takes="share of rows that precisionAtTopShare looks at (more than 0, 1.0 at most)",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights; all rows count alike without",
        typeConverter=checked("toString", "weightCol"),
    )

    def getAlpha(self) -> float:
        """How much the dominance counts in iba (0.0 or more, 1000000.0 at most)."""
        return self.getOrDefault(self.alpha)

    def getAverage(self) -> str:
        """How several classes make one number: macro, micro, weighted, multiclass."""
        return self.getOrDefault(self.average)

    def getBeta(self) -> float:
        """How much more recall counts than precision in fBeta (more than 0, 1000000.0 at most)."""
        return self.getOrDefault(self.beta)

    def getFalseNegativeCost(self) -> float:
        """Cost of a missed row (0.0 or more, 1.0E100 at most)."""
        return self.getOrDefault(self.falseNegativeCost)

    def getFalsePositiveCost(self) -> float:
        """Cost of a false alarm (0.0 or more, 1.0E100 at most)."""
        return self.getOrDefault(self.falsePositiveCost)

    def getFalsePositiveRate(self) -> float:
        """False-positive rate of recallAtFalsePositiveRate (0.0 or more, 1.0 at most)."""
        return self.getOrDefault(self.falsePositiveRate)

    def getLabelCol(self) -> str:
        """Label column: class indices."""
        return self.getOrDefault(self.labelCol)

    def getMetricLabel(self) -> float:
        """The class that is measured against all others; of two classes the rarer one without (0.0 or more)."""
        return self.getOrDefault(self.metricLabel)

    def getMetricName(self) -> str:
        """What evaluate measures: areaUnderROC, averagePrecision, precisionAtTopShare, recallAtFalsePositiveRate, brier, logLoss, expectedCalibrationError, meanProbabilityRatio, calibrationSlope, calibrationIntercept, gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost."""
        return self.getOrDefault(self.metricName)

    def getNumBins(self) -> int:
        """Bins of expectedCalibrationError and reliability (1 to 1000)."""
        return self.getOrDefault(self.numBins)

    def getPredictionCol(self) -> str:
        """Column of predicted classes."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column of probabilities: a vector with one per class, or the number for class 1."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Column of scores of any size, instead of probabilityCol, for measures of ranking."""
        return self.getOrDefault(self.rawPredictionCol)

    def getTopShare(self) -> float:
        """Share of rows that precisionAtTopShare looks at (more than 0, 1.0 at most)."""
        return self.getOrDefault(self.topShare)

    def getWeightCol(self) -> str:
        """Column of case weights; all rows count alike without."""
        return self.getOrDefault(self.weightCol)


class ImbalanceEvaluatorSetters:
    """Setters of ImbalanceEvaluator."""

    def setAlpha(self: S, value: float) -> S:
        """How much the dominance counts in iba (0.0 or more, 1000000.0 at most)."""
        return self._set(alpha=value)  # type: ignore[attr-defined]

    def setAverage(self: S, value: str) -> S:
        """How several classes make one number: macro, micro, weighted, multiclass."""
        return self._set(average=value)  # type: ignore[attr-defined]

    def setBeta(self: S, value: float) -> S:
        """How much more recall counts than precision in fBeta (more than 0, 1000000.0 at most)."""
        return self._set(beta=value)  # type: ignore[attr-defined]

    def setFalseNegativeCost(self: S, value: float) -> S:
        """Cost of a missed row (0.0 or more, 1.0E100 at most)."""
        return self._set(falseNegativeCost=value)  # type: ignore[attr-defined]

    def setFalsePositiveCost(self: S, value: float) -> S:
        """Cost of a false alarm (0.0 or more, 1.0E100 at most)."""
        return self._set(falsePositiveCost=value)  # type: ignore[attr-defined]

    def setFalsePositiveRate(self: S, value: float) -> S:
        """False-positive rate of recallAtFalsePositiveRate (0.0 or more, 1.0 at most)."""
        return self._set(falsePositiveRate=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column: class indices."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMetricLabel(self: S, value: float) -> S:
        """The class that is measured against all others; of two classes the rarer one without (0.0 or more)."""
        return self._set(metricLabel=value)  # type: ignore[attr-defined]

    def setMetricName(self: S, value: str) -> S:
        """What evaluate measures: areaUnderROC, averagePrecision, precisionAtTopShare, recallAtFalsePositiveRate, brier, logLoss, expectedCalibrationError, meanProbabilityRatio, calibrationSlope, calibrationIntercept, gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost."""
        return self._set(metricName=value)  # type: ignore[attr-defined]

    def setNumBins(self: S, value: int) -> S:
        """Bins of expectedCalibrationError and reliability (1 to 1000)."""
        return self._set(numBins=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Column of predicted classes."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column of probabilities: a vector with one per class, or the number for class 1."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Column of scores of any size, instead of probabilityCol, for measures of ranking."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setTopShare(self: S, value: float) -> S:
        """Share of rows that precisionAtTopShare looks at (more than 0, 1.0 at most)."""
        return self._set(topShare=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights; all rows count alike without."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class ImbalanceEvaluatorArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        alpha: Optional[float] = None,
        average: Optional[str] = None,
        beta: Optional[float] = None,
        falseNegativeCost: Optional[float] = None,
        falsePositiveCost: Optional[float] = None,
        falsePositiveRate: Optional[float] = None,
        labelCol: Optional[str] = None,
        metricLabel: Optional[float] = None,
        metricName: Optional[str] = None,
        numBins: Optional[int] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        topShare: Optional[float] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        alpha: how much the dominance counts in iba (0.0 or more, 1000000.0 at most) (default: 0.1)
        average: how several classes make one number: macro, micro, weighted, multiclass
        beta: how much more recall counts than precision in fBeta (more than 0, 1000000.0 at most)
            (default: 1.0)
        falseNegativeCost: cost of a missed row (0.0 or more, 1.0E100 at most) (default: 1.0)
        falsePositiveCost: cost of a false alarm (0.0 or more, 1.0E100 at most) (default: 1.0)
        falsePositiveRate: false-positive rate of recallAtFalsePositiveRate (0.0 or more, 1.0 at
            most) (default: 0.05)
        labelCol: label column: class indices (default: label)
        metricLabel: the class that is measured against all others; of two classes the rarer one
            without (0.0 or more)
        metricName: what evaluate measures: areaUnderROC, averagePrecision, precisionAtTopShare,
            recallAtFalsePositiveRate, brier, logLoss, expectedCalibrationError, meanProbabilityRatio,
            calibrationSlope, calibrationIntercept, gMean, balancedAccuracy, sensitivity, specificity,
            precision, recall, fBeta, mcc, iba, accuracy, cost (default: areaUnderROC)
        numBins: bins of expectedCalibrationError and reliability (1 to 1000) (default: 10)
        predictionCol: column of predicted classes (default: prediction)
        probabilityCol: column of probabilities: a vector with one per class, or the number for
            class 1 (default: probability)
        rawPredictionCol: column of scores of any size, instead of probabilityCol, for measures of
            ranking
        topShare: share of rows that precisionAtTopShare looks at (more than 0, 1.0 at most)
            (default: 0.05)
        weightCol: column of case weights; all rows count alike without
        """


class PriorCorrectionParams(Params):
    """The settings of PriorCorrection."""

    estimator: Param[Any] = Param(
        Params._dummy(),
        "estimator",
        "classifier, or pipeline that ends in one",
        typeConverter=to_stage("estimator"),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column, class indices as StringIndexer makes them",
        typeConverter=checked("toString", "labelCol"),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "column of predicted classes, which the estimator names too",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "column of the probabilities of all classes, which the estimator names too",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "column of raw predictions, which the estimator names too",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    sampler: Param[Any] = Param(
        Params._dummy(),
        "sampler",
        "sampler of the rows that the estimator is fitted on",
        typeConverter=to_stage("sampler"),
    )

    def getEstimator(self) -> Any:
        """Classifier, or pipeline that ends in one."""
        return self.getOrDefault(self.estimator)

    def getLabelCol(self) -> str:
        """Label column, class indices as StringIndexer makes them."""
        return self.getOrDefault(self.labelCol)

    def getPredictionCol(self) -> str:
        """Column of predicted classes, which the estimator names too."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column of the probabilities of all classes, which the estimator names too."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Column of raw predictions, which the estimator names too."""
        return self.getOrDefault(self.rawPredictionCol)

    def getSampler(self) -> Any:
        """Sampler of the rows that the estimator is fitted on."""
        return self.getOrDefault(self.sampler)


class PriorCorrectionSetters:
    """Setters of PriorCorrection."""

    def setEstimator(self: S, value: Any) -> S:
        """Classifier, or pipeline that ends in one."""
        return self._set(estimator=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, class indices as StringIndexer makes them."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Column of predicted classes, which the estimator names too."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column of the probabilities of all classes, which the estimator names too."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Column of raw predictions, which the estimator names too."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setSampler(self: S, value: Any) -> S:
        """Sampler of the rows that the estimator is fitted on."""
        return self._set(sampler=value)  # type: ignore[attr-defined]


class PriorCorrectionArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        estimator: Optional[Any] = None,
        labelCol: Optional[str] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        sampler: Optional[Any] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        estimator: classifier, or pipeline that ends in one
        labelCol: label column, class indices as StringIndexer makes them (default: label)
        predictionCol: column of predicted classes, which the estimator names too (default:
            prediction)
        probabilityCol: column of the probabilities of all classes, which the estimator names too
            (default: probability)
        rawPredictionCol: column of raw predictions, which the estimator names too (default:
            rawPrediction)
        sampler: sampler of the rows that the estimator is fitted on
        """


class TunedThresholdClassifierParams(Params):
    """The settings of TunedThresholdClassifier."""

    beta: Param[float] = Param(
        Params._dummy(),
        "beta",
        "how much more recall counts than precision, for fBeta (more than 0)",
        typeConverter=checked(
            "toFloat",
            "beta",
            more_than=0,
            takes="how much more recall counts than precision, for fBeta (more than 0)",
        ),
    )

    cv: Param[int] = Param(
        Params._dummy(),
        "cv",
        "folds, each predicted by a model of the others (2 or more)",
        typeConverter=checked(
            "toInt",
            "cv",
            least=2,
            takes="folds, each predicted by a model of the others (2 or more)",
            bits=32,
        ),
    )

    estimator: Param[Any] = Param(
        Params._dummy(),
        "estimator",
        "classifier, or pipeline that ends in one",
        typeConverter=to_stage("estimator"),
    )

    falseNegativeCost: Param[float] = Param(
        Params._dummy(),
        "falseNegativeCost",
        "what it costs: overlooking a row of the class 1 (0.0 or more)",
        typeConverter=checked(
            "toFloat",
            "falseNegativeCost",
            least=0.0,
            takes="what it costs: overlooking a row of the class 1 (0.0 or more)",
        ),
    )

    falseNegativeCostCol: Param[str] = Param(
        Params._dummy(),
        "falseNegativeCostCol",
        "column of what overlooking that row costs",
        typeConverter=checked("toString", "falseNegativeCostCol"),
    )

    falsePositiveCost: Param[float] = Param(
        Params._dummy(),
        "falsePositiveCost",
        "what it costs: calling a row the class 1 which is not (0.0 or more)",
        typeConverter=checked(
            "toFloat",
            "falsePositiveCost",
            least=0.0,
            takes="what it costs: calling a row the class 1 which is not (0.0 or more)",
        ),
    )

    falsePositiveCostCol: Param[str] = Param(
        Params._dummy(),
        "falsePositiveCostCol",
        "column of what calling that row the class 1 costs",
        typeConverter=checked("toString", "falsePositiveCostCol"),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column, class indices as StringIndexer makes them",
        typeConverter=checked("toString", "labelCol"),
    )

    metricName: Param[str] = Param(
        Params._dummy(),
        "metricName",
        "what is to be best, or least for cost: gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost",
        typeConverter=checked(
            "toString",
            "metricName",
            allowed=[
                "gMean",
                "balancedAccuracy",
                "sensitivity",
                "specificity",
                "precision",
                "recall",
                "fBeta",
                "mcc",
                "iba",
                "accuracy",
                "cost",
            ],
            takes="what is to be best, or least for cost: gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost",
        ),
    )

    parallelism: Param[int] = Param(
        Params._dummy(),
        "parallelism",
        "models that are fitted at once, at most (1 or more)",
        typeConverter=checked(
            "toInt",
            "parallelism",
            least=1,
            takes="models that are fitted at once, at most (1 or more)",
            bits=32,
        ),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "column of predicted classes, which the estimator names too",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "column of the probabilities of all classes, which the estimator names too",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "column of raw predictions, which the estimator names too",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed, by which rows are put into folds",
        typeConverter=checked("toInt", "seed"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights; the estimator has a weightCol of its own",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBeta(self) -> float:
        """How much more recall counts than precision, for fBeta (more than 0)."""
        return self.getOrDefault(self.beta)

    def getCv(self) -> int:
        """Folds, each predicted by a model of the others (2 or more)."""
        return self.getOrDefault(self.cv)

    def getEstimator(self) -> Any:
        """Classifier, or pipeline that ends in one."""
        return self.getOrDefault(self.estimator)

    def getFalseNegativeCost(self) -> float:
        """What it costs: overlooking a row of the class 1 (0.0 or more)."""
        return self.getOrDefault(self.falseNegativeCost)

    def getFalseNegativeCostCol(self) -> str:
        """Column of what overlooking that row costs."""
        return self.getOrDefault(self.falseNegativeCostCol)

    def getFalsePositiveCost(self) -> float:
        """What it costs: calling a row the class 1 which is not (0.0 or more)."""
        return self.getOrDefault(self.falsePositiveCost)

    def getFalsePositiveCostCol(self) -> str:
        """Column of what calling that row the class 1 costs."""
        return self.getOrDefault(self.falsePositiveCostCol)

    def getLabelCol(self) -> str:
        """Label column, class indices as StringIndexer makes them."""
        return self.getOrDefault(self.labelCol)

    def getMetricName(self) -> str:
        """What is to be best, or least for cost: gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost."""
        return self.getOrDefault(self.metricName)

    def getParallelism(self) -> int:
        """Models that are fitted at once, at most (1 or more)."""
        return self.getOrDefault(self.parallelism)

    def getPredictionCol(self) -> str:
        """Column of predicted classes, which the estimator names too."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column of the probabilities of all classes, which the estimator names too."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Column of raw predictions, which the estimator names too."""
        return self.getOrDefault(self.rawPredictionCol)

    def getSeed(self) -> int:
        """Random seed, by which rows are put into folds."""
        return self.getOrDefault(self.seed)

    def getWeightCol(self) -> str:
        """Column of case weights; the estimator has a weightCol of its own."""
        return self.getOrDefault(self.weightCol)


class TunedThresholdClassifierSetters:
    """Setters of TunedThresholdClassifier."""

    def setBeta(self: S, value: float) -> S:
        """How much more recall counts than precision, for fBeta (more than 0)."""
        return self._set(beta=value)  # type: ignore[attr-defined]

    def setCv(self: S, value: int) -> S:
        """Folds, each predicted by a model of the others (2 or more)."""
        return self._set(cv=value)  # type: ignore[attr-defined]

    def setEstimator(self: S, value: Any) -> S:
        """Classifier, or pipeline that ends in one."""
        return self._set(estimator=value)  # type: ignore[attr-defined]

    def setFalseNegativeCost(self: S, value: float) -> S:
        """What it costs: overlooking a row of the class 1 (0.0 or more)."""
        return self._set(falseNegativeCost=value)  # type: ignore[attr-defined]

    def setFalseNegativeCostCol(self: S, value: str) -> S:
        """Column of what overlooking that row costs."""
        return self._set(falseNegativeCostCol=value)  # type: ignore[attr-defined]

    def setFalsePositiveCost(self: S, value: float) -> S:
        """What it costs: calling a row the class 1 which is not (0.0 or more)."""
        return self._set(falsePositiveCost=value)  # type: ignore[attr-defined]

    def setFalsePositiveCostCol(self: S, value: str) -> S:
        """Column of what calling that row the class 1 costs."""
        return self._set(falsePositiveCostCol=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, class indices as StringIndexer makes them."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMetricName(self: S, value: str) -> S:
        """What is to be best, or least for cost: gMean, balancedAccuracy, sensitivity, specificity, precision, recall, fBeta, mcc, iba, accuracy, cost."""
        return self._set(metricName=value)  # type: ignore[attr-defined]

    def setParallelism(self: S, value: int) -> S:
        """Models that are fitted at once, at most (1 or more)."""
        return self._set(parallelism=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Column of predicted classes, which the estimator names too."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column of the probabilities of all classes, which the estimator names too."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Column of raw predictions, which the estimator names too."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed, by which rows are put into folds."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights; the estimator has a weightCol of its own."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class TunedThresholdClassifierArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        beta: Optional[float] = None,
        cv: Optional[int] = None,
        estimator: Optional[Any] = None,
        falseNegativeCost: Optional[float] = None,
        falseNegativeCostCol: Optional[str] = None,
        falsePositiveCost: Optional[float] = None,
        falsePositiveCostCol: Optional[str] = None,
        labelCol: Optional[str] = None,
        metricName: Optional[str] = None,
        parallelism: Optional[int] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        seed: Optional[int] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        beta: how much more recall counts than precision, for fBeta (more than 0) (default: 1.0)
        cv: folds, each predicted by a model of the others (2 or more) (default: 5)
        estimator: classifier, or pipeline that ends in one
        falseNegativeCost: what it costs: overlooking a row of the class 1 (0.0 or more) (default:
            1.0)
        falseNegativeCostCol: column of what overlooking that row costs
        falsePositiveCost: what it costs: calling a row the class 1 which is not (0.0 or more)
            (default: 1.0)
        falsePositiveCostCol: column of what calling that row the class 1 costs
        labelCol: label column, class indices as StringIndexer makes them (default: label)
        metricName: what is to be best, or least for cost: gMean, balancedAccuracy, sensitivity,
            specificity, precision, recall, fBeta, mcc, iba, accuracy, cost (default: balancedAccuracy)
        parallelism: models that are fitted at once, at most (1 or more) (default: 1)
        predictionCol: column of predicted classes, which the estimator names too (default:
            prediction)
        probabilityCol: column of the probabilities of all classes, which the estimator names too
            (default: probability)
        rawPredictionCol: column of raw predictions, which the estimator names too (default:
            rawPrediction)
        seed: random seed, by which rows are put into folds (default: 638820119)
        weightCol: column of case weights; the estimator has a weightCol of its own
        """
