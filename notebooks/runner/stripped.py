# SPDX-License-Identifier: Apache-2.0
"""Notebooks without what a run leaves in them: outputs, numbers of runs, times, names of users."""

import json
from pathlib import Path
from typing import Any, Dict

import nbformat

_KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def stripped(file: Path) -> str:
    """The text that a notebook should have; sources of Databricks hold no outputs."""
    text = file.read_text()
    if file.suffix == ".ipynb":
        return _jupyter(text)
    if file.suffix == ".zpln":
        return _zeppelin(json.loads(text))
    return text


def _jupyter(text: str) -> str:
    given = nbformat.reads(text, as_version=4)
    made = nbformat.v4.new_notebook(metadata=_KERNEL)
    for number, cell in enumerate(given.cells, 1):
        code = cell.cell_type == "code"
        new = nbformat.v4.new_code_cell if code else nbformat.v4.new_markdown_cell
        made.cells.append(new(cell.source, id=f"cell-{number}"))
    return nbformat.writes(made, indent=1) + "\n"


def _zeppelin(given: Dict[str, Any]) -> str:
    paragraphs = [
        {"text": paragraph["text"], "config": {}, "settings": {"params": {}, "forms": {}}}
        for paragraph in given["paragraphs"]
    ]
    made = {"paragraphs": paragraphs, "name": given["name"], "id": given["id"]}
    return json.dumps({**made, "config": {}, "info": {}}, indent=2, ensure_ascii=False) + "\n"
