# SPDX-License-Identifier: Apache-2.0
"""The page of versions keeps what ran, and shows what LinkTest looks at."""

import json

import pytest
from conftest import DOOR

import versions

pytestmark = pytest.mark.skipif(DOOR != "classic", reason="the same page")


def test_page_is_what_is_written_now():
    """A template, or a list of versions that link, that changed without the page."""
    page = versions.PAGE.read_text()
    again = versions.page(
        versions.TEMPLATE.read_text(), versions.rows_of(page), versions.POM.read_text()
    )
    assert page == again


def test_row_tells_what_ran(tmp_path):
    told = {"scala": "2.13.17", "java": "17.0.15", "python": "3.11.7", "spark": "4.2.1"}
    (tmp_path / "4.2.1-classic.json").write_text(json.dumps({"versions": told}))
    row = ["4.2.1", "2.13", "17", "3.11", "2026-01-02", "smoke (classic)"]
    assert versions.row_of("4.2.1", tmp_path, "2026-01-02") == row
    (tmp_path / "4.2.1-connect.json").touch()
    (tmp_path / "4.2.1-tests.json").touch()
    row[5] = "smoke (classic, connect), tests"
    assert versions.row_of("4.2.1", tmp_path, "2026-01-02") == row


def test_rows_are_kept_and_what_did_not_run_is_said():
    row = ["4.10.0", "2.13", "25", "3.11", "2026-01-02", "smoke (classic)"]
    table = versions.table({tuple(row[:3]): row})
    assert table.splitlines()[-1] == "| " + " | ".join(row) + " |"
    assert table.count("not run") == len(versions.ASKED) * len(versions.JAVAS)
    assert versions.rows_of(table) == {("4.10.0", "2.13", "25"): row}


def test_links_are_those_of_the_pom():
    pom = "<a>x/link/spark-3.5.7_2.12</a><a>x/link/spark-3.5.7_2.12</a>"
    assert versions.links(pom) == "* Spark 3.5.7 on Scala 2.12"
