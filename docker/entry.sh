#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The parts of a cluster, each in the foreground: in the containers of compose.yml, and without
# Docker under local-cluster.sh.
#
#   entry.sh master | worker | history | jupyter
#   entry.sh submit COMMAND [ARGUMENT...]   the command line of spark-smote, on the cluster
#   entry.sh ready master | worker | history | jupyter
#
# Ports of 0 are free ones; the log tells which. Variables and their defaults are below.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

: "${SPARK_HOME:?set SPARK_HOME to an installation of Spark}"
: "${SPARK_SMOTE_MASTER:=spark://master:7077}"      # where workers and jobs find the master
: "${SPARK_SMOTE_HOST:=$(hostname)}"                # the name that others reach this part by
: "${SPARK_SMOTE_PORT:=7077}"                       # of the master
: "${SPARK_SMOTE_UI:=8080}"                         # web page of the master
: "${SPARK_SMOTE_WORKER_UI:=8081}"                  # web page of a worker
: "${SPARK_SMOTE_CORES:=1}"                         # of a worker
: "${SPARK_SMOTE_MEMORY:=1g}"                       # of a worker, all of it for one executor
: "${SPARK_SMOTE_JOB_CORES:=}"                      # of all workers that a job takes; all if empty
: "${SPARK_SMOTE_NOTEBOOK_CORES:=1}"                # the same of a notebook, which leaves some for jobs
: "${SPARK_SMOTE_DRIVER_MEMORY:=1g}"
: "${SPARK_SMOTE_EVENTS:=/events}"                  # logs of jobs, for the history server
: "${SPARK_SMOTE_WORK:=/tmp/spark-smote-work}"      # jars and logs of a worker's executors
: "${SPARK_SMOTE_JAR:=$here/spark-smote-job.jar}"   # the job
: "${SPARK_SMOTE_LOG4J:=$here/log4j2-command-line.properties}"
export SPARK_CONF_DIR=${SPARK_SMOTE_CONF:-$here/conf}
export SPARK_SMOTE_EVENTS

fail() {
  echo "entry.sh: $1" >&2
  exit "${2:-2}"
}

run() {
  exec "$SPARK_HOME/bin/spark-class" "$@"
}

submit() {
  [ $# -gt 0 ] || fail "submit needs a command, such as resample"
  [ -f "$SPARK_SMOTE_JAR" ] || fail "there is no $SPARK_SMOTE_JAR: build it, or set SPARK_SMOTE_JAR" 1
  local progress=false cores=()
  [ -t 2 ] && progress=true
  [ -n "$SPARK_SMOTE_JOB_CORES" ] && cores=(--total-executor-cores "$SPARK_SMOTE_JOB_CORES")
  # What Spark logs before the command starts is of no use beside the command's own messages.
  if [ -f "$SPARK_SMOTE_LOG4J" ]; then
    export SPARK_SUBMIT_OPTS="-Dlog4j2.configurationFile=$SPARK_SMOTE_LOG4J ${SPARK_SUBMIT_OPTS:-}"
  fi
  run org.apache.spark.deploy.SparkSubmit --class org.sparksmote.examples.SparkSmote \
    --master "$SPARK_SMOTE_MASTER" --deploy-mode client \
    --driver-memory "$SPARK_SMOTE_DRIVER_MEMORY" --executor-memory "$SPARK_SMOTE_MEMORY" \
    "${cores[@]+"${cores[@]}"}" --conf "spark.ui.showConsoleProgress=$progress" "$SPARK_SMOTE_JAR" "$@"
}

jupyter_lab() {
  # Jupyter takes an empty token for "no password at all"; nobody means that.
  if [ -z "${JUPYTER_TOKEN:-}" ]; then
    JUPYTER_TOKEN=$(od -An -N 24 -tx1 /dev/urandom | tr -d ' \n')
    echo "entry.sh: JUPYTER_TOKEN is not set; for this start it is $JUPYTER_TOKEN" >&2
  fi
  export JUPYTER_TOKEN
  local py4j=("$SPARK_HOME"/python/lib/py4j-*-src.zip)
  export PYTHONPATH=$SPARK_HOME/python:${py4j[0]}${PYTHONPATH:+:$PYTHONPATH}
  export PYSPARK_SUBMIT_ARGS="--master $SPARK_SMOTE_MASTER --driver-memory $SPARK_SMOTE_DRIVER_MEMORY \
--executor-memory $SPARK_SMOTE_MEMORY --total-executor-cores $SPARK_SMOTE_NOTEBOOK_CORES pyspark-shell"
  # On all addresses of the container; compose.yml lets only the loopback of the host in.
  exec jupyter lab --no-browser --ip=0.0.0.0 --port=8888 --ServerApp.root_dir=/data
}

# Without curl, which Spark's image lacks, and so the same everywhere.
get() {
  local host=$1 port=$2 path=$3
  { exec 3<> "/dev/tcp/$host/$port"; } 2> /dev/null || return 1
  printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$path" "$host" >&3
  timeout 5 cat <&3
  exec 3>&-
}

# A worker is ready when its master has it, which is later than when its web page is up.
worker_ready() {
  local id master=${SPARK_SMOTE_MASTER#spark://}
  id=$(get "$SPARK_SMOTE_HOST" "$SPARK_SMOTE_WORKER_UI" /json/ | sed -n 's/.*"id" : "\(worker-[^"]*\)".*/\1/p')
  [ -n "$id" ] || return 1
  get "${master%:*}" "$SPARK_SMOTE_UI" /json/ | awk -v id="\"$id\"" '
    index($0, id) { mine = 1 }
    mine && /"state"/ { alive = /"ALIVE"/; mine = 0 }
    END { exit !alive }'
}

is_ready() {
  case ${1:-} in
    master) get "$SPARK_SMOTE_HOST" "$SPARK_SMOTE_UI" /json/ | grep -q '"status" : "ALIVE"' ;;
    worker) worker_ready ;;
    history) get "$SPARK_SMOTE_HOST" 18080 /api/v1/version | grep -q '"spark"' ;;
    jupyter) get "$SPARK_SMOTE_HOST" 8888 /api | grep -q '"version"' ;;
    *) fail "ready needs one of master, worker, history, jupyter" ;;
  esac
}

case ${1:-} in
  master)
    run org.apache.spark.deploy.master.Master \
      --host "$SPARK_SMOTE_HOST" --port "$SPARK_SMOTE_PORT" --webui-port "$SPARK_SMOTE_UI"
    ;;
  worker)
    run org.apache.spark.deploy.worker.Worker --host "$SPARK_SMOTE_HOST" \
      --webui-port "$SPARK_SMOTE_WORKER_UI" --cores "$SPARK_SMOTE_CORES" --memory "$SPARK_SMOTE_MEMORY" \
      --work-dir "$SPARK_SMOTE_WORK" "$SPARK_SMOTE_MASTER"
    ;;
  history) run org.apache.spark.deploy.history.HistoryServer ;;
  jupyter) jupyter_lab ;;
  submit) shift; submit "$@" ;;
  ready) shift; is_ready "$@" ;;
  *) fail "needs one of master, worker, history, jupyter, submit, ready" ;;
esac
