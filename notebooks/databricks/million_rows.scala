// Databricks notebook source
// MAGIC %md
// MAGIC # A million rows
// MAGIC
// MAGIC A class that does not fit one task is searched approximately, by several tasks at once. This notebook makes a million
// MAGIC rows, one in ten of them a fraud, resamples them, and measures how near the neighbours are to the true ones.
// MAGIC
// MAGIC The variable `NOTEBOOK_ROWS` of the environment takes another number of rows.

// COMMAND ----------

val rows = sys.env.getOrElse("NOTEBOOK_ROWS", "1000000").toLong

def uniform(name: String) = s"(pmod(xxhash64(id, '$name'), 1000003) + 1) / 1000004D"
def normal(name: String) =
  s"sqrt(-2 * ln(${uniform(name + "1")})) * cos(2 * pi() * ${uniform(name + "2")})"

val features = (0 until 8).map(i => s"x$i")
val columns = features.map(x => s"${normal(x)} + if(id % 10 = 0, 1, 0) AS $x")
val train = spark.range(rows).selectExpr(columns :+ "id % 10 = 0 AS fraud": _*).cache()

assert(train.count() == rows)
assert(train.filter("fraud").count() == (rows + 9) / 10)

// COMMAND ----------

// MAGIC %md
// MAGIC ## Resample
// MAGIC
// MAGIC `fit` counts the classes and plans; the rows are made by whoever reads them. The time depends on the machine, so it is
// MAGIC shown, and nothing is claimed about it.

// COMMAND ----------

import org.sparksmote.Smote

val smote = new Smote()
  .setInputCols(features: _*)
  .setLabelCol("fraud")
  .setSamplingStrategy(0.5)
  .setSyntheticCol("synthetic")
  .setSeed(42L)
val began = System.nanoTime()
val model = smote.fit(train)
val balanced = model.transform(train).cache()
val made = balanced.filter("synthetic").count()
println(f"$rows%,d rows in, $made%,d made, ${(System.nanoTime() - began) / 1e9}%.1f s")

val frauds = (rows + 9) / 10
assert(made == (rows - frauds) / 2 - frauds)
assert(balanced.filter("NOT synthetic").count() == rows)

// COMMAND ----------

// MAGIC %md
// MAGIC ## How near are the neighbours?
// MAGIC
// MAGIC The summary says that the frauds were searched approximately. `neighborQuality` compares a sample with the exact search.
// MAGIC SMOTE draws one of five neighbours: `effectiveK` is the k at which an exact search has partners as far away. Within
// MAGIC a task the search aims at less than 6, and borders between tasks cost a little more. Here it stays below 7.5, and the
// MAGIC fifth neighbour is, on average, less than a tenth farther away than the true one.

// COMMAND ----------

println(model.summary())
val quality = model.neighborQuality(train, 1000, 8).get("true")
println(quality)

assert(model.summary().classes().get(1).search() != "exact")
assert(quality.sampled() > 0)
assert(quality.effectiveK() >= 5 && quality.effectiveK() < 7.5)
assert(quality.meanDistanceRatio() < 1.1)

// COMMAND ----------

// MAGIC %md
// MAGIC ## Do the new rows look like the old ones?
// MAGIC
// MAGIC Synthetic frauds have the means of the real ones, and spread a little less: a row between two rows is nearer to the
// MAGIC middle than they are.

// COMMAND ----------

val stats = Seq("avg(x0)", "stddev(x0)")
val real = train.filter("fraud").selectExpr(stats: _*).head()
val synthetic = balanced.filter("synthetic").selectExpr(stats: _*).head()
println(s"mean and standard deviation of x0: real $real, synthetic $synthetic")

assert(math.abs(real.getDouble(0) - synthetic.getDouble(0)) < 0.05)
assert(synthetic.getDouble(1) < real.getDouble(1) && synthetic.getDouble(1) > 0.7 * real.getDouble(1))
balanced.unpersist()
train.unpersist()
