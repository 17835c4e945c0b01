# SPDX-License-Identifier: Apache-2.0
"""The params of ensembles; written by gen.py from the Java library, not by hand."""
# ruff: noqa: E501

from typing import Any, Dict, List, Mapping, Optional, TypeVar, Union

from pyspark.ml.param import Param, Params

from sparksmote._convert import checked, to_stage, to_strategy
from sparksmote._keywords import keywords

S = TypeVar("S")


DEFAULTS: Dict[str, Dict[str, Any]] = {
    "BalancedBaggingClassifier": {
        "featuresCol": "features",
        "labelCol": "label",
        "numEstimators": 10,
        "parallelism": 1,
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "rawPredictionCol": "rawPrediction",
        "samplingStrategy": "auto",
        "seed": -1215878030,
        "withReplacement": False,
    },
    "BalancedRandomForestClassifier": {
        "featuresCol": "features",
        "labelCol": "label",
        "numEstimators": 10,
        "parallelism": 1,
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "rawPredictionCol": "rawPrediction",
        "samplingStrategy": "all",
        "seed": 941744627,
        "withReplacement": True,
    },
    "EasyEnsembleClassifier": {
        "featuresCol": "features",
        "labelCol": "label",
        "numEstimators": 10,
        "parallelism": 1,
        "predictionCol": "prediction",
        "probabilityCol": "probability",
        "rawPredictionCol": "rawPrediction",
        "samplingStrategy": "auto",
        "seed": -15761546,
        "withReplacement": False,
    },
}


