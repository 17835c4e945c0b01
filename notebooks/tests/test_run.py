# SPDX-License-Identifier: Apache-2.0
"""The runner fails where a notebook does, and what ships is what it says to be."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from runner import forms, stripped  # noqa: E402


def run(*arguments):
    command = [sys.executable, str(HERE / "run.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def jupyter(*sources):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells))


def databricks(mark, *sources):
    return f"{mark} Databricks notebook source\n" + f"\n{mark} COMMAND ----------\n".join(sources)


def zeppelin(*sources):
    paragraphs = [{"text": "%spark\n" + source} for source in sources]
    return json.dumps({"paragraphs": paragraphs, "name": "n", "id": "i"})


def test_broken_cell_of_each_form_fails_the_run(tmp_path):
    tagged = nbformat.reads(jupyter("x = 1", "assert x == 2", "print('later')"), as_version=4)
    tagged.cells[1].metadata["tags"] = ["raises-exception"]  # which must not hide it
    files = {
        "a.ipynb": nbformat.writes(tagged),
        "b.py": databricks(
            "#", "x = spark.range(3).count()", "display(spark.range(x))", "assert x == 2"
        ),
        "c.scala": databricks("//", "val x = spark.range(3).count()", "val y: String = x"),
        "d.zpln": zeppelin("val x = spark.range(3).count()", "assert(x == 2)", 'println("later")'),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    done = run(*(tmp_path / name for name in files))
    assert done.returncode == 1, done.stdout
    failed = re.findall(r"(\S+): cell (\d) failed", done.stdout)
    assert [(Path(file).name, number) for file, number in failed] == [
        ("a.ipynb", "2"),
        ("b.py", "3"),
        ("c.scala", "2"),
        ("d.zpln", "2"),
    ], done.stdout
    assert "0 notebooks ran, 4 failed" in done.stdout
    assert "type mismatch" in done.stdout
    assert "AssertionError" in done.stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ipynb", "{"),
        ("a.ipynb", jupyter()),
        ("a.py", "x = 1\n"),
        ("a.py", databricks("#", "# MAGIC %sql", "x = 1")),
        ("a.scala", databricks("//", "// MAGIC %md\n// MAGIC text only")),
        ("a.zpln", "{}"),
        ("a.zpln", json.dumps({"paragraphs": [{"text": "%sh\nls"}]})),
        ("a.txt", "x = 1"),
    ],
)
def test_what_would_run_nothing_or_not_all_is_refused(tmp_path, name, text):
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(forms.NotebookError, match=name):
        forms.cells(file)


def test_outputs_are_found_and_taken_out(tmp_path):
    notebook = nbformat.reads(jupyter("print(1)"), as_version=4)
    notebook.cells[0].update(
        execution_count=3, outputs=[nbformat.v4.new_output("stream", text="1\n")]
    )
    paragraph = {"text": "%spark\n1", "results": {"code": "SUCCESS"}, "user": "anna"}
    (tmp_path / "a.ipynb").write_text(nbformat.writes(notebook))
    (tmp_path / "b.zpln").write_text(
        json.dumps({"paragraphs": [paragraph], "name": "n", "id": "i"})
    )
    files = [tmp_path / "a.ipynb", tmp_path / "b.zpln"]
    found = run("--check-stripped", *files)
    assert found.returncode == 1
    assert found.stdout.count("holds outputs") == 2
    assert run("--strip", *files).returncode == 0
    assert run("--check-stripped", *files).returncode == 0
    assert [cell.text for file in files for cell in forms.cells(file)] == ["print(1)", "1"]
    assert "anna" not in files[1].read_text()


def test_what_ships_is_stripped_and_there():
    files = forms.notebooks(HERE)
    assert sorted(file.suffix for file in files) == sorted(
        [".ipynb"] * 4 + [".py"] * 2 + [".scala"] * 2 + [".zpln"]
    )
    assert [file.name for file in files if stripped.stripped(file) != file.read_text()] == []


def same(file):
    """The cells without what each form has to say and do for its session."""
    cells = forms.cells(file)
    return [
        (cell.code, re.sub(r"(?m)^display\((.*)\)$", r"\1.show()", cell.text.strip()))
        for cell in (cells[2:] if file.suffix in (".ipynb", ".py") else cells[1:])
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quickstart.ipynb", "databricks/quickstart.py"),
        ("fraud.ipynb", "databricks/fraud.py"),
        ("databricks/quickstart.scala", "zeppelin/quickstart_2M7SPKSMT.zpln"),
    ],
)
def test_forms_of_a_notebook_say_and_do_the_same(one, other):
    assert same(HERE / one) == same(HERE / other)


def test_every_form_of_the_quick_start_ends_with_the_same_digest():
    digests = [
        re.findall(r"assert.*digest == (\d+)", forms.cells(file)[-1].text)
        for file in forms.notebooks(HERE)
        if file.name.startswith("quickstart")
    ]
    assert len(digests) == 4
    assert len({tuple(found) for found in digests}) == 1
    assert len(digests[0]) == 1


def test_data_is_small_and_its_terms_are_told():
    files = [file for file in (HERE / "data").iterdir() if file.name != "NOTICE"]
    notice = (HERE / "data" / "NOTICE").read_text()
    assert sum(file.stat().st_size for file in files) <= 300_000
    assert [file.name for file in files if file.name not in notice] == []
    assert "CC BY 4.0" in notice
