# SPDX-License-Identifier: Apache-2.0
"""Stages that feel like Python: settings, errors, summaries."""

import copy
import dataclasses
from decimal import Decimal

import numpy as np
import pytest
from conftest import DOOR
from tables import BALANCED, MAJORITY, MINORITY, assembler, train

import sparksmote
from sparksmote import (
    NeighborQuality,
    ResamplingPipeline,
    Smote,
    SmoteModel,
    SmoteResampler,
    SparkSmoteError,
)

classic = pytest.mark.skipif(DOOR != "classic", reason="asks the JVM")


def counts(rows):
    return {row[0]: row[1] for row in rows.groupBy("label").count().collect()}


@pytest.fixture(scope="module")
def rows(spark):
    return train(spark)


def columns(**more):
    return Smote(inputCols=["x", "y"], kNeighbors=3, **more)


@pytest.mark.parametrize(
    ("strategy", "text", "minority"),
    [
        ("minority", "minority", MAJORITY),
        (0.5, "0.5", MAJORITY // 2),
        (1, "1.0", MAJORITY),
        ({1: 25}, '{"1":25}', 25),
        ({"1": 25}, '{"1":25}', 25),
        ({1: 25.0}, '{"1":25}', 25),
        (np.float32(0.5), "0.5", MAJORITY // 2),
        (Decimal("0.5"), "0.5", MAJORITY // 2),
        ({np.int64(1): np.int32(25)}, '{"1":25}', 25),
        ({Decimal(1): Decimal(25)}, '{"1":25}', 25),
    ],
)
def test_strategy_is_a_name_a_ratio_or_totals(spark, rows, strategy, text, minority):
    smote = columns(samplingStrategy=strategy)
    assert smote.getSamplingStrategy() == text
    assert counts(smote.fit_resample(rows)) == {0: MAJORITY, 1: minority}


def test_values_of_other_types_are_taken_where_they_fit(spark):
    smote = Smote(halo=0, shrinkage=2, inputCols=("x", "y"), seed=5_000_000_000, allowRowsAbove=9)
    assert (smote.getHalo(), smote.getShrinkage()) == (0.0, 2.0)
    assert smote.getInputCols() == ["x", "y"]
    assert smote.getSeed() == 5_000_000_000
    assert Smote().setParams(kNeighbors=4).getKNeighbors() == 4
    assert "nearest neighbours" in Smote().explainParam("kNeighbors")


def test_values_of_numpy_and_decimals_are_taken(spark):
    smote = Smote(kNeighbors=np.int64(4), halo=np.float32(0.25))
    assert (smote.getKNeighbors(), smote.getHalo()) == (4, 0.25)
    smote = Smote(seed=Decimal(7), shrinkage=Decimal("1.5"))
    assert (smote.getSeed(), smote.getShrinkage()) == (7, 1.5)
    assert Smote(inputCols=np.array(["x", "y"])).getInputCols() == ["x", "y"]
    assert ResamplingPipeline(stages=[], cacheInput=np.bool_(True)).getCacheInput() is True
    assert Smote(samplingStrategy={np.bool_(True): 9}).getSamplingStrategy() == '{"true":9}'


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (
            {"k_neighbors": 3},
            r"Smote\(\) got an unexpected keyword 'k_neighbors'; did you mean kNei",
        ),
        ({"sampling_strategy": "auto"}, "did you mean samplingStrategy"),
        ({"zzz": 1}, "unexpected keyword 'zzz'$"),
        ({"kNeighbors": 2.5}, "kNeighbors"),
        ({"kNeighbors": True}, "Could not convert True"),
        ({"kNeighbors": np.bool_(True)}, "Could not convert True"),
        ({"kNeighbors": Decimal("2.5")}, "kNeighbors"),
        ({"samplingStrategy": np.bool_(True)}, "Could not convert bool"),
        ({"samplingStrategy": ["a"]}, "Could not convert list to a name, a ratio or a dict"),
    ],
)
def test_wrong_names_and_types_are_type_errors(spark, wrong, text):
    with pytest.raises(TypeError, match=text):
        Smote(**wrong)


def test_settings_have_names(spark):
    with pytest.raises(TypeError, match="by name only"):
        Smote("auto")
    with pytest.raises(TypeError, match="did you mean kNeighbors"):
        Smote().setParams(kneighbours=3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kNeighbors": 0},
        {"variant": "smot"},
        {"halo": 0.7},
        {"halo": Decimal("NaN")},
        {"targetQuality": 0},
    ],
)
def test_values_that_are_not_taken_are_refused_at_once(spark, wrong):
    (name,) = wrong
    with pytest.raises(SparkSmoteError, match=f"^{name} cannot be .+ It takes: "):
        Smote(**wrong)