class BalancedBaggingClassifierParams(Params):
    """The settings of BalancedBaggingClassifier."""

    estimator: Param[Any] = Param(
        Params._dummy(),
        "estimator",
        "classifier of which every member is a copy: any ProbabilisticClassifier",
        typeConverter=to_stage("estimator"),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "features column name",
        typeConverter=checked("toString", "featuresCol"),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column name",
        typeConverter=checked("toString", "labelCol"),
    )

    numEstimators: Param[int] = Param(
        Params._dummy(),
        "numEstimators",
        "members of the ensemble, each with a bag of its own (1 or more)",
        typeConverter=checked(
            "toInt",
            "numEstimators",
            least=1,
            takes="members of the ensemble, each with a bag of its own (1 or more)",
            bits=32,
        ),
    )

    parallelism: Param[int] = Param(
        Params._dummy(),
        "parallelism",
        "members that are trained at once, at most (1 or more)",
        typeConverter=checked(
            "toInt",
            "parallelism",
            least=1,
            takes="members that are trained at once, at most (1 or more)",
            bits=32,
        ),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "prediction column name",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "raw prediction (a.k.a. confidence) column name",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    sampler: Param[Any] = Param(
        Params._dummy(),
        "sampler",
        "sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement",
        typeConverter=to_stage("sampler"),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed: the same rows, settings and seed give the same bags",
        typeConverter=checked("toInt", "seed"),
    )

    thresholds: Param[List[float]] = Param(
        Params._dummy(),
        "thresholds",
        "Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold",
        typeConverter=checked("toListFloat", "thresholds"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which the estimator must have a param for",
        typeConverter=checked("toString", "weightCol"),
    )

    withReplacement: Param[bool] = Param(
        Params._dummy(),
        "withReplacement",
        "whether the rows of a bag are drawn with replacement, so that one may be in it several times",
        typeConverter=checked("toBoolean", "withReplacement"),
    )

    def getEstimator(self) -> Any:
        """Classifier of which every member is a copy: any ProbabilisticClassifier."""
        return self.getOrDefault(self.estimator)

    def getFeaturesCol(self) -> str:
        """Features column name."""
        return self.getOrDefault(self.featuresCol)

    def getLabelCol(self) -> str:
        """Label column name."""
        return self.getOrDefault(self.labelCol)

    def getNumEstimators(self) -> int:
        """Members of the ensemble, each with a bag of its own (1 or more)."""
        return self.getOrDefault(self.numEstimators)

    def getParallelism(self) -> int:
        """Members that are trained at once, at most (1 or more)."""
        return self.getOrDefault(self.parallelism)

    def getPredictionCol(self) -> str:
        """Prediction column name."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Raw prediction (a.k.a. confidence) column name."""
        return self.getOrDefault(self.rawPredictionCol)

    def getSampler(self) -> Any:
        """Sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement."""
        return self.getOrDefault(self.sampler)

    def getSamplingStrategy(self) -> str:
        """Which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed: the same rows, settings and seed give the same bags."""
        return self.getOrDefault(self.seed)

    def getThresholds(self) -> List[float]:
        """Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold."""
        return self.getOrDefault(self.thresholds)

    def getWeightCol(self) -> str:
        """Column of case weights, which the estimator must have a param for."""
        return self.getOrDefault(self.weightCol)

    def getWithReplacement(self) -> bool:
        """Whether the rows of a bag are drawn with replacement, so that one may be in it several times."""
        return self.getOrDefault(self.withReplacement)


class BalancedBaggingClassifierSetters:
    """Setters of BalancedBaggingClassifier."""

    def setEstimator(self: S, value: Any) -> S:
        """Classifier of which every member is a copy: any ProbabilisticClassifier."""
        return self._set(estimator=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Features column name."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column name."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setNumEstimators(self: S, value: int) -> S:
        """Members of the ensemble, each with a bag of its own (1 or more)."""
        return self._set(numEstimators=value)  # type: ignore[attr-defined]

    def setParallelism(self: S, value: int) -> S:
        """Members that are trained at once, at most (1 or more)."""
        return self._set(parallelism=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Prediction column name."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Raw prediction (a.k.a. confidence) column name."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setSampler(self: S, value: Any) -> S:
        """Sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement."""
        return self._set(sampler=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed: the same rows, settings and seed give the same bags."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setThresholds(self: S, value: List[float]) -> S:
        """Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold."""
        return self._set(thresholds=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which the estimator must have a param for."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]

    def setWithReplacement(self: S, value: bool) -> S:
        """Whether the rows of a bag are drawn with replacement, so that one may be in it several times."""
        return self._set(withReplacement=value)  # type: ignore[attr-defined]


class BalancedBaggingClassifierArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        estimator: Optional[Any] = None,
        featuresCol: Optional[str] = None,
        labelCol: Optional[str] = None,
        numEstimators: Optional[int] = None,
        parallelism: Optional[int] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        sampler: Optional[Any] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        thresholds: Optional[List[float]] = None,
        weightCol: Optional[str] = None,
        withReplacement: Optional[bool] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        estimator: classifier of which every member is a copy: any ProbabilisticClassifier
        featuresCol: features column name (default: features)
        labelCol: label column name (default: label)
        numEstimators: members of the ensemble, each with a bag of its own (1 or more) (default: 10)
        parallelism: members that are trained at once, at most (1 or more) (default: 1)
        predictionCol: prediction column name (default: prediction)
        probabilityCol: Column name for predicted class conditional probabilities. Note: Not all
            models output well-calibrated probability estimates! These probabilities should be treated
            as confidences, not precise probabilities (default: probability)
        rawPredictionCol: raw prediction (a.k.a. confidence) column name (default: rawPrediction)
        sampler: sampler that makes a member's bag of all rows; by default a RandomUnderSampler by
            samplingStrategy and withReplacement
        samplingStrategy: which classes shrink to what size in a bag: auto, majority, not minority,
            not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total
            (default: auto)
        seed: random seed: the same rows, settings and seed give the same bags (default:
            -1215878030)
        thresholds: Thresholds in multi-class classification to adjust the probability of predicting
            each class. Array must have length equal to the number of classes, with values > 0 excepting
            that at most one value may be 0. The class with largest value p/t is predicted, where p is
            the original probability of that class and t is the class's threshold
        weightCol: column of case weights, which the estimator must have a param for
        withReplacement: whether the rows of a bag are drawn with replacement, so that one may be in
            it several times (default: False)
        """


class BalancedRandomForestClassifierParams(Params):
    """The settings of BalancedRandomForestClassifier."""

    estimator: Param[Any] = Param(
        Params._dummy(),
        "estimator",
        "RandomForestClassifier of which every tree is a copy, with numTrees 1",
        typeConverter=to_stage("estimator"),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "features column name",
        typeConverter=checked("toString", "featuresCol"),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column name",
        typeConverter=checked("toString", "labelCol"),
    )

    numEstimators: Param[int] = Param(
        Params._dummy(),
        "numEstimators",
        "members of the ensemble, each with a bag of its own (1 or more)",
        typeConverter=checked(
            "toInt",
            "numEstimators",
            least=1,
            takes="members of the ensemble, each with a bag of its own (1 or more)",
            bits=32,
        ),
    )

    parallelism: Param[int] = Param(
        Params._dummy(),
        "parallelism",
        "members that are trained at once, at most (1 or more)",
        typeConverter=checked(
            "toInt",
            "parallelism",
            least=1,
            takes="members that are trained at once, at most (1 or more)",
            bits=32,
        ),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "prediction column name",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "raw prediction (a.k.a. confidence) column name",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    sampler: Param[Any] = Param(
        Params._dummy(),
        "sampler",
        "sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement",
        typeConverter=to_stage("sampler"),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed: the same rows, settings and seed give the same bags",
        typeConverter=checked("toInt", "seed"),
    )

    thresholds: Param[List[float]] = Param(
        Params._dummy(),
        "thresholds",
        "Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold",
        typeConverter=checked("toListFloat", "thresholds"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which the estimator must have a param for",
        typeConverter=checked("toString", "weightCol"),
    )

    withReplacement: Param[bool] = Param(
        Params._dummy(),
        "withReplacement",
        "whether the rows of a bag are drawn with replacement, so that one may be in it several times",
        typeConverter=checked("toBoolean", "withReplacement"),
    )

    def getEstimator(self) -> Any:
        """RandomForestClassifier of which every tree is a copy, with numTrees 1."""
        return self.getOrDefault(self.estimator)

    def getFeaturesCol(self) -> str:
        """Features column name."""
        return self.getOrDefault(self.featuresCol)

    def getLabelCol(self) -> str:
        """Label column name."""
        return self.getOrDefault(self.labelCol)

    def getNumEstimators(self) -> int:
        """Members of the ensemble, each with a bag of its own (1 or more)."""
        return self.getOrDefault(self.numEstimators)

    def getParallelism(self) -> int:
        """Members that are trained at once, at most (1 or more)."""
        return self.getOrDefault(self.parallelism)

    def getPredictionCol(self) -> str:
        """Prediction column name."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Raw prediction (a.k.a. confidence) column name."""
        return self.getOrDefault(self.rawPredictionCol)

    def getSampler(self) -> Any:
        """Sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement."""
        return self.getOrDefault(self.sampler)

    def getSamplingStrategy(self) -> str:
        """Which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed: the same rows, settings and seed give the same bags."""
        return self.getOrDefault(self.seed)

    def getThresholds(self) -> List[float]:
        """Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold."""
        return self.getOrDefault(self.thresholds)

    def getWeightCol(self) -> str:
        """Column of case weights, which the estimator must have a param for."""
        return self.getOrDefault(self.weightCol)

    def getWithReplacement(self) -> bool:
        """Whether the rows of a bag are drawn with replacement, so that one may be in it several times."""
        return self.getOrDefault(self.withReplacement)


class BalancedRandomForestClassifierSetters:
    """Setters of BalancedRandomForestClassifier."""

    def setEstimator(self: S, value: Any) -> S:
        """RandomForestClassifier of which every tree is a copy, with numTrees 1."""
        return self._set(estimator=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Features column name."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column name."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setNumEstimators(self: S, value: int) -> S:
        """Members of the ensemble, each with a bag of its own (1 or more)."""
        return self._set(numEstimators=value)  # type: ignore[attr-defined]

    def setParallelism(self: S, value: int) -> S:
        """Members that are trained at once, at most (1 or more)."""
        return self._set(parallelism=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Prediction column name."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Raw prediction (a.k.a. confidence) column name."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setSampler(self: S, value: Any) -> S:
        """Sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement."""
        return self._set(sampler=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed: the same rows, settings and seed give the same bags."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setThresholds(self: S, value: List[float]) -> S:
        """Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold."""
        return self._set(thresholds=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which the estimator must have a param for."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]

    def setWithReplacement(self: S, value: bool) -> S:
        """Whether the rows of a bag are drawn with replacement, so that one may be in it several times."""
        return self._set(withReplacement=value)  # type: ignore[attr-defined]


class BalancedRandomForestClassifierArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        estimator: Optional[Any] = None,
        featuresCol: Optional[str] = None,
        labelCol: Optional[str] = None,
        numEstimators: Optional[int] = None,
        parallelism: Optional[int] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        sampler: Optional[Any] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        thresholds: Optional[List[float]] = None,
        weightCol: Optional[str] = None,
        withReplacement: Optional[bool] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        estimator: RandomForestClassifier of which every tree is a copy, with numTrees 1
        featuresCol: features column name (default: features)
        labelCol: label column name (default: label)
        numEstimators: members of the ensemble, each with a bag of its own (1 or more) (default: 10)
        parallelism: members that are trained at once, at most (1 or more) (default: 1)
        predictionCol: prediction column name (default: prediction)
        probabilityCol: Column name for predicted class conditional probabilities. Note: Not all
            models output well-calibrated probability estimates! These probabilities should be treated
            as confidences, not precise probabilities (default: probability)
        rawPredictionCol: raw prediction (a.k.a. confidence) column name (default: rawPrediction)
        sampler: sampler that makes a member's bag of all rows; by default a RandomUnderSampler by
            samplingStrategy and withReplacement
        samplingStrategy: which classes shrink to what size in a bag: auto, majority, not minority,
            not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total
            (default: all)
        seed: random seed: the same rows, settings and seed give the same bags (default: 941744627)
        thresholds: Thresholds in multi-class classification to adjust the probability of predicting
            each class. Array must have length equal to the number of classes, with values > 0 excepting
            that at most one value may be 0. The class with largest value p/t is predicted, where p is
            the original probability of that class and t is the class's threshold
        weightCol: column of case weights, which the estimator must have a param for
        withReplacement: whether the rows of a bag are drawn with replacement, so that one may be in
            it several times (default: True)
        """


class EasyEnsembleClassifierParams(Params):
    """The settings of EasyEnsembleClassifier."""

    estimator: Param[Any] = Param(
        Params._dummy(),
        "estimator",
        "classifier of which every member is a copy: a boosted one, or any ProbabilisticClassifier",
        typeConverter=to_stage("estimator"),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "features column name",
        typeConverter=checked("toString", "featuresCol"),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column name",
        typeConverter=checked("toString", "labelCol"),
    )

    numEstimators: Param[int] = Param(
        Params._dummy(),
        "numEstimators",
        "members of the ensemble, each with a bag of its own (1 or more)",
        typeConverter=checked(
            "toInt",
            "numEstimators",
            least=1,
            takes="members of the ensemble, each with a bag of its own (1 or more)",
            bits=32,
        ),
    )

    parallelism: Param[int] = Param(
        Params._dummy(),
        "parallelism",
        "members that are trained at once, at most (1 or more)",
        typeConverter=checked(
            "toInt",
            "parallelism",
            least=1,
            takes="members that are trained at once, at most (1 or more)",
            bits=32,
        ),
    )

    predictionCol: Param[str] = Param(
        Params._dummy(),
        "predictionCol",
        "prediction column name",
        typeConverter=checked("toString", "predictionCol"),
    )

    probabilityCol: Param[str] = Param(
        Params._dummy(),
        "probabilityCol",
        "Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities",
        typeConverter=checked("toString", "probabilityCol"),
    )

    rawPredictionCol: Param[str] = Param(
        Params._dummy(),
        "rawPredictionCol",
        "raw prediction (a.k.a. confidence) column name",
        typeConverter=checked("toString", "rawPredictionCol"),
    )

    sampler: Param[Any] = Param(
        Params._dummy(),
        "sampler",
        "sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement",
        typeConverter=to_stage("sampler"),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed: the same rows, settings and seed give the same bags",
        typeConverter=checked("toInt", "seed"),
    )

    thresholds: Param[List[float]] = Param(
        Params._dummy(),
        "thresholds",
        "Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold",
        typeConverter=checked("toListFloat", "thresholds"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which the estimator must have a param for",
        typeConverter=checked("toString", "weightCol"),
    )

    withReplacement: Param[bool] = Param(
        Params._dummy(),
        "withReplacement",
        "whether the rows of a bag are drawn with replacement, so that one may be in it several times",
        typeConverter=checked("toBoolean", "withReplacement"),
    )

    def getEstimator(self) -> Any:
        """Classifier of which every member is a copy: a boosted one, or any ProbabilisticClassifier."""
        return self.getOrDefault(self.estimator)

    def getFeaturesCol(self) -> str:
        """Features column name."""
        return self.getOrDefault(self.featuresCol)

    def getLabelCol(self) -> str:
        """Label column name."""
        return self.getOrDefault(self.labelCol)

    def getNumEstimators(self) -> int:
        """Members of the ensemble, each with a bag of its own (1 or more)."""
        return self.getOrDefault(self.numEstimators)

    def getParallelism(self) -> int:
        """Members that are trained at once, at most (1 or more)."""
        return self.getOrDefault(self.parallelism)

    def getPredictionCol(self) -> str:
        """Prediction column name."""
        return self.getOrDefault(self.predictionCol)

    def getProbabilityCol(self) -> str:
        """Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities."""
        return self.getOrDefault(self.probabilityCol)

    def getRawPredictionCol(self) -> str:
        """Raw prediction (a.k.a. confidence) column name."""
        return self.getOrDefault(self.rawPredictionCol)

    def getSampler(self) -> Any:
        """Sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement."""
        return self.getOrDefault(self.sampler)

    def getSamplingStrategy(self) -> str:
        """Which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed: the same rows, settings and seed give the same bags."""
        return self.getOrDefault(self.seed)

    def getThresholds(self) -> List[float]:
        """Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold."""
        return self.getOrDefault(self.thresholds)

    def getWeightCol(self) -> str:
        """Column of case weights, which the estimator must have a param for."""
        return self.getOrDefault(self.weightCol)

    def getWithReplacement(self) -> bool:
        """Whether the rows of a bag are drawn with replacement, so that one may be in it several times."""
        return self.getOrDefault(self.withReplacement)


class EasyEnsembleClassifierSetters:
    """Setters of EasyEnsembleClassifier."""

    def setEstimator(self: S, value: Any) -> S:
        """Classifier of which every member is a copy: a boosted one, or any ProbabilisticClassifier."""
        return self._set(estimator=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Features column name."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column name."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setNumEstimators(self: S, value: int) -> S:
        """Members of the ensemble, each with a bag of its own (1 or more)."""
        return self._set(numEstimators=value)  # type: ignore[attr-defined]

    def setParallelism(self: S, value: int) -> S:
        """Members that are trained at once, at most (1 or more)."""
        return self._set(parallelism=value)  # type: ignore[attr-defined]

    def setPredictionCol(self: S, value: str) -> S:
        """Prediction column name."""
        return self._set(predictionCol=value)  # type: ignore[attr-defined]

    def setProbabilityCol(self: S, value: str) -> S:
        """Column name for predicted class conditional probabilities. Note: Not all models output well-calibrated probability estimates! These probabilities should be treated as confidences, not precise probabilities."""
        return self._set(probabilityCol=value)  # type: ignore[attr-defined]

    def setRawPredictionCol(self: S, value: str) -> S:
        """Raw prediction (a.k.a. confidence) column name."""
        return self._set(rawPredictionCol=value)  # type: ignore[attr-defined]

    def setSampler(self: S, value: Any) -> S:
        """Sampler that makes a member's bag of all rows; by default a RandomUnderSampler by samplingStrategy and withReplacement."""
        return self._set(sampler=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes shrink to what size in a bag: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed: the same rows, settings and seed give the same bags."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setThresholds(self: S, value: List[float]) -> S:
        """Thresholds in multi-class classification to adjust the probability of predicting each class. Array must have length equal to the number of classes, with values > 0 excepting that at most one value may be 0. The class with largest value p/t is predicted, where p is the original probability of that class and t is the class's threshold."""
        return self._set(thresholds=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which the estimator must have a param for."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]

    def setWithReplacement(self: S, value: bool) -> S:
        """Whether the rows of a bag are drawn with replacement, so that one may be in it several times."""
        return self._set(withReplacement=value)  # type: ignore[attr-defined]


class EasyEnsembleClassifierArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        estimator: Optional[Any] = None,
        featuresCol: Optional[str] = None,
        labelCol: Optional[str] = None,
        numEstimators: Optional[int] = None,
        parallelism: Optional[int] = None,
        predictionCol: Optional[str] = None,
        probabilityCol: Optional[str] = None,
        rawPredictionCol: Optional[str] = None,
        sampler: Optional[Any] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        thresholds: Optional[List[float]] = None,
        weightCol: Optional[str] = None,
        withReplacement: Optional[bool] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        estimator: classifier of which every member is a copy: a boosted one, or any
            ProbabilisticClassifier
        featuresCol: features column name (default: features)
        labelCol: label column name (default: label)
        numEstimators: members of the ensemble, each with a bag of its own (1 or more) (default: 10)
        parallelism: members that are trained at once, at most (1 or more) (default: 1)
        predictionCol: prediction column name (default: prediction)
        probabilityCol: Column name for predicted class conditional probabilities. Note: Not all
            models output well-calibrated probability estimates! These probabilities should be treated
            as confidences, not precise probabilities (default: probability)
        rawPredictionCol: raw prediction (a.k.a. confidence) column name (default: rawPrediction)
        sampler: sampler that makes a member's bag of all rows; by default a RandomUnderSampler by
            samplingStrategy and withReplacement
        samplingStrategy: which classes shrink to what size in a bag: auto, majority, not minority,
            not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total
            (default: auto)
        seed: random seed: the same rows, settings and seed give the same bags (default: -15761546)
        thresholds: Thresholds in multi-class classification to adjust the probability of predicting
            each class. Array must have length equal to the number of classes, with values > 0 excepting
            that at most one value may be 0. The class with largest value p/t is predicted, where p is
            the original probability of that class and t is the class's threshold
        weightCol: column of case weights, which the estimator must have a param for
        withReplacement: whether the rows of a bag are drawn with replacement, so that one may be in
            it several times (default: False)
        """
