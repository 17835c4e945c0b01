# SPDX-License-Identifier: Apache-2.0
"""What notebooks and Spark's pages show of the library, as a browser sees it."""

import base64
import html
import io
import json
import re
import shutil
import subprocess

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if not CHROMIUM:
    pytest.skip("there is no chromium", allow_module_level=True)

RARE = "<b onclick='x'>rare & old</b>"

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update", "--disable-quic"]

# Leaves in the page what is seen of it, not what was written.
SEEN = """<script>
addEventListener("load", () => {
  const seen = {
    text: document.body.innerText,
    rows: [...document.querySelectorAll("tr")].map(row => [...row.cells].map(c => c.innerText)),
    images: [...document.images].map(image => [image.naturalWidth, image.naturalHeight]),
    bold: document.querySelectorAll("b").length,
  };
  const pre = document.createElement("pre");
  pre.id = "seen";
  pre.append(JSON.stringify(seen));
  document.body.append(pre);
});
</script>"""


def dom(address, folder):
    """The page behind an address, when its scripts have run."""
    command = [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}"]
    found = subprocess.run(
        [*command, "--virtual-time-budget=5000", "--dump-dom", address],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return found.stdout


def shown(folder, *outputs):
    """What a page with these outputs of cells shows."""
    page = folder / "page.html"
    body = "".join(f"<div>{output}</div>" for output in outputs)
    page.write_text(f"<!DOCTYPE html><html><body>{body}{SEEN}</body></html>", encoding="utf-8")
    seen = re.search('<pre id="seen">(.*)</pre>', dom(page.as_uri(), folder), re.S)[1]
    return json.loads(html.unescape(seen))


def image(axes):
    """A chart as notebooks embed it."""
    file = io.BytesIO()
    axes.figure.savefig(file, format="png", dpi=100)
    return f'<img src="data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"/>'


@pytest.fixture(scope="module")
def spark():
    import sparksmote

    builder = sparksmote.builder().master("local[2]").config("spark.ui.enabled", "true")
    settings = {"spark.ui.port": "0", "spark.sql.shuffle.partitions": "2"}
    settings |= dict.fromkeys(["spark.driver.host", "spark.driver.bindAddress"], "127.0.0.1")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def model(spark):
    from sparksmote import Smote

    rows = spark.range(400).selectExpr(
        "id % 20 AS x", "id * 7 % 13 AS y", f'IF(id % 8 = 0, "{RARE}", "common") AS kind'
    )
    return Smote(inputCols=["x", "y"], labelCol="kind", seed=42).fit(rows)


def test_summary_is_a_table_and_labels_are_text(model, tmp_path):
    seen = shown(tmp_path, model.summary._repr_html_())
    assert [row[:3] for row in seen["rows"][1:]] == [[RARE, "50", "300"], ["common", "350", "0"]]
    assert seen["bold"] == 0
    assert "50.00 % after" in seen["text"]


def test_measures_are_a_table(spark, tmp_path):
    from sparksmote import ImbalanceEvaluator

    scored = spark.range(10).selectExpr(
        "double(id < 2) AS label", "double(id < 1) AS prediction", "1 - id / 10 AS probability"
    )
    seen = shown(tmp_path, ImbalanceEvaluator().metrics(scored)._repr_html_())
    assert ["recall", "0.5000"] in seen["rows"]
    assert ["precision", "1.0000"] in seen["rows"]
    assert "20.000 % of class 1" in seen["text"]


def test_charts_are_pictures(model, tmp_path):
    pytest.importorskip("matplotlib").use("agg")
    from sparksmote import plot

    assert shown(tmp_path, image(plot.counts(model)))["images"] == [[640, 480]]


def test_jobs_say_what_they_do(spark, model, tmp_path):
    page = dom(spark.sparkContext.uiWebUrl + "/jobs/", tmp_path)
    assert "spark-smote: count classes (1 of 3)" in re.sub("<[^>]*>", "", page)
