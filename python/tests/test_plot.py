# SPDX-License-Identifier: Apache-2.0
"""The data that pictures draw."""

import pytest
from tables import MAJORITY, MINORITY, assembler, train

import sparksmote
from sparksmote import Smote, plot

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

MADE = MAJORITY - MINORITY


def test_counts_are_bars_of_original_and_synthetic_rows():
    classes = [
        sparksmote.ClassRows("0", 30, 0, 0, "none", 0, 0.0, ""),
        sparksmote.ClassRows("1", 10, 20, 3, "exact", 1, 3.0, ""),
    ]
    ax = plot.counts(sparksmote.SmoteSummary(0, tuple(classes)))
    original, synthetic = ax.containers
    assert [bar.get_height() for bar in original] == [30, 10]
    assert [(bar.get_y(), bar.get_height()) for bar in synthetic] == [(30, 0), (10, 20)]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["original", "synthetic"]


def offsets(ax):
    return [collection.get_offsets().data for collection in ax.collections]


@pytest.mark.parametrize("vector", [True, False])
def test_scatter_draws_every_row_by_two_features(spark, vector):
    data = train(spark)
    smote = Smote(kNeighbors=3, syntheticCol="synthetic")
    if vector:
        ax = plot.scatter(smote.fit_resample(assembler().transform(data)))
    else:
        ax = plot.scatter(smote.setInputCols(["x", "y"]).fit_resample(data), ["x", "y"])
    original, synthetic = offsets(ax)
    expected = sorted((row.x, row.y) for row in data.collect())
    assert sorted(map(tuple, original)) == expected
    assert len(synthetic) == MADE
    assert all(20 <= x <= 23 for x, _ in synthetic)


def test_scatter_joins_base_and_partner(spark):
    data = train(spark).selectExpr("*", "concat(x, '/', y) AS id")
    smote = Smote(
        inputCols=["x", "y"],
        kNeighbors=3,
        idCol="id",
        syntheticCol="synthetic",
        provenanceCol="how",
    )
    ax = plot.scatter(
        smote.fit_resample(data), ["x", "y"], idCol="id", provenanceCol="how", limit=500
    )
    assert len(ax.lines) == MADE
    ends = {tuple(point) for line in ax.lines for point in line.get_xydata()}
    assert ends <= {(row.x, row.y) for row in data.filter("label = 1").collect()}


def test_counts_take_a_model(spark):
    model = Smote(inputCols=["x", "y"], kNeighbors=3).fit(train(spark))
    assert [bar.get_height() for bar in plot.counts(model).containers[1]] == [0, MADE]


def test_scatter_takes_columns_with_dots_in_their_names(spark):
    data = train(spark).selectExpr(
        "x AS `a.x`", "y AS `a.y`", "label", "concat(x, '/', y) AS `i.d`"
    )
    smote = Smote(
        inputCols=["a.x", "a.y"],
        kNeighbors=3,
        idCol="i.d",
        syntheticCol="is.new",
        provenanceCol="how.made",
    )
    ax = plot.scatter(
        smote.fit_resample(data),
        ["a.x", "a.y"],
        "is.new",
        idCol="i.d",
        provenanceCol="how.made",
        limit=500,
    )
    original, synthetic = offsets(ax)
    assert sorted(map(tuple, original)) == sorted(
        map(tuple, data.select("`a.x`", "`a.y`").collect())
    )
    assert len(synthetic) == MADE
    assert len(ax.lines) == MADE


def test_scatter_takes_fields_of_a_struct(spark):
    rows = train(spark).selectExpr("struct(x, y) AS at", "label = 1 AS synthetic")
    original, synthetic = offsets(plot.scatter(rows, ["at.x", "at.y"]))
    assert (len(original), len(synthetic)) == (MAJORITY, MINORITY)
