# SPDX-License-Identifier: Apache-2.0
"""What only a server of Spark Connect can get wrong; run by test_over_connect.py."""

import pytest
from pyspark.ml.wrapper import JavaEstimator
from tables import MAJORITY, train

import sparksmote
from sparksmote import Smote, SparkSmoteError
from sparksmote._params import SmoteParams


class Bare(JavaEstimator, SmoteParams):
    """A wrapper as people write it who do not have the package."""

    def __init__(self):
        super().__init__()
        self._java_obj = self._new_java_obj("org.sparksmote.Smote", self.uid)

    def _create_model(self, java_model):
        return java_model


def test_smote_of_java_alone_refuses_instead_of_passing_everything_through(spark):
    bare = Bare()
    bare._set(inputCols=["x", "y"])
    with pytest.raises(Exception, match=r"SMOTE-069.+Use the Smote of the sparksmote package"):
        bare.fit(train(spark))


def test_check_asks_the_server(spark):
    found = sparksmote.check(spark)
    assert found.connect is True
    assert found.jar == sparksmote.coordinates().split(":")[2]
    assert found.vector_api is True
    with pytest.raises(SparkSmoteError, match="Start the server with --jars"):
        sparksmote.attach(spark)


def test_rows_are_planned_once_however_often_they_are_asked_for(spark):
    rows = train(spark)
    model = Smote(inputCols=["x", "y"], kNeighbors=3).fit(rows)
    resampled = model.transform(rows)
    assert [resampled.count() for _ in range(3)] == [2 * MAJORITY] * 3
    assert model.summary.classes[1].effectiveK > 0


def test_model_that_the_server_put_away_says_so(spark):
    spark.conf.set("spark.connect.session.connectML.mlCache.memoryControl.enabled", "true")
    try:
        model = Smote(inputCols=["x", "y"], kNeighbors=3).fit(train(spark))
        assert model.summary.made == 20
    finally:
        spark.conf.set("spark.connect.session.connectML.mlCache.memoryControl.enabled", "false")


def test_neighbors_cannot_be_checked_there(spark):
    model = Smote(inputCols=["x", "y"], kNeighbors=3).fit(train(spark))
    with pytest.raises(SparkSmoteError, match="over Spark Connect"):
        model.neighbor_quality(train(spark))


def test_models_are_given_up_on_the_server_by_a_thread_of_its_own(spark):
    import gc
    import time

    model = Smote(inputCols=["x", "y"], kNeighbors=3).fit(train(spark))
    model.transform(train(spark)).count()
    name = str(model._java_obj)
    assert any(name in info for info in spark.client._get_ml_cache_info())
    model.cycle = model
    del model
    gc.collect()
    for _ in range(100):
        if not any(name in info for info in spark.client._get_ml_cache_info()):
            return
        time.sleep(0.1)
    raise AssertionError("the server still has the model")
