# SPDX-License-Identifier: Apache-2.0
"""Writes docs/versions.md: its template, the rows that are there, and those of the last smoke tests.

``python versions.py VERSION...`` adds what target/smoke tells of these versions; run by matrix.sh.
"""

import datetime
import json
import re
import sys
from pathlib import Path
from typing import Dict, List, Tuple

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "versions.md"
TEMPLATE = HERE / "versions.template.md"
POM = HERE.parent / "spark-smote-examples" / "pom.xml"
SMOKE = HERE / "target" / "smoke"

HEAD = ["Spark", "Scala", "Java", "Python", "Date", "Ran"]

# What is told about whether it ran or not.
ASKED = [("3.5.7", "2.12"), ("3.5.6", "2.13"), ("4.0.1", "2.13"), ("4.1.0", "2.13")]
ASKED += [("4.2.1", "2.13"), ("4.3.0", "2.13")]
JAVAS = ("17", "21")

Rows = Dict[Tuple[str, ...], List[str]]


def short(version: str) -> str:
    """Of Scala and Python the line, of Java the release."""
    return ".".join(version.split(".")[:2])


def cells(line: str) -> List[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def rows_of(page: str) -> Rows:
    """The rows of the first table that ran: what they are about, and the whole row."""
    ran = [cells(line) for line in page.splitlines() if re.match(r"\| \d+\.\d+\.\d+ \|", line)]
    return {(row[0], *row[1:3]): row for row in ran if row[5] != "not run"}


def row_of(version: str, smoke: Path, day: str) -> List[str]:
    """What the files of one version say."""
    doors = [
        door for door in ("classic", "connect") if (smoke / f"{version}-{door}.json").is_file()
    ]
    told = json.loads((smoke / f"{version}-classic.json").read_text())["versions"]
    ran = "smoke (" + ", ".join(doors) + ")"
    if (smoke / f"{version}-tests.json").exists():
        ran += ", tests"
    java = told["java"].split(".")[0]
    return [told["spark"], short(told["scala"]), java, short(told["python"]), day, ran]


def table(rows: Rows) -> str:
    """All rows, and those of ASKED that did not run, as such."""
    known = dict(rows)
    for spark, scala in ASKED:
        for java in JAVAS:
            known.setdefault((spark, scala, java), [spark, scala, java, "-", "-", "not run"])
    order = sorted(known.values(), key=lambda row: ([int(n) for n in row[0].split(".")], row[1:3]))
    lines = [HEAD, ["---"] * len(HEAD), *order]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def links(pom: str) -> str:
    """The versions whose class files Maven fetches for LinkTest."""
    found = sorted(set(re.findall(r"/link/spark-([\d.]+)_([\d.]+)<", pom)))
    return "\n".join(f"* Spark {spark} on Scala {scala}" for spark, scala in found)


def page(template: str, rows: Rows, pom: str) -> str:
    """The whole page."""
    return template.replace("<!-- rows -->", table(rows)).replace("<!-- links -->", links(pom))


def main(versions: List[str]) -> None:
    """Adds rows for these versions."""
    rows = rows_of(PAGE.read_text()) if PAGE.is_file() else {}
    for version in versions:
        row = row_of(version, SMOKE, datetime.date.today().isoformat())
        rows[tuple(row[:3])] = row
    PAGE.write_text(page(TEMPLATE.read_text(), rows, POM.read_text()))


if __name__ == "__main__":
    main(sys.argv[1:])
