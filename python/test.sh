#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Every check of the Python package: format, types, tests over both doors, and the wheel. Makes its own
# virtual environment below target/, once; wants the jars that "mvn package" builds.
#
# PYSPARK chooses another version of PySpark than the default.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

pyspark=${PYSPARK:-4.1.0}
venv=target/venv-$pyspark
packages=("pyspark[connect]==$pyspark" pytest mypy ruff matplotlib pandas build hatchling editables
  twine check-wheel-contents)

if [ ! -f "$venv/ready" ]; then
  "${PYTHON:-python3}" -m venv "$venv"
  "$venv/bin/pip" install -q "${packages[@]}"
  touch "$venv/ready"
fi

python=$venv/bin/python
"$python" make_wheel.py --jars
"$venv/bin/pip" install -q --no-deps --no-build-isolation -e .
"$venv/bin/ruff" format --check .
"$venv/bin/ruff" check .
"$venv/bin/mypy"
"$python" -m pytest "$@"
