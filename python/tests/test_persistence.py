# SPDX-License-Identifier: Apache-2.0
"""Saved by one door, loaded by another: the same types, uids and settings.

SPARK_SMOTE_SAVED names the directory that the doors share. The classic run writes as Python and as
Java; that over Spark Connect, which it starts, writes and reads in its turn.
"""

import json
import os
from pathlib import Path

import matrix
import pytest
from conftest import DOOR
from tables import ROWS, Halve, Recorder, assembler, train

from sparksmote import ResamplingPipeline, Smote, SmoteModel, SparkSmoteError
from sparksmote.cleaning import TomekLinks

KINDS = list(matrix.LOADERS)

GOLDEN = Path(__file__).parents[2] / "spark-smote-core/src/test/resources/golden/0.1.0"


@pytest.fixture(scope="module")
def saved(spark, tmp_path_factory):
    """The directory, with what this door writes."""
    folder = Path(os.environ.get("SPARK_SMOTE_SAVED") or tmp_path_factory.mktemp("saved"))
    write(spark, folder)
    return folder


def write(spark, folder):
    if (folder / DOOR / "done").exists():
        return
    built = matrix.build(train(spark))
    for kind, stage in built.items():
        stage.write().overwrite().save(str(folder / DOOR / kind))
        if DOOR == "classic":
            stage._to_java().write().overwrite().save(str(folder / "java" / kind))
    expected = {kind: matrix.own_settings(matrix.describe(s)) for kind, s in built.items()}
    (folder / DOOR / "expected.json").write_text(json.dumps(expected))
    if DOOR == "classic":
        (folder / "java" / "expected.json").write_text(json.dumps(expected))
    (folder / DOOR / "done").touch()


def writers():
    shared = os.environ.get("SPARK_SMOTE_SAVED")
    return ["java", "classic", "connect"] if shared else [DOOR]


def expected(folder, writer, kind):
    return json.loads((folder / writer / "expected.json").read_text())[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("writer", ["java", "classic", "connect"])
def test_python_loads_what_any_door_saved(spark, saved, writer, kind):
    place = saved / writer / kind
    if not place.exists():
        pytest.skip("nothing from that door in this run")
    loaded = matrix.LOADERS[kind].load(str(place))
    assert type(loaded).__name__ == kind
    found = json.loads(json.dumps(matrix.own_settings(matrix.describe(loaded))))
    assert found == expected(saved, writer, kind)
    if kind.endswith("Model") and kind != "SmoteModel":
        assert loaded.transform(train(spark)).count() == ROWS


#: Spark's own pipelines and validators, written by PySpark, are for PySpark only.
PYTHON_ONLY = {"Pipeline", "PipelineModel", "CrossValidator", "CrossValidatorModel"}


@pytest.mark.skipif(DOOR != "classic", reason="asks the JVM")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("writer", ["java", "classic", "connect"])
def test_java_loads_what_any_door_saved(spark, saved, writer, kind):
    place = saved / writer / kind
    if not place.exists():
        pytest.skip("nothing from that door in this run")
    java = spark._jvm
    for name in matrix.JAVA[kind].split("."):
        java = getattr(java, name)
    if writer == "connect" and kind in PYTHON_ONLY:
        with pytest.raises(Exception, match="class name"):
            java.load(str(place))
        return
    loaded = java.load(str(place))
    assert loaded.getClass().getName() == matrix.JAVA[kind]
    assert loaded.uid() == expected(saved, writer, kind)[1]


def test_loaded_model_has_its_summary_and_passes_data_through(spark, saved):
    loaded = SmoteModel.load(str(saved / DOOR / "SmoteModel"))
    assert [rows.has for rows in loaded.summary.classes] == [30, 25]
    assert loaded.transform(assembler().transform(train(spark))).count() == ROWS


def test_pipeline_with_stages_in_python_alone_is_saved_and_loaded(spark, tmp_path):
    stages = [Halve(), assembler(), Smote(kNeighbors=3), Recorder()]
    pipeline = ResamplingPipeline(stages=stages, cacheInput=True)
    pipeline.save(str(tmp_path / "pipeline"))
    loaded = ResamplingPipeline.load(str(tmp_path / "pipeline"))
    assert [type(stage).__name__ for stage in loaded.getStages()] == [
        "Halve",
        "VectorAssembler",
        "Smote",
        "Recorder",
    ]
    assert loaded.getCacheInput() is True
    assert loaded.fit(train(spark)).transform(train(spark)).count() == ROWS
    pipeline.write().overwrite().save(str(tmp_path / "pipeline"))


@pytest.mark.parametrize("name", ["pipeline", "pipeline-nested"])
def test_first_layout_is_read_too(spark, name):
    loaded = ResamplingPipeline.load(str(GOLDEN / name))
    assert loaded.uid.startswith("pipeline_")
    assert loaded.getStages()


def test_what_java_refuses_to_load_is_an_error_of_one_line(spark, saved):
    with pytest.raises(SparkSmoteError, match="SMOTE-043"):
        Smote.load(str(saved / DOOR / "SmoteResampler"))
    with pytest.raises(SparkSmoteError, match=r"SMOTE-043.+does not describe a ResamplingPipeline"):
        ResamplingPipeline.load(str(saved / DOOR / "Smote"))


def test_pipeline_of_a_later_version_is_refused(spark, tmp_path):
    place = tmp_path / "pipeline"
    pipeline = ResamplingPipeline(stages=[])
    pipeline.save(str(place))
    (part,) = (place / "metadata").glob("part-*.txt")
    part.write_text(part.read_text().replace('"stageUids"', '"newParam": 1, "stageUids"'))
    for checksum in (place / "metadata").glob(".*.crc"):
        checksum.unlink()
    with pytest.raises(SparkSmoteError, match=r'SMOTE-056.+has the param "newParam"'):
        ResamplingPipeline.load(str(place))


@pytest.mark.parametrize("stage", [ResamplingPipeline, Smote, TomekLinks])
def test_path_without_a_saved_stage_is_an_error_of_one_line(spark, tmp_path, stage):
    with pytest.raises(SparkSmoteError) as refusal:
        stage.load(str(tmp_path / "nothing"))
    assert refusal.value.code == "SMOTE-054"
    assert "nothing: it has no metadata. Check the path" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("stage", [ResamplingPipeline, Smote, TomekLinks])
def test_path_that_is_taken_is_an_error_of_one_line(spark, tmp_path, stage):
    place = str(tmp_path / "a stage")
    made = stage(stages=[]) if stage is ResamplingPipeline else stage()
    made.save(place)
    with pytest.raises(SparkSmoteError, match=r"a stage exists already\. Replace it with") as taken:
        made.save(place)
    assert "\n" not in str(taken.value)
    made.write().overwrite().save(place)


def test_damaged_metadata_of_a_pipeline_are_refused(spark, tmp_path):
    place = tmp_path / "pipeline"
    ResamplingPipeline(stages=[]).save(str(place))
    (part,) = (place / "metadata").glob("part-*.txt")
    part.write_text(part.read_text()[:40])
    for checksum in (place / "metadata").glob(".*.crc"):
        checksum.unlink()
    with pytest.raises(SparkSmoteError, match=r"SMOTE-054.+ in its metadata "):
        ResamplingPipeline.load(str(place))
