// Databricks notebook source
// MAGIC %md
// MAGIC # Quick start
// MAGIC
// MAGIC Four hundred payments, of which one in eight is a fraud: too few for a classifier to care about. SMOTE adds synthetic
// MAGIC frauds, each on the line between a real one and one of its nearest neighbours.
// MAGIC
// MAGIC The cluster needs the jar `spark-smote-core` as a library, and Java 17 or newer.

// COMMAND ----------

val train = spark.range(400).selectExpr(
  "cast(id % 20 as double) AS x", "cast(id * 7 % 13 as double) AS y", "id % 8 = 0 AS fraud")
train.groupBy("fraud").count().orderBy("fraud").show()

assert(train.filter("fraud").count() == 50 && train.filter("NOT fraud").count() == 350)

// COMMAND ----------

// MAGIC %md
// MAGIC ## More frauds
// MAGIC
// MAGIC `setSamplingStrategy(0.5)` asks for half as many frauds as other payments: 175. Other values are `"auto"` (as many as the
// MAGIC largest class has) and totals by label. `setSyntheticCol` adds a column that marks the new rows.

// COMMAND ----------

import org.sparksmote.Smote

val smote = new Smote()
  .setInputCols("x", "y")
  .setLabelCol("fraud")
  .setSamplingStrategy(0.5)
  .setSyntheticCol("synthetic")
  .setSeed(42L)
val balanced = smote.fitResample(train)
balanced.groupBy("fraud", "synthetic").count().orderBy("fraud", "synthetic").show()

assert(balanced.filter("fraud").count() == 175)
assert(balanced.filter("synthetic").count() == 125)

// COMMAND ----------

// MAGIC %md
// MAGIC Every original row comes out once, unchanged. Synthetic rows are all frauds, and lie among the real ones.

// COMMAND ----------

val original = balanced.filter("NOT synthetic").drop("synthetic")
assert(original.count() == 400)
assert(original.exceptAll(train).count() == 0)
assert(balanced.filter("synthetic AND NOT fraud").count() == 0)

val limits = Seq("min(x)", "max(x)", "min(y)", "max(y)")
val borders = train.filter("fraud").selectExpr(limits: _*).head()
val made = balanced.filter("synthetic").selectExpr(limits: _*).head()
assert(made.getDouble(0) >= borders.getDouble(0) && made.getDouble(1) <= borders.getDouble(1))
assert(made.getDouble(2) >= borders.getDouble(2) && made.getDouble(3) <= borders.getDouble(3))

// COMMAND ----------

// MAGIC %md
// MAGIC ## What was made
// MAGIC
// MAGIC `fit` plans the rows, and its model tells what they are.

// COMMAND ----------

val model = smote.fit(train)
println(model.summary())

val frauds = model.summary().classes().get(1)
assert(frauds.label() == "true" && frauds.search() == "exact")
assert(frauds.had() == 50 && frauds.made() == 125)

// COMMAND ----------

// MAGIC %md
// MAGIC ## Before a classifier
// MAGIC
// MAGIC Only training data may be resampled. In a `ResamplingPipeline` samplers act while it fits, and the fitted model holds
// MAGIC none: it scores the 400 rows that it is given, and no more.

// COMMAND ----------

import org.apache.spark.ml.PipelineStage
import org.apache.spark.ml.classification.LogisticRegression
import org.apache.spark.ml.feature.VectorAssembler
import org.sparksmote.ResamplingPipeline

val assembler = new VectorAssembler().setInputCols(Array("x", "y")).setOutputCol("features")
val pipeline = new ResamplingPipeline().setStages(
  Array[PipelineStage](assembler, new Smote().setSeed(42L), new LogisticRegression().setMaxIter(5)))
val payments = train.selectExpr("x", "y", "cast(fraud as int) AS label")
val fitted = pipeline.fit(payments)
println(fitted.stages.map(_.getClass.getSimpleName).mkString(", "))

assert(fitted.stages.map(_.getClass.getSimpleName).toSeq == Seq("VectorAssembler", "LogisticRegressionModel"))
assert(fitted.transform(payments).count() == 400)

// COMMAND ----------

// MAGIC %md
// MAGIC ## The same rows everywhere
// MAGIC
// MAGIC The same rows, settings and seed give the same synthetic rows, on any cluster and from any language. This sum over all
// MAGIC rows is the same in the Jupyter, Databricks and Zeppelin forms of this notebook, in Python and in Scala.

// COMMAND ----------

val digest = balanced.selectExpr("sum(pmod(xxhash64(x, y, fraud, synthetic), 1000003))").head().getLong(0)
println(digest)
assert(digest == 252909983L, digest)
