# SPDX-License-Identifier: Apache-2.0
"""xgboost.spark as the learner of a ResamplingPipeline: it sees resampled rows, its model none.

``python xgboost_behind_sampler.py FOLDER``; by_hand.sh does it.
"""

import sys
from pathlib import Path

from mlflow_model import session, train


def main(folder: Path) -> None:
    """Fits with and without the sampler, and saves and loads the model."""
    import xgboost
    from pyspark.ml import PipelineModel
    from pyspark.ml.feature import VectorAssembler
    from pyspark.ml.functions import vector_to_array
    from xgboost.spark import SparkXGBClassifier

    import sparksmote

    spark = session(sparksmote.builder())
    rows = train(spark).cache()
    assembler = VectorAssembler(inputCols=["x", "y"], outputCol="features")
    learner = SparkXGBClassifier(
        features_col="features", label_col="label", n_estimators=5, max_depth=2, num_workers=1
    )
    of_small = vector_to_array("probability")[1]
    found = {}
    for strategy in ("none", "auto"):
        smote = sparksmote.Smote(samplingStrategy=strategy, seed=1)
        stages = [assembler, smote, learner]
        model = sparksmote.ResamplingPipeline(stages=stages).fit(rows)
        assert [type(stage).__name__ for stage in model.stages] == [
            "VectorAssembler",
            "SparkXGBClassifierModel",
        ]
        said = [row[0] for row in model.transform(rows).select(of_small).collect()]
        assert len(said) == 400
        found[strategy] = sum(said) / 400
    assert found["none"] < 0.15, found  # 0.05 of the rows are of the class
    assert found["auto"] > 2 * found["none"], found
    model.write().overwrite().save(str(folder / "xgboost"))
    loaded = PipelineModel.load(str(folder / "xgboost"))
    again = [row[0] for row in loaded.transform(rows).select(of_small).collect()]
    assert sorted(again) == sorted(said)
    print(
        f"PySpark {spark.version}, XGBoost {xgboost.__version__}: the mean probability of a class of"
        f" 5 % is {found['none']:.3f} without the sampler, {found['auto']:.3f} with it"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
