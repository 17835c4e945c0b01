# SPDX-License-Identifier: Apache-2.0
"""Sessions without the jar, with it, and what is said about each."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DOOR
from tables import train

import sparksmote
from sparksmote import Smote, SparkSmoteError, _jvm

pytestmark = pytest.mark.skipif(DOOR != "classic", reason="sessions of their own")

HERE = Path(__file__).parent


def options(builder):
    return builder._options["spark.jars"]


def test_builder_adds_its_jar_and_overwrites_nothing(monkeypatch, tmp_path):
    from pyspark.sql import SparkSession

    jar = sparksmote.jar_path()
    assert Path(jar).is_file()
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    fresh = lambda: SparkSession.Builder()  # noqa: E731
    assert options(sparksmote.builder(fresh())) == jar
    given = fresh().config("spark.jars", "/a.jar,/b.jar")
    assert options(sparksmote.builder(given)) == f"/a.jar,/b.jar,{jar}"
    assert options(sparksmote.builder(given)) == f"/a.jar,/b.jar,{jar}"
    (tmp_path / "spark-defaults.conf").write_text("# none\nspark.jars   /c.jar\n")
    assert options(sparksmote.builder(fresh())) == f"/c.jar,{jar}"


def test_coordinates_are_those_of_the_jar():
    group, artifact, version = sparksmote.coordinates().split(":")
    assert (group, artifact) == ("org.sparksmote", "spark-smote-core")
    assert sparksmote.jar_path().endswith(f"{artifact}-{version}.jar")


def test_versions_are_those_of_maven():
    import make_wheel

    assert make_wheel.python_version(make_wheel.maven_version()) == sparksmote.__version__


def test_check_tells_what_fits(spark):
    found = sparksmote.check(spark)
    assert found.package == sparksmote.__version__
    assert found.jar == sparksmote.coordinates().split(":")[2]
    assert found.spark == spark.version
    assert found.java.split(".")[0].isdigit()
    assert found.scala.startswith("2.")
    # The launchers of Spark 4 open it to the JVM, that of 3.5 does not.
    assert found.vector_api is not spark.version.startswith("3.")
    assert found.connect is False
    sparksmote.attach(spark)  # does nothing where the jar is


def test_another_version_of_the_jar_is_named(spark, monkeypatch):
    monkeypatch.setattr(_jvm, "maven_version", lambda: "9.9.9")
    with pytest.raises(
        SparkSmoteError, match=r"is version .+, and the package sparksmote is for 9"
    ):
        Smote()


def test_java_that_is_too_old_is_named_before_any_class_is_touched(spark, monkeypatch):
    monkeypatch.setattr(_jvm, "java_version", lambda jvm: 11)
    monkeypatch.setattr(_jvm, "jar_version", lambda jvm: 1 / 0)
    with pytest.raises(SparkSmoteError, match="the driver runs Java 11, and spark-smote needs"):
        Smote()


def test_without_a_session_one_is_asked_for():
    code = "import sparksmote; sparksmote.Smote()"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "SparkSmoteError: no Spark session is running" in found.stderr


def test_package_is_imported_without_pyspark():
    code = """
import sys
sys.modules["pyspark"] = None
import sparksmote
print(sparksmote.jar_path(), sparksmote.coordinates(), sorted(dir(sparksmote))[0])
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
    assert ".jar org.sparksmote:spark-smote-core:" in found.stdout


def test_session_without_the_jar_scores_then_is_told_then_gets_it(spark, tmp_path):
    """One process: a fitted model needs neither jar nor package; a stage does, and attach helps."""
    from pyspark.ml.classification import LogisticRegression
    from tables import assembler

    from sparksmote import ResamplingPipeline

    stages = [assembler(), Smote(kNeighbors=3), LogisticRegression(maxIter=2)]
    rows = train(spark)
    ResamplingPipeline(stages=stages).fit(rows).save(str(tmp_path / "model"))
    Smote(inputCols=["x", "y"]).fit(rows).save(str(tmp_path / "smote"))
    rows.write.parquet(str(tmp_path / "rows"))
    found = subprocess.run(
        [sys.executable, str(HERE / "without_jar.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.split("\n")[-2] == "done"
