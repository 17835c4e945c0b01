# SPDX-License-Identifier: Apache-2.0
"""``python cases.py FOLDER``: what the package does in this environment, as JSON on the last line.

Run by test_smoke.py in environments that hold the wheel and PySpark, and nothing else. With
SPARK_REMOTE it goes over Spark Connect.
"""

import hashlib
import json
import os
import platform
import sys

from pyspark.ml.classification import LogisticRegression
from pyspark.ml.feature import VectorAssembler
from pyspark.sql import SparkSession

import sparksmote
from sparksmote import ResamplingPipeline, Smote

ROWS = 10_000
COLUMNS = [
    "id % 10 = 0 AS fraud",
    "id * 7919 % 10007 / 1000 AS x",
    "id * 104729 % 10009 / 1000 AS y",
    "element_at(array('card', 'cash', 'web'), cast(id * 31 % 3 + 1 AS int)) AS channel",
]


def session():
    """A classic session with the jar of the wheel, or one of the server."""
    if os.environ.get("SPARK_REMOTE"):
        return SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).getOrCreate()
    builder = sparksmote.builder().master("local[2]").config("spark.sql.shuffle.partitions", "2")
    local = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    for name, value in {"spark.ui.enabled": "false", **local}.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def plain(value):
    """A vector prints its numbers otherwise in every version."""
    return value.toArray().tolist() if hasattr(value, "toArray") else value


def told(rows):
    """How many rows there are, how many of them are synthetic, and a digest of all."""
    names = sorted(rows.columns)
    lines = sorted(repr([plain(row[name]) for name in names]) for row in rows.collect())
    made = rows.where("made").count() if "made" in names else None
    return [len(lines), made, hashlib.sha256("\n".join(lines).encode()).hexdigest()]


def smote(**more):
    """A sampler of plain columns."""
    return Smote(
        **{"inputCols": ["x", "y"], "labelCol": "fraud", "syntheticCol": "made", "seed": 42, **more}
    )


def pipeline_cases(train, folder):
    """ResamplingPipeline and what it fitted, saved and loaded."""
    rows = train.selectExpr("x", "y", "cast(fraud AS int) AS label")
    stages = [
        VectorAssembler(inputCols=["x", "y"], outputCol="features"),
        Smote(seed=42, syntheticCol="made"),
        LogisticRegression(maxIter=2),
    ]
    pipeline = ResamplingPipeline(stages=stages)
    pipeline.write().overwrite().save(os.path.join(folder, "pipeline"))
    loaded = ResamplingPipeline.load(os.path.join(folder, "pipeline"))
    fitted = loaded.fit(rows)
    yield "pipeline_scores", [fitted.transform(rows).count(), len(fitted.stages), ""]
    yield "pipeline", told(ResamplingPipeline(stages=stages[:2]).fit_resample(rows))


def cases(spark, folder):
    """Name and outcome of each case."""
    train = spark.range(ROWS).selectExpr("id", *COLUMNS)
    yield "smote", told(smote().fit_resample(train))
    yield "ratio", told(smote(samplingStrategy=0.5).fit_resample(train))
    yield "approximate", told(smote(neighborSearch="approximate").fit_resample(train))
    yield "borderline1", told(smote(variant="borderline1").fit_resample(train))
    nominal = smote(variant="smotenc", inputCols=["x", "y", "channel"])
    yield "smotenc", told(nominal.fit_resample(train))
    smote().write().overwrite().save(os.path.join(folder, "smote"))
    yield "loaded", told(Smote.load(os.path.join(folder, "smote")).fit_resample(train))
    model = smote().fit(train)
    yield "summary", [model.summary.made, None, ""]
    yield from pipeline_cases(train, folder)


def main(folder):
    """Everything, and the versions that came together."""
    spark = session()
    found = sparksmote.check(spark)
    versions = {"spark": found.spark, "scala": found.scala, "java": found.java}
    versions["python"] = platform.python_version()
    outcome = {"versions": versions, "cases": dict(cases(spark, folder))}
    spark.stop()
    print(json.dumps(outcome))


if __name__ == "__main__":
    main(sys.argv[1])
