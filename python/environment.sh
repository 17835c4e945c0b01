# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the scripts beside it.

# Ends the script in the way that bin/doors counts as a skipped test.
missing() {
  echo "SKIPPED $(basename "$0" .sh): $1"
  exit 0
}

# environment NAME PACKAGE...: a virtual environment target/NAME with these packages, made once.
environment() {
  local venv=target/$1 python=${PYTHON:-python3}
  shift
  command -v "$python" >/dev/null || missing "no $python"
  if [ "$(cat "$venv/ready" 2>/dev/null)" != "$*" ]; then
    rm -rf "$venv"
    "$python" -m venv "$venv" || missing "no venv for $python"
    "$venv/bin/python" -m pip install -q "$@"
    echo "$*" >"$venv/ready"
  fi
}

# pyspark VERSION: what pip is asked for. Stages go over Spark Connect from 4.1 on, which needs more.
pyspark() {
  case $1 in
    3.* | 4.0.*) echo "pyspark[ml]==$1" ;;
    *) echo "pyspark[connect]==$1" ;;
  esac
}
