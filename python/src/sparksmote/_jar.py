# SPDX-License-Identifier: Apache-2.0
"""The jars that the package carries."""

import re
from pathlib import Path

from sparksmote._errors import SparkSmoteError
from sparksmote._version import __version__

_JARS = Path(__file__).parent / "jars"


def _jar(pattern: str) -> Path:
    found = sorted(_JARS.glob(pattern))
    if len(found) != 1:
        raise SparkSmoteError(
            f"{len(found)} jars match {pattern} in {_JARS}, and one should. Install the wheel again;"
            " in a source tree run python/make_wheel.py."
        )
    return found[0]


def jar_path() -> str:
    """Where the jar of the library is, for ``spark.jars`` or ``--jars``."""
    return str(_jar("spark-smote-core-*.jar"))


def job_jar_path() -> str:
    """Where the jar of the command line is."""
    return str(_jar("spark-smote-examples-*-job.jar"))


def quiet_log_path() -> Path:
    """The logging of the command line, where the user has none."""
    return _JARS / "log4j2-command-line.properties"


def maven_version(version: str = __version__) -> str:
    """The version of the jar that belongs to a version of the package."""
    return re.sub(r"\.dev\d+$", "-SNAPSHOT", version)


def coordinates() -> str:
    """The Maven coordinates of the same jar, for ``spark.jars.packages`` or ``--packages``."""
    return f"org.sparksmote:spark-smote-core:{maven_version()}"
