# SPDX-License-Identifier: Apache-2.0
"""What the benchmark scripts write: the table of side_by_side.py, and pages of documentation."""

import datetime
import os
import pathlib
import re
import shlex
import sys

NAMES = {"ours": "spark-smote", "imblearn": "imbalanced-learn", "lsh": "MLlib LSH self-join"}
PACKAGES = ("imbalanced-learn", "scikit-learn", "numpy", "pyarrow")

HEADER = (
    "rows x features",
    "contender",
    "warm s",
    "cold s",
    "peak MB",
    "recall",
    "k-th distance ratio",
    "speed",
)

RULE = ("---",) * len(HEADER)

NOTES = """
* Every contender reads the file, doubles the class, k = {k}, and drops the rows. *cold s* is the first
  run in a process, start-up left out; *warm s* is the median of {runs} more for spark-smote, one more
  for the others. Contenders took turns; the fastest of {rounds} turns counts.
* *peak MB* is resident memory; a JVM takes what its heap of {heap} allows before it collects garbage.
* *recall* and *ratio* compare {sample:,} rows with an exact search; a class that spark-smote searches
  exactly has 1. Where the recipe finds fewer than k, the farthest found counts for the ratio.
* *speed* is the time of imbalanced-learn over that of the contender, warm, in the same run.
* imbalanced-learn gets all {cores} cores: `SMOTE(k_neighbors=NearestNeighbors(k + 1, n_jobs={cores}))`.
  Beyond {whole_up_to:,} rows its time is extrapolated: what its search takes for some of the rows among
  all, in proportion. Drawing the new rows would come on top. Its memory is then that of the search.
* The recipe joins the class with itself by `BucketedRandomProjectionLSH`, keeps the k nearest of each
  row by a window, and draws one. Its settings are those that compare the fewest pairs at a recall of
  {lsh_recall}, chosen with the true neighbours of {sample:,} rows in hand, which no user has.
* A process is ended after {limit} s, of which choosing the recipe's settings takes a part.
""".strip()


def best_seconds(figures):
    return figures.get("seconds_warm", figures.get("seconds_cold"))


def add_speed(results):
    reference = {(r["rows"], r["dims"]): r for r in results if r["contender"] == "imblearn"}
    for result in results:
        theirs, own = reference.get((result["rows"], result["dims"]), {}), best_seconds(result)
        if own and best_seconds(theirs):
            result["speed"] = best_seconds(theirs) / own
            result["speed_extrapolated"] = "extrapolated_from" in theirs


def cells(result):
    warm = seconds_text(result.get("seconds_warm"))
    if "extrapolated_from" in result:
        warm += f" (extrapolated from {result['extrapolated_from']:,} queries)"
    elif "ended" in result:
        warm = result["ended"].replace("|", "/")
    return (
        f"{result['rows']:,} x {result['dims']}",
        NAMES[result["contender"]],
        warm,
        seconds_text(result.get("seconds_cold")),
        number(result.get("peak_resident_mb"), ".0f"),
        number(result.get("recall"), ".2f"),
        number(result.get("mean_distance_ratio"), ".3f"),
        speed_text(result),
    )


def speed_text(result):
    speed = result.get("speed")
    text = number(speed, ".1f" if speed is None or speed >= 1 else ".2g")
    return text + " (extrapolated)" if result.get("speed_extrapolated") else text


def number(value, form):
    return "–" if value is None else format(value, form)


def seconds_text(value):
    return number(value, ".2f" if value is None or value < 10 else ",.1f")


def table(results):
    rows = [HEADER, *map(cells, results)]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def page(settings, results):
    """What stands between the markers; settings are the options of the command, and some more."""
    known = {key: value for result in results for key, value in result.items()}
    programs = ("python", *PACKAGES, "java", "spark")
    versions = ", ".join(f"{name} {known[name]}" for name in programs if name in known)
    return "\n".join(
        [
            f"```bash\n{command()}\n```\n",
            f"Written by that command on {datetime.date.today()}. Workload {settings['workload']};"
            f" {settings['cores']} of {os.cpu_count()} cores, {machine()}"
            f" (load {settings['load']}); {versions}.\n",
            *(f"| {' | '.join(row)} |" for row in (HEADER, RULE, *map(cells, results))),
            "",
            NOTES.format(**settings),
            *map(lsh_note, (result for result in results if "bucket_length" in result)),
        ]
    )


def lsh_note(result):
    return (
        f"* Recipe at {result['rows']:,} x {result['dims']}: bucket length"
        f" {result['bucket_length']:.2f}, {result['hash_tables']} hash tables, threshold"
        f" {result['threshold']:.2f}: {result['expected_pairs']:,} pairs expected."
        + (f" It made {result['made']:,} rows." if "made" in result else "")
    )


def machine():
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return f"{cpu[1] if cpu else 'unknown processor'}, {memory:.0f} GB memory"


def command():
    """The command that runs, as a user types it."""
    script = pathlib.Path(sys.argv[0]).name
    return shlex.join([f"spark-smote-examples/benchmarks/{script}", *sys.argv[1:]])


def written(where, lines):
    """Lines with the command that measured them, its day and its machine."""
    when = f"Written by that command on {datetime.date.today()}"
    return "\n".join([f"```bash\n{command()}\n```\n", f"{when}; {where}.\n", *lines])


def write_between_markers(path, name, text):
    """Replaces what stands between the markers; a page without them gets a section at its end."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    before = path.read_text() if path.exists() else ""
    if begin not in before:
        title = name.replace("-", " ").capitalize()
        before = f"{before.rstrip()}\n\n## {title}\n\n{begin}\n{end}\n".lstrip()
    head, rest = before.split(begin, 1)
    tail = rest.split(end, 1)[1]
    path.write_text(f"{head}{begin}\n{text}\n{end}{tail}")
