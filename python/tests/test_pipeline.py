# SPDX-License-Identifier: Apache-2.0
"""ResamplingPipeline: stages in Python alone, refusals, rows that are shared and released."""

import pytest
from conftest import DOOR
from pyspark.ml import Estimator, Pipeline
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.feature import SQLTransformer, StandardScaler
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder
from tables import BALANCED, MAJORITY, ROWS, Halve, Recorder, assembler, train

from sparksmote import ResamplingPipeline, Sampler, Smote, SmoteResampler, SparkSmoteError

classic = pytest.mark.skipif(DOOR != "classic", reason="asks the JVM")


@pytest.fixture(scope="module")
def rows(spark):
    return train(spark)


def smote(**more):
    return Smote(kNeighbors=3, seed=7, **more)


def pipeline(*stages, **more):
    return ResamplingPipeline(stages=list(stages), **more)


def persisted(spark):
    return spark.sparkContext._jsc.sc().getPersistentRDDs().size()


def test_stages_in_python_alone_work(spark, rows):
    rec = Recorder()
    model = pipeline(Halve(), assembler(), smote(), rec).fit(rows)
    assert rec.seen == [BALANCED]
    assert [type(stage).__name__ for stage in model.stages] == [
        "Halve",
        "VectorAssembler",
        "RecorderModel",
    ]
    assert model.transform(rows).count() == ROWS


def test_fit_resample_returns_the_rows_behind_the_last_stage(spark, rows):
    scaler = StandardScaler(inputCol="features", outputCol="scaled")
    made = pipeline(assembler(), scaler, smote(featuresCol="scaled")).fit_resample(rows)
    assert made.count() == 2 * MAJORITY
    assert "scaled" in made.columns
    assert pipeline(assembler(), smote(), Recorder()).fit_resample(rows).count() == 2 * MAJORITY


def test_resampler_is_a_sampler_too(spark, rows):
    rec = Recorder()
    model = pipeline(assembler(), SmoteResampler(kNeighbors=3), rec).fit(rows)
    assert rec.seen == [BALANCED]
    assert model.transform(rows).count() == ROWS


class Twice(Estimator, Sampler):
    """A sampler of one's own: every row twice."""

    def _fit(self, dataset):
        raise AssertionError("a pipeline asks for rows")

    def fit_resample(self, dataset):
        return dataset.union(dataset)


def test_sampler_of_ones_own_acts_in_fit_only(spark, rows):
    rec = Recorder()
    model = pipeline(assembler(), Twice(), rec).fit(rows)
    assert sum(rec.seen[0].values()) == 2 * ROWS
    assert model.transform(rows).count() == ROWS


def refusal(run):
    with pytest.raises(SparkSmoteError) as caught:
        run()
    return caught.value


def test_sampler_from_which_no_stage_learns_is_refused(spark, rows):
    error = refusal(lambda: pipeline(assembler(), Recorder(), smote()).fit(rows))
    assert error.code == "SMOTE-047"


def test_column_that_synthetic_rows_lack_is_refused_before_any_resampling(spark, rows):
    rec = Recorder()
    rec._set(featuresCol="x")
    error = refusal(lambda: pipeline(assembler(), smote(), rec).fit(rows))
    assert error.code == "SMOTE-048"
    assert "the column 'x' of its featuresCol" in str(error)
    assert rec.seen == []
    copying = smote(passengerColumns="copy")
    pipeline(assembler(), copying, rec).fit(rows)
    assert rec.seen == [BALANCED]


def test_nulls_behind_stages_that_cannot_be_seen_are_counted(spark, rows):
    rec = Recorder()
    rec._set(featuresCol="z")
    hidden = SQLTransformer(statement="SELECT *, x + 1 AS z FROM __THIS__")
    error = refusal(lambda: pipeline(assembler(), smote(), hidden, rec).fit(rows))
    assert error.code == "SMOTE-049"
    assert "20 of 20 synthetic rows are null in it" in str(error)
    filled = SQLTransformer(statement="SELECT *, coalesce(x, 0) + 1 AS z FROM __THIS__")
    pipeline(assembler(), smote(), filled, rec).fit(rows)
    assert rec.seen == [BALANCED]


def test_synthetic_rows_that_are_all_gone_are_missed(spark, rows):
    hidden = SQLTransformer(statement="SELECT * FROM __THIS__ WHERE x >= 0")
    error = refusal(lambda: pipeline(assembler(), smote(), hidden, Recorder()).fit(rows))
    assert error.code == "SMOTE-065"
    assert "dropped all 20 synthetic rows" in str(error)


def test_duplicates_and_strangers_are_refused_as_by_pyspark(spark, rows):
    twice = assembler()
    with pytest.raises(ValueError, match="duplicate components"):
        pipeline(twice, twice, smote(), Recorder()).fit(rows)
    with pytest.raises(TypeError, match="Cannot recognize a pipeline stage"):
        pipeline("smote").fit(rows)
    with pytest.raises(SparkSmoteError, match="intermediateStorageLevel cannot be 'RAM'"):
        pipeline(intermediateStorageLevel="RAM")
    with pytest.raises(TypeError, match="did you mean cacheInput"):
        pipeline(cache_input=True)


