# SPDX-License-Identifier: Apache-2.0
"""Python notebooks, in a kernel of Jupyter."""

import re
from pathlib import Path
from typing import List

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from runner.forms import Cell, NotebookError

# What a Databricks notebook has before its first cell. The session is without the jar, as that of a
# cluster is on which the wheel was installed.
_DATABRICKS = """
from pyspark.sql import DataFrame as _DataFrame, SparkSession as _SparkSession
from IPython.display import display as _display

spark = _SparkSession.builder.master("local[*]").getOrCreate()

def display(shown):
    shown.show() if isinstance(shown, _DataFrame) else _display(shown)
"""

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def run(file: Path, cells: List[Cell], timeout: int) -> str:
    """Runs the cells; answers with what they printed, or raises at the first that fails."""
    code = [cell for cell in cells if cell.code]
    sources = [cell.text for cell in code]
    if file.suffix == ".py":
        sources.insert(0, _DATABRICKS)
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in sources]
    )
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        force_raise_errors=True,  # also in cells whose tags say that they may fail
        resources={"metadata": {"path": str(file.parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as error:
        number = _failed(notebook, len(sources) - len(code), code)
        text = _COLOURS.sub("", str(error)).strip()
        raise NotebookError(f"{file}: cell {number} failed:\n{text}") from error
    except (CellTimeoutError, DeadKernelError) as error:
        raise NotebookError(f"{file}: {error}") from error
    return "".join(_printed(cell) for cell in notebook.cells)


def _failed(notebook: nbformat.NotebookNode, before: int, code: List[Cell]) -> object:
    for index, cell in enumerate(notebook.cells):
        if any(output.output_type == "error" for output in cell.outputs):
            return code[index - before].number if index >= before else "before the first"
    return "?"


def _printed(cell: nbformat.NotebookNode) -> str:
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")
