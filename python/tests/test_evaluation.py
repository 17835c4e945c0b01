# SPDX-License-Identifier: Apache-2.0
"""Weights, calibration, thresholds, measures and ensembles, from Python."""

import math

import pytest
from conftest import DOOR
from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.classification import GBTClassifier, LogisticRegression, RandomForestClassifier
from pyspark.ml.functions import vector_to_array
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder
from pyspark.sql import functions as f
from tables import MAJORITY, MINORITY, ROWS, Recorder, assembler, train

from sparksmote import (
    BalancedBaggingClassifier,
    BalancedRandomForestClassifier,
    CalibratedClassifier,
    ClassWeights,
    EasyEnsembleClassifier,
    ImbalanceEvaluator,
    PriorCorrection,
    RandomUnderSampler,
    ResamplingPipeline,
    Smote,
    SparkSmoteError,
    TunedThresholdClassifier,
)

classic = pytest.mark.skipif(DOOR != "classic", reason="Spark Connect sends no held stages")


@pytest.fixture(scope="module")
def scored(spark):
    """The four rows of scikit-learn's examples of roc_auc_score and average_precision_score."""
    rows = [(0.0, 0.1, 0.0), (0.0, 0.4, 0.0), (1.0, 0.35, 0.0), (1.0, 0.8, 1.0)]
    return spark.createDataFrame(rows, "label double, probability double, prediction double")


@pytest.fixture(scope="module")
def mixed(spark):
    """600 rows, one in six of the class 1, whose share grows with x."""
    rows = spark.range(600).selectExpr(
        "double(id % 20) AS x",
        "double(id * 7 % 13) AS y",
        "double(CASE WHEN id % 20 > 9 AND id % 3 = 0 THEN 1 ELSE 0 END) AS label",
        "int(id % 2) AS fold",
    )
    kept = assembler().transform(rows).select("features", "label", "fold").cache()
    yield kept
    kept.unpersist()


def mean_probability(rows):
    return rows.agg(f.mean(vector_to_array("probability")[1])).first()[0]


def probabilities(rows):
    return [row.probability.toArray().tolist() for row in rows.select("probability").collect()]


def test_measures_are_those_of_scikit_learn(scored):
    assert ImbalanceEvaluator().evaluate(scored) == 0.75
    precision = ImbalanceEvaluator(metricName="averagePrecision")
    assert precision.evaluate(scored) == pytest.approx(0.8333333333333333, abs=1e-15)
    assert precision.isLargerBetter()
    assert ImbalanceEvaluator(metricName="recall").evaluate(scored) == 0.5
    brier = ImbalanceEvaluator().setMetricName("brier")
    assert brier.evaluate(scored) == pytest.approx(0.158125, abs=1e-15)


def test_brier_is_best_where_it_is_least():
    assert not ImbalanceEvaluator(metricName="brier").isLargerBetter()
    with pytest.raises(SparkSmoteError, match=r"SMOTE-194.*choose models by calibrationSlope"):
        ImbalanceEvaluator(metricName="calibrationSlope").isLargerBetter()


@classic
def test_java_knows_the_same_order(scored):
    for name in ImbalanceEvaluator().metrics(scored).values:
        evaluator = ImbalanceEvaluator(metricName=name)
        java = evaluator._java_obj.setMetricName(name)
        try:
            larger = evaluator.isLargerBetter()
        except SparkSmoteError:
            with pytest.raises(Exception, match="SMOTE-194"):
                java.isLargerBetter()
        else:
            assert java.isLargerBetter() == larger


def test_metric_that_is_none_is_refused_by_name(scored):
    with pytest.raises(SparkSmoteError, match=r"metricName cannot be 'auc'.*areaUnderROC"):
        ImbalanceEvaluator(metricName="auc")
    with pytest.raises(SparkSmoteError, match=r"SMOTE-001.*lable"):
        ImbalanceEvaluator(labelCol="lable").evaluate(scored)


@classic
def test_all_measures_at_once(scored):
    metrics = ImbalanceEvaluator(falsePositiveCost=2).metrics(scored)
    assert (metrics.rows, metrics.label, metrics.prevalence) == (4, 1.0, 0.5)
    assert (metrics["areaUnderROC"], metrics["sensitivity"], metrics["cost"]) == (0.75, 0.5, 0.25)
    assert str(metrics).startswith("4 rows, 50.000 % of class 1\nareaUnderROC")
    assert "<td>gMean</td><td>0.7071</td>" in metrics._repr_html_()


@classic
def test_what_is_not_defined_is_nan(scored):
    metrics = ImbalanceEvaluator().metrics(scored.filter("label = 1"))
    assert math.isnan(metrics["areaUnderROC"])


