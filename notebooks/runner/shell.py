# SPDX-License-Identifier: Apache-2.0
"""Scala notebooks, in the spark-shell that comes with PySpark."""

import contextlib
import os
import re
import signal
import subprocess
import tempfile
import threading
import uuid
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Iterator, List

import sparksmote

from runner.forms import Cell, NotebookError

# How the shell tells of what went wrong: of the compiler, of a run, and of a stage of Spark.
_ERROR = re.compile(r"(?m)^\S*\s*error: |^(?:Caused by: )?[\w.$]+(?:Exception|Error)\b.*$")


def home() -> Path:
    """SPARK_HOME, or the Spark that pip installed."""
    if "SPARK_HOME" in os.environ:
        return Path(os.environ["SPARK_HOME"])
    spec = find_spec("pyspark")
    if spec is None or spec.origin is None:
        raise NotebookError("there is neither SPARK_HOME nor pyspark")
    return Path(spec.origin).parent


def run(file: Path, cells: List[Cell], timeout: int) -> str:
    """Runs the cells; answers with what they printed, or raises at the first that fails."""
    with tempfile.TemporaryDirectory() as folder:
        shell = _start(file.parent)
        killer = threading.Timer(timeout, _kill, [shell])
        killer.start()
        try:
            return _feed(shell, file, [cell for cell in cells if cell.code], Path(folder))
        finally:
            _end(shell)
            killer.cancel()


def _end(shell: "subprocess.Popen[str]") -> None:
    """Lets the shell leave by itself, which takes its temporary files along."""
    assert shell.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        shell.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        shell.wait(timeout=60)
    _kill(shell)


def _kill(shell: "subprocess.Popen[str]") -> None:
    """Ends the JVM too, which is a child of the script that was started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(shell.pid, signal.SIGKILL)
    shell.wait()


def _start(folder: Path) -> "subprocess.Popen[str]":
    command = [str(home() / "bin" / "spark-shell"), "--jars", sparksmote.jar_path()]
    command += ["--conf", "spark.ui.showConsoleProgress=false"]
    env = {**os.environ, "SPARK_HOME": str(home()), "TERM": "dumb"}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=folder,
        env=env,
        start_new_session=True,
    )


def _feed(shell: "subprocess.Popen[str]", file: Path, cells: List[Cell], folder: Path) -> str:
    """Pastes cell after cell, each with a sentinel as its last statement.

    A cell that does not compile, or throws, never prints its sentinel, and the shell goes on as if
    nothing were wrong. Another line says when it is done with the cell.
    """
    assert shell.stdin is not None and shell.stdout is not None
    lines, word, told = iter(shell.stdout), uuid.uuid4().hex, []
    for cell in cells:
        source = folder / f"cell{cell.number}.scala"
        source.write_text(f'{cell.text}\nprintln("whole" + " {word} {cell.number}")\n')
        _say(shell.stdin, f':paste {source}\nprintln("over" + " {word} {cell.number}")\n')
        answer = "".join(_until(lines, f"over {word} {cell.number}"))
        whole = f"whole {word} {cell.number}\n"
        if whole not in answer or _ERROR.search(answer):
            raise NotebookError(f"{file}: cell {cell.number} failed:\n{answer.strip()}")
        told.append(answer.replace(whole, ""))
    return "".join(told)


def _say(shell: IO[str], text: str) -> None:
    try:
        shell.write(text)
        shell.flush()
    except BrokenPipeError:
        pass  # what it said before it ended is read, and tells more


def _until(lines: Iterator[str], last: str) -> Iterator[str]:
    for line in lines:
        if line.rstrip("\n").endswith(last):
            return
        yield line
