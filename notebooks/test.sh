#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs every notebook, and the tests of what runs them. Makes its own virtual environment below target/, once; wants the
# jars that "mvn package" builds. A program that is not there is one line "SKIPPED notebooks/test.sh: why".
#
# PYSPARK chooses another version of PySpark, NOTEBOOK_ROWS another number of rows than 300000 for the two notebooks of a
# million rows (at least 250000, below which nothing is searched approximately).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java" >/dev/null || missing "there is no java"
pyspark=${PYSPARK:-$default_spark}
venv=target/venv-$pyspark
environment "venv-$pyspark" "$(pyspark "$pyspark")" nbclient nbformat ipykernel matplotlib pandas hatchling editables \
  pytest ruff

python=$venv/bin/python
"$python" ../python/make_wheel.py --jars
"$venv/bin/pip" install -q --no-deps --no-build-isolation -e ../python
"$venv/bin/ruff" format --check --config ../python/pyproject.toml run.py runner tests
"$venv/bin/ruff" check --config ../python/pyproject.toml run.py runner tests
"$python" run.py --check-stripped
"$python" -m pytest -q tests
NOTEBOOK_ROWS=${NOTEBOOK_ROWS:-300000} "$python" run.py "$@"