@pytest.mark.parametrize("wrong", [{"kNeighbors": 2**40}, {"seed": 2**70}])
def test_numbers_that_java_cannot_hold_are_refused_by_name(spark, wrong):
    (name,) = wrong
    with pytest.raises(SparkSmoteError, match=f"^{name} cannot be .+ bits"):
        Smote(**wrong)


def test_none_is_not_given(spark):
    smote = Smote(kNeighbors=None, syntheticCol=None)
    assert smote.getKNeighbors() == 5
    assert not smote.isSet("syntheticCol")


def test_refusals_of_java_are_errors_of_one_line(spark, rows):
    with pytest.raises(SparkSmoteError) as refusal:
        columns(labelCol="lable").fit(rows)
    assert refusal.value.code == "SMOTE-001"
    assert "\n" not in str(refusal.value)
    assert isinstance(refusal.value, ValueError)
    if DOOR == "classic":
        cause = vars(refusal.value.__cause__)  # PySpark 3.5 calls it otherwise
        assert "at org.sparksmote." in cause.get("_stackTrace", cause.get("stackTrace"))
    assert "SMOTE-001" in str(refusal.value.__cause__)
    with pytest.raises(SparkSmoteError, match="it is not a number"):
        Smote(samplingStrategy={1: "many"})
    with pytest.raises(SparkSmoteError, match="SMOTE-027"):
        Smote(inputCols=["x", "y"], kNeighbors=15).fit_resample(rows)


def test_settings_of_a_fitted_model_are_settled(spark, rows):
    model = columns().fit(rows)
    with pytest.raises(SparkSmoteError, match=f"change kNeighbors of the fitted {model.uid}"):
        model.transform(rows, {model.kNeighbors: 7})


def test_summary_is_a_value_with_a_table(spark, rows):
    model = columns(seed=1).fit(rows)
    summary = model.summary
    assert summary == model.summary
    assert summary.made == MAJORITY - MINORITY
    assert [(c.label, c.had, c.made, c.has) for c in summary.classes] == [
        ("0", 30, 0, 30),
        ("1", 10, 20, 30),
    ]
    with pytest.raises(dataclasses.FrozenInstanceError):
        summary.invalidRows = 3
    assert "<td>exact</td>" in summary._repr_html_()
    assert list(summary.to_pandas()["has"]) == [30, 30]
    assert str(summary) in repr(model)


def test_summary_of_labels_with_markup_is_escaped():
    rows = sparksmote.ClassRows("<b>&", 1_000, 0, 0, "none", 0, 0.0, "")
    html = sparksmote.SmoteSummary(2, (rows,))._repr_html_()
    assert "&lt;b&gt;&amp;" in html
    assert "1,000" in html
    assert "2 invalid rows" in html
    assert "<p>" not in html.replace("<p>2 invalid rows</p>", "")


def test_summary_in_a_notebook_tells_what_its_text_tells_below_the_table():
    grown = sparksmote.ClassRows("<1>", 10, 20, 3, "exact", 1, 3.0, "", removedSynthetic=2)
    summary = sparksmote.SmoteSummary(
        0, (sparksmote.ClassRows("0", 30, 0, 0, "none", 0, 0.0, ""), grown)
    )
    html = summary._repr_html_()
    assert "<p>Probabilities of models fitted on these rows follow the new shares" in html
    assert "<br/>&lt;1&gt;: 25.00 % of the rows before, 48.28 % after; of a linear model" in html
    assert (
        "<p>Removed by cleaning:<br/>&lt;1&gt;: 0 of 10 original, 2 of 20 synthetic rows</p>"
        in html
    )


