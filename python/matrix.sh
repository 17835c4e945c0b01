#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# matrix.sh [VERSION...]: smoke.sh, and the tests of the package, with each version of PySpark that the jar
# is for and each Java that JDKS names (homes, separated by spaces; by default that of JAVA_HOME). What ran
# to its end becomes a row of docs/versions.md, the other rows stay. An environment takes 1 GB and is
# removed when its tests are done, but those that smoke.sh keeps.
#
# TESTS=no leaves the tests of the package out: half the time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=../bin/environment.sh
. ../bin/environment.sh

kept=" 3.5.7 $default_spark 4.3.0 "
versions=("$@")
[ $# -gt 0 ] || versions=(3.5.7 3.5.6-scala2.13 4.0.1 "$default_spark" 4.2.1 4.3.0)
read -ra jdks <<<"${JDKS:-${JAVA_HOME:-}}"
[ ${#jdks[@]} -gt 0 ] || jdks=("$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")")
tests=(tests/test_rule.py tests/test_stages.py tests/test_persistence.py tests/test_session.py)

status=0
for version in "${versions[@]}"; do
  for jdk in "${jdks[@]}"; do
    echo "== pyspark $version, $jdk"
    rm -f "target/smoke/$version"-*.json
    if ! SMOKE_JAVA_HOME=$jdk ./smoke.sh "$version"; then
      status=1
      continue
    fi
    # The tests have an environment of their own, in which Scala is what pip brings.
    if [ "${TESTS:-yes}" = yes ] && [[ $version != *-scala* ]]; then
      if JAVA_HOME=$jdk PYSPARK=$version ./test.sh "${tests[@]}" tests/test_over_connect.py; then
        touch "target/smoke/$version-tests.json"
      else
        status=1
      fi
    fi
    target/venv-wheel/bin/python versions.py "$version"
  done
  [[ $kept == *" $version "* ]] || rm -rf "target/smoke-$version"
  [ "$version" = "$default_spark" ] || rm -rf "target/venv-$version"
done
exit "$status"
