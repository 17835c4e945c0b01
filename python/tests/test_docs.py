# SPDX-License-Identifier: Apache-2.0
"""The blocks of the quick start do what stands below them."""

import contextlib
import io
import os
import re
from pathlib import Path

from conftest import DOOR

DOCS = Path(__file__).parents[2] / "docs"

PAGE = "quickstart-python.md" if DOOR == "classic" else "connect.md"

BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


def test_page_prints_what_it_says(spark):
    """Each block of code, and the output that follows it."""
    names = {"ADDRESS": os.environ.get("SPARK_REMOTE")}
    blocks = BLOCK.findall((DOCS / PAGE).read_text())
    assert len(blocks) == {"classic": 5, "connect": 1}[DOOR]
    for code, expected in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, PAGE, "exec"), names)
        assert out.getvalue().strip() == expected.strip()


def test_readme_shows_code():
    readme = DOCS.parent / "README.md"
    (code,) = re.findall(r"^```python\n(.*?)^```$", readme.read_text(), re.MULTILINE | re.DOTALL)
    compile(code, readme.name, "exec")
