# SPDX-License-Identifier: Apache-2.0
"""What the wheel holds."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import DOOR

HERE = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(DOOR != "classic", reason="the same wheel")


@pytest.fixture(scope="module")
def wheel():
    subprocess.run([sys.executable, str(HERE / "make_wheel.py")], check=True, capture_output=True)
    (found,) = (HERE / "target" / "wheel").glob("*.whl")
    return found


def test_wheel_has_package_jars_and_command(wheel):
    import sparksmote

    names = zipfile.ZipFile(wheel).namelist()
    version = sparksmote.coordinates().split(":")[2]
    for name in (
        f"sparksmote/jars/spark-smote-core-{version}.jar",
        f"sparksmote/jars/spark-smote-examples-{version}-job.jar",
        "sparksmote/jars/log4j2-command-line.properties",
        "sparksmote/py.typed",
        "sparksmote/_params.py",
        "sparksmote/_taker_params.py",
        "sparksmote/_evaluation_params.py",
        "sparksmote/_ensemble_params.py",
        "org/sparksmote/cleaning.py",
        "org/sparksmote/ensemble.py",
        "org/sparksmote/evaluation.py",
        "org/sparksmote/__init__.py",
    ):
        assert name in names
    assert "org/__init__.py" not in names
    assert not [name for name in names if "test" in name or name.endswith(".pyc")]
    folder = f"sparksmote-{sparksmote.__version__}.dist-info"
    entries = zipfile.ZipFile(wheel).read(f"{folder}/entry_points.txt").decode()
    assert "spark-smote = sparksmote._cli:main" in entries
    metadata = zipfile.ZipFile(wheel).read(f"{folder}/METADATA").decode()
    assert not [
        line
        for line in metadata.splitlines()
        if line.startswith("Requires-Dist") and "extra ==" not in line
    ]
    assert "Requires-Python: >=3.9" in metadata


@pytest.mark.parametrize(
    "tool", [["twine", "check"], ["check-wheel-contents", "--toplevel", "org,sparksmote"]]
)
def test_wheel_passes_the_usual_checks(wheel, tool):
    program = shutil.which(tool[0], path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip(f"no {tool[0]}")
    found = subprocess.run([program, *tool[1:], str(wheel)], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr
