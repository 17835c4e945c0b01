# SPDX-License-Identifier: Apache-2.0
"""The params of samplers that take rows away; written by gen.py from the Java library, not by hand."""
# ruff: noqa: E501

from typing import Any, Dict, List, Mapping, Optional, Sequence, TypeVar, Union

from pyspark.ml.param import Param, Params

from sparksmote._convert import checked, to_classes, to_strategy
from sparksmote._keywords import keywords

S = TypeVar("S")


DEFAULTS: Dict[str, Dict[str, Any]] = {
    "AllKNN": {
        "allowMinority": False,
        "bucketRows": 250000,
        "exactBelow": 20000,
        "featuresCol": "features",
        "handleInvalid": "error",
        "kNeighbors": 3,
        "kindSel": "all",
        "labelCol": "label",
        "maxClasses": 100,
        "neighborSearch": "auto",
        "samplingStrategy": "auto",
        "seed": -1017226860,
        "standardize": "none",
    },
    "EditedNearestNeighbours": {
        "bucketRows": 250000,
        "exactBelow": 20000,
        "featuresCol": "features",
        "handleInvalid": "error",
        "kNeighbors": 3,
        "kindSel": "all",
        "labelCol": "label",
        "maxClasses": 100,
        "neighborSearch": "auto",
        "samplingStrategy": "auto",
        "seed": -1017226860,
        "standardize": "none",
    },
    "NeighbourhoodCleaning": {
        "bucketRows": 250000,
        "exactBelow": 20000,
        "featuresCol": "features",
        "handleInvalid": "error",
        "kNeighbors": 3,
        "labelCol": "label",
        "maxClasses": 100,
        "neighborSearch": "auto",
        "samplingStrategy": "auto",
        "seed": -1017226860,
        "standardize": "none",
        "thresholdCleaning": 0.5,
    },
    "RepeatedEditedNearestNeighbours": {
        "bucketRows": 250000,
        "exactBelow": 20000,
        "featuresCol": "features",
        "handleInvalid": "error",
        "kNeighbors": 3,
        "kindSel": "all",
        "labelCol": "label",
        "maxClasses": 100,
        "maxIter": 100,
        "neighborSearch": "auto",
        "samplingStrategy": "auto",
        "seed": -1017226860,
        "standardize": "none",
    },
    "TomekLinks": {
        "bucketRows": 250000,
        "exactBelow": 20000,
        "featuresCol": "features",
        "handleInvalid": "error",
        "labelCol": "label",
        "maxClasses": 100,
        "neighborSearch": "auto",
        "samplingStrategy": "auto",
        "seed": -1017226860,
        "standardize": "none",
    },
    "InstanceHardnessThreshold": {
        "cv": 5,
        "featuresCol": "features",
        "handleInvalid": "error",
        "labelCol": "label",
        "maxClasses": 100,
        "samplingStrategy": "auto",
        "seed": 1488600868,
        "standardize": "none",
    },
    "NearMiss": {
        "featuresCol": "features",
        "handleInvalid": "error",
        "kNeighbors": 3,
        "labelCol": "label",
        "maxClasses": 100,
        "nNeighborsVer3": 3,
        "samplingStrategy": "auto",
        "seed": 1488600868,
        "standardize": "none",
        "version": 1,
    },
    "OneSidedSelection": {
        "featuresCol": "features",
        "handleInvalid": "error",
        "kNeighbors": 1,
        "labelCol": "label",
        "maxClasses": 100,
        "nSeedsS": 1,
        "samplingStrategy": "auto",
        "seed": 1488600868,
        "standardize": "none",
    },
    "RandomUnderSampler": {
        "handleInvalid": "error",
        "labelCol": "label",
        "maxClasses": 100,
        "samplingStrategy": "auto",
        "seed": 861184334,
        "withReplacement": False,
    },
}


