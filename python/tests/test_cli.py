# SPDX-License-Identifier: Apache-2.0
"""The command spark-smote, as pip installs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DOOR

from sparksmote import _cli

pytestmark = pytest.mark.skipif(DOOR != "classic", reason="no session of its own")


def run(*words, **env):
    more = {**os.environ, **env}
    command = [sys.executable, "-m", "sparksmote._cli", *words]
    return subprocess.run(command, capture_output=True, text=True, env=more, timeout=300)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("SPARK_HOME", "SPARK_SMOTE_HEAP", "SPARK_SMOTE_SUBMIT"):
        monkeypatch.delenv(name, raising=False)


def test_heap_master_and_conf_reach_spark_submit_and_the_rest_the_program():
    words = ["resample", "--heap=2g", "--master", "local[1]", "--conf", "a=b", "--conf=c=d", "x"]
    command = _cli.command(words)
    jar = next(i for i, word in enumerate(command) if word.endswith("-job.jar"))
    assert command[jar + 1 :] == [word for word in words if word != "--heap=2g"]
    submit = " ".join(command[1:jar])
    for part in ("--master local[1]", "--driver-memory 2g", "--conf a=b", "--conf c=d"):
        assert part in submit


def test_wrong_heap_is_refused():
    assert run("--heap").stderr == "spark-smote: --heap needs a size, such as 8g\n"
    found = run("variants", "--heap", "much")
    assert (found.returncode, found.stderr) == (
        2,
        "spark-smote: cannot use the heap size 'much': try 8g\n",
    )


def test_missing_java_and_spark_are_named(tmp_path):
    found = run("variants", JAVA_HOME=str(tmp_path))
    assert (found.returncode, found.stderr) == (
        1,
        "spark-smote: cannot find java: install a JDK 17 or newer, or set JAVA_HOME\n",
    )
    found = run("variants", SPARK_HOME=str(tmp_path))
    assert "it has no bin/spark-submit" in found.stderr
    code = "import sys; sys.modules['pyspark'] = None; sys.argv = ['spark-smote', 'variants']\n"
    code += "import sparksmote._cli as cli; cli.find_spec = lambda name: None; cli.main()"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert found.returncode == 1
    assert found.stderr.startswith("spark-smote: cannot find Spark: install it with pip install")


def test_resample_runs_through_pips_spark(tmp_path):
    table = tmp_path / "train.csv"
    rows = [f"{i % 10},{i // 10},no" for i in range(30)] + [f"{50 + i},{i},yes" for i in range(10)]
    table.write_text("\n".join(["x,y,label", *rows]) + "\n")
    out = tmp_path / "out"
    words = ["--input", str(table), "--label-col", "label", "--output", str(out)]
    found = run("resample", *words, "--master", "local[1]", "--conf", "spark.driver.host=127.0.0.1")
    assert found.returncode == 0, found.stderr
    written = [line for file in out.glob("*.csv") for line in file.read_text().splitlines()]
    assert sum(line.endswith(",yes") for line in written) == 30
    assert sum(line.endswith(",no") for line in written) == 30


def test_exit_code_is_that_of_the_program(tmp_path):
    found = run("resample", "--input", str(tmp_path / "no.csv"))
    assert found.returncode == 2
    assert Path(sys.executable).exists()
