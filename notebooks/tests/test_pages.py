# SPDX-License-Identifier: Apache-2.0
"""The Scala of the documents runs in a shell, and prints what stands below it."""

import re

from test_run import HERE, databricks, run

ROOT = HERE.parent

BLOCK = re.compile(r"^```scala\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)

GIVEN = """
import org.apache.spark.ml.classification.LogisticRegression
import org.apache.spark.ml.feature.VectorAssembler
import org.sparksmote._
val train = spark.sql("SELECT id % 9 AS x, id % 7 AS y, int(id % 8 = 0) AS fraud FROM range(400)")
val assembler = new VectorAssembler().setInputCols(Array("x", "y")).setOutputCol("features")
val classifier = new LogisticRegression().setLabelCol("fraud").setMaxIter(2)
"""


def printed(tmp_path, *cells):
    file = tmp_path / "page.scala"
    file.write_text(databricks("//", *cells))
    found = run("--verbose", file)
    assert found.returncode == 0, found.stdout
    return found.stdout


def test_quick_start_prints_what_it_says(tmp_path):
    blocks = BLOCK.findall((ROOT / "docs" / "quickstart-scala.md").read_text())
    assert len(blocks) == 4
    told = printed(tmp_path, *(code for code, _ in blocks))
    for _, expected in blocks:
        assert expected and expected in told


def test_readme_runs(tmp_path):
    ((code, _),) = BLOCK.findall((ROOT / "README.md").read_text())
    printed(tmp_path, GIVEN, code, 'assert(balanced.where("fraud = 1").count() == 175)')
