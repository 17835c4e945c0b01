# SPDX-License-Identifier: Apache-2.0
"""The blocks of the quick start do what stands below them."""

import contextlib
import io
import re
from pathlib import Path

import pytest
from conftest import DOOR

QUICK_START = Path(__file__).parents[2] / "docs" / "quickstart-python.md"

BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(DOOR != "classic", reason="starts a classic session")


def blocks():
    """Code, and the output that is said to follow it."""
    found = BLOCK.findall(QUICK_START.read_text())
    code = [i for i, (kind, _) in enumerate(found) if kind == "python"]
    return [
        (found[i][1], found[i + 1][1] if found[i + 1 : i + 2] and found[i + 1][0] == "text" else "")
        for i in code
    ]


def test_quick_start_prints_what_it_says(spark):
    names = {}
    assert len(blocks()) == 5
    for code, expected in blocks():
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, QUICK_START.name, "exec"), names)
        assert out.getvalue().strip() == expected.strip()


def test_readme_shows_settings_that_exist(spark):
    readme = QUICK_START.parents[1] / "README.md"
    (code,) = re.findall(r"^```python\n(.*?)^```$", readme.read_text(), re.MULTILINE | re.DOTALL)
    compile(code, readme.name, "exec")
