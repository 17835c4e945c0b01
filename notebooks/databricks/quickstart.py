# Databricks notebook source
# MAGIC %md
# MAGIC # Quick start
# MAGIC
# MAGIC Four hundred payments, of which one in eight is a fraud: too few for a classifier to care about. SMOTE adds synthetic
# MAGIC frauds, each on the line between a real one and one of its nearest neighbours.
# MAGIC
# MAGIC `sparksmote` is one wheel with the jar inside. `attach` adds the jar to a session that already runs, as on a cluster
# MAGIC where the wheel is installed as a library. The cluster must run Java 17 or newer.

# COMMAND ----------

import sparksmote

sparksmote.attach(spark)
sparksmote.check(spark)

# COMMAND ----------

# MAGIC %md
# MAGIC ## The table

# COMMAND ----------

train = spark.range(400).selectExpr(
    "cast(id % 20 as double) AS x", "cast(id * 7 % 13 as double) AS y", "id % 8 = 0 AS fraud"
)
display(train.groupBy("fraud").count().orderBy("fraud"))

counts = {row["fraud"]: row["count"] for row in train.groupBy("fraud").count().collect()}
assert counts == {False: 350, True: 50}, counts

# COMMAND ----------

# MAGIC %md
# MAGIC ## More frauds
# MAGIC
# MAGIC `samplingStrategy=0.5` asks for half as many frauds as other payments: 175. Other values are `"auto"` (as many as the
# MAGIC largest class has) and totals such as `{"true": 300}`. `syntheticCol` adds a column that marks the new rows.

# COMMAND ----------

from sparksmote import Smote

smote = Smote(
    inputCols=["x", "y"], labelCol="fraud", samplingStrategy=0.5, syntheticCol="synthetic", seed=42
)
balanced = smote.fit_resample(train)
display(balanced.groupBy("fraud", "synthetic").count().orderBy("fraud", "synthetic"))

assert balanced.filter("fraud").count() == 175
assert balanced.filter("synthetic").count() == 125

# COMMAND ----------

# MAGIC %md
# MAGIC Every original row comes out once, unchanged. Synthetic rows are all frauds, and lie among the real ones.

# COMMAND ----------

original = balanced.filter("NOT synthetic").drop("synthetic")
assert original.count() == 400
assert original.exceptAll(train).count() == 0
assert balanced.filter("synthetic AND NOT fraud").count() == 0

borders = train.filter("fraud").selectExpr("min(x)", "max(x)", "min(y)", "max(y)").head()
made = balanced.filter("synthetic").selectExpr("min(x)", "max(x)", "min(y)", "max(y)").head()
assert made[0] >= borders[0] and made[1] <= borders[1]
assert made[2] >= borders[2] and made[3] <= borders[3]

# COMMAND ----------

from sparksmote import plot

axes = plot.scatter(balanced, ["x", "y"])
axes.set_title("Frauds are made between frauds")
assert [len(points.get_offsets()) for points in axes.collections] == [400, 125]

# COMMAND ----------

# MAGIC %md
# MAGIC ## What was made
# MAGIC
# MAGIC `fit` plans the rows, and its model tells what they are. In a notebook the summary is a table.

# COMMAND ----------

model = smote.fit(train)
summary = model.summary
frauds = summary.classes[1]
assert (frauds.label, frauds.had, frauds.made, frauds.has) == ("true", 50, 125, 175)
assert frauds.search == "exact"
summary

# COMMAND ----------

# MAGIC %md
# MAGIC ## Before a classifier
# MAGIC
# MAGIC Only training data may be resampled. In a `ResamplingPipeline` samplers act while it fits, and the fitted model holds
# MAGIC none: it scores the 400 rows that it is given, and no more.

# COMMAND ----------

from pyspark.ml.classification import LogisticRegression
from pyspark.ml.feature import VectorAssembler
from sparksmote import ResamplingPipeline

pipeline = ResamplingPipeline(
    stages=[
        VectorAssembler(inputCols=["x", "y"], outputCol="features"),
        Smote(labelCol="label", seed=42),
        LogisticRegression(maxIter=5),
    ]
)
payments = train.selectExpr("x", "y", "cast(fraud as int) AS label")
fitted = pipeline.fit(payments)
print([type(stage).__name__ for stage in fitted.stages])

assert [type(stage).__name__ for stage in fitted.stages] == ["VectorAssembler", "LogisticRegressionModel"]
assert fitted.transform(payments).count() == 400

# COMMAND ----------

# MAGIC %md
# MAGIC ## The same rows everywhere
# MAGIC
# MAGIC The same rows, settings and seed give the same synthetic rows, on any cluster and from any language. This sum over all
# MAGIC rows is the same in the Jupyter, Databricks and Zeppelin forms of this notebook, in Python and in Scala.

# COMMAND ----------

digest = balanced.selectExpr("sum(pmod(xxhash64(x, y, fraud, synthetic), 1000003))").head()[0]
print(digest)
assert digest == 252909983, digest
