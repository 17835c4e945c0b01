#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# smoke.sh [VERSION...]: installs the wheel into an environment of nothing but PySpark, for the oldest and
# the newest version or those named, and compares the rows that it makes there with those of the default.
# A version of Spark 3.5 may end with -scala2.13.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

versions=("$@")
[ $# -gt 0 ] || versions=(3.5.7 4.3.0)

# scala_213 VENV SPARK: the jars of PySpark that are for Scala 2.12 give way to those that Maven has for 2.13.
scala_213() {
  local jars
  jars=$(cd "$1"/lib/python3*/site-packages/pyspark/jars && pwd)
  compgen -G "$jars/spark-core_2.13-*" >/dev/null && return
  command -v mvn >/dev/null || missing "no mvn"
  mvn -q -B -f smoke/scala-2.13/pom.xml -Dspark="$2" dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$PWD/$1/scala-2.13"
  rm -f "$jars"/{*_2.12-*,scala-{compiler,library,reflect}-*}.jar
  mv "$1"/scala-2.13/{*_2.13-*,scala-{library,reflect}-*}.jar "$jars"
  rm -r "$1/scala-2.13"
}

environment venv-wheel build hatchling pytest twine check-wheel-contents
target/venv-wheel/bin/python make_wheel.py
for version in "$default_spark" "${versions[@]}"; do
  environment "smoke-$version" "$(pyspark "${version%-scala*}")"
  [[ $version != *-scala2.13 ]] || scala_213 "target/smoke-$version" "${version%-scala*}"
  "target/smoke-$version/bin/pip" install -q --no-deps --force-reinstall target/wheel/*.whl
done
SMOKE_DEFAULT=$default_spark SMOKE_VERSIONS="${versions[*]}" \
  target/venv-wheel/bin/python -m pytest smoke
