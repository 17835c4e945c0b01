# SPDX-License-Identifier: Apache-2.0
"""Samplers that take rows away: training rows only, once per fit; the same over every door."""

import pytest
from conftest import DOOR
from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.classification import LinearSVC, LogisticRegression, RandomForestClassifier
from tables import Recorder

from sparksmote import (
    AllKNN,
    EditedNearestNeighbours,
    InstanceHardnessThreshold,
    NearMiss,
    NeighbourhoodCleaning,
    OneSidedSelection,
    RandomUnderSampler,
    RepeatedEditedNearestNeighbours,
    ResamplingPipeline,
    Smote,
    SparkSmoteError,
    TomekLinks,
)

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")

ORIGINAL = {"ok": 10, "fraud": 4}

#: Samplers, and the rows of each class after them.
SAMPLERS = [
    (lambda: RandomUnderSampler(seed=1), {"ok": 4, "fraud": 4}),
    (lambda: RandomUnderSampler(samplingStrategy={"ok": 7}), {"ok": 7, "fraud": 4}),
    (lambda: RandomUnderSampler(samplingStrategy=0.5), {"ok": 8, "fraud": 4}),
    (lambda: TomekLinks(inputCols=["x"]), {"ok": 9, "fraud": 4}),
    (lambda: TomekLinks(inputCols=["x"], samplingStrategy=["fraud"]), {"ok": 10, "fraud": 3}),
    (lambda: EditedNearestNeighbours(inputCols=["x"]), {"ok": 6, "fraud": 4}),
]

#: More of them, whose way through pipelines is that of those above.
OTHERS = [
    (lambda: RepeatedEditedNearestNeighbours(inputCols=["x"], kNeighbors=1), 8),
    (lambda: AllKNN(inputCols=["x"], kNeighbors=2), 6),
    (lambda: NeighbourhoodCleaning(inputCols=["x"]), 7),
    (lambda: NearMiss(inputCols=["x"]), 4),
    (lambda: InstanceHardnessThreshold(inputCols=["x"], cv=2), 4),
    (lambda: OneSidedSelection(inputCols=["x"], nSeedsS=10), 9),
]

each_sampler = pytest.mark.parametrize(("make", "after"), SAMPLERS)


@pytest.fixture(scope="module")
def train(spark):
    """On a line: 4 and 4.2 are a Tomek link, and 4.2 is among the three nearest of 3 to 6."""
    rows = [(float(x), "ok") for x in range(10)]
    rows += [(x, "fraud") for x in (4.2, 20.0, 21.0, 22.0)]
    return spark.createDataFrame(rows, "x double, label string")


def counts(rows):
    return {row[0]: row[1] for row in rows.groupBy("label").count().collect()}


@each_sampler
def test_rows_of_each_class(train, make, after):
    assert counts(make().fit_resample(train)) == after


@pytest.mark.parametrize(("make", "left"), OTHERS)
def test_rows_that_other_samplers_leave(train, make, left):
    assert counts(make().fit_resample(train)) == {"ok": left, "fraud": 4}


@each_sampler
@pytest.mark.parametrize("pipeline", [Pipeline, ResamplingPipeline])
def test_training_rows_are_taken_away_once_and_others_never(train, make, after, pipeline):
    recorder = Recorder()
    model = pipeline(stages=[make(), recorder]).fit(train)
    assert recorder.seen == [after]
    assert counts(model.transform(train)) == ORIGINAL


@each_sampler
def test_model_alone_keeps_the_rule(train, make, after):
    model = make().fit(train)
    assert counts(model.copy().transform(train)) == ORIGINAL
    assert counts(model.transform(train)) == after
    with pytest.warns(UserWarning, match="passes its training data through"):
        assert counts(model.transform(train)) == ORIGINAL


@each_sampler
def test_saved_and_loaded(train, tmp_path, make, after):
    stage = make()
    stage.save(str(tmp_path / "stage"))
    loaded = type(stage).load(str(tmp_path / "stage"))
    assert (loaded.uid, counts(loaded.fit_resample(train))) == (stage.uid, after)
    fitted = Pipeline(stages=[make()]).fit(train)
    fitted.write().overwrite().save(str(tmp_path / "model"))
    assert counts(PipelineModel.load(str(tmp_path / "model")).transform(train)) == ORIGINAL


def test_columns_that_a_sampler_adds_are_null_where_it_does_nothing(train):
    flagged = TomekLinks(inputCols=["x"], flagCol="why").fit(train)
    assert {row.x: row.why for row in flagged.transform(train).collect()}[4.0] == "tomek"
    assert {row.why for row in flagged.copy().transform(train).collect()} == {None}


