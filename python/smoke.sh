#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# smoke.sh [VERSION...]: installs the wheel into an environment of nothing but PySpark, for the oldest and
# the newest version or those named, and compares the rows that it makes there with those of the default.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

versions=("$@")
[ $# -gt 0 ] || versions=(3.5.7 4.3.0)

environment venv-wheel build hatchling pytest twine check-wheel-contents
target/venv-wheel/bin/python make_wheel.py
for version in "$default_spark" "${versions[@]}"; do
  environment "smoke-$version" "$(pyspark "$version")"
  "target/smoke-$version/bin/pip" install -q --no-deps --force-reinstall target/wheel/*.whl
done
SMOKE_DEFAULT=$default_spark SMOKE_VERSIONS="${versions[*]}" \
  target/venv-wheel/bin/python -m pytest smoke
