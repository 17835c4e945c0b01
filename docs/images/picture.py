# SPDX-License-Identifier: Apache-2.0
"""Draws picture.png: a small two-dimensional table before and after `spark-smote resample`.

Needs matplotlib (pip install matplotlib). Run from anywhere: python docs/images/picture.py
"""

import csv
import glob
import math
import pathlib
import random
import subprocess
import tempfile

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  (the backend is chosen first)

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = HERE.parents[1] / "spark-smote-examples" / "bin" / "spark-smote"
GREY, RED, ORANGE = "#b8c0cc", "#c62828", "#ffab40"


def table(majority=900, minority=60):
    """Two half moons, the second one rare."""
    draw = random.Random(7)
    for i in range(majority + minority):
        rare = i >= majority
        angle = draw.random() * math.pi
        x = (1 - math.cos(angle)) if rare else math.cos(angle)
        y = (0.45 - math.sin(angle)) if rare else math.sin(angle)
        yield x + draw.gauss(0, 0.12), y + draw.gauss(0, 0.12), int(rare)


def resample(folder):
    source, target = folder / "moons.csv", folder / "balanced"
    with source.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["x", "y", "label"])
        writer.writerows(table())
    subprocess.run(
        [LAUNCHER, "resample", "--input", source, "--label-col", "label", "--output", target,
         "--strategy", "0.5", "--synthetic-col", "synthetic", "--format", "csv"],
        check=True,
    )
    for part in glob.glob(str(target / "*.csv")):
        with open(part, newline="") as rows:
            yield from csv.DictReader(rows)


def draw(rows):
    figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), sharex=True, sharey=True, dpi=110)
    common = [r for r in rows if r["label"] == "0"]
    rare = [r for r in rows if r["label"] == "1" and r["synthetic"] == "false"]
    made = [r for r in rows if r["synthetic"] == "true"]

    def scatter(axis, part, colour, size, label):
        xy = [(float(r["x"]), float(r["y"])) for r in part]
        axis.scatter(*zip(*xy), s=size, c=colour, linewidths=0, label=f"{len(part)} {label}")

    for axis, title in zip(axes, ["before", "after: samplingStrategy = 0.5"]):
        scatter(axis, common, GREY, 9, "majority")
        if axis is axes[1]:
            scatter(axis, made, ORANGE, 9, "synthetic")
        scatter(axis, rare, RED, 14, "minority")
        axis.set_title(title, fontsize=11)
        axis.set_xticks([])
        axis.set_yticks([])
        axis.legend(loc="upper right", fontsize=8, framealpha=0.9)
        for spine in axis.spines.values():
            spine.set_color(GREY)
    figure.tight_layout()
    figure.savefig(HERE / "picture.png")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        draw(list(resample(pathlib.Path(folder))))
