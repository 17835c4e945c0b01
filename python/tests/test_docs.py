# SPDX-License-Identifier: Apache-2.0
"""The blocks of the quick start do what stands below them."""

import contextlib
import io
import os
import re
from pathlib import Path

from conftest import DOOR

DOCS = Path(__file__).parents[2] / "docs"

PAGE = "quickstart-python.md" if DOOR == "classic" else "connect.md"

BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


def test_page_prints_what_it_says(spark):
    """Each block of code, and the output that follows it."""
    names = {"ADDRESS": os.environ.get("SPARK_REMOTE")}
    blocks = BLOCK.findall((DOCS / PAGE).read_text())
    assert len(blocks) == {"classic": 7, "connect": 1}[DOOR]
    for code, expected in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, PAGE, "exec"), names)
        assert out.getvalue().strip() == expected.strip()


def test_readme_runs(spark):
    from pyspark.ml.classification import LogisticRegression
    from pyspark.ml.feature import VectorAssembler

    import sparksmote

    readme = DOCS.parent / "README.md"
    (code,) = re.findall(r"^```python\n(.*?)^```$", readme.read_text(), re.MULTILINE | re.DOTALL)
    names = {
        "sparksmote": sparksmote,
        "Smote": sparksmote.Smote,
        "ResamplingPipeline": sparksmote.ResamplingPipeline,
        "train": spark.sql(
            "SELECT id % 9 AS x, id % 7 AS y, int(id % 8 = 0) AS fraud FROM range(400)"
        ),
        "assembler": VectorAssembler(inputCols=["x", "y"], outputCol="features"),
        "classifier": LogisticRegression(labelCol="fraud", maxIter=2),
    }
    if DOOR == "connect":  # there is a session already
        code = code.replace("spark = sparksmote.builder().getOrCreate()", "")
    exec(compile(code, readme.name, "exec"), names)
    assert names["balanced"].where("fraud = 1").count() == 175
    assert len(names["model"].stages) == 2
