#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# A cluster for one command, without Docker: a master and two workers of one core, processes of
# their own on loopback and free ports, by the entry script and configuration of the containers.
#
#   docker/local-cluster.sh resample --input train.csv --label-col label --output balanced
#
# Returns the exit code of the command. When it ends, for whatever reason, the cluster ends.
# Wants a JDK 17 and Spark: SPARK_HOME, or the pyspark of python3 (or of what PYTHON names).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(dirname "$here")

fail() {
  echo "local-cluster.sh: $1" >&2
  exit "${2:-2}"
}

[ $# -gt 0 ] || fail "needs a command, such as resample"

find_spark() {
  if [ -z "${SPARK_HOME:-}" ]; then
    local of_python='import pyspark; print(pyspark.__path__[0])'
    SPARK_HOME=$("${PYTHON:-python3}" -c "$of_python" 2> /dev/null) ||
      fail "cannot find Spark: set SPARK_HOME, or pip install pyspark" 1
  fi
  [ -x "$SPARK_HOME/bin/spark-class" ] || fail "SPARK_HOME is $SPARK_HOME, but it has no bin/spark-class"
  export SPARK_HOME
}

find_jar() {
  local jar
  if [ -z "${SPARK_SMOTE_JAR:-}" ]; then
    for jar in "$root"/spark-smote-examples/target/spark-smote-examples-*-job.jar; do
      SPARK_SMOTE_JAR=$jar
    done
  fi
  [ -f "$SPARK_SMOTE_JAR" ] || fail "there is no $SPARK_SMOTE_JAR: run mvn -DskipTests package first" 1
  export SPARK_SMOTE_JAR
}

# Ends what was started, when the last writer of its input is gone: at the end of this script, and
# also where that is killed and runs no trap. "+ 12" is a process that started, "- 12" one that ended.
stop_at_end() {
  trap '' INT TERM HUP
  local sign pid pids=()
  while read -r sign pid; do
    case $sign in
      +) pids=("$pid" "${pids[@]+"${pids[@]}"}") ;;
      -) [ "${pids[0]}" = "$pid" ] && pids=("${pids[@]:1}") ;;
    esac
  done
  # The last first: a job takes back what it had written, then workers end their executors.
  for pid in "${pids[@]+"${pids[@]}"}"; do
    kill -TERM "$pid" 2> /dev/null || continue
    for _ in $(seq 300); do
      is_running "$pid" || continue 2
      sleep 0.1
    done
    kill -KILL "$pid" 2> /dev/null || true
  done
  rm -rf "$run"
}

# A process that nobody has waited for yet is not running.
is_running() {
  kill -0 "$1" 2> /dev/null && [[ $(ps -o stat= -p "$1" 2> /dev/null) != Z* ]]
}

# shellcheck disable=SC2329  # a trap calls it
end() {
  local code=$?
  trap '' INT TERM HUP
  [ "$code" = 97 ] && tail -n 5 "$run"/*.log >&2
  exec {alive}>&-
  wait "$stopper" || true
  exit "$code"
}

# Parts run without the pipe to the stopper; otherwise they would keep it waiting.
start() {
  local name=$1
  shift
  "$here/entry.sh" "$@" > "$run/$name.log" 2>&1 {alive}>&- &
  echo "+ $!" >&"$alive"
  parts+=($!)
}

# Waits until a command succeeds, as long as all parts live.
until_true() {
  local what=$1
  shift
  for _ in $(seq 600); do
    if "$@" 2> /dev/null; then return; fi
    local pid
    for pid in "${parts[@]}"; do
      is_running "$pid" || fail "$what did not start" 97
    done
    sleep 0.1
  done
  fail "$what did not start within a minute" 97
}

# Ports are what the logs say that they are: nobody can take one between a look and a start.
# shellcheck disable=SC2329  # until_true calls it
port_of() {
  local port
  port=$(sed -n "s/.*Successfully started service '$2' on port \([0-9]*\)\..*/\1/p" "$run/$1.log" | head -n 1)
  [ -n "$port" ] && printf -v "$3" %s "$port"
}

find_spark
find_jar
run=$(mktemp -d "${TMPDIR:-/tmp}/spark-smote-cluster.XXXXXX")
parts=()
master_port=
exec {alive}> >(stop_at_end)
stopper=$!
trap end EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Settings of another cluster must not get into this one.
unset "${!SPARK_MASTER_@}" "${!SPARK_WORKER_@}" "${!SPARK_DAEMON_@}" SPARK_PUBLIC_DNS SPARK_LOCAL_HOSTNAME
export SPARK_LOCAL_IP=127.0.0.1 SPARK_SMOTE_HOST=127.0.0.1 SPARK_LOCAL_DIRS=$run/local
export SPARK_SMOTE_PORT=0 SPARK_SMOTE_UI=0 SPARK_SMOTE_WORKER_UI=0
export SPARK_SMOTE_CORES=1 SPARK_SMOTE_JOB_CORES=2 SPARK_SMOTE_MEMORY=1g SPARK_SMOTE_CONF=$here/conf
export SPARK_SMOTE_EVENTS=${SPARK_SMOTE_EVENTS:-$run/events}
resources=$root/spark-smote-examples/src/main/resources/org/sparksmote/examples
export SPARK_SMOTE_LOG4J=$resources/log4j2-command-line.properties
mkdir -p "$run/local" "$SPARK_SMOTE_EVENTS"

start master master
until_true "the master" port_of master MasterUI SPARK_SMOTE_UI
until_true "the master" port_of master sparkMaster master_port
export SPARK_SMOTE_MASTER=spark://127.0.0.1:$master_port

for name in worker1 worker2; do
  SPARK_SMOTE_WORK=$run/$name start "$name" worker
done
for name in worker1 worker2; do
  until_true "$name" port_of "$name" WorkerUI SPARK_SMOTE_WORKER_UI
  until_true "$name" "$here/entry.sh" ready worker
done

# In the background, so that a signal ends the wait; only then is Ctrl-C for this script alone.
"$here/entry.sh" submit "$@" {alive}>&- &
job=$!
echo "+ $job" >&"$alive"
code=0
wait "$job" || code=$?
echo "- $job" >&"$alive"
exit "$code"
