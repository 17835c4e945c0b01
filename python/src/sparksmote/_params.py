# SPDX-License-Identifier: Apache-2.0
"""The params of the stages; written by gen.py from the Java library, not by hand."""
# ruff: noqa: E501

from typing import Any, Dict, List, Mapping, Optional, TypeVar, Union

from pyspark.ml.param import Param, Params

from sparksmote._convert import checked, to_strategy
from sparksmote._keywords import keywords

S = TypeVar("S", bound="SmoteSetters")
P = TypeVar("P", bound="ResamplingPipelineSetters")


DEFAULTS: Dict[str, Dict[str, Any]] = {
    "Smote": {
        "allowRowsAbove": 1000000000,
        "bucketRows": 250000,
        "cleaning": "none",
        "clusterBalanceThreshold": 0.5,
        "deformationFactor": 0.0,
        "exactBelow": 20000,
        "featuresCol": "features",
        "halo": 0.1,
        "handleInvalid": "error",
        "kNeighbors": 5,
        "labelCol": "label",
        "leafSize": 320,
        "mNeighbors": 10,
        "maxClasses": 100,
        "neighborSearch": "auto",
        "numClusters": 8,
        "numTrees": 8,
        "onShortfall": "error",
        "passengerColumns": "null",
        "samplingStrategy": "auto",
        "seed": -1254490165,
        "shrinkage": 1.0,
        "smallClass": "error",
        "standardize": "none",
        "targetQuality": 1.0,
        "truncationFactor": 1.0,
        "variant": "smote",
    },
    "ResamplingPipeline": {
        "cacheInput": False,
        "intermediateStorageLevel": "MEMORY_AND_DISK",
        "shareResampling": True,
    },
}