@classic
def test_curves(scored):
    curves = ImbalanceEvaluator(numBins=2).curves(scored)
    assert [point.threshold for point in curves.points] == [math.inf, 0.8, 0.4, 0.35, 0.1]
    assert [point.recall for point in curves.points] == [0, 0.5, 0.5, 1, 1]
    assert [point.falsePositiveRate for point in curves.points] == [0, 0, 0.5, 0.5, 1]
    assert [(found.weight, found.share) for found in curves.bins] == [
        (3, pytest.approx(1 / 3)),
        (1, 1),
    ]
    assert (curves.best["recall"].threshold, curves.best["recall"].value) == (0.1, 1)


def test_evaluator_chooses_in_a_cross_validator(mixed):
    learner = LogisticRegression(maxIter=5)
    grid = ParamGridBuilder().addGrid(learner.regParam, [0.0, 100.0]).build()
    evaluator = ImbalanceEvaluator(metricName="brier")
    validator = CrossValidator(
        estimator=learner,
        estimatorParamMaps=grid,
        evaluator=evaluator,
        numFolds=2,
        foldCol="fold",
    )
    fitted = validator.fit(mixed)
    assert fitted.avgMetrics[0] < fitted.avgMetrics[1]
    assert fitted.bestModel.getRegParam() == 0.0


@pytest.mark.parametrize(
    ("given", "weights"),
    [
        ({}, {0: ROWS / (2 * MAJORITY), 1: ROWS / (2 * MINORITY)}),
        ({"classWeight": {1: 5}}, {0: 1, 1: 5}),
    ],
)
def test_class_weights(spark, tmp_path, given, weights):
    rows = train(spark)
    model = ClassWeights(outputCol="w", **given).fit(rows)
    model.write().overwrite().save(str(tmp_path / "model"))
    for known in (model, type(model).load(str(tmp_path / "model"))):
        found = {row.label: row.w for row in known.transform(rows).collect()}
        assert found == pytest.approx(weights)


@classic
def test_weights_of_classes_by_label(spark):
    model = ClassWeights(classWeight={1: 5}).fit(train(spark))
    assert model.weights == {"0": 1.0, "1": 5.0}


def test_class_weights_of_a_class_that_is_not_there(spark):
    with pytest.raises(SparkSmoteError, match=r"SMOTE-202.*\b7\b"):
        ClassWeights(classWeight={7: 5}).fit(train(spark))
    with pytest.raises(SparkSmoteError, match=r"classWeight cannot be .*class '1' is no number"):
        ClassWeights(classWeight={1: "3"})


@classic
def test_evaluator_and_weights_are_saved(tmp_path):
    for stage in (
        ImbalanceEvaluator(metricName="fBeta", beta=2),
        ClassWeights(classWeight={1: 5}),
    ):
        stage.save(str(tmp_path / stage.uid))
        loaded = type(stage).load(str(tmp_path / stage.uid))
        assert loaded.uid == stage.uid
        assert {p.name: v for p, v in loaded._paramMap.items()} == {
            p.name: v for p, v in stage._paramMap.items()
        }


@classic
def test_calibration_makes_probabilities_honest_again(mixed, tmp_path):
    resampled = ResamplingPipeline(stages=[Smote(seed=1), LogisticRegression(maxIter=5)])
    share = mixed.filter("label = 1").count() / mixed.count()
    assert mean_probability(resampled.fit(mixed).transform(mixed)) > 2 * share
    stage = CalibratedClassifier(estimator=resampled, method="sigmoid", cv=2)
    model = stage.fit(mixed)
    rows = model.transform(mixed)
    assert mean_probability(rows) == pytest.approx(share, rel=0.1)
    assert len(model.members) == 1
    model.save(str(tmp_path / "model"))
    loaded = type(model).load(str(tmp_path / "model"))
    assert probabilities(loaded.transform(mixed)) == probabilities(rows)
    stage.save(str(tmp_path / "stage"))
    again = CalibratedClassifier.load(str(tmp_path / "stage"))
    assert probabilities(again.fit(mixed).transform(mixed)) == probabilities(rows)


@classic
@pytest.mark.parametrize("stage", [CalibratedClassifier, TunedThresholdClassifier])
@pytest.mark.parametrize("pipeline", [Pipeline, ResamplingPipeline])
def test_folds_of_resampled_rows_are_refused(mixed, stage, pipeline):
    behind = stage(estimator=LogisticRegression(maxIter=1), cv=2)
    with pytest.raises(SparkSmoteError, match="SMOTE-066"):
        pipeline(stages=[RandomUnderSampler(), behind]).fit(mixed)


