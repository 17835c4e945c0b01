# SPDX-License-Identifier: Apache-2.0
"""What is saved by one door and loaded by another, and how it is compared."""

from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.param import Param
from pyspark.ml.tuning import CrossValidator, CrossValidatorModel, ParamGridBuilder
from tables import assembler

from sparksmote import (
    RandomUnderSampler,
    ResamplingPipeline,
    Smote,
    SmoteModel,
    SmoteResampler,
    TomekLinks,
)
from sparksmote._stage import FittedSampler

LOADERS = {
    "Smote": Smote,
    "SmoteModel": SmoteModel,
    "SmoteResampler": SmoteResampler,
    "RandomUnderSampler": RandomUnderSampler,
    "FittedSampler": FittedSampler,
    "Pipeline": Pipeline,
    "PipelineModel": PipelineModel,
    "ResamplingPipeline": ResamplingPipeline,
    "CrossValidator": CrossValidator,
    "CrossValidatorModel": CrossValidatorModel,
}

JAVA = {
    "Smote": "org.sparksmote.Smote",
    "SmoteModel": "org.sparksmote.SmoteModel",
    "SmoteResampler": "org.sparksmote.SmoteResampler",
    "RandomUnderSampler": "org.sparksmote.undersampling.RandomUnderSampler",
    "FittedSampler": "org.sparksmote.sampler.FittedSampler",
    "Pipeline": "org.apache.spark.ml.Pipeline",
    "PipelineModel": "org.apache.spark.ml.PipelineModel",
    "ResamplingPipeline": "org.sparksmote.ResamplingPipeline",
    "CrossValidator": "org.apache.spark.ml.tuning.CrossValidator",
    "CrossValidatorModel": "org.apache.spark.ml.tuning.CrossValidatorModel",
}


def build(rows):
    """One of each kind, with settings that are not the defaults."""
    smote = Smote(kNeighbors=3, seed=4_000_000_000, samplingStrategy={1: 25}, halo=0.2)
    vectors = assembler().transform(rows)
    lr = LogisticRegression(maxIter=2)
    stages = [assembler(), TomekLinks(), smote, lr]
    resampling = ResamplingPipeline(stages=stages, intermediateStorageLevel="DISK_ONLY")
    validator = CrossValidator(
        estimator=resampling,
        estimatorParamMaps=ParamGridBuilder().addGrid(lr.regParam, [0.0, 0.1]).build(),
        evaluator=MulticlassClassificationEvaluator(),
        numFolds=2,
        foldCol="fold",
    )
    plain = Pipeline(stages=stages)
    return {
        "Smote": smote,
        "SmoteModel": smote.fit(vectors),
        "SmoteResampler": SmoteResampler(inputCols=["x", "y"], kNeighbors=3),
        "RandomUnderSampler": RandomUnderSampler(samplingStrategy={0: 12}, seed=4_000_000_000),
        "FittedSampler": TomekLinks(flagCol="why").fit(vectors),
        "Pipeline": plain,
        "PipelineModel": plain.fit(rows),
        "ResamplingPipeline": resampling,
        "CrossValidator": validator,
        "CrossValidatorModel": validator.fit(rows),
    }


def describe(stage):
    """Type, uid and settings of a stage and of all that it holds, as plain values."""
    if isinstance(stage, (list, tuple)):
        return [describe(part) for part in stage]
    if not hasattr(stage, "uid"):
        return stage
    params = {param.name: value for param, value in stage._paramMap.items()}
    params.pop("summaryJson", None)  # it grows when rows are made
    grid = params.pop("estimatorParamMaps", None)
    inner = {name: describe(value) for name, value in sorted(params.items())}
    if grid is not None:
        inner["grid"] = [sorted((p.parent, p.name, v) for p, v in point.items()) for point in grid]
    for name in ("stages", "bestModel"):
        held = vars(stage).get(name)
        if held is not None and not isinstance(held, Param):
            inner[name] = describe(held)
    return [type(stage).__name__, stage.uid, inner]


def own_settings(description):
    """Of stages of Spark, Java saves more settings as set than were set; ours are compared all."""
    if isinstance(description, list) and len(description) == 3 and isinstance(description[2], dict):
        name, uid, params = description
        ours = JAVA.get(name, "org.sparksmote.").startswith("org.sparksmote.")
        kept = {
            key: own_settings(value)
            for key, value in params.items()
            if ours or key in ("stages", "bestModel", "estimator", "evaluator", "grid")
        }
        return [name, uid, kept]
    if isinstance(description, list):
        return [own_settings(part) for part in description]
    return description