class SmoteParams(Params):
    """The settings of a sampler."""

    acceptance: Param[str] = Param(
        Params._dummy(),
        "acceptance",
        "which new rows are kept, by default as the variant says: none, enemy_share",
        typeConverter=checked(
            "toString",
            "acceptance",
            allowed=["none", "enemy_share"],
            takes="which new rows are kept, by default as the variant says: none, enemy_share",
        ),
    )

    allowRowsAbove: Param[int] = Param(
        Params._dummy(),
        "allowRowsAbove",
        "synthetic rows allowed; a larger plan looks like a typing error (1 or more)",
        typeConverter=checked(
            "toInt",
            "allowRowsAbove",
            least=1,
            takes="synthetic rows allowed; a larger plan looks like a typing error (1 or more)",
        ),
    )

    balanceWeightCol: Param[str] = Param(
        Params._dummy(),
        "balanceWeightCol",
        "output column of weights with which every class weighs what it weighed before",
        typeConverter=checked("toString", "balanceWeightCol"),
    )

    baseWeight: Param[str] = Param(
        Params._dummy(),
        "baseWeight",
        "which rows are bases, by default as the variant says: uniform, danger, enemy_density, safe_level, safety_skew, support_vectors, cluster_sparsity, cluster_even, majority_proximity, border_information, density",
        typeConverter=checked(
            "toString",
            "baseWeight",
            allowed=[
                "uniform",
                "danger",
                "enemy_density",
                "safe_level",
                "safety_skew",
                "support_vectors",
                "cluster_sparsity",
                "cluster_even",
                "majority_proximity",
                "border_information",
                "density",
            ],
            takes="which rows are bases, by default as the variant says: uniform, danger, enemy_density, safe_level, safety_skew, support_vectors, cluster_sparsity, cluster_even, majority_proximity, border_information, density",
        ),
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

    categoricalCols: Param[List[str]] = Param(
        Params._dummy(),
        "categoricalCols",
        "columns of inputCols that are nominal whatever their type",
        typeConverter=checked("toListString", "categoricalCols"),
    )

    categoricalFeatures: Param[List[str]] = Param(
        Params._dummy(),
        "categoricalFeatures",
        "features of featuresCol, by name or position, that are nominal although ML attributes do not tell",
        typeConverter=checked("toListString", "categoricalFeatures"),
    )

    cleaning: Param[str] = Param(
        Params._dummy(),
        "cleaning",
        "rule by which rows of all classes, old and new, are taken away once new ones are made: none, tomek, enn",
        typeConverter=checked(
            "toString",
            "cleaning",
            allowed=["none", "tomek", "enn"],
            takes="rule by which rows of all classes, old and new, are taken away once new ones are made: none, tomek, enn",
        ),
    )

    clusterBalanceThreshold: Param[float] = Param(
        Params._dummy(),
        "clusterBalanceThreshold",
        "least share of the class in a cluster that makes rows (0.0 or more, 1.0 at most)",
        typeConverter=checked(
            "toFloat",
            "clusterBalanceThreshold",
            least=0.0,
            most=1.0,
            takes="least share of the class in a cluster that makes rows (0.0 or more, 1.0 at most)",
        ),
    )

    deformationFactor: Param[float] = Param(
        Params._dummy(),
        "deformationFactor",
        "how much the ball is pressed to a line (0.0 or more, 1.0 at most)",
        typeConverter=checked(
            "toFloat",
            "deformationFactor",
            least=0.0,
            most=1.0,
            takes="how much the ball is pressed to a line (0.0 or more, 1.0 at most)",
        ),
    )

    exactBelow: Param[int] = Param(
        Params._dummy(),
        "exactBelow",
        "classes up to this size are searched exactly (0 or more)",
        typeConverter=checked(
            "toInt",
            "exactBelow",
            least=0,
            takes="classes up to this size are searched exactly (0 or more)",
            bits=32,
        ),
    )

    featuresCol: Param[str] = Param(
        Params._dummy(),
        "featuresCol",
        "column of features: a vector (dense or sparse), or an array of double or float",
        typeConverter=checked("toString", "featuresCol"),
    )

    geometry: Param[str] = Param(
        Params._dummy(),
        "geometry",
        "where a new row lies, by default as the variant says: segment, safe_segment, in_or_out, even_steps, feature_gaps, simplex, ball, gaussian, smoothed_bootstrap, random_walk, copy",
        typeConverter=checked(
            "toString",
            "geometry",
            allowed=[
                "segment",
                "safe_segment",
                "in_or_out",
                "even_steps",
                "feature_gaps",
                "simplex",
                "ball",
                "gaussian",
                "smoothed_bootstrap",
                "random_walk",
                "copy",
            ],
            takes="where a new row lies, by default as the variant says: segment, safe_segment, in_or_out, even_steps, feature_gaps, simplex, ball, gaussian, smoothed_bootstrap, random_walk, copy",
        ),
    )

    halo: Param[float] = Param(
        Params._dummy(),
        "halo",
        "largest share of rows copied across a bucket's border, per level of the split (0.0 or more, 0.5 at most)",
        typeConverter=checked(
            "toFloat",
            "halo",
            least=0.0,
            most=0.5,
            takes="largest share of rows copied across a bucket's border, per level of the split (0.0 or more, 0.5 at most)",
        ),
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

    idCol: Param[str] = Param(
        Params._dummy(),
        "idCol",
        "column that names rows in provenanceCol, instead of a content key",
        typeConverter=checked("toString", "idCol"),
    )

    inputCols: Param[List[str]] = Param(
        Params._dummy(),
        "inputCols",
        "columns that are features, instead of featuresCol: numbers, booleans and, for variants that take nominal features, texts; integers stay integers",
        typeConverter=checked("toListString", "inputCols"),
    )

    kNeighbors: Param[int] = Param(
        Params._dummy(),
        "kNeighbors",
        "nearest neighbours of a row that can be its partner (1 or more)",
        typeConverter=checked(
            "toInt",
            "kNeighbors",
            least=1,
            takes="nearest neighbours of a row that can be its partner (1 or more)",
            bits=32,
        ),
    )

    labelCol: Param[str] = Param(
        Params._dummy(),
        "labelCol",
        "label column, of any atomic type; labels are keys, never cast",
        typeConverter=checked("toString", "labelCol"),
    )

    leafSize: Param[int] = Param(
        Params._dummy(),
        "leafSize",
        "rows in a leaf of a tree, at most (16 or more)",
        typeConverter=checked(
            "toInt",
            "leafSize",
            least=16,
            takes="rows in a leaf of a tree, at most (16 or more)",
            bits=32,
        ),
    )

    mNeighbors: Param[int] = Param(
        Params._dummy(),
        "mNeighbors",
        "nearest rows of all classes that tell whether a row is in danger (1 or more)",
        typeConverter=checked(
            "toInt",
            "mNeighbors",
            least=1,
            takes="nearest rows of all classes that tell whether a row is in danger (1 or more)",
            bits=32,
        ),
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

    numClusters: Param[int] = Param(
        Params._dummy(),
        "numClusters",
        "clusters of a class (1 or more)",
        typeConverter=checked(
            "toInt", "numClusters", least=1, takes="clusters of a class (1 or more)", bits=32
        ),
    )

    numTrees: Param[int] = Param(
        Params._dummy(),
        "numTrees",
        "trees in the forest of a bucket, at most (1 or more)",
        typeConverter=checked(
            "toInt",
            "numTrees",
            least=1,
            takes="trees in the forest of a bucket, at most (1 or more)",
            bits=32,
        ),
    )

    onShortfall: Param[str] = Param(
        Params._dummy(),
        "onShortfall",
        "classes without a base row of the kind that the variant needs are refused, or get uniform bases: error, fallback",
        typeConverter=checked(
            "toString",
            "onShortfall",
            allowed=["error", "fallback"],
            takes="classes without a base row of the kind that the variant needs are refused, or get uniform bases: error, fallback",
        ),
    )

    partner: Param[str] = Param(
        Params._dummy(),
        "partner",
        "with what a base is combined, by default as the variant says: class_neighbors, all_neighbors, nearest_enemy, combined, class_mean, class_random, same_cluster, cluster_mean, none",
        typeConverter=checked(
            "toString",
            "partner",
            allowed=[
                "class_neighbors",
                "all_neighbors",
                "nearest_enemy",
                "combined",
                "class_mean",
                "class_random",
                "same_cluster",
                "cluster_mean",
                "none",
            ],
            takes="with what a base is combined, by default as the variant says: class_neighbors, all_neighbors, nearest_enemy, combined, class_mean, class_random, same_cluster, cluster_mean, none",
        ),
    )

    passengerColumns: Param[str] = Param(
        Params._dummy(),
        "passengerColumns",
        "columns that are neither features nor label are null in synthetic rows, or copied from the base: null, copy",
        typeConverter=checked(
            "toString",
            "passengerColumns",
            allowed=["null", "copy"],
            takes="columns that are neither features nor label are null in synthetic rows, or copied from the base: null, copy",
        ),
    )

    percOver: Param[float] = Param(
        Params._dummy(),
        "percOver",
        "new rows of the smallest class, in percent of its rows; in place of samplingStrategy (more than 0)",
        typeConverter=checked(
            "toFloat",
            "percOver",
            more_than=0,
            takes="new rows of the smallest class, in percent of its rows; in place of samplingStrategy (more than 0)",
        ),
    )

    percUnder: Param[float] = Param(
        Params._dummy(),
        "percUnder",
        "rows that stay of all other classes together, in percent of the rows that percOver makes; all of them if it is not set (more than 0)",
        typeConverter=checked(
            "toFloat",
            "percUnder",
            more_than=0,
            takes="rows that stay of all other classes together, in percent of the rows that percOver makes; all of them if it is not set (more than 0)",
        ),
    )

    provenanceCol: Param[str] = Param(
        Params._dummy(),
        "provenanceCol",
        "struct output column, how a row was made: base, partner and gap",
        typeConverter=checked("toString", "provenanceCol"),
    )

    samplingStrategy: Param[str] = Param(
        Params._dummy(),
        "samplingStrategy",
        "which classes grow to what size: auto, minority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total; balance and extreme, which also shrink classes",
        typeConverter=to_strategy,
    )

    seed: Param[int] = Param(
        Params._dummy(),
        "seed",
        "random seed: the same rows, settings and seed give the same synthetic rows",
        typeConverter=checked("toInt", "seed"),
    )

    shrinkage: Param[float] = Param(
        Params._dummy(),
        "shrinkage",
        "factor of the bandwidth of the bootstrap (0.0 or more)",
        typeConverter=checked(
            "toFloat",
            "shrinkage",
            least=0.0,
            takes="factor of the bandwidth of the bootstrap (0.0 or more)",
        ),
    )

    smallClass: Param[str] = Param(
        Params._dummy(),
        "smallClass",
        "classes with at most kNeighbors rows are refused, use all others as neighbours, get copies, or stay as they are: error, shrinkK, duplicate, skip",
        typeConverter=checked(
            "toString",
            "smallClass",
            allowed=["error", "shrinkK", "duplicate", "skip"],
            takes="classes with at most kNeighbors rows are refused, use all others as neighbours, get copies, or stay as they are: error, shrinkK, duplicate, skip",
        ),
    )

    standardize: Param[str] = Param(
        Params._dummy(),
        "standardize",
        "scaling of features for the distance only; values come out unscaled: none, minmax",
        typeConverter=checked(
            "toString",
            "standardize",
            allowed=["none", "minmax"],
            takes="scaling of features for the distance only; values come out unscaled: none, minmax",
        ),
    )

    syntheticCol: Param[str] = Param(
        Params._dummy(),
        "syntheticCol",
        "boolean output column, true in synthetic rows",
        typeConverter=checked("toString", "syntheticCol"),
    )

    targetQuality: Param[float] = Param(
        Params._dummy(),
        "targetQuality",
        "neighbours beyond k that partners may effectively be drawn from (more than 0, 100.0 at most)",
        typeConverter=checked(
            "toFloat",
            "targetQuality",
            more_than=0,
            most=100.0,
            takes="neighbours beyond k that partners may effectively be drawn from (more than 0, 100.0 at most)",
        ),
    )

    truncationFactor: Param[float] = Param(
        Params._dummy(),
        "truncationFactor",
        "how much of the ball is cut off (-1.0 or more, 1.0 at most)",
        typeConverter=checked(
            "toFloat",
            "truncationFactor",
            least=-1.0,
            most=1.0,
            takes="how much of the ball is cut off (-1.0 or more, 1.0 at most)",
        ),
    )

    variant: Param[str] = Param(
        Params._dummy(),
        "variant",
        "the over-sampler: random, rose, smote, borderline1, borderline2, svm, kmeans, adasyn, safe_level, sl_graph, geometric, mgs, simplex, polynom_star, polynom_mesh, prowsyn, mwmote, lee, smobd, cure, center_point, rwo, smotenc, smoten",
        typeConverter=checked(
            "toString",
            "variant",
            allowed=[
                "random",
                "rose",
                "smote",
                "borderline1",
                "borderline2",
                "svm",
                "kmeans",
                "adasyn",
                "safe_level",
                "sl_graph",
                "geometric",
                "mgs",
                "simplex",
                "polynom_star",
                "polynom_mesh",
                "prowsyn",
                "mwmote",
                "lee",
                "smobd",
                "cure",
                "center_point",
                "rwo",
                "smotenc",
                "smoten",
            ],
            takes="the over-sampler: random, rose, smote, borderline1, borderline2, svm, kmeans, adasyn, safe_level, sl_graph, geometric, mgs, simplex, polynom_star, polynom_mesh, prowsyn, mwmote, lee, smobd, cure, center_point, rwo, smotenc, smoten",
        ),
    )

    weightCol: Param[str] = Param(
        Params._dummy(),
        "weightCol",
        "column of case weights, which synthetic rows blend as they do features",
        typeConverter=checked("toString", "weightCol"),
    )

    def getAcceptance(self) -> str:
        """Which new rows are kept, by default as the variant says: none, enemy_share."""
        return self.getOrDefault(self.acceptance)

    def getAllowRowsAbove(self) -> int:
        """Synthetic rows allowed; a larger plan looks like a typing error (1 or more)."""
        return self.getOrDefault(self.allowRowsAbove)

    def getBalanceWeightCol(self) -> str:
        """Output column of weights with which every class weighs what it weighed before."""
        return self.getOrDefault(self.balanceWeightCol)

    def getBaseWeight(self) -> str:
        """Which rows are bases, by default as the variant says: uniform, danger, enemy_density, safe_level, safety_skew, support_vectors, cluster_sparsity, cluster_even, majority_proximity, border_information, density."""
        return self.getOrDefault(self.baseWeight)

    def getBucketRows(self) -> int:
        """Rows of a class that one task searches, about (100 or more)."""
        return self.getOrDefault(self.bucketRows)

    def getCategoricalCols(self) -> List[str]:
        """Columns of inputCols that are nominal whatever their type."""
        return self.getOrDefault(self.categoricalCols)

    def getCategoricalFeatures(self) -> List[str]:
        """Features of featuresCol, by name or position, that are nominal although ML attributes do not tell."""
        return self.getOrDefault(self.categoricalFeatures)

    def getCleaning(self) -> str:
        """Rule by which rows of all classes, old and new, are taken away once new ones are made: none, tomek, enn."""
        return self.getOrDefault(self.cleaning)

    def getClusterBalanceThreshold(self) -> float:
        """Least share of the class in a cluster that makes rows (0.0 or more, 1.0 at most)."""
        return self.getOrDefault(self.clusterBalanceThreshold)

    def getDeformationFactor(self) -> float:
        """How much the ball is pressed to a line (0.0 or more, 1.0 at most)."""
        return self.getOrDefault(self.deformationFactor)

    def getExactBelow(self) -> int:
        """Classes up to this size are searched exactly (0 or more)."""
        return self.getOrDefault(self.exactBelow)

    def getFeaturesCol(self) -> str:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self.getOrDefault(self.featuresCol)

    def getGeometry(self) -> str:
        """Where a new row lies, by default as the variant says: segment, safe_segment, in_or_out, even_steps, feature_gaps, simplex, ball, gaussian, smoothed_bootstrap, random_walk, copy."""
        return self.getOrDefault(self.geometry)

    def getHalo(self) -> float:
        """Largest share of rows copied across a bucket's border, per level of the split (0.0 or more, 0.5 at most)."""
        return self.getOrDefault(self.halo)

    def getHandleInvalid(self) -> str:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self.getOrDefault(self.handleInvalid)

    def getIdCol(self) -> str:
        """Column that names rows in provenanceCol, instead of a content key."""
        return self.getOrDefault(self.idCol)

    def getInputCols(self) -> List[str]:
        """Columns that are features, instead of featuresCol: numbers, booleans and, for variants that take nominal features, texts; integers stay integers."""
        return self.getOrDefault(self.inputCols)

    def getKNeighbors(self) -> int:
        """Nearest neighbours of a row that can be its partner (1 or more)."""
        return self.getOrDefault(self.kNeighbors)

    def getLabelCol(self) -> str:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self.getOrDefault(self.labelCol)

    def getLeafSize(self) -> int:
        """Rows in a leaf of a tree, at most (16 or more)."""
        return self.getOrDefault(self.leafSize)

    def getMNeighbors(self) -> int:
        """Nearest rows of all classes that tell whether a row is in danger (1 or more)."""
        return self.getOrDefault(self.mNeighbors)

    def getMaxClasses(self) -> int:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self.getOrDefault(self.maxClasses)

    def getNeighborSearch(self) -> str:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self.getOrDefault(self.neighborSearch)

    def getNumClusters(self) -> int:
        """Clusters of a class (1 or more)."""
        return self.getOrDefault(self.numClusters)

    def getNumTrees(self) -> int:
        """Trees in the forest of a bucket, at most (1 or more)."""
        return self.getOrDefault(self.numTrees)

    def getOnShortfall(self) -> str:
        """Classes without a base row of the kind that the variant needs are refused, or get uniform bases: error, fallback."""
        return self.getOrDefault(self.onShortfall)

    def getPartner(self) -> str:
        """With what a base is combined, by default as the variant says: class_neighbors, all_neighbors, nearest_enemy, combined, class_mean, class_random, same_cluster, cluster_mean, none."""
        return self.getOrDefault(self.partner)

    def getPassengerColumns(self) -> str:
        """Columns that are neither features nor label are null in synthetic rows, or copied from the base: null, copy."""
        return self.getOrDefault(self.passengerColumns)

    def getPercOver(self) -> float:
        """New rows of the smallest class, in percent of its rows; in place of samplingStrategy (more than 0)."""
        return self.getOrDefault(self.percOver)

    def getPercUnder(self) -> float:
        """Rows that stay of all other classes together, in percent of the rows that percOver makes; all of them if it is not set (more than 0)."""
        return self.getOrDefault(self.percUnder)

    def getProvenanceCol(self) -> str:
        """Struct output column, how a row was made: base, partner and gap."""
        return self.getOrDefault(self.provenanceCol)

    def getSamplingStrategy(self) -> str:
        """Which classes grow to what size: auto, minority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total; balance and extreme, which also shrink classes."""
        return self.getOrDefault(self.samplingStrategy)

    def getSeed(self) -> int:
        """Random seed: the same rows, settings and seed give the same synthetic rows."""
        return self.getOrDefault(self.seed)

    def getShrinkage(self) -> float:
        """Factor of the bandwidth of the bootstrap (0.0 or more)."""
        return self.getOrDefault(self.shrinkage)

    def getSmallClass(self) -> str:
        """Classes with at most kNeighbors rows are refused, use all others as neighbours, get copies, or stay as they are: error, shrinkK, duplicate, skip."""
        return self.getOrDefault(self.smallClass)

    def getStandardize(self) -> str:
        """Scaling of features for the distance only; values come out unscaled: none, minmax."""
        return self.getOrDefault(self.standardize)

    def getSyntheticCol(self) -> str:
        """Boolean output column, true in synthetic rows."""
        return self.getOrDefault(self.syntheticCol)

    def getTargetQuality(self) -> float:
        """Neighbours beyond k that partners may effectively be drawn from (more than 0, 100.0 at most)."""
        return self.getOrDefault(self.targetQuality)

    def getTruncationFactor(self) -> float:
        """How much of the ball is cut off (-1.0 or more, 1.0 at most)."""
        return self.getOrDefault(self.truncationFactor)

    def getVariant(self) -> str:
        """The over-sampler: random, rose, smote, borderline1, borderline2, svm, kmeans, adasyn, safe_level, sl_graph, geometric, mgs, simplex, polynom_star, polynom_mesh, prowsyn, mwmote, lee, smobd, cure, center_point, rwo, smotenc, smoten."""
        return self.getOrDefault(self.variant)

    def getWeightCol(self) -> str:
        """Column of case weights, which synthetic rows blend as they do features."""
        return self.getOrDefault(self.weightCol)


class SmoteSetters:
    """Setters for stages that are not fitted."""

    def setAcceptance(self: S, value: str) -> S:
        """Which new rows are kept, by default as the variant says: none, enemy_share."""
        return self._set(acceptance=value)  # type: ignore[attr-defined]

    def setAllowRowsAbove(self: S, value: int) -> S:
        """Synthetic rows allowed; a larger plan looks like a typing error (1 or more)."""
        return self._set(allowRowsAbove=value)  # type: ignore[attr-defined]

    def setBalanceWeightCol(self: S, value: str) -> S:
        """Output column of weights with which every class weighs what it weighed before."""
        return self._set(balanceWeightCol=value)  # type: ignore[attr-defined]

    def setBaseWeight(self: S, value: str) -> S:
        """Which rows are bases, by default as the variant says: uniform, danger, enemy_density, safe_level, safety_skew, support_vectors, cluster_sparsity, cluster_even, majority_proximity, border_information, density."""
        return self._set(baseWeight=value)  # type: ignore[attr-defined]

    def setBucketRows(self: S, value: int) -> S:
        """Rows of a class that one task searches, about (100 or more)."""
        return self._set(bucketRows=value)  # type: ignore[attr-defined]

    def setCategoricalCols(self: S, value: List[str]) -> S:
        """Columns of inputCols that are nominal whatever their type."""
        return self._set(categoricalCols=value)  # type: ignore[attr-defined]

    def setCategoricalFeatures(self: S, value: List[str]) -> S:
        """Features of featuresCol, by name or position, that are nominal although ML attributes do not tell."""
        return self._set(categoricalFeatures=value)  # type: ignore[attr-defined]

    def setCleaning(self: S, value: str) -> S:
        """Rule by which rows of all classes, old and new, are taken away once new ones are made: none, tomek, enn."""
        return self._set(cleaning=value)  # type: ignore[attr-defined]

    def setClusterBalanceThreshold(self: S, value: float) -> S:
        """Least share of the class in a cluster that makes rows (0.0 or more, 1.0 at most)."""
        return self._set(clusterBalanceThreshold=value)  # type: ignore[attr-defined]

    def setDeformationFactor(self: S, value: float) -> S:
        """How much the ball is pressed to a line (0.0 or more, 1.0 at most)."""
        return self._set(deformationFactor=value)  # type: ignore[attr-defined]

    def setExactBelow(self: S, value: int) -> S:
        """Classes up to this size are searched exactly (0 or more)."""
        return self._set(exactBelow=value)  # type: ignore[attr-defined]

    def setFeaturesCol(self: S, value: str) -> S:
        """Column of features: a vector (dense or sparse), or an array of double or float."""
        return self._set(featuresCol=value)  # type: ignore[attr-defined]

    def setGeometry(self: S, value: str) -> S:
        """Where a new row lies, by default as the variant says: segment, safe_segment, in_or_out, even_steps, feature_gaps, simplex, ball, gaussian, smoothed_bootstrap, random_walk, copy."""
        return self._set(geometry=value)  # type: ignore[attr-defined]

    def setHalo(self: S, value: float) -> S:
        """Largest share of rows copied across a bucket's border, per level of the split (0.0 or more, 0.5 at most)."""
        return self._set(halo=value)  # type: ignore[attr-defined]

    def setHandleInvalid(self: S, value: str) -> S:
        """Rows with null, NaN or infinite values are refused, passed on unused, or dropped: error, keep, skip."""
        return self._set(handleInvalid=value)  # type: ignore[attr-defined]

    def setIdCol(self: S, value: str) -> S:
        """Column that names rows in provenanceCol, instead of a content key."""
        return self._set(idCol=value)  # type: ignore[attr-defined]

    def setInputCols(self: S, value: List[str]) -> S:
        """Columns that are features, instead of featuresCol: numbers, booleans and, for variants that take nominal features, texts; integers stay integers."""
        return self._set(inputCols=value)  # type: ignore[attr-defined]

    def setKNeighbors(self: S, value: int) -> S:
        """Nearest neighbours of a row that can be its partner (1 or more)."""
        return self._set(kNeighbors=value)  # type: ignore[attr-defined]

    def setLabelCol(self: S, value: str) -> S:
        """Label column, of any atomic type; labels are keys, never cast."""
        return self._set(labelCol=value)  # type: ignore[attr-defined]

    def setLeafSize(self: S, value: int) -> S:
        """Rows in a leaf of a tree, at most (16 or more)."""
        return self._set(leafSize=value)  # type: ignore[attr-defined]

    def setMNeighbors(self: S, value: int) -> S:
        """Nearest rows of all classes that tell whether a row is in danger (1 or more)."""
        return self._set(mNeighbors=value)  # type: ignore[attr-defined]

    def setMaxClasses(self: S, value: int) -> S:
        """Distinct labels allowed; more look like a regression target (2 or more)."""
        return self._set(maxClasses=value)  # type: ignore[attr-defined]

    def setNeighborSearch(self: S, value: str) -> S:
        """Kind of neighbour search; auto is exact up to exactBelow rows: auto, exact, approximate."""
        return self._set(neighborSearch=value)  # type: ignore[attr-defined]

    def setNumClusters(self: S, value: int) -> S:
        """Clusters of a class (1 or more)."""
        return self._set(numClusters=value)  # type: ignore[attr-defined]

    def setNumTrees(self: S, value: int) -> S:
        """Trees in the forest of a bucket, at most (1 or more)."""
        return self._set(numTrees=value)  # type: ignore[attr-defined]

    def setOnShortfall(self: S, value: str) -> S:
        """Classes without a base row of the kind that the variant needs are refused, or get uniform bases: error, fallback."""
        return self._set(onShortfall=value)  # type: ignore[attr-defined]

    def setPartner(self: S, value: str) -> S:
        """With what a base is combined, by default as the variant says: class_neighbors, all_neighbors, nearest_enemy, combined, class_mean, class_random, same_cluster, cluster_mean, none."""
        return self._set(partner=value)  # type: ignore[attr-defined]

    def setPassengerColumns(self: S, value: str) -> S:
        """Columns that are neither features nor label are null in synthetic rows, or copied from the base: null, copy."""
        return self._set(passengerColumns=value)  # type: ignore[attr-defined]

    def setPercOver(self: S, value: float) -> S:
        """New rows of the smallest class, in percent of its rows; in place of samplingStrategy (more than 0)."""
        return self._set(percOver=value)  # type: ignore[attr-defined]

    def setPercUnder(self: S, value: float) -> S:
        """Rows that stay of all other classes together, in percent of the rows that percOver makes; all of them if it is not set (more than 0)."""
        return self._set(percUnder=value)  # type: ignore[attr-defined]

    def setProvenanceCol(self: S, value: str) -> S:
        """Struct output column, how a row was made: base, partner and gap."""
        return self._set(provenanceCol=value)  # type: ignore[attr-defined]

    def setSamplingStrategy(self: S, value: Union[str, float, Mapping[Any, float]]) -> S:
        """Which classes grow to what size: auto, minority, not minority, not majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total; balance and extreme, which also shrink classes."""
        return self._set(samplingStrategy=value)  # type: ignore[attr-defined]

    def setSeed(self: S, value: int) -> S:
        """Random seed: the same rows, settings and seed give the same synthetic rows."""
        return self._set(seed=value)  # type: ignore[attr-defined]

    def setShrinkage(self: S, value: float) -> S:
        """Factor of the bandwidth of the bootstrap (0.0 or more)."""
        return self._set(shrinkage=value)  # type: ignore[attr-defined]

    def setSmallClass(self: S, value: str) -> S:
        """Classes with at most kNeighbors rows are refused, use all others as neighbours, get copies, or stay as they are: error, shrinkK, duplicate, skip."""
        return self._set(smallClass=value)  # type: ignore[attr-defined]

    def setStandardize(self: S, value: str) -> S:
        """Scaling of features for the distance only; values come out unscaled: none, minmax."""
        return self._set(standardize=value)  # type: ignore[attr-defined]

    def setSyntheticCol(self: S, value: str) -> S:
        """Boolean output column, true in synthetic rows."""
        return self._set(syntheticCol=value)  # type: ignore[attr-defined]

    def setTargetQuality(self: S, value: float) -> S:
        """Neighbours beyond k that partners may effectively be drawn from (more than 0, 100.0 at most)."""
        return self._set(targetQuality=value)  # type: ignore[attr-defined]

    def setTruncationFactor(self: S, value: float) -> S:
        """How much of the ball is cut off (-1.0 or more, 1.0 at most)."""
        return self._set(truncationFactor=value)  # type: ignore[attr-defined]

    def setVariant(self: S, value: str) -> S:
        """The over-sampler: random, rose, smote, borderline1, borderline2, svm, kmeans, adasyn, safe_level, sl_graph, geometric, mgs, simplex, polynom_star, polynom_mesh, prowsyn, mwmote, lee, smobd, cure, center_point, rwo, smotenc, smoten."""
        return self._set(variant=value)  # type: ignore[attr-defined]

    def setWeightCol(self: S, value: str) -> S:
        """Column of case weights, which synthetic rows blend as they do features."""
        return self._set(weightCol=value)  # type: ignore[attr-defined]


class SmoteArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        acceptance: Optional[str] = None,
        allowRowsAbove: Optional[int] = None,
        balanceWeightCol: Optional[str] = None,
        baseWeight: Optional[str] = None,
        bucketRows: Optional[int] = None,
        categoricalCols: Optional[List[str]] = None,
        categoricalFeatures: Optional[List[str]] = None,
        cleaning: Optional[str] = None,
        clusterBalanceThreshold: Optional[float] = None,
        deformationFactor: Optional[float] = None,
        exactBelow: Optional[int] = None,
        featuresCol: Optional[str] = None,
        geometry: Optional[str] = None,
        halo: Optional[float] = None,
        handleInvalid: Optional[str] = None,
        idCol: Optional[str] = None,
        inputCols: Optional[List[str]] = None,
        kNeighbors: Optional[int] = None,
        labelCol: Optional[str] = None,
        leafSize: Optional[int] = None,
        mNeighbors: Optional[int] = None,
        maxClasses: Optional[int] = None,
        neighborSearch: Optional[str] = None,
        numClusters: Optional[int] = None,
        numTrees: Optional[int] = None,
        onShortfall: Optional[str] = None,
        partner: Optional[str] = None,
        passengerColumns: Optional[str] = None,
        percOver: Optional[float] = None,
        percUnder: Optional[float] = None,
        provenanceCol: Optional[str] = None,
        samplingStrategy: Optional[Union[str, float, Mapping[Any, float]]] = None,
        seed: Optional[int] = None,
        shrinkage: Optional[float] = None,
        smallClass: Optional[str] = None,
        standardize: Optional[str] = None,
        syntheticCol: Optional[str] = None,
        targetQuality: Optional[float] = None,
        truncationFactor: Optional[float] = None,
        variant: Optional[str] = None,
        weightCol: Optional[str] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        acceptance: which new rows are kept, by default as the variant says: none, enemy_share
        allowRowsAbove: synthetic rows allowed; a larger plan looks like a typing error (1 or more)
            (default: 1000000000)
        balanceWeightCol: output column of weights with which every class weighs what it weighed
            before
        baseWeight: which rows are bases, by default as the variant says: uniform, danger,
            enemy_density, safe_level, safety_skew, support_vectors, cluster_sparsity, cluster_even,
            majority_proximity, border_information, density
        bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)
        categoricalCols: columns of inputCols that are nominal whatever their type
        categoricalFeatures: features of featuresCol, by name or position, that are nominal although
            ML attributes do not tell
        cleaning: rule by which rows of all classes, old and new, are taken away once new ones are
            made: none, tomek, enn (default: none)
        clusterBalanceThreshold: least share of the class in a cluster that makes rows (0.0 or more,
            1.0 at most) (default: 0.5)
        deformationFactor: how much the ball is pressed to a line (0.0 or more, 1.0 at most)
            (default: 0.0)
        exactBelow: classes up to this size are searched exactly (0 or more) (default: 20000)
        featuresCol: column of features: a vector (dense or sparse), or an array of double or float
            (default: features)
        geometry: where a new row lies, by default as the variant says: segment, safe_segment,
            in_or_out, even_steps, feature_gaps, simplex, ball, gaussian, smoothed_bootstrap,
            random_walk, copy
        halo: largest share of rows copied across a bucket's border, per level of the split (0.0 or
            more, 0.5 at most) (default: 0.1)
        handleInvalid: rows with null, NaN or infinite values are refused, passed on unused, or
            dropped: error, keep, skip (default: error)
        idCol: column that names rows in provenanceCol, instead of a content key
        inputCols: columns that are features, instead of featuresCol: numbers, booleans and, for
            variants that take nominal features, texts; integers stay integers
        kNeighbors: nearest neighbours of a row that can be its partner (1 or more) (default: 5)
        labelCol: label column, of any atomic type; labels are keys, never cast (default: label)
        leafSize: rows in a leaf of a tree, at most (16 or more) (default: 320)
        mNeighbors: nearest rows of all classes that tell whether a row is in danger (1 or more)
            (default: 10)
        maxClasses: distinct labels allowed; more look like a regression target (2 or more)
            (default: 100)
        neighborSearch: kind of neighbour search; auto is exact up to exactBelow rows: auto, exact,
            approximate (default: auto)
        numClusters: clusters of a class (1 or more) (default: 8)
        numTrees: trees in the forest of a bucket, at most (1 or more) (default: 8)
        onShortfall: classes without a base row of the kind that the variant needs are refused, or
            get uniform bases: error, fallback (default: error)
        partner: with what a base is combined, by default as the variant says: class_neighbors,
            all_neighbors, nearest_enemy, combined, class_mean, class_random, same_cluster,
            cluster_mean, none
        passengerColumns: columns that are neither features nor label are null in synthetic rows, or
            copied from the base: null, copy (default: null)
        percOver: new rows of the smallest class, in percent of its rows; in place of
            samplingStrategy (more than 0)
        percUnder: rows that stay of all other classes together, in percent of the rows that
            percOver makes; all of them if it is not set (more than 0)
        provenanceCol: struct output column, how a row was made: base, partner and gap
        samplingStrategy: which classes grow to what size: auto, minority, not minority, not
            majority, all, none, a ratio such as 0.5, or a JSON object from label to wanted total;
            balance and extreme, which also shrink classes (default: auto)
        seed: random seed: the same rows, settings and seed give the same synthetic rows (default:
            -1254490165)
        shrinkage: factor of the bandwidth of the bootstrap (0.0 or more) (default: 1.0)
        smallClass: classes with at most kNeighbors rows are refused, use all others as neighbours,
            get copies, or stay as they are: error, shrinkK, duplicate, skip (default: error)
        standardize: scaling of features for the distance only; values come out unscaled: none,
            minmax (default: none)
        syntheticCol: boolean output column, true in synthetic rows
        targetQuality: neighbours beyond k that partners may effectively be drawn from (more than 0,
            100.0 at most) (default: 1.0)
        truncationFactor: how much of the ball is cut off (-1.0 or more, 1.0 at most) (default: 1.0)
        variant: the over-sampler: random, rose, smote, borderline1, borderline2, svm, kmeans,
            adasyn, safe_level, sl_graph, geometric, mgs, simplex, polynom_star, polynom_mesh, prowsyn,
            mwmote, lee, smobd, cure, center_point, rwo, smotenc, smoten (default: smote)
        weightCol: column of case weights, which synthetic rows blend as they do features
        """


class SmoteModelParams(Params):
    """What a fitted model has besides its settings."""

    summaryJson: Param[str] = Param(
        Params._dummy(),
        "summaryJson",
        "what was made of each class, as JSON",
        typeConverter=checked("toString", "summaryJson"),
    )

    def getSummaryJson(self) -> str:
        """What was made of each class, as JSON."""
        return self.getOrDefault(self.summaryJson)


class ResamplingPipelineParams(Params):
    """The settings of a ResamplingPipeline."""

    cacheInput: Param[bool] = Param(
        Params._dummy(),
        "cacheInput",
        "whether the data that a sampler is given is persisted during fit",
        typeConverter=checked("toBoolean", "cacheInput"),
    )

    intermediateStorageLevel: Param[str] = Param(
        Params._dummy(),
        "intermediateStorageLevel",
        "storage level of resampled data while later stages fit; NONE recomputes it",
        typeConverter=checked("toString", "intermediateStorageLevel"),
    )

    shareResampling: Param[bool] = Param(
        Params._dummy(),
        "shareResampling",
        "whether fits of one dataset with several param maps share what equal stages made",
        typeConverter=checked("toBoolean", "shareResampling"),
    )

    def getCacheInput(self) -> bool:
        """Whether the data that a sampler is given is persisted during fit."""
        return self.getOrDefault(self.cacheInput)

    def getIntermediateStorageLevel(self) -> str:
        """Storage level of resampled data while later stages fit; NONE recomputes it."""
        return self.getOrDefault(self.intermediateStorageLevel)

    def getShareResampling(self) -> bool:
        """Whether fits of one dataset with several param maps share what equal stages made."""
        return self.getOrDefault(self.shareResampling)


class ResamplingPipelineSetters:
    """Setters of a ResamplingPipeline."""

    def setCacheInput(self: P, value: bool) -> P:
        """Whether the data that a sampler is given is persisted during fit."""
        return self._set(cacheInput=value)  # type: ignore[attr-defined]

    def setIntermediateStorageLevel(self: P, value: str) -> P:
        """Storage level of resampled data while later stages fit; NONE recomputes it."""
        return self._set(intermediateStorageLevel=value)  # type: ignore[attr-defined]

    def setShareResampling(self: P, value: bool) -> P:
        """Whether fits of one dataset with several param maps share what equal stages made."""
        return self._set(shareResampling=value)  # type: ignore[attr-defined]


class ResamplingPipelineArguments:
    """The constructor."""

    @keywords
    def __init__(
        self,
        *,
        stages: Optional[List[Any]] = None,
        cacheInput: Optional[bool] = None,
        intermediateStorageLevel: Optional[str] = None,
        shareResampling: Optional[bool] = None,
    ) -> None:
        """Sets what is given; everything else has its default.

        cacheInput: whether the data that a sampler is given is persisted during fit (default:
            False)
        intermediateStorageLevel: storage level of resampled data while later stages fit; NONE
            recomputes it (default: MEMORY_AND_DISK)
        shareResampling: whether fits of one dataset with several param maps share what equal stages
            made (default: True)
        """
