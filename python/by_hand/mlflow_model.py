# SPDX-License-Identifier: Apache-2.0
"""A model from behind a sampler: MLflow logs it here, and another process without spark-smote scores.

``python mlflow_model.py fit FOLDER``, then ``python mlflow_model.py score FOLDER`` with a Python that
has PySpark and MLflow only; by_hand.sh does both.
"""

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, List


def session(builder: Any) -> Any:
    """A small session, whose workers are of this Python."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    quiet = builder.master("local[2]").config("spark.ui.enabled", "false")
    return quiet.config("spark.sql.shuffle.partitions", "2").getOrCreate()


def train(spark: Any) -> Any:
    """400 rows, of which 20 are of the small class."""
    return spark.range(400).selectExpr(
        "double(id % 20 = 0) AS label", "sin(id) + double(id % 20 = 0) AS x", "cos(id * 3) AS y"
    )


def scores(model: Any, rows: Any) -> List[List[float]]:
    """Probability and prediction of each row."""
    scored = model.transform(rows).orderBy("x", "y").select("probability", "prediction")
    return [[*row[0].toArray().tolist(), row[1]] for row in scored.collect()]


def fit(folder: Path) -> None:
    """Fits, logs, and writes down what the model says."""
    import mlflow.spark
    from pyspark.ml.classification import LogisticRegression
    from pyspark.ml.feature import VectorAssembler

    import sparksmote

    rows = train(session(sparksmote.builder()))
    assembler = VectorAssembler(inputCols=["x", "y"], outputCol="features")
    stages = [assembler, sparksmote.Smote(seed=1), LogisticRegression(maxIter=5)]
    model = sparksmote.ResamplingPipeline(stages=stages).fit(rows)
    mlflow.set_tracking_uri((folder / "runs").as_uri())
    with mlflow.start_run():
        logged = mlflow.spark.log_model(
            model, "model", pip_requirements=["pyspark"], dfs_tmpdir=str(folder / "tmp")
        )
    told = {"uri": logged.model_uri, "scores": scores(model, rows)}
    (folder / "told.json").write_text(json.dumps(told))


def score(folder: Path) -> None:
    """Loads what was logged, without the package and without the jar."""
    import mlflow.spark
    from pyspark.sql import SparkSession

    assert find_spec("sparksmote") is None, "this process is to have no spark-smote"
    spark = session(SparkSession.builder)
    assert not spark.conf.get("spark.jars", ""), "this session is to have no jar"
    told = json.loads((folder / "told.json").read_text())
    mlflow.set_tracking_uri((folder / "runs").as_uri())
    model = mlflow.spark.load_model(told["uri"], dfs_tmpdir=str(folder / "tmp2"))
    assert [type(stage).__name__ for stage in model.stages] == [
        "VectorAssembler",
        "LogisticRegressionModel",
    ]
    assert scores(model, train(spark)) == told["scores"]
    print(f"PySpark {spark.version}, MLflow {mlflow.__version__}: the same scores of 400 rows")


if __name__ == "__main__":
    os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"  # which MLflow 3 wants to be told
    {"fit": fit, "score": score}[sys.argv[1]](Path(sys.argv[2]).resolve())