@pytest.mark.parametrize(
    "make",
    [
        lambda: RandomUnderSampler(seed=1),
        lambda: NearMiss(inputCols=["x"], kNeighbors=1),
        lambda: TomekLinks(inputCols=["x"]),
        lambda: EditedNearestNeighbours(inputCols=["x"], weightCol="one"),
        lambda: Smote(inputCols=["x"], kNeighbors=2, cleaning="tomek"),
    ],
)
def test_weights_restore_the_totals_of_classes(train, make):
    rows = make().setBalanceWeightCol("w").fit_resample(train.selectExpr("*", "1 as one"))
    totals = {row[0]: row[1] for row in rows.groupBy("label").sum("w").collect()}
    assert totals == pytest.approx(ORIGINAL)


def test_cleaning_is_summed_up(train):
    cleaner = EditedNearestNeighbours(inputCols=["x"])
    if DOOR == "connect":
        with pytest.raises(SparkSmoteError, match="Use a classic session"):
            cleaner.summary(train)
        return
    summary = cleaner.summary(train, checkedRows=100)
    found = {row.label: (row.before, row.removed, row.after) for row in summary.classes}
    assert found == {"fraud": (4, 0, 4), "ok": (10, 4, 6)}
    assert (summary.removed, summary.agreement.share) == (4, 1.0)
    assert cleaner.summary(train).agreement is None


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (lambda: RandomUnderSampler(labelCol="lable"), "SMOTE-001"),
        (lambda: RandomUnderSampler(samplingStrategy={"no": 3}), "no"),
        (lambda: TomekLinks(inputCols=["y"]), "SMOTE-001"),
        (lambda: TomekLinks(inputCols=["x"], samplingStrategy=0.5), "Could not convert float"),
        (lambda: EditedNearestNeighbours(kindSel="most"), "kindSel cannot be 'most'"),
        (lambda: TomekLinks(inputCols=["x"], flagCol=""), "flagCol (cannot be ''|has the value)"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(train, wrong, text):
    with pytest.raises(Exception, match=text) as refusal:
        wrong().fit_resample(
            train
        ).count()  # over Connect, what rows say is known when they are asked
    if isinstance(refusal.value, SparkSmoteError):
        assert "\n" not in str(refusal.value)


@pytest.fixture(scope="module")
def doubtful(spark):
    """Rows of 0 lie from 0 to 20, those of 1 from 18 to 22: a line tells best those at 0 apart."""
    rows = [(float(x), 0) for x in range(21) for _ in range(2)] + [(18.0 + x, 1) for x in range(5)]
    return spark.createDataFrame(rows, "x double, label int")


@pytest.mark.skipif(DOOR != "classic", reason="Spark Connect sends no held stages")
class TestEstimatorOfInstanceHardnessThreshold:
    @pytest.mark.parametrize("by_keyword", [True, False])
    def test_is_used_copied_and_saved(self, doubtful, tmp_path, by_keyword):
        estimator = LogisticRegression(maxIter=7)
        given = {"inputCols": ["x"], "cv": 2, "samplingStrategy": {0: 10}}
        if by_keyword:
            hard = InstanceHardnessThreshold(estimator=estimator, **given)
        else:
            hard = InstanceHardnessThreshold(**given).setEstimator(estimator)
        hard.copy().write().overwrite().save(str(tmp_path / "hard"))
        loaded = InstanceHardnessThreshold.load(str(tmp_path / "hard"))
        for stage in (hard, hard.copy(), loaded):
            assert stage.getEstimator().getMaxIter() == 7
            kept = [row.x for row in stage.fit_resample(doubtful).where("label = 0").collect()]
            # A forest is as sure of all that lie before 18.
            assert len(kept) == 10
            assert max(kept) < 10

    def test_is_a_random_forest_if_none_is_given(self):
        default = InstanceHardnessThreshold(seed=3).getEstimator()
        assert isinstance(default, RandomForestClassifier)
        assert default.getSeed() == 3

    def test_must_say_probabilities_and_have_a_form_in_java(self):
        with pytest.raises(SparkSmoteError, match="it says no probabilities"):
            InstanceHardnessThreshold(estimator=LinearSVC())
        with pytest.raises(SparkSmoteError, match="in Python alone"):
            InstanceHardnessThreshold(estimator=Recorder())


@pytest.mark.skipif(DOOR == "classic", reason="of Spark Connect")
def test_estimator_of_instance_hardness_threshold_is_refused():
    with pytest.raises(SparkSmoteError, match="which Spark Connect cannot send"):
        InstanceHardnessThreshold(estimator=LogisticRegression())
