# SPDX-License-Identifier: Apache-2.0
"""Copies the jars that Maven built into the package, and builds the wheel of them.

``python make_wheel.py --jars`` copies only, which is what a source tree needs to run.
"""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import List

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
JARS = HERE / "src" / "sparksmote" / "jars"
LOGGING = "spark-smote-examples/src/main/resources/org/sparksmote/examples"


def maven_version() -> str:
    """The version in the root pom."""
    found = re.search(r"<version>([^<]+)</version>", (ROOT / "pom.xml").read_text())
    if found is None:
        raise SystemExit("no version in " + str(ROOT / "pom.xml"))
    return found.group(1)


def python_version(maven: str) -> str:
    """A snapshot comes before its release: that is what .dev says to pip."""
    return maven.replace("-SNAPSHOT", ".dev0")


def sources() -> List[Path]:
    """The files that go into the wheel besides its own."""
    version = maven_version()
    return [
        ROOT / f"spark-smote-core/target/spark-smote-core-{version}.jar",
        ROOT / f"spark-smote-examples/target/spark-smote-examples-{version}-job.jar",
        ROOT / LOGGING / "log4j2-command-line.properties",
    ]


def _put(file: Path, there: Path) -> None:
    """A new file in one step: a session may be reading the one before."""
    part = there.with_name(f"{there.name}.{os.getpid()}.part")
    shutil.copy2(file, part)
    os.replace(part, there)


def copy_jars() -> None:
    """Puts the jars where the package looks for them, and the version beside."""
    missing = [str(file) for file in sources() if not file.is_file()]
    if missing:
        raise SystemExit("run mvn package first: there is no " + ", no ".join(missing))
    JARS.mkdir(parents=True, exist_ok=True)
    wanted = {file.name: file for file in sources()}
    for file in JARS.iterdir():
        if file.name not in wanted:
            file.unlink()
    for name, file in wanted.items():
        there = JARS / name
        if not there.is_file() or not filecmp.cmp(file, there, shallow=False):
            _put(file, there)
    module = HERE / "src" / "sparksmote" / "_version.py"
    version = python_version(maven_version())
    text = re.sub(r'__version__ = ".*"', f'__version__ = "{version}"', module.read_text())
    if text != module.read_text():
        module.write_text(text)


def build_wheel() -> None:
    """Builds target/sparksmote-*.whl, without a network if hatchling is installed."""
    if not all(find_spec(tool) for tool in ("build", "hatchling")):
        raise SystemExit("run pip install build hatchling first: they build the wheel")
    target = HERE / "target"
    shutil.rmtree(target / "wheel", ignore_errors=True)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    subprocess.run([*command, str(target / "wheel"), str(HERE)], check=True)


if __name__ == "__main__":
    copy_jars()
    if "--jars" not in sys.argv[1:]:
        build_wheel()
