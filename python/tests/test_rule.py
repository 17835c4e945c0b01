# SPDX-License-Identifier: Apache-2.0
"""Resampled exactly once per fit, and never when scoring; the same over every door."""

import pytest
from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder, TrainValidationSplit
from tables import BALANCED, MAJORITY, MINORITY, ROWS, Recorder, assembler, train

from sparksmote import ResamplingPipeline, Smote, SparkSmoteError

ORIGINAL = {0: MAJORITY, 1: MINORITY}
HALF = {0: MAJORITY // 2, 1: MAJORITY // 2}

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def smote():
    return Smote(kNeighbors=3, seed=7)


def plain(*stages):
    return Pipeline(stages=list(stages))


def resampling(*stages):
    return ResamplingPipeline(stages=list(stages))


def grid():
    return ParamGridBuilder().build()  # one point: everything as it is


def cross_validator(estimator):
    evaluator = MulticlassClassificationEvaluator()
    return CrossValidator(
        estimator=estimator,
        estimatorParamMaps=grid(),
        evaluator=evaluator,
        numFolds=2,
        foldCol="fold",
    )


def split(estimator):
    evaluator = MulticlassClassificationEvaluator()
    return TrainValidationSplit(
        estimator=estimator, estimatorParamMaps=grid(), evaluator=evaluator, trainRatio=0.7, seed=3
    )


def first(rec, data):
    return plain(smote(), rec).fit(assembler().transform(data)), assembler().transform(data)


def behind_assembler(rec, data):
    return plain(assembler(), smote(), rec).fit(data), data


def nested_complete(rec, data):
    return plain(assembler(), plain(smote(), rec), Recorder("other")).fit(data), data


def last(rec, data):
    return plain(assembler(), rec, smote()).fit(data), data


def in_resampling_pipeline(rec, data):
    return resampling(assembler(), smote(), rec).fit(data), data


def nested_in_resampling_pipeline(rec, data):
    return resampling(plain(assembler(), smote()), rec).fit(data), data


def resampling_pipeline_in_plain(rec, data):
    return plain(assembler(), resampling(smote(), rec)).fit(data), data


def in_cross_validator(rec, data):
    return cross_validator(plain(assembler(), smote(), rec)).fit(data), data


def resampling_in_cross_validator(rec, data):
    return cross_validator(resampling(assembler(), smote(), rec)).fit(data), data


def in_split(rec, data):
    return split(plain(assembler(), smote(), rec)).fit(data), data


def resampling_in_split(rec, data):
    return split(resampling(assembler(), smote(), rec)).fit(data), data


def copied(rec, data):
    return plain(assembler(), smote(), rec).fit(data).copy(), data


def copied_alone(rec, data):
    rec.fit(assembler().transform(data))
    vectors = assembler().transform(data)
    return smote().fit(vectors).copy(), vectors


def saved_and_loaded(rec, data, path):
    plain(assembler(), smote(), rec).fit(data).save(path)
    return PipelineModel.load(path), data


ONCE, FOLDS = [BALANCED], [HALF, HALF, BALANCED]

CASES = [
    (first, ONCE),
    (behind_assembler, ONCE),
    (nested_complete, ONCE),
    (last, [ORIGINAL]),
    (in_resampling_pipeline, ONCE),
    (nested_in_resampling_pipeline, ONCE),
    (resampling_pipeline_in_plain, ONCE),
    (in_cross_validator, FOLDS),
    (resampling_in_cross_validator, FOLDS),
    (in_split, None),
    (resampling_in_split, None),
    (copied, ONCE),
    (copied_alone, [ORIGINAL]),
    (saved_and_loaded, ONCE),
]


@pytest.mark.parametrize(("case", "seen"), CASES, ids=[case.__name__ for case, _ in CASES])
def test_resampled_once_per_fit_and_never_when_scoring(spark, tmp_path, case, seen):
    rec, data = Recorder(), train(spark)
    more = [str(tmp_path / "saved")] if case is saved_and_loaded else []
    model, rows = case(rec, data, *more)
    for _ in range(2):
        assert model.transform(rows).count() == ROWS
    assert model.transform(rows.filter("label = 1")).count() == MINORITY
    if seen is None:  # a random split: balanced, and at the end all rows
        assert all(counts[0] == counts[1] for counts in rec.seen)
        assert len(rec.seen) == 2
        assert rec.seen[-1] == BALANCED
    else:
        assert rec.seen == seen


NESTED = [
    lambda rec: plain(plain(assembler(), smote()), rec),
    lambda rec: plain(assembler(), plain(smote()), rec),
    lambda rec: plain(plain(assembler(), smote(), assembled_again()), rec),
    lambda rec: plain(resampling(assembler(), smote(), assembled_again()), rec),
]


def assembled_again():
    from pyspark.ml.feature import StandardScaler

    return StandardScaler(inputCol="features", outputCol="scaled")


@pytest.mark.parametrize("shape", NESTED, ids=["ends", "alone", "scaler", "resampling"])
def test_inner_pipeline_without_a_predictor_is_refused(spark, shape):
    rec = Recorder()
    with pytest.raises(SparkSmoteError, match="Flatten the pipelines") as refusal:
        shape(rec).fit(train(spark))
    assert refusal.value.code == "SMOTE-041"
    assert rec.seen == []


@pytest.mark.parametrize("pipeline", [plain, resampling])
def test_validator_behind_a_sampler_is_refused(spark, pipeline):
    validator = cross_validator(plain(Recorder()))
    with pytest.raises(SparkSmoteError, match="its folds would hold synthetic rows") as refusal:
        pipeline(assembler(), smote(), validator).fit(train(spark))
    assert refusal.value.code == "SMOTE-066"


@pytest.mark.filterwarnings("default::UserWarning")
def test_model_alone_resamples_its_own_object_once_and_warns_later(spark):
    rows = assembler().transform(train(spark))
    model = smote().fit(rows)
    assert model.transform(assembler().transform(train(spark))).count() == ROWS
    assert model.transform(rows).count() == 2 * MAJORITY
    with pytest.warns(UserWarning, match="was resampled at the first transform after fit"):
        assert model.transform(rows).count() == ROWS
    other = smote().fit(rows)
    with pytest.warns(UserWarning, match="copies and fitted pipelines never resample"):
        assert PipelineModel([other]).transform(rows).count() == ROWS
    assert other.transform(rows).count() == 2 * MAJORITY


def test_passed_data_has_the_columns_of_resampled_data(spark):
    rows = assembler().transform(train(spark))
    model = smote().setSyntheticCol("made").setProvenanceCol("how").fit(rows)
    resampled, passed = model.transform(rows), model.transform(rows)
    assert passed.columns == resampled.columns == [*rows.columns, "made", "how"]
    assert resampled.filter("made").count() == MAJORITY - MINORITY
    assert passed.filter("made").count() == 0


def test_fit_resample_makes_the_same_rows_every_time(spark):
    rows = assembler().transform(train(spark))
    stage = smote()
    made = [stage.fit_resample(rows) for _ in range(2)]
    first_rows, second_rows = (
        sorted(map(str, data.select("features", "label").collect())) for data in made
    )
    assert first_rows == second_rows
    assert len(first_rows) == 2 * MAJORITY
