# SPDX-License-Identifier: Apache-2.0
"""The same rows on every version of Spark and over both doors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "target"

sys.path.insert(0, str(HERE.parent / "tests"))

from server import connect_server  # noqa: E402

DEFAULT = os.environ.get("SMOKE_DEFAULT", "")
VERSIONS = os.environ.get("SMOKE_VERSIONS", "").split()
JAVA = os.environ.get("SMOKE_JAVA_HOME")  # of VERSIONS; the default version may be too old for it

COUNTS = {
    "smote": [18_000, 8_000],
    "ratio": [13_500, 3_500],
    "approximate": [18_000, 8_000],
    "borderline1": [18_000, 8_000],
    "smotenc": [18_000, 8_000],
    "loaded": [18_000, 8_000],
    "summary": [8_000, None],
    "pipeline_scores": [10_000, 2],
    "pipeline": [18_000, 8_000],
}

RAN = {}


def has_connect(version):
    return tuple(map(int, version.split(".")[:2])) >= (4, 1)


RUNS = [(version, "classic") for version in VERSIONS]
RUNS += [(version, "connect") for version in VERSIONS if has_connect(version)]


def python(version):
    return TARGET / f"smoke-{version}" / "bin" / "python"


def ask(version, *words, **env):
    """What a script of the environment prints on its last line."""
    given = {k: v for k, v in os.environ.items() if k not in ("SPARK_REMOTE", "SPARK_HOME")}
    if version in VERSIONS and JAVA:
        given["JAVA_HOME"] = JAVA
    found = subprocess.run(
        [str(python(version)), *words],
        capture_output=True,
        text=True,
        env={**given, **env},
        timeout=900,
    )
    assert found.returncode == 0, found.stdout[-2000:] + found.stderr[-4000:]
    return found.stdout.strip().splitlines()[-1]


def run(version, door, folder):
    """The cases, once per version and door; what came out stays in target/smoke."""
    if (version, door) not in RAN:
        RAN[version, door] = None  # not once more if it fails
        script = str(HERE / "cases.py")
        if door == "classic":
            line = ask(version, script, str(folder))
        else:
            jar = ask(version, "-c", "import sparksmote; print(sparksmote.jar_path())")
            home = ask(version, "-c", "import pyspark; print(pyspark.__path__[0])")
            with connect_server(folder / "server.log", jar, home=home, java=JAVA) as url:
                line = ask(version, script, str(folder), SPARK_REMOTE=url)
        RAN[version, door] = json.loads(line)
        (TARGET / "smoke").mkdir(exist_ok=True)
        (TARGET / "smoke" / f"{version}-{door}.json").write_text(line + "\n")
    assert RAN[version, door] is not None, "did not run to the end"
    return RAN[version, door]


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return run(DEFAULT, "classic", tmp_path_factory.mktemp("default"))["cases"]


@pytest.fixture(scope="module")
def found(request, tmp_path_factory):
    version, door = request.param
    outcome = run(version, door, tmp_path_factory.mktemp(f"{version}-{door}"))
    spark, _, scala = version.partition("-scala")
    assert outcome["versions"]["spark"] == spark
    assert outcome["versions"]["scala"].startswith(scala)
    return outcome["cases"]


def test_environments_are_there():
    assert VERSIONS
    assert all(python(version).is_file() for version in [DEFAULT, *VERSIONS])


def test_saved_and_loaded_makes_the_same_rows(expected):
    assert expected["loaded"] == expected["smote"]
    digests = [digest for _, _, digest in expected.values() if digest]
    assert len(set(digests)) == len(digests) - 1


@pytest.mark.parametrize("case", COUNTS)
@pytest.mark.parametrize("found", RUNS, ids="-".join, indirect=True)
def test_rows_are_those_of_the_default_version(found, expected, case):
    assert found[case][:2] == COUNTS[case]
    assert found[case] == expected[case]
    assert list(found) == list(COUNTS)
