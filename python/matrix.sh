#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The tests of one door after the other with each version of PySpark that the jar is for. An environment
# takes 0.9 GB and is removed when its tests are done. Versions may be given as arguments.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

versions=("$@")
[ $# -gt 0 ] || versions=(3.5.7 4.0.1 4.1.0 4.2.0)

for version in "${versions[@]}"; do
  echo "== pyspark $version"
  PYSPARK=$version ./test.sh tests/test_rule.py tests/test_stages.py tests/test_persistence.py \
    tests/test_session.py tests/test_over_connect.py
  rm -rf "target/venv-$version"
done
