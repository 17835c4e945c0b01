# SPDX-License-Identifier: Apache-2.0
"""What the tests of the containers share."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

import pytest

ROOM = Path(__file__).resolve().parent.parent
ROOT = ROOM.parent
BIN = Path(sys.executable).parent


@pytest.fixture(scope="session")
def environment() -> Dict[str, str]:
    """Without the settings of another Spark, and with the one that test.sh found."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SPARK_")}
    return {**kept, "SPARK_HOME": os.environ["SPARK_HOME"]}


def run(command: List[str], **options: object) -> "subprocess.CompletedProcess[str]":
    """Runs a command to its end, with what it says as text."""
    return subprocess.run(command, capture_output=True, text=True, timeout=900, **options)  # type: ignore
