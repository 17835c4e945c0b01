# SPDX-License-Identifier: Apache-2.0
"""A server of Spark Connect in a process of its own, from the PySpark that is installed."""

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

MAIN = "org.apache.spark.sql.connect.service.SparkConnectServer"


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _is_up(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _pyspark():
    import pyspark

    return Path(pyspark.__file__).parent


@contextmanager
def connect_server(log, jars, seconds=120, home=None, java=None):
    """Yields the address of a server, which ends with the block."""
    port = _free_port()
    submit = Path(home or _pyspark()) / "bin" / "spark-submit"
    settings = {
        "spark.connect.grpc.binding.port": str(port),
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }
    command = [str(submit), "--master", "local[2]", "--class", MAIN]
    for name, value in settings.items():
        command += ["--conf", f"{name}={value}"]
    if jars:
        command += ["--jars", jars]
    environment = {k: v for k, v in os.environ.items() if k not in ("SPARK_REMOTE", "SPARK_HOME")}
    if java:
        environment["JAVA_HOME"] = java
    with open(log, "w") as out:
        process = subprocess.Popen(
            [*command, "spark-internal"],
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment,
        )
        try:
            _wait(process, port, time.monotonic() + seconds, log)
            yield f"sc://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


def _wait(process, port, deadline, log):
    while not _is_up(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the server did not start:\n" + Path(log).read_text()[-4000:])
        time.sleep(0.3)