@classic
def test_tuned_threshold(mixed, tmp_path):
    tuned = TunedThresholdClassifier(
        estimator=LogisticRegression(maxIter=5), metricName="cost", falseNegativeCost=5, cv=2
    )
    model = tuned.fit(mixed)
    assert 0 < model.getThreshold() < 0.5
    thresholds, costs = zip(*model.getCurve())
    assert list(thresholds) == sorted(thresholds, reverse=True)
    assert model.getBestScore() == min(costs)
    for known in (model, _saved(model, tmp_path)):
        rows = known.transform(mixed).select("prediction", vector_to_array("probability")[1])
        assert all((p >= model.getThreshold()) == (called == 1) for called, p in rows.collect())
    everything = model.setThreshold(0).transform(mixed).filter("prediction = 1").count()
    assert (model.getThreshold(), everything) == (0, 600)
    with pytest.raises(SparkSmoteError, match=r"threshold cannot be 2.*\[0, 1\]"):
        model.setThreshold(2)


def _saved(model, folder):
    pipeline = PipelineModel([model])
    pipeline.save(str(folder / "pipeline"))
    return PipelineModel.load(str(folder / "pipeline")).stages[0]


@classic
def test_prior_correction(mixed):
    stage = PriorCorrection(sampler=RandomUnderSampler(seed=1), estimator=GBTClassifier(maxIter=2))
    model = stage.fit(mixed)
    share = mixed.filter("label = 1").count() / mixed.count()
    assert model.priorRatios == pytest.approx([2 * (1 - share), 2 * share])
    assert mean_probability(model.transform(mixed)) == pytest.approx(share, rel=0.3)
    with pytest.raises(SparkSmoteError, match="CalibratedClassifier"):
        stage.setSampler(Smote()).fit(mixed)


@classic
def test_grid_names_a_param_of_what_is_held(mixed):
    learner = LogisticRegression(maxIter=5)
    calibrated = CalibratedClassifier(estimator=Pipeline(stages=[learner]), cv=2)
    grid = ParamGridBuilder().addGrid(learner.regParam, [0.0, 100.0]).build()
    few, many = calibrated.fit(mixed, grid)
    assert [model.members[0].stages[0].getRegParam() for model in (few, many)] == [0.0, 100.0]


@classic
@pytest.mark.parametrize(
    "ensemble",
    [
        lambda: BalancedBaggingClassifier(
            estimator=LogisticRegression(maxIter=2), sampler=Smote(samplingStrategy=0.5)
        ),
        lambda: EasyEnsembleClassifier(estimator=GBTClassifier(maxIter=1)),
        lambda: BalancedRandomForestClassifier(
            estimator=RandomForestClassifier(numTrees=1, maxDepth=2)
        ),
    ],
)
def test_ensembles(mixed, tmp_path, ensemble):
    stage = ensemble().setNumEstimators(2).setSeed(1)
    stage.save(str(tmp_path / "stage"))
    model = type(stage).load(str(tmp_path / "stage")).fit(mixed)
    rows = model.transform(mixed)
    assert {"rawPrediction", "probability", "prediction"} <= set(rows.columns)
    assert (len(model.members), model.numClasses) == (2, 2)
    assert probabilities(_saved(model, tmp_path).transform(mixed)) == probabilities(rows)
    first = mixed.first().features
    assert model.predictProbability(first).toArray().tolist() == probabilities(rows)[0]


@classic
def test_default_of_an_ensemble_can_be_read():
    assert isinstance(EasyEnsembleClassifier().getEstimator(), GBTClassifier)


@classic
@pytest.mark.parametrize("hidden", [Recorder(), Pipeline(stages=[Recorder()])])
def test_stage_in_python_alone_is_refused_by_name(mixed, hidden):
    with pytest.raises(SparkSmoteError, match=f"estimator cannot be {hidden.uid}.*Python alone"):
        CalibratedClassifier(estimator=hidden).fit(mixed)
    with pytest.raises(SparkSmoteError, match="estimator cannot be 'forest': it is no stage"):
        CalibratedClassifier(estimator="forest")


@pytest.mark.skipif(DOOR != "connect", reason="what Connect cannot")
@pytest.mark.parametrize("stage", [CalibratedClassifier, TunedThresholdClassifier, PriorCorrection])
def test_connect_refuses_held_stages(stage):
    with pytest.raises(SparkSmoteError, match="Use a classic session"):
        stage()


@pytest.mark.skipif(DOOR != "connect", reason="what Connect cannot")
def test_connect_measures_one_by_one(scored):
    with pytest.raises(SparkSmoteError, match="evaluate one measure after the other"):
        ImbalanceEvaluator().metrics(scored)
