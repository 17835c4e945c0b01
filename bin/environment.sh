# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Sourced by the scripts that check a door.

# Ends the script in the way that bin/doors counts as a skipped test.
missing() {
  echo "SKIPPED $(basename "$PWD")/$(basename "$0"): $1"
  exit 0
}

# Python compiles what is imported, once: pip would compile all of it, which is half of its time.
export PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX="$PWD/target/pycache"

# install VENV PACKAGE...: fails where pip cannot install them, and skips the door where nothing can be
# installed at all, as on a machine without a package index.
install() {
  local venv=$1 empty
  shift
  "$venv/bin/python" -m pip install -q --no-compile "$@" && return
  empty=$(mktemp -d)
  if "$venv/bin/python" -m pip download -q --no-deps -d "$empty" pip; then
    rm -rf "$empty"
    return 1
  fi
  rm -rf "$empty"
  missing "pip reaches no package index"
}

# environment NAME PACKAGE...: a virtual environment target/NAME with these packages, made once.
environment() {
  local venv=target/$1 python=${PYTHON:-python3}
  shift
  command -v "$python" >/dev/null || missing "no $python"
  if [ "$(cat "$venv/ready" 2>/dev/null)" != "$*" ]; then
    rm -rf "$venv"
    "$python" -m venv "$venv" || missing "no venv for $python"
    install "$venv" "$@"
    echo "$*" >"$venv/ready"
  fi
}

# The PySpark that the library is built for: what the pom says, beside the scripts' directory.
# shellcheck disable=SC2034  # for those who source this
default_spark=$(sed -n 's#.*<spark.version>\(.*\)</spark.version>.*#\1#p' ../pom.xml)

# pyspark VERSION: what pip is asked for. Stages go over Spark Connect from 4.1 on, which needs more.
pyspark() {
  case $1 in
    3.* | 4.0.*) echo "pyspark[ml]==$1" ;;
    *) echo "pyspark[connect]==$1" ;;
  esac
}
