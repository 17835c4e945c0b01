# SPDX-License-Identifier: Apache-2.0
"""The jar by its Maven coordinates, from a repository of files and no network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DOOR

import sparksmote

pytestmark = pytest.mark.skipif(DOOR != "classic", reason="a session of its own")

ROOT = Path(__file__).parents[2]

# One resolver, so that nothing else is asked.
SETTINGS = """
<ivysettings>
  <caches defaultCacheDir="{home}/cache"/>
  <settings defaultResolver="local"/>
  <resolvers><ibiblio name="local" m2compatible="true" root="{root}/"/></resolvers>
</ivysettings>
"""

CODE = """
import sparksmote
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")\\
    .config("spark.driver.host", "127.0.0.1").getOrCreate()
rows = spark.range(40).selectExpr("double(id) AS x", "id % 4 = 0 AS label")
print(spark.sparkContext._conf.get("spark.jars"))
print(sparksmote.Smote(inputCols=["x"], kNeighbors=3).fit_resample(rows).count())
"""


@pytest.fixture
def repository(tmp_path):
    """The artifact as a deployment would lay it out, and nothing else."""
    group, artifact, version = sparksmote.coordinates().split(":")
    folder = (tmp_path / "repository").joinpath(*group.split("."), artifact, version)
    folder.mkdir(parents=True)
    pom = ROOT / artifact / "target" / "flat-pom.xml"
    shutil.copy(pom, folder / f"{artifact}-{version}.pom")
    shutil.copy(sparksmote.jar_path(), folder)
    return tmp_path / "repository"


def test_packages_are_found_in_a_repository_of_files(repository, tmp_path):
    import pyspark

    settings = tmp_path / "ivysettings.xml"
    settings.write_text(SETTINGS.format(home=tmp_path, root=repository.as_uri()))
    script = tmp_path / "script.py"
    script.write_text(CODE)
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    words = ["--conf", f"spark.jars.ivySettings={settings}", "--packages", sparksmote.coordinates()]
    found = subprocess.run(
        [str(submit), *words, str(script)],
        capture_output=True,
        text=True,
        timeout=300,
        env={
            **os.environ,
            "PYSPARK_PYTHON": sys.executable,
            "PYSPARK_DRIVER_PYTHON": sys.executable,
        },
    )
    assert found.returncode == 0, found.stdout + found.stderr
    jars, rows = found.stdout.splitlines()[-2:]
    assert "org.sparksmote_spark-smote-core-" in jars
    assert sparksmote.jar_path() not in jars
    assert rows == "60"
