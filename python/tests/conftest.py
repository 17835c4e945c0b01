# SPDX-License-Identifier: Apache-2.0
"""One session per door, made when first asked for: a classic one here, a server in a process."""

import os
import sys
import warnings
from pathlib import Path

import pytest

warnings.filterwarnings("ignore", category=DeprecationWarning)

sys.path.insert(0, str(Path(__file__).parents[1]))  # gen.py and make_wheel.py

DOOR = "connect" if os.environ.get("SPARK_REMOTE") else "classic"


@pytest.fixture(scope="session")
def spark():
    import sparksmote

    if DOOR == "connect":
        from pyspark.sql import SparkSession

        session = SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).getOrCreate()
    else:
        builder = sparksmote.builder().master("local[2]")
        for name, value in {
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "2",
            "spark.default.parallelism": "2",
            "spark.sql.codegen.wholeStage": "false",  # small tables: compiling would take longest
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
        }.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
    yield session
    session.stop()
