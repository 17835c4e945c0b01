# SPDX-License-Identifier: Apache-2.0
"""A master and two workers, for real, by the scripts that the containers start."""

import csv
import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Tuple

import pytest
from conftest import ROOM, ROOT, run

CLUSTER = str(ROOM / "local-cluster.sh")
ENTRY = str(ROOM / "entry.sh")
QUIET = ROOT / "spark-smote-examples/src/main/resources/org/sparksmote/examples"
FRAUD, FINE = 40, 360

Row = Tuple[str, ...]


@pytest.fixture(scope="module")
def rows() -> List[Row]:
    """Two classes, in an order of no meaning."""
    draw = random.Random(1)
    labels = ["fraud"] * FRAUD + ["fine"] * FINE
    draw.shuffle(labels)
    return [
        (label, f"{draw.gauss(0, 1):.4f}", f"{draw.gauss(3 if label == 'fraud' else 0, 1):.4f}")
        for label in labels
    ]


@pytest.fixture(scope="module")
def table(rows: List[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four files, so that there are rows for both workers to read."""
    folder = tmp_path_factory.mktemp("table") / "in.csv"
    folder.mkdir()
    for part in range(4):
        with open(folder / f"part-{part}.csv", "w", newline="") as file:
            csv.writer(file).writerows([("label", "a", "b"), *rows[part::4]])
    return folder


def resample(table: Path, out: Path, label: str = "label") -> List[str]:
    return ["resample", "--input", str(table), "--label-col", label, "--output", str(out), "--seed", "5"]


def read(out: Path) -> List[Row]:
    """Rows as label and numbers, so that 1.50 and 1.5 are the same."""
    found: List[Row] = []
    for file in sorted(out.glob("part-*.csv")):
        with open(file, newline="") as stream:
            found += [(r["label"], *(repr(float(r[c])) for c in "ab")) for r in csv.DictReader(stream)]
    return found


def processes(needle: str) -> List[str]:
    """Command lines of processes that have a text in them or in their environment."""
    found = []
    for pid in (p for p in os.listdir("/proc") if p.isdigit() and int(p) != os.getpid()):
        try:
            line = Path("/proc", pid, "cmdline").read_bytes()
            if needle.encode() in line + Path("/proc", pid, "environ").read_bytes():
                found.append(line.replace(b"\0", b" ").decode()[:2000])
        except OSError:
            continue  # it ended meanwhile
    return found


def await_true(what: str, is_true: Callable[[], bool], seconds: int = 120) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end, what
        time.sleep(0.1)


class Outcome:
    """What a run on the cluster left."""

    def __init__(self, folder: Path, table: Path, environment: Dict[str, str]) -> None:
        self.folder = folder
        env = {**environment, "TMPDIR": str(folder), "SPARK_SMOTE_EVENTS": str(folder / "events")}
        self.done = run([CLUSTER, *resample(table, folder / "out")], env=env)

    def events(self) -> Iterator[Dict[str, Any]]:
        for file in sorted((self.folder / "events").glob("*/events_*")):
            yield from map(json.loads, file.read_text().splitlines())


@pytest.fixture(scope="module")
def outcome(table: Path, environment: Dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return Outcome(tmp_path_factory.mktemp("cluster"), table, environment)


def test_classes_are_balanced_and_originals_untouched(outcome: Outcome, rows: List[Row]) -> None:
    assert outcome.done.returncode == 0, outcome.done.stderr
    made = Counter(read(outcome.folder / "out"))
    assert Counter(row[0] for row in made.elements()) == {"fraud": FINE, "fine": FINE}
    original = Counter((label, repr(float(a)), repr(float(b))) for label, a, b in rows)
    assert original - made == Counter()


def test_rows_are_those_of_one_process(
    outcome: Outcome, table: Path, environment: Dict[str, str], tmp_path: Path
) -> None:
    jars = sorted((ROOT / "spark-smote-examples/target").glob("spark-smote-examples-*-job.jar"))
    env = {
        **environment,
        "SPARK_SMOTE_MASTER": "local[2]",
        "SPARK_SMOTE_JAR": str(jars[-1]),
        "SPARK_SMOTE_LOG4J": str(QUIET / "log4j2-command-line.properties"),
        "SPARK_SMOTE_EVENTS": str(tmp_path),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = run([ENTRY, "submit", *resample(table, tmp_path / "out")], env=env)
    assert done.returncode == 0, done.stderr
    assert sorted(read(tmp_path / "out")) == sorted(read(outcome.folder / "out"))


def test_executors_of_both_workers_took_part(outcome: Outcome) -> None:
    logs = {}
    tasks: Counter[str] = Counter()
    for event in outcome.events():
        if event["Event"] == "SparkListenerExecutorAdded":
            page = event["Executor Info"]["Log Urls"]["stderr"]
            logs[event["Executor ID"]] = page.split("/logPage")[0]
        elif event["Event"] == "SparkListenerTaskEnd":
            tasks[event["Task Info"]["Executor ID"]] += 1
    assert len(set(logs.values())) == 2, logs
    assert set(tasks) == set(logs)


def test_nothing_is_left_of_a_run(outcome: Outcome) -> None:
    assert processes(str(outcome.folder)) == []
    assert list(outcome.folder.glob("spark-smote-cluster.*")) == []


def test_the_exit_code_of_the_command_comes_through(
    table: Path, environment: Dict[str, str], tmp_path: Path
) -> None:
    env = {**environment, "TMPDIR": str(tmp_path)}
    done = run([CLUSTER, *resample(table, tmp_path / "out", label="lable")], env=env)
    assert "lable" in done.stderr
    assert done.returncode == 2, done.stderr
    assert processes(str(tmp_path)) == []


def heed_ctrl_c() -> None:
    """Tests that a script runs in its background ignore Ctrl-C, and what they start would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def has_two_workers(folder: Path) -> bool:
    """The last part is being started, and nothing has come up yet."""
    return len(list(folder.glob("spark-smote-cluster.*/worker2.log"))) == 1


def has_two_executors(folder: Path) -> bool:
    """The job runs."""
    return len([p for p in processes(str(folder)) if "spark.driver.port" in p]) >= 2


@pytest.mark.parametrize(
    ("number", "code", "moment"),
    [
        (signal.SIGTERM, 143, has_two_executors),
        (signal.SIGINT, 130, has_two_workers),
        (signal.SIGKILL, -signal.SIGKILL, has_two_workers),
    ],
)
def test_a_killed_run_leaves_nothing(
    number: signal.Signals,
    code: int,
    moment: Callable[[Path], bool],
    table: Path,
    environment: Dict[str, str],
    tmp_path: Path,
) -> None:
    env = {**environment, "TMPDIR": str(tmp_path)}
    command = [CLUSTER, *resample(table, tmp_path / "out")]
    with open(tmp_path / "said", "w") as said:
        cluster = subprocess.Popen(
            command, env=env, stdout=said, stderr=said, start_new_session=True, preexec_fn=heed_ctrl_c
        )
        await_true("it did not come so far", lambda: moment(tmp_path))
        # Ctrl-C goes to all processes of a terminal, other signals to the one that they are sent to.
        (os.killpg if number == signal.SIGINT else os.kill)(cluster.pid, number)
        assert cluster.wait(timeout=90) == code
    await_true("processes are left", lambda: processes(str(tmp_path)) == [], 90)
    assert [file.name for file in tmp_path.iterdir()] == ["said"]


@pytest.mark.parametrize(
    ("words", "settings", "message"),
    [
        ([], {}, "needs a command"),
        (["params"], {"SPARK_HOME": "/nowhere"}, "SPARK_HOME is /nowhere, but it has no bin/spark-class"),
        (["params"], {"SPARK_SMOTE_JAR": "/nowhere.jar"}, "there is no /nowhere.jar"),
    ],
)
def test_what_is_missing_is_named_before_anything_starts(
    words: List[str], settings: Dict[str, str], message: str, environment: Dict[str, str]
) -> None:
    done = run([CLUSTER, *words], env={**environment, **settings})
    assert done.returncode in (1, 2)
    assert message in done.stderr


def test_jupyter_never_starts_with_an_empty_token(environment: Dict[str, str], tmp_path: Path) -> None:
    fake = tmp_path / "jupyter"
    fake.write_text('#!/bin/sh\necho "token=$JUPYTER_TOKEN" "$PYSPARK_SUBMIT_ARGS" "$@"\n')
    fake.chmod(0o755)
    env = {**environment, "PATH": f"{tmp_path}:{environment['PATH']}"}
    for given in ({}, {"JUPYTER_TOKEN": ""}, {"JUPYTER_TOKEN": "mine"}):
        done = run([ENTRY, "jupyter"], env={**env, **given})
        token = done.stdout.split()[0].split("=")[1]
        assert token == "mine" if given.get("JUPYTER_TOKEN") else len(token) == 48
        assert "--master spark://master:7077" in done.stdout
