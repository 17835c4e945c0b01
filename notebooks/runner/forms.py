# SPDX-License-Identifier: Apache-2.0
"""The cells of notebooks, whatever form they are written in."""

import json
import re
from pathlib import Path
from typing import List, NamedTuple

import nbformat


class Cell(NamedTuple):
    """A cell: its number in the notebook, from 1, whether it is code, and its text."""

    number: int
    code: bool
    text: str


class NotebookError(Exception):
    """A notebook that is not what its name says, or does not run."""


def notebooks(folder: Path) -> List[Path]:
    """All notebooks that ship, in a fixed order."""
    globs = ("*.ipynb", "databricks/*.py", "databricks/*.scala", "zeppelin/*.zpln")
    return [file for glob in globs for file in sorted(folder.glob(glob))]


def cells(file: Path) -> List[Cell]:
    """The cells of a notebook by the form that the end of its name tells."""
    reader = {".ipynb": _jupyter, ".py": _databricks, ".scala": _databricks, ".zpln": _zeppelin}
    if file.suffix not in reader:
        raise NotebookError(f"{file}: no notebook ends in '{file.suffix}'; known are {[*reader]}")
    found = reader[file.suffix](file)
    if not any(cell.code for cell in found):
        raise NotebookError(f"{file}: there is no cell of code")
    return found


def _jupyter(file: Path) -> List[Cell]:
    try:
        notebook = nbformat.reads(file.read_text(), as_version=4)
        nbformat.validate(notebook)
    except (nbformat.ValidationError, nbformat.reader.NotJSONError) as error:
        raise NotebookError(f"{file}: is no Jupyter notebook: {str(error)[:200]}") from error
    return [
        Cell(number, cell.cell_type == "code", cell.source)
        for number, cell in enumerate(notebook.cells, 1)
    ]


def _databricks(file: Path) -> List[Cell]:
    """Cells stand between lines of COMMAND; those in which every line is MAGIC are text."""
    mark = "#" if file.suffix == ".py" else "//"
    lines = file.read_text().splitlines()
    if lines[:1] != [f"{mark} Databricks notebook source"]:
        raise NotebookError(f"{file}: the first line is not '{mark} Databricks notebook source'")
    parts = re.split(rf"(?m)^{mark} COMMAND -+\s*$", "\n".join(lines[1:]))
    found = []
    for number, part in enumerate(parts, 1):
        part = part.strip("\n")
        magic = re.findall(rf"(?m)^{mark} MAGIC ?(.*)$", part)
        if magic and magic[0] == "%md":
            found.append(Cell(number, False, "\n".join(magic[1:])))
        elif magic:
            raise NotebookError(f"{file}: cell {number} is neither code nor %md: {magic[0]}")
        elif part.strip():
            found.append(Cell(number, True, part))
    return found


def _zeppelin(file: Path) -> List[Cell]:
    """Paragraphs begin with the name of their interpreter; %spark is Scala."""
    try:
        paragraphs = json.loads(file.read_text())["paragraphs"]
        texts = [str(paragraph["text"]) for paragraph in paragraphs]
    except (ValueError, KeyError, TypeError) as error:
        raise NotebookError(f"{file}: is no Zeppelin notebook: {error!r}") from error
    found = []
    for number, text in enumerate(texts, 1):
        kind, _, rest = text.partition("\n")
        if kind.strip() not in ("%spark", "%md"):
            raise NotebookError(f"{file}: paragraph {number} is neither %spark nor %md: {kind}")
        found.append(Cell(number, kind.strip() == "%spark", rest))
    return found