@classic
def test_refusals_are_word_for_word_those_of_java(spark, rows):
    """The same shapes, fitted by the JVM."""
    lr = LogisticRegression()
    reading = LogisticRegression(weightCol="x")
    validator = CrossValidator(
        estimator=lr,
        estimatorParamMaps=ParamGridBuilder().build(),
        evaluator=MulticlassClassificationEvaluator(),
    )
    shapes = [
        pipeline(assembler(), lr, smote()),
        pipeline(assembler(), smote(), reading),
        pipeline(assembler(), smote(), validator),
        Pipeline(stages=[pipeline(assembler(), smote(), StandardScaler(inputCol="features")), lr]),
    ]
    for shape in shapes:
        ours = refusal(lambda shape=shape: shape.fit(rows))
        with pytest.raises(Exception, match="SMOTE-0") as java:
            shape._to_java().fit(rows._jdf)
        assert str(ours) in str(java.value), shape
        assert ours.code is not None


@pytest.mark.parametrize("sharing", [True, False])
def test_grid_shares_one_resampling_per_fold(spark, rows, monkeypatch, sharing):
    calls = []
    original = Smote.fit_resample

    def counted(self, dataset):
        calls.append(self.getKNeighbors())
        return original(self, dataset)

    monkeypatch.setattr(Smote, "fit_resample", counted)
    rec = Recorder()
    stages = pipeline(assembler(), smote(), rec, shareResampling=sharing)
    grid = ParamGridBuilder().addGrid(rec.predictionCol, ["prediction", "p"]).build()
    evaluator = MulticlassClassificationEvaluator()
    models = stages.fit(rows, grid)
    assert [model.stages[-1].getPredictionCol() for model in models] == ["prediction", "p"]
    assert len(calls) == (1 if sharing else 2)
    calls.clear()
    validator = CrossValidator(
        estimator=stages,
        estimatorParamMaps=[{rec.featuresCol: "features"}, {rec.featuresCol: "features"}],
        evaluator=evaluator,
        numFolds=2,
        foldCol="fold",
        parallelism=2,
    )
    validator.fit(rows)
    assert len(calls) == (3 if sharing else 5)  # two folds, and the whole at the end
    if DOOR == "classic":
        assert persisted(spark) == 0


def test_grid_over_the_sampler_resamples_for_every_point(spark, rows):
    rec, sampler = Recorder(), smote()
    stages = pipeline(assembler(), sampler, rec)
    grid = [{sampler.samplingStrategy: value} for value in ("none", "auto", "0.5")]
    stages.fit(rows, grid)
    assert [seen[1] for seen in rec.seen] == [10, 30, 15]


@classic
def test_nothing_stays_persisted_also_after_a_failure(spark, rows):
    class Failing(Recorder):
        def _fit(self, dataset):
            dataset.count()
            assert persisted(spark) == 1
            raise RuntimeError("no")

    for run in (
        lambda: pipeline(assembler(), smote(), Failing()).fit(rows),
        lambda: pipeline(assembler(), smote(), Failing()).fit(rows, [{}, {}]),
    ):
        with pytest.raises(RuntimeError, match="no"):
            run()
        assert persisted(spark) == 0
    pipeline(assembler(), smote(), Recorder(), cacheInput=True).fit(rows)
    pipeline(assembler(), smote(), Recorder(), intermediateStorageLevel="NONE").fit(rows)
    assert persisted(spark) == 0


@classic
def test_release_gives_up_what_fits_share_and_later_fits_make_it_anew(spark, rows, monkeypatch):
    calls = []
    original = Smote.fit_resample
    monkeypatch.setattr(
        Smote, "fit_resample", lambda self, data: calls.append(1) or original(self, data)
    )
    rec = Recorder()
    stages = pipeline(assembler(), smote(), rec)
    fits = stages.fitMultiple(rows, [{}, {}, {}])
    next(fits)
    assert persisted(spark) == 1
    stages.copy().release()  # which shares nothing
    assert persisted(spark) == 1
    stages.release()
    assert persisted(spark) == 0
    next(fits)
    next(fits)
    assert rec.seen == [BALANCED] * 3
    assert len(calls) == 2
    assert persisted(spark) == 0


def test_pipeline_without_stages_is_refused(spark, rows):
    for use in (
        lambda: ResamplingPipeline().fit(rows),
        lambda: ResamplingPipeline().fit(rows, [{}]),
        lambda: ResamplingPipeline().fit_resample(rows),
        lambda: ResamplingPipeline().write(),
    ):
        assert "has no stages. Give it some: " in str(refusal(use))


@classic
def test_names_that_differ_in_case_are_one_unless_the_session_says_otherwise(spark, rows):
    rec = Recorder()
    rec._set(featuresCol="X")
    two = rows.withColumnRenamed("y", "X")
    sampler = Smote(inputCols=["x"], kNeighbors=3)
    spark.conf.set("spark.sql.caseSensitive", "true")
    try:
        error = refusal(lambda: pipeline(sampler, rec).fit(two))
        assert error.code == "SMOTE-048"
        assert "the column 'X' of its featuresCol" in str(error)
        rec._set(featuresCol="x")
        pipeline(sampler, rec).fit(two)
    finally:
        spark.conf.unset("spark.sql.caseSensitive")
    rec._set(featuresCol="X")
    pipeline(sampler, rec).fit(rows.drop("y"))
    assert rec.seen == [BALANCED] * 2
