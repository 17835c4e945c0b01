#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Every check of the Python package: format, types, and tests over both doors. Makes its own virtual
# environment below target/, once; wants the jars that "mvn package" builds.
#
# PYSPARK chooses another version of PySpark than the default. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

version=${PYSPARK:-$default_spark}
environment "venv-$version" "$(pyspark "$version")" pytest mypy ruff matplotlib pandas build hatchling \
  editables twine check-wheel-contents

bin=target/venv-$version/bin
"$bin/python" make_wheel.py --jars
"$bin/pip" install -q --no-deps --no-build-isolation -e .
"$bin/ruff" format --check .
"$bin/ruff" check .
"$bin/mypy"
"$bin/python" -m pytest "$@"