class AllKNNParams(Params):
    """The settings of AllKNN."""

    allowMinority: Param[bool] = Param(
        Params._dummy(),
        "allowMinority",
        "whether rounds go on when another class has fewer rows than the smallest class had",
        typeConverter=checked("toBoolean", "allowMinority"),
    )

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    bucketRows: Param[int] = Param(
        Params._dummy(),
        "bucketRows",
        "rows of a class that one task searches, about (100 or more)",
        typeConverter=checked(
            "toInt",
            "bucketRows",
            least=100,
            takes="rows of a class that one task searches, about (100 or more)",
            bits=32,
        ),
    )

    exactBelow: Param[int] = Param(
        Params._dummy(),
        "exactBelow",
        "up to so many rows are searched exactly (0 or more)",
        typeConverter=checked(
            "toInt",
            "exactBelow",
            least=0,
            takes="up to so many rows are searched exactly (0 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    flagCol: Param[str] = Param(
        Params._dummy(),
        "flagCol",
        "output column that says what became of a row; if set, all rows stay",
        typeConverter=checked("toString", "flagCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "nearest rows of all classes that a row is judged by (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="nearest rows of all classes that a row is judged by (1 or more)",
            bits=32,
        ),
    )

    kindSel: Param[str] = Param(
        Params._dummy(),
        "kindSel",
        "a row stays if all of its neighbours, or most of them, are of its class: all, mode",
        typeConverter=checked(
            "toString",
            "kindSel",
            allowed=["all", "mode"],
            takes="a row stays if all of its neighbours, or most of them, are of its class: all, mode",
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

    neighborSearch: Param[str] = Param(
        Params._dummy(),
        "neighborSearch",
        "kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        typeConverter=checked(
            "toString",
            "neighborSearch",
            allowed=["auto", "exact", "approximate"],
            takes="kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels",
        typeConverter=to_classes,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of the approximate search",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getAllowMinority(self) -> bool:
        """Whether rounds go on when another class has fewer rows than the smallest class had."""
        return self.getOrDefault(self.allowMinority)

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getBucketRows(self) -> int:
        """Rows of a class that one task searches, about (100 or more)."""
        return self.getOrDefault(self.bucketRows)

    def getExactBelow(self) -> int:
        """Up to so many rows are searched exactly (0 or more)."""
        return self.getOrDefault(self.exactBelow)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getFlagCol(self) -> str:
        """Output column that says what became of a row; if set, all rows stay."""
        return self.getOrDefault(self.flagCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Nearest rows of all classes that a row is judged by (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getKindSel(self) -> str:
        """A row stays if all of its neighbours, or most of them, are of its class: all, mode."""
        return self.getOrDefault(self.kindSel)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNeighborSearch(self) -> str:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self.getOrDefault(self.neighborSearch)

    def getSamplingStrategy(self) -> str:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of the approximate search."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class AllKNNSetters:
    """Setters of AllKNN."""

    def setAllowMinority(self: S, value: bool) -> S:
        """Whether rounds go on when another class has fewer rows than the smallest class had."""
        return self._set(allowMinority=value)  # type: ignore[attr-defined]

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setBucketRows(self: S, value: int) -> S:
        """Rows of a class that one task searches, about (100 or more)."""
        return self._set(bucketRows=value)  # type: ignore[attr-defined]

    def setExactBelow(self: S, value: int) -> S:
        """Up to so many rows are searched exactly (0 or more)."""
        return self._set(exactBelow=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setFlagCol(self: S, value: str) -> S:
        """Output column that says what became of a row; if set, all rows stay."""
        return self._set(flagCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Nearest rows of all classes that a row is judged by (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setKindSel(self: S, value: str) -> S:
        """A row stays if all of its neighbours, or most of them, are of its class: all, mode."""
        return self._set(kindSel=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNeighborSearch(self: S, value: str) -> S:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self._set(neighborSearch=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, Sequence[Any]]) -> S:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of the approximate search."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class AllKNNArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        allowMinority: Optional[bool] = None,
        balanceWeightCol: Optional[str] = None,
        bucketRows: Optional[int] = None,
        exactBelow: Optional[int] = None,
        featuresCol: Optional[str] = None,
        flagCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        kindSel: Optional[str] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        neighborSearch: Optional[str] = None,
        samplingStrategy: Optional[Union[str, Sequence[Any]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        allowMinority: whether rounds go on when another class has fewer rows than the smallest
            class had (default: False)
        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)
        exactBelow: up to so many rows are searched exactly (0 or more) (default: 20000)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        flagCol: output column that says what became of a row; if set, all rows stay
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        kNeighbors: nearest rows of all classes that a row is judged by (1 or more) (default: 3)
        kindSel: a row stays if all of its neighbours, or most of them, are of its class: all, mode
            (default: all)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        neighborSearch: kind of neighbour search; auto is exact up to exactBelow rows: auto, exact,
            approximate (default: auto)
        samplingStrategy: whose rows may go: auto (all classes but the smallest), majority, not
            minority, not majority, all, none, or a JSON array of labels (default: auto)
        seed: random seed of the approximate search (default: -1017226860)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class EditedNearestNeighboursParams(Params):
    """The settings of EditedNearestNeighbours."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    bucketRows: Param[int] = Param(
        Params._dummy(),
        "bucketRows",
        "rows of a class that one task searches, about (100 or more)",
        typeConverter=checked(
            "toInt",
            "bucketRows",
            least=100,
            takes="rows of a class that one task searches, about (100 or more)",
            bits=32,
        ),
    )

    exactBelow: Param[int] = Param(
        Params._dummy(),
        "exactBelow",
        "up to so many rows are searched exactly (0 or more)",
        typeConverter=checked(
            "toInt",
            "exactBelow",
            least=0,
            takes="up to so many rows are searched exactly (0 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    flagCol: Param[str] = Param(
        Params._dummy(),
        "flagCol",
        "output column that says what became of a row; if set, all rows stay",
        typeConverter=checked("toString", "flagCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "nearest rows of all classes that a row is judged by (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="nearest rows of all classes that a row is judged by (1 or more)",
            bits=32,
        ),
    )

    kindSel: Param[str] = Param(
        Params._dummy(),
        "kindSel",
        "a row stays if all of its neighbours, or most of them, are of its class: all, mode",
        typeConverter=checked(
            "toString",
            "kindSel",
            allowed=["all", "mode"],
            takes="a row stays if all of its neighbours, or most of them, are of its class: all, mode",
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

    neighborSearch: Param[str] = Param(
        Params._dummy(),
        "neighborSearch",
        "kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        typeConverter=checked(
            "toString",
            "neighborSearch",
            allowed=["auto", "exact", "approximate"],
            takes="kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels",
        typeConverter=to_classes,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of the approximate search",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getBucketRows(self) -> int:
        """Rows of a class that one task searches, about (100 or more)."""
        return self.getOrDefault(self.bucketRows)

    def getExactBelow(self) -> int:
        """Up to so many rows are searched exactly (0 or more)."""
        return self.getOrDefault(self.exactBelow)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getFlagCol(self) -> str:
        """Output column that says what became of a row; if set, all rows stay."""
        return self.getOrDefault(self.flagCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Nearest rows of all classes that a row is judged by (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getKindSel(self) -> str:
        """A row stays if all of its neighbours, or most of them, are of its class: all, mode."""
        return self.getOrDefault(self.kindSel)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNeighborSearch(self) -> str:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self.getOrDefault(self.neighborSearch)

    def getSamplingStrategy(self) -> str:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of the approximate search."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class EditedNearestNeighboursSetters:
    """Setters of EditedNearestNeighbours."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setBucketRows(self: S, value: int) -> S:
        """Rows of a class that one task searches, about (100 or more)."""
        return self._set(bucketRows=value)  # type: ignore[attr-defined]

    def setExactBelow(self: S, value: int) -> S:
        """Up to so many rows are searched exactly (0 or more)."""
        return self._set(exactBelow=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setFlagCol(self: S, value: str) -> S:
        """Output column that says what became of a row; if set, all rows stay."""
        return self._set(flagCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Nearest rows of all classes that a row is judged by (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setKindSel(self: S, value: str) -> S:
        """A row stays if all of its neighbours, or most of them, are of its class: all, mode."""
        return self._set(kindSel=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNeighborSearch(self: S, value: str) -> S:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self._set(neighborSearch=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, Sequence[Any]]) -> S:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of the approximate search."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class EditedNearestNeighboursArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        bucketRows: Optional[int] = None,
        exactBelow: Optional[int] = None,
        featuresCol: Optional[str] = None,
        flagCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        kindSel: Optional[str] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        neighborSearch: Optional[str] = None,
        samplingStrategy: Optional[Union[str, Sequence[Any]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)
        exactBelow: up to so many rows are searched exactly (0 or more) (default: 20000)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        flagCol: output column that says what became of a row; if set, all rows stay
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        kNeighbors: nearest rows of all classes that a row is judged by (1 or more) (default: 3)
        kindSel: a row stays if all of its neighbours, or most of them, are of its class: all, mode
            (default: all)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        neighborSearch: kind of neighbour search; auto is exact up to exactBelow rows: auto, exact,
            approximate (default: auto)
        samplingStrategy: whose rows may go: auto (all classes but the smallest), majority, not
            minority, not majority, all, none, or a JSON array of labels (default: auto)
        seed: random seed of the approximate search (default: -1017226860)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class NeighbourhoodCleaningParams(Params):
    """The settings of NeighbourhoodCleaning."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    bucketRows: Param[int] = Param(
        Params._dummy(),
        "bucketRows",
        "rows of a class that one task searches, about (100 or more)",
        typeConverter=checked(
            "toInt",
            "bucketRows",
            least=100,
            takes="rows of a class that one task searches, about (100 or more)",
            bits=32,
        ),
    )

    exactBelow: Param[int] = Param(
        Params._dummy(),
        "exactBelow",
        "up to so many rows are searched exactly (0 or more)",
        typeConverter=checked(
            "toInt",
            "exactBelow",
            least=0,
            takes="up to so many rows are searched exactly (0 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    flagCol: Param[str] = Param(
        Params._dummy(),
        "flagCol",
        "output column that says what became of a row; if set, all rows stay",
        typeConverter=checked("toString", "flagCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "nearest rows of all classes that a row is judged by, and takes with it (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="nearest rows of all classes that a row is judged by, and takes with it (1 or more)",
            bits=32,
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

    neighborSearch: Param[str] = Param(
        Params._dummy(),
        "neighborSearch",
        "kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        typeConverter=checked(
            "toString",
            "neighborSearch",
            allowed=["auto", "exact", "approximate"],
            takes="kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels",
        typeConverter=to_classes,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of the approximate search",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    thresholdCleaning: Param[float] = Param(
        Params._dummy(),
        "thresholdCleaning",
        "neighbours of a class go if it has more rows than this times the smallest class (more than 0)",
        typeConverter=checked(
            "toFloat",
            "thresholdCleaning",
            more_than=0,
            takes="neighbours of a class go if it has more rows than this times the smallest class (more than 0)",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getBucketRows(self) -> int:
        """Rows of a class that one task searches, about (100 or more)."""
        return self.getOrDefault(self.bucketRows)

    def getExactBelow(self) -> int:
        """Up to so many rows are searched exactly (0 or more)."""
        return self.getOrDefault(self.exactBelow)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getFlagCol(self) -> str:
        """Output column that says what became of a row; if set, all rows stay."""
        return self.getOrDefault(self.flagCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Nearest rows of all classes that a row is judged by, and takes with it (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNeighborSearch(self) -> str:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self.getOrDefault(self.neighborSearch)

    def getSamplingStrategy(self) -> str:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of the approximate search."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getThresholdCleaning(self) -> float:
        """Neighbours of a class go if it has more rows than this times the smallest class (more than 0)."""
        return self.getOrDefault(self.thresholdCleaning)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class NeighbourhoodCleaningSetters:
    """Setters of NeighbourhoodCleaning."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setBucketRows(self: S, value: int) -> S:
        """Rows of a class that one task searches, about (100 or more)."""
        return self._set(bucketRows=value)  # type: ignore[attr-defined]

    def setExactBelow(self: S, value: int) -> S:
        """Up to so many rows are searched exactly (0 or more)."""
        return self._set(exactBelow=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setFlagCol(self: S, value: str) -> S:
        """Output column that says what became of a row; if set, all rows stay."""
        return self._set(flagCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Nearest rows of all classes that a row is judged by, and takes with it (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNeighborSearch(self: S, value: str) -> S:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self._set(neighborSearch=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, Sequence[Any]]) -> S:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of the approximate search."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setThresholdCleaning(self: S, value: float) -> S:
        """Neighbours of a class go if it has more rows than this times the smallest class (more than 0)."""
        return self._set(thresholdCleaning=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class NeighbourhoodCleaningArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        bucketRows: Optional[int] = None,
        exactBelow: Optional[int] = None,
        featuresCol: Optional[str] = None,
        flagCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        neighborSearch: Optional[str] = None,
        samplingStrategy: Optional[Union[str, Sequence[Any]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        thresholdCleaning: Optional[float] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)
        exactBelow: up to so many rows are searched exactly (0 or more) (default: 20000)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        flagCol: output column that says what became of a row; if set, all rows stay
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        kNeighbors: nearest rows of all classes that a row is judged by, and takes with it (1 or
            more) (default: 3)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        neighborSearch: kind of neighbour search; auto is exact up to exactBelow rows: auto, exact,
            approximate (default: auto)
        samplingStrategy: whose rows may go: auto (all classes but the smallest), majority, not
            minority, not majority, all, none, or a JSON array of labels (default: auto)
        seed: random seed of the approximate search (default: -1017226860)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        thresholdCleaning: neighbours of a class go if it has more rows than this times the smallest
            class (more than 0) (default: 0.5)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class RepeatedEditedNearestNeighboursParams(Params):
    """The settings of RepeatedEditedNearestNeighbours."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    bucketRows: Param[int] = Param(
        Params._dummy(),
        "bucketRows",
        "rows of a class that one task searches, about (100 or more)",
        typeConverter=checked(
            "toInt",
            "bucketRows",
            least=100,
            takes="rows of a class that one task searches, about (100 or more)",
            bits=32,
        ),
    )

    exactBelow: Param[int] = Param(
        Params._dummy(),
        "exactBelow",
        "up to so many rows are searched exactly (0 or more)",
        typeConverter=checked(
            "toInt",
            "exactBelow",
            least=0,
            takes="up to so many rows are searched exactly (0 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    flagCol: Param[str] = Param(
        Params._dummy(),
        "flagCol",
        "output column that says what became of a row; if set, all rows stay",
        typeConverter=checked("toString", "flagCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "nearest rows of all classes that a row is judged by (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="nearest rows of all classes that a row is judged by (1 or more)",
            bits=32,
        ),
    )

    kindSel: Param[str] = Param(
        Params._dummy(),
        "kindSel",
        "a row stays if all of its neighbours, or most of them, are of its class: all, mode",
        typeConverter=checked(
            "toString",
            "kindSel",
            allowed=["all", "mode"],
            takes="a row stays if all of its neighbours, or most of them, are of its class: all, mode",
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

    maxIter: Param[int] = Param(
        Params._dummy(),
        "maxIter",
        "rounds at most (1 or more)",
        typeConverter=checked(
            "toInt", "maxIter", least=1, takes="rounds at most (1 or more)", bits=32
        ),
    )

    neighborSearch: Param[str] = Param(
        Params._dummy(),
        "neighborSearch",
        "kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        typeConverter=checked(
            "toString",
            "neighborSearch",
            allowed=["auto", "exact", "approximate"],
            takes="kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels",
        typeConverter=to_classes,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of the approximate search",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getBucketRows(self) -> int:
        """Rows of a class that one task searches, about (100 or more)."""
        return self.getOrDefault(self.bucketRows)

    def getExactBelow(self) -> int:
        """Up to so many rows are searched exactly (0 or more)."""
        return self.getOrDefault(self.exactBelow)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getFlagCol(self) -> str:
        """Output column that says what became of a row; if set, all rows stay."""
        return self.getOrDefault(self.flagCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Nearest rows of all classes that a row is judged by (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getKindSel(self) -> str:
        """A row stays if all of its neighbours, or most of them, are of its class: all, mode."""
        return self.getOrDefault(self.kindSel)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getMaxIter(self) -> int:
        """Rounds at most (1 or more)."""
        return self.getOrDefault(self.maxIter)

    def getNeighborSearch(self) -> str:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self.getOrDefault(self.neighborSearch)

    def getSamplingStrategy(self) -> str:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of the approximate search."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class RepeatedEditedNearestNeighboursSetters:
    """Setters of RepeatedEditedNearestNeighbours."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setBucketRows(self: S, value: int) -> S:
        """Rows of a class that one task searches, about (100 or more)."""
        return self._set(bucketRows=value)  # type: ignore[attr-defined]

    def setExactBelow(self: S, value: int) -> S:
        """Up to so many rows are searched exactly (0 or more)."""
        return self._set(exactBelow=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setFlagCol(self: S, value: str) -> S:
        """Output column that says what became of a row; if set, all rows stay."""
        return self._set(flagCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Nearest rows of all classes that a row is judged by (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setKindSel(self: S, value: str) -> S:
        """A row stays if all of its neighbours, or most of them, are of its class: all, mode."""
        return self._set(kindSel=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setMaxIter(self: S, value: int) -> S:
        """Rounds at most (1 or more)."""
        return self._set(maxIter=value)  # type: ignore[attr-defined]

    def setNeighborSearch(self: S, value: str) -> S:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self._set(neighborSearch=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, Sequence[Any]]) -> S:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of the approximate search."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class RepeatedEditedNearestNeighboursArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        bucketRows: Optional[int] = None,
        exactBelow: Optional[int] = None,
        featuresCol: Optional[str] = None,
        flagCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        kindSel: Optional[str] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        maxIter: Optional[int] = None,
        neighborSearch: Optional[str] = None,
        samplingStrategy: Optional[Union[str, Sequence[Any]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)
        exactBelow: up to so many rows are searched exactly (0 or more) (default: 20000)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        flagCol: output column that says what became of a row; if set, all rows stay
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        kNeighbors: nearest rows of all classes that a row is judged by (1 or more) (default: 3)
        kindSel: a row stays if all of its neighbours, or most of them, are of its class: all, mode
            (default: all)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        maxIter: rounds at most (1 or more) (default: 100)
        neighborSearch: kind of neighbour search; auto is exact up to exactBelow rows: auto, exact,
            approximate (default: auto)
        samplingStrategy: whose rows may go: auto (all classes but the smallest), majority, not
            minority, not majority, all, none, or a JSON array of labels (default: auto)
        seed: random seed of the approximate search (default: -1017226860)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class TomekLinksParams(Params):
    """The settings of TomekLinks."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    bucketRows: Param[int] = Param(
        Params._dummy(),
        "bucketRows",
        "rows of a class that one task searches, about (100 or more)",
        typeConverter=checked(
            "toInt",
            "bucketRows",
            least=100,
            takes="rows of a class that one task searches, about (100 or more)",
            bits=32,
        ),
    )

    exactBelow: Param[int] = Param(
        Params._dummy(),
        "exactBelow",
        "up to so many rows are searched exactly (0 or more)",
        typeConverter=checked(
            "toInt",
            "exactBelow",
            least=0,
            takes="up to so many rows are searched exactly (0 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    flagCol: Param[str] = Param(
        Params._dummy(),
        "flagCol",
        "output column that says what became of a row; if set, all rows stay",
        typeConverter=checked("toString", "flagCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
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

    neighborSearch: Param[str] = Param(
        Params._dummy(),
        "neighborSearch",
        "kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        typeConverter=checked(
            "toString",
            "neighborSearch",
            allowed=["auto", "exact", "approximate"],
            takes="kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate",
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels",
        typeConverter=to_classes,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of the approximate search",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getBucketRows(self) -> int:
        """Rows of a class that one task searches, about (100 or more)."""
        return self.getOrDefault(self.bucketRows)

    def getExactBelow(self) -> int:
        """Up to so many rows are searched exactly (0 or more)."""
        return self.getOrDefault(self.exactBelow)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getFlagCol(self) -> str:
        """Output column that says what became of a row; if set, all rows stay."""
        return self.getOrDefault(self.flagCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNeighborSearch(self) -> str:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self.getOrDefault(self.neighborSearch)

    def getSamplingStrategy(self) -> str:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of the approximate search."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class TomekLinksSetters:
    """Setters of TomekLinks."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setBucketRows(self: S, value: int) -> S:
        """Rows of a class that one task searches, about (100 or more)."""
        return self._set(bucketRows=value)  # type: ignore[attr-defined]

    def setExactBelow(self: S, value: int) -> S:
        """Up to so many rows are searched exactly (0 or more)."""
        return self._set(exactBelow=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setFlagCol(self: S, value: str) -> S:
        """Output column that says what became of a row; if set, all rows stay."""
        return self._set(flagCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNeighborSearch(self: S, value: str) -> S:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self._set(neighborSearch=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, Sequence[Any]]) -> S:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of the approximate search."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class TomekLinksArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        bucketRows: Optional[int] = None,
        exactBelow: Optional[int] = None,
        featuresCol: Optional[str] = None,
        flagCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        neighborSearch: Optional[str] = None,
        samplingStrategy: Optional[Union[str, Sequence[Any]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)
        exactBelow: up to so many rows are searched exactly (0 or more) (default: 20000)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        flagCol: output column that says what became of a row; if set, all rows stay
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        neighborSearch: kind of neighbour search; auto is exact up to exactBelow rows: auto, exact,
            approximate (default: auto)
        samplingStrategy: whose rows may go: auto (all classes but the smallest), majority, not
            minority, not majority, all, none, or a JSON array of labels (default: auto)
        seed: random seed of the approximate search (default: -1017226860)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class InstanceHardnessThresholdParams(Params):
    """The settings of InstanceHardnessThreshold."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    cv: Param[int] = Param(
        Params._dummy(),
        "cv",
        "folds, each judged by a model of the others (2 or more)",
        typeConverter=checked(
            "toInt",
            "cv",
            least=2,
            takes="folds, each judged by a model of the others (2 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
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

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of draws, and of what is alike",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getCv(self) -> int:
        """Folds, each judged by a model of the others (2 or more)."""
        return self.getOrDefault(self.cv)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getSamplingStrategy(self) -> str:
        """Which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of draws, and of what is alike."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class InstanceHardnessThresholdSetters:
    """Setters of InstanceHardnessThreshold."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setCv(self: S, value: int) -> S:
        """Folds, each judged by a model of the others (2 or more)."""
        return self._set(cv=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of draws, and of what is alike."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class InstanceHardnessThresholdArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        cv: Optional[int] = None,
        featuresCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        cv: folds, each judged by a model of the others (2 or more) (default: 5)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        samplingStrategy: which classes shrink to what size: auto, majority, not minority, not
            majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total
            (default: auto)
        seed: random seed of draws, and of what is alike (default: 1488600868)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class NearMissParams(Params):
    """The settings of NearMiss."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "rows of the smallest class to which a distance is averaged (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="rows of the smallest class to which a distance is averaged (1 or more)",
            bits=32,
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

    nNeighborsVer3: Param[int] = Param(
        Params._dummy(),
        "nNeighborsVer3",
        "version 3: nearest rows of each row of the smallest class (1 or more)",
        typeConverter=checked(
            "toInt",
            "nNeighborsVer3",
            least=1,
            takes="version 3: nearest rows of each row of the smallest class (1 or more)",
            bits=32,
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of draws, and of what is alike",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    version: Param[int] = Param(
        Params._dummy(),
        "version",
        "1: smallest mean distance to the nearest, 2: to the farthest, 3: largest to the nearest among those near to the smallest class (1 to 3)",
        typeConverter=checked(
            "toInt",
            "version",
            least=1,
            most=3,
            takes="1: smallest mean distance to the nearest, 2: to the farthest, 3: largest to the nearest among those near to the smallest class (1 to 3)",
            bits=32,
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Rows of the smallest class to which a distance is averaged (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNNeighborsVer3(self) -> int:
        """Version 3: nearest rows of each row of the smallest class (1 or more)."""
        return self.getOrDefault(self.nNeighborsVer3)

    def getSamplingStrategy(self) -> str:
        """Which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of draws, and of what is alike."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getVersion(self) -> int:
        """1: smallest mean distance to the nearest, 2: to the farthest, 3: largest to the nearest among those near to the smallest class (1 to 3)."""
        return self.getOrDefault(self.version)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class NearMissSetters:
    """Setters of NearMiss."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Rows of the smallest class to which a distance is averaged (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNNeighborsVer3(self: S, value: int) -> S:
        """Version 3: nearest rows of each row of the smallest class (1 or more)."""
        return self._set(nNeighborsVer3=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of draws, and of what is alike."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setVersion(self: S, value: int) -> S:
        """1: smallest mean distance to the nearest, 2: to the farthest, 3: largest to the nearest among those near to the smallest class (1 to 3)."""
        return self._set(version=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class NearMissArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        featuresCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        nNeighborsVer3: Optional[int] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        version: Optional[int] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        kNeighbors: rows of the smallest class to which a distance is averaged (1 or more) (default:
            3)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        nNeighborsVer3: version 3: nearest rows of each row of the smallest class (1 or more)
            (default: 3)
        samplingStrategy: which classes shrink to what size: auto, majority, not minority, not
            majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total
            (default: auto)
        seed: random seed of draws, and of what is alike (default: 1488600868)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        version: 1: smallest mean distance to the nearest, 2: to the farthest, 3: largest to the
            nearest among those near to the smallest class (1 to 3) (default: 1)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class OneSidedSelectionParams(Params):
    """The settings of OneSidedSelection."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip",
        ),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "numeric or boolean columns that are features, not featuresCol",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "nearest rows of the smallest class and the seeds that vote (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="nearest rows of the smallest class and the seeds that vote (1 or more)",
            bits=32,
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

    nSeedsS: Param[int] = Param(
        Params._dummy(),
        "nSeedsS",
        "random rows of each cleaned class that stay in any case (1 or more)",
        typeConverter=checked(
            "toInt",
            "nSeedsS",
            least=1,
            takes="random rows of each cleaned class that stay in any case (1 or more)",
            bits=32,
        ),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels",
        typeConverter=to_classes,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed of draws, and of what is alike",
        typeConverter=checked("toInt", "seed"),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only: none, minmax",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getInputCols(self) -> List[str]:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Nearest rows of the smallest class and the seeds that vote (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNSeedsS(self) -> int:
        """Random rows of each cleaned class that stay in any case (1 or more)."""
        return self.getOrDefault(self.nSeedsS)

    def getSamplingStrategy(self) -> str:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed of draws, and of what is alike."""
        return self.getOrDefault(self.seed)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)


class OneSidedSelectionSetters:
    """Setters of OneSidedSelection."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Numeric or boolean columns that are features, not featuresCol."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Nearest rows of the smallest class and the seeds that vote (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNSeedsS(self: S, value: int) -> S:
        """Random rows of each cleaned class that stay in any case (1 or more)."""
        return self._set(nSeedsS=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, Sequence[Any]]) -> S:
        """Whose rows may go: auto (all classes but the smallest), majority, not minority, not majority, all, none, or a JSON array of labels."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed of draws, and of what is alike."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class OneSidedSelectionArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        featuresCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        nSeedsS: Optional[int] = None,
        samplingStrategy: Optional[Union[str, Sequence[Any]]] = None,
        seed: Optional[int] = None,
        standardize: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        inputCols: numeric or boolean columns that are features, not featuresCol
        kNeighbors: nearest rows of the smallest class and the seeds that vote (1 or more) (default:
            1)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        nSeedsS: random rows of each cleaned class that stay in any case (1 or more) (default: 1)
        samplingStrategy: whose rows may go: auto (all classes but the smallest), majority, not
            minority, not majority, all, none, or a JSON array of labels (default: auto)
        seed: random seed of draws, and of what is alike (default: 1488600868)
        standardize: scaling of features for the distance only: none, minmax (default: none)
        weightCol: column of case weights, which balanceWeightCol multiplies
        """


class RandomUnderSamplerParams(Params):
    """The settings of RandomUnderSampler."""

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    handleInvalid: Param[str] = Param(
        Params._dummy(),
        "handleInvalid",
        "rows with a null or NaN label are refused, passed on, or dropped: error, keep, skip",
        typeConverter=checked(
            "toString",
            "handleInvalid",
            allowed=["error", "keep", "skip"],
            takes="rows with a null or NaN label are refused, passed on, or dropped: error, keep, skip",
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

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed: the same rows, settings and seed keep the same rows",
        typeConverter=checked("toInt", "seed"),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which balanceWeightCol multiplies",
        typeConverter=checked("toString", "weightCol"),
    )

    withReplacement: Param[bool] = Param(
        Params._dummy(),
        "withReplacement",
        "whether rows are drawn with replacement, so that a row may stay several times",
        typeConverter=checked("toBoolean", "withReplacement"),
    )

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getHandleInvalid(self) -> str:
        """Rows with a null or NaN label are refused, passed on, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getSamplingStrategy(self) -> str:
        """Which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed: the same rows, settings and seed keep the same rows."""
        return self.getOrDefault(self.seed)

    def getWeightCol(self) -> str:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self.getOrDefault(self.weightCol)

    def getWithReplacement(self) -> bool:
        """Whether rows are drawn with replacement, so that a row may stay several times."""
        return self.getOrDefault(self.withReplacement)


class RandomUnderSamplerSetters:
    """Setters of RandomUnderSampler."""

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with a null or NaN label are refused, passed on, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes shrink to what size: auto, majority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed: the same rows, settings and seed keep the same rows."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which balanceWeightCol multiplies."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]

    def setWithReplacement(self: S, value: bool) -> S:
        """Whether rows are drawn with replacement, so that a row may stay several times."""
        return self._set(withReplacement=value)  # type: ignore[attr-defined]


class RandomUnderSamplerArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        balanceWeightCol: Optional[str] = None,
        handleInvalid: Optional[str] = None,
        labelCol: Optional[str] = None,
        maxClasses: Optional[int] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        weightCol: Optional[str] = None,
        withReplacement: Optional[bool] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        handleInvalid: rows with a null or NaN label are refused, passed on, or dropped: error,
            keep, skip (default: error)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        samplingStrategy: which classes shrink to what size: auto, majority, not minority, not
            majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total
            (default: auto)
        seed: random seed: the same rows, settings and seed keep the same rows (default: 861184334)
        weightCol: column of case weights, which balanceWeightCol multiplies
        withReplacement: whether rows are drawn with replacement, so that a row may stay several
            times (default: False)
        """
