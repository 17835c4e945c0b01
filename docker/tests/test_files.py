# SPDX-License-Identifier: Apache-2.0
"""Dockerfile, compose.yml and scripts as they are written; nothing here wants Docker."""

import fnmatch
import re
from pathlib import Path
from typing import Any, Dict

import pytest
from conftest import BIN, ROOM, ROOT, run
from rules import compose_problems, copied, dockerfile_problems
from ruamel.yaml import YAML

DOCKERFILE = (ROOM / "Dockerfile").read_text()
COMPOSE = (ROOM / "compose.yml").read_text()
SCRIPTS = sorted(str(file) for folder in ("docker", "python", "notebooks") for file in (ROOT / folder).glob("*.sh"))


def parsed(text: str) -> Dict[str, Any]:
    return YAML(typ="safe").load(text)


def hadolint(dockerfile: Path) -> int:
    return run([str(BIN / "hadolint"), str(dockerfile)]).returncode


def schema(compose: Path) -> int:
    return run(
        [str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.compose-spec", str(compose)]
    ).returncode


def test_hadolint_finds_nothing_and_would_find_something(tmp_path: Path) -> None:
    assert hadolint(ROOM / "Dockerfile") == 0
    worse = tmp_path / "Dockerfile"
    worse.write_text(DOCKERFILE.replace("jupyterlab==4.6.6", "jupyterlab"))
    assert hadolint(worse) == 1


def test_compose_fits_its_schema_and_misspelt_keys_do_not(tmp_path: Path) -> None:
    assert schema(ROOM / "compose.yml") == 0
    worse = tmp_path / "compose.yml"
    worse.write_text(COMPOSE.replace("mem_limit:", "memory_limit:"))
    assert schema(worse) == 1


def test_shellcheck_finds_nothing_and_would_find_something(tmp_path: Path) -> None:
    assert run([str(BIN / "shellcheck"), "--external-sources", "--source-path=SCRIPTDIR", *SCRIPTS]).stdout == ""
    worse = tmp_path / "worse.sh"
    worse.write_text("#!/bin/bash\nrm -rf $1/*\n")
    assert run([str(BIN / "shellcheck"), str(worse)]).returncode == 1


def test_services_keep_the_rules() -> None:
    assert compose_problems(parsed(COMPOSE)) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("spark-smote:0.1.0", "spark-smote:latest", "master: image spark-smote:latest has no version"),
        ('user: "185:185"', 'user: "0"', "master: runs as root"),
        ('  user: "185:185"\n', "", "master: runs as root"),
        ('"127.0.0.1:8888:8888"', '"8888:8888"', "jupyter: port 8888:8888 is open to others"),
        ('"127.0.0.1:8080:8080"', '"0.0.0.0:8080:8080"', "master: port 0.0.0.0:8080:8080 is open to others"),
        ("${SPARK_SMOTE_DRIVER_LIMIT:-2g}", "2g", "resample: mem_limit is no variable with a default"),
        ("    healthcheck:\n", "    x-none:\n", "history: has no health check"),
        ("service_healthy", "service_started", "resample: does not wait until worker-1 is healthy"),
    ],
)
def test_a_service_that_breaks_a_rule_is_named(old: str, new: str, problem: str) -> None:
    assert old in COMPOSE
    assert problem in compose_problems(parsed(COMPOSE.replace(old, new)))


def test_stages_keep_the_rules() -> None:
    assert dockerfile_problems(DOCKERFILE) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("maven:3.9.11-eclipse-temurin-17", "maven", "image maven has no version"),
        ("${MAVEN_IMAGE} AS jars", "maven:latest AS jars", "image maven:latest has no version"),
        ("wants; compose.yml names entry.sh.\nUSER 185", "wants.", "stage spark ends as root"),
    ],
)
def test_a_stage_that_breaks_a_rule_is_named(old: str, new: str, problem: str) -> None:
    assert old in DOCKERFILE
    assert problem in dockerfile_problems(DOCKERFILE.replace(old, new))


def test_the_image_has_the_spark_that_the_project_is_built_with() -> None:
    pom = (ROOT / "pom.xml").read_text()
    spark = re.search(r"<spark.version>(.*)</spark.version>", pom)
    scala = re.search(r"<scala.binary.version>(.*)</scala.binary.version>", pom)
    assert spark and scala
    assert f"apache/spark:{spark[1]}-scala{scala[1]}-java17-" in DOCKERFILE


def test_what_images_are_made_of_exists_and_reaches_the_build() -> None:
    ignore = (ROOM / "Dockerfile.dockerignore").read_text().split("\n")
    kept = [line[1:] for line in ignore if line.startswith("!")]
    dropped = [line for line in ignore if line and line[0] not in "!#" and line != "*"]
    paths = copied(DOCKERFILE)
    assert {"pom.xml", "docker/entry.sh", "python"} <= set(paths)
    for path in paths:
        assert (ROOT / path).exists(), path
        assert any(path == k or path.startswith(k + "/") for k in kept), path
        assert not any(fnmatch.fnmatch(path, d) for d in dropped), path


def test_services_call_what_entry_sh_has() -> None:
    entry = (ROOM / "entry.sh").read_text()
    for name, service in parsed(COMPOSE)["services"].items():
        words = service["entrypoint"] + service["command"]
        assert words[0] == "/opt/spark-smote/entry.sh", name
        assert f"\n  {words[1]})" in entry, name
        check = service.get("healthcheck", {}).get("test", [])
        assert not check or f"\n    {check[3]}) " in entry, name
    variables = {line.split(":=")[0][5:] for line in entry.splitlines() if line.startswith(': "${')}
    for name in parsed(COMPOSE)["x-node"]["environment"]:
        assert name in variables


def test_docker_takes_the_compose_file() -> None:
    if not (ROOM / "target" / "docker").is_file():
        pytest.skip("docker daemon")
    assert run(["docker", "compose", "-f", str(ROOM / "compose.yml"), "config", "-q"]).returncode == 0
