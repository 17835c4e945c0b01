# SPDX-License-Identifier: Apache-2.0
"""What the scripts that compare contenders need first: packages, generated files, options."""

import argparse
import pathlib
import re
import subprocess
import sys
import venv

from launcher import LAUNCHER, MODULE

HERE = pathlib.Path(__file__).resolve().parent
PAGE = MODULE.parent / "docs" / "benchmarks.md"
WORK = MODULE / "target" / "side-by-side"


def tell(text):
    print(text, file=sys.stderr, flush=True)


def build():
    """Makes the directory to work in, and the job's jar unless it is there."""
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)


def python(name, requirements):
    """The interpreter of a virtual environment below target, with what a file of pins names."""
    place = MODULE / "target" / name
    wanted = (HERE / requirements).read_text()
    installed = place / "installed.txt"  # written last, so that it stands for a complete one
    if not (installed.is_file() and installed.read_text() == wanted):
        tell(f"installing what {requirements} names into {place} ...")
        venv.create(place, clear=True, with_pip=True)
        pip = [place / "bin" / "python", "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--requirement", HERE / requirements], check=True)
        installed.write_text(wanted)
    return place / "bin" / "python"


def generated(workload, rows, dims):
    """The directory with the data, made unless an earlier run did: it appears complete or not."""
    data = WORK / f"{workload}-{rows}x{dims}"
    if not data.is_dir():
        tell(f"generating {rows:,} x {dims} ...")
        shape = ["--workload", workload, "--rows", str(rows), "--dims", str(dims)]
        subprocess.run([LAUNCHER, "generate", *shape, "--output", data], check=True)
    return data


def sizes(text):
    pairs = [re.fullmatch(r"(\d+)x(\d+)", size) for size in text.split(",")]
    if not all(pairs):
        raise argparse.ArgumentTypeError(f"{text} is no list like 100000x30,1000000x10")
    return [(int(pair[1]), int(pair[2])) for pair in pairs]


def names_of(known):
    """A type for options that are a list of some of the known names."""

    def names(text):
        given = text.split(",")
        if not set(given) <= set(known):
            raise argparse.ArgumentTypeError(f"{text} is no list of {', '.join(known)}")
        return given

    return names


def optional_path(text):
    return pathlib.Path(text) if text else None
