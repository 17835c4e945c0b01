# SPDX-License-Identifier: Apache-2.0
"""Runs one contender of a comparison as a process, within limits."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

# Settings that some machines carry for other programs, and that slow down numpy's.
SLOW_SETTINGS = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")

# A self-join may write pairs to disk until nobody has any left.
FREE_BYTES = 5 << 30


def run(command, limit, cores, work):
    """What a process printed as lines of JSON, and under "ended" why it ended early if it did.

    Whatever it leaves in its directory for temporary files, below work, is removed.
    """
    with tempfile.TemporaryDirectory(dir=work, ignore_cleanup_errors=True) as scratch:
        out, err = pathlib.Path(scratch, "out"), pathlib.Path(scratch, "err")
        with out.open("w") as out_file, err.open("w") as err_file:
            child = subprocess.Popen(
                [str(word) for word in command],
                stdout=out_file,
                stderr=err_file,
                env=environment(scratch, cores),
                start_new_session=True,
            )
            try:
                figures = watch(child, limit, work)
            finally:
                stop(child)

        lines = out.read_text().splitlines()
        for line in lines:
            if line.startswith("{"):
                figures.update(json.loads(line))
        if child.returncode and "ended" not in figures:
            figures["ended"] = reason(child.returncode, lines, err.read_text())
    return figures


def reason(code, lines, errors):
    if code in (-signal.SIGKILL, 128 + signal.SIGKILL):
        return "killed, as happens when memory is full"
    # A JVM that cannot start says so on its standard output.
    told = [line for line in lines if not line.startswith("{")]
    return f"failed: {['no message', *told, *errors.strip().splitlines()][-1][:200]}"


def environment(scratch, cores):
    variables = {k: v for k, v in os.environ.items() if k not in SLOW_SETTINGS}
    java = f"{variables.get('SPARK_SUBMIT_OPTS', '')} -Djava.io.tmpdir={scratch}"
    variables.update(OMP_NUM_THREADS=str(cores), NUMBA_NUM_THREADS=str(cores))
    variables.update(SPARK_LOCAL_DIRS=scratch, SPARK_SUBMIT_OPTS=java)
    return variables


def watch(child, limit, work):
    """Waits for the end, the limit, or the end of the disk; tells the peak of the memory."""
    figures = {}
    end = time.monotonic() + limit
    while child.poll() is None:
        figures["peak_resident_mb"] = max(figures.get("peak_resident_mb", 0), peak_mb(child.pid))
        if time.monotonic() > end:
            return figures | {"ended": f"not finished in {limit} s"}
        if shutil.disk_usage(work).free < FREE_BYTES:
            return figures | {"ended": "stopped: the disk is full"}
        time.sleep(0.2)
    return figures


def peak_mb(pid):
    """The most memory that a process had so far, as the kernel knows it."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0  # it just ended
    peak = re.search(r"VmHWM:\s+(\d+)", status)
    return int(peak[1]) >> 10 if peak else 0


def stop(child):
    """Ends a process with its children, if it has not ended: gently, so that it can clean up."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is None:
            os.killpg(child.pid, signal_number)
            try:
                child.wait(30)
            except subprocess.TimeoutExpired:
                pass
