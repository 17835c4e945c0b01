# SPDX-License-Identifier: Apache-2.0
"""The same tests once more over Spark Connect, and what a server without the jar is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DOOR
from pyspark.ml import util
from server import connect_server

import sparksmote

HERE = Path(__file__).parent

pytest.importorskip("grpc")

pytestmark = pytest.mark.skipif(
    DOOR != "classic" or not hasattr(util, "RemoteModelRef"),
    reason="starts the server itself, from Spark 4.1 on",
)

BOTH_DOORS = [
    "test_rule.py",
    "test_samplers.py",
    "test_evaluation.py",
    "test_stages.py",
    "test_pipeline.py",
    "test_plot.py",
]
BOTH_DOORS += ["test_persistence.py", "test_docs.py", "connect_only.py"]


def run(url, *words, **env):
    more = {**os.environ, "SPARK_REMOTE": url, **env}
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        env=more,
        cwd=HERE.parent,
        timeout=1800,
    )


def reported():
    """These tests are counted too where somebody counts."""
    folder = os.environ.get("REPORTS")
    return [f"--junitxml={folder}/python-connect.xml"] if folder else []


def test_everything_holds_over_connect(tmp_path, spark, monkeypatch):
    """One server; the directory of saved stages goes there and back again."""
    import test_persistence

    saved = tmp_path / "saved"
    test_persistence.write(spark, saved)
    with connect_server(tmp_path / "server.log", sparksmote.jar_path()) as url:
        files = [str(HERE / name) for name in BOTH_DOORS]
        found = run(
            url,
            *["-m", "pytest", "-p", "no:cacheprovider", *reported(), *files],
            SPARK_SMOTE_SAVED=str(saved),
        )
    print(found.stdout[-6000:])
    assert found.returncode == 0, found.stdout[-6000:]
    for kind in test_persistence.KINDS:
        test_persistence.test_python_loads_what_any_door_saved(spark, saved, "connect", kind)
        test_persistence.test_java_loads_what_any_door_saved(spark, saved, "connect", kind)


def test_server_without_the_jar_is_told_so(tmp_path):
    code = """
from pyspark.sql import SparkSession
import os, sparksmote
spark = SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).getOrCreate()
rows = spark.range(9)
for touch in (
    lambda: sparksmote.Smote(inputCols=["id"]).fit(rows),
    lambda: sparksmote.SmoteResampler(inputCols=["id"]).transform(rows).columns,
    lambda: sparksmote.check(spark),
    lambda: sparksmote.attach(spark),
):
    try:
        touch()
    except sparksmote.SparkSmoteError as error:
        print(error)
"""
    with connect_server(tmp_path / "server.log", "") as url:
        found = run(url, "-c", code)
    assert found.stdout.count("--jars") == 4, found.stdout + found.stderr
    assert found.stdout.count("on Spark Connect start the server with --jars") == 3