@classic
def test_summary_is_that_of_java(spark, rows):
    import json

    model = columns(samplingStrategy={1: 17}).fit(rows)
    model.transform(rows).count()
    java = model._java_obj.summary()
    assert str(model.summary) == java.toString()
    known = dataclasses.fields(sparksmote.ClassRows)
    fields = [field.name for field in known if field.default is dataclasses.MISSING]
    (first, *_) = json.loads(java.toJson())["classes"]
    assert sorted(first) == sorted(fields)
    assert model.summary == sparksmote.SmoteSummary.from_json(java.toJson())


@classic
def test_priors_are_those_of_java_and_restore_numbers_and_columns(spark, rows):
    from pyspark.sql.functions import lit

    model = columns(samplingStrategy=0.5).fit(rows)
    java = model._java_obj.summary().priors()
    assert len(model.summary.priors) == len(java) == 2
    for ours, theirs in zip(model.summary.priors, java):
        assert (ours.label, ours.before, ours.after) == (
            theirs.label(),
            theirs.before(),
            theirs.after(),
        )
        assert ours.oddsRatio == theirs.oddsRatio()
        assert ours.restore(0.3) == theirs.restore(0.3)
        shown = spark.range(1).select(ours.restore(lit(0.3))).head()[0]
        assert shown == pytest.approx(theirs.restore(0.3), abs=1e-15)
    assert sparksmote.SmoteSummary(0, ()).priors == ()


def test_model_that_was_never_fitted_has_no_summary(spark):
    if DOOR == "classic":
        with pytest.raises(SparkSmoteError, match="SMOTE-042"):
            _ = SmoteModel().summary


@classic
def test_neighbor_quality_has_a_figure_per_class(spark, rows):
    model = columns(neighborSearch="approximate").fit(rows)
    quality = model.neighbor_quality(rows)
    assert set(quality) == {"1"}
    assert isinstance(quality["1"], NeighborQuality)
    assert quality["1"].sampled == MINORITY
    with pytest.raises(SparkSmoteError, match="SMOTE-045"):
        model.neighbor_quality(train(spark))


def test_resampler_resamples_whatever_it_is_given(spark, rows):
    resampler = SmoteResampler(inputCols=["x", "y"], kNeighbors=3)
    assert counts(resampler.transform(rows)) == BALANCED
    assert counts(resampler.transform(rows)) == BALANCED
    assert counts(resampler.fit_resample(rows)) == BALANCED
    same = columns().fit_resample(rows)
    assert sorted(map(str, same.collect())) == sorted(map(str, resampler.transform(rows).collect()))


def test_vectors_are_taken_as_features(spark, rows):
    vectors = assembler().transform(rows)
    assert counts(Smote(kNeighbors=3).fit_resample(vectors)) == BALANCED


def test_stages_are_copied_with_their_settings(spark):
    smote = columns(seed=9)
    copied = smote.copy({smote.seed: 10})
    assert (copied.uid, copied.getSeed(), smote.getSeed()) == (smote.uid, 10, 9)
    assert copy.copy(smote).getInputCols() == ["x", "y"]


@classic
def test_generated_params_are_those_of_java(spark):
    import gen

    pytest.importorskip("ruff")
    for name, text in gen.modules(gen.infos(spark._jvm)).items():
        assert (gen.PACKAGE / name).read_text() == gen.formatted(text), "run python/gen.py"


@classic
def test_every_setting_reaches_java(spark):
    given = {"kNeighbors": 7, "halo": 0.25, "samplingStrategy": "all", "inputCols": ["a"]}
    smote = Smote(**given)
    java = smote._to_java()
    assert java.getKNeighbors() == 7
    assert java.getHalo() == 0.25
    assert java.getSamplingStrategy() == "all"
    assert list(java.getInputCols()) == ["a"]
    own = {param.name() for param in java.params()}
    assert own == {param.name for param in smote.params}
