# SPDX-License-Identifier: Apache-2.0
"""A PySpark that does not know of the jar; run by test_session.py."""

import sys

from pyspark.ml import PipelineModel
from pyspark.sql import SparkSession

folder = sys.argv[1]
spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .getOrCreate()
)
rows = spark.read.parquet(folder + "/rows")
assert PipelineModel.load(folder + "/model").transform(rows).count() == 40
assert not any(name.startswith(("sparksmote", "org.")) for name in sys.modules)

import sparksmote  # noqa: E402

for touch in (
    lambda: sparksmote.Smote(),
    lambda: sparksmote.ResamplingPipeline(stages=[])._to_java(),
    lambda: sparksmote.SmoteModel.load(folder + "/smote"),
    lambda: sparksmote.check(spark),
):
    try:
        touch()
    except sparksmote.SparkSmoteError as error:
        assert "Start it with sparksmote.builder(), or call sparksmote.attach(spark)" in str(error)
    else:
        raise AssertionError("no error")

sparksmote.attach(spark)
print(sparksmote.check(spark))
made = sparksmote.Smote(inputCols=["x", "y"], kNeighbors=3).fit_resample(rows)
assert made.count() == 60
assert made.groupBy("label").count().count() == 2
assert sparksmote.SmoteModel.load(folder + "/smote").summary.made == 20
print("done")
