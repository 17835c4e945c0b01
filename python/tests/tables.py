# SPDX-License-Identifier: Apache-2.0
"""Small tables, and Python-only stages that tell what they saw."""

from pyspark.ml import Estimator, Model, Transformer
from pyspark.ml.param.shared import HasFeaturesCol, HasLabelCol, HasPredictionCol
from pyspark.ml.util import DefaultParamsReadable, DefaultParamsWritable
from pyspark.sql import functions as f

MAJORITY, MINORITY = 30, 10
ROWS = MAJORITY + MINORITY
BALANCED = {0: MAJORITY, 1: MAJORITY}


def train(spark):
    """Two classes on a grid, in two folds that are alike."""
    rows = [(float(i % 10), float(i // 10), 0, i % 2) for i in range(MAJORITY)]
    rows += [(20.0 + i % 4, float(i // 4), 1, i % 2) for i in range(MINORITY)]
    return spark.createDataFrame(rows, "x double, y double, label int, fold int")


class RecorderModel(
    Model, HasLabelCol, HasPredictionCol, DefaultParamsReadable, DefaultParamsWritable
):
    def _transform(self, dataset):
        return dataset.withColumn(self.getPredictionCol(), f.lit(0.0))


class Recorder(
    Estimator,
    HasFeaturesCol,
    HasLabelCol,
    HasPredictionCol,
    DefaultParamsReadable,
    DefaultParamsWritable,
):
    """A classifier that learns nothing, but remembers how many rows of each class it was given."""

    def __init__(self, predictionCol="prediction"):
        super().__init__()
        self._set(predictionCol=predictionCol)
        self.seen = []

    def _fit(self, dataset):
        counts = dataset.groupBy(self.getLabelCol()).count().collect()
        self.seen.append({row[0]: row[1] for row in counts})
        return self._copyValues(RecorderModel())


class Halve(Transformer, DefaultParamsReadable, DefaultParamsWritable):
    """A stage in Python alone: halves x."""

    def _transform(self, dataset):
        return dataset.withColumn("x", f.col("x") / 2)


def assembler():
    from pyspark.ml.feature import VectorAssembler

    return VectorAssembler(inputCols=["x", "y"], outputCol="features")
