# Databricks notebook source
# MAGIC %md
# MAGIC # Fraud: from raw columns to a threshold
# MAGIC
# MAGIC A month of card payments, some hundred frauds among tens of thousands of rows. Columns are raw: texts, amounts, flags.
# MAGIC The month is split by day, as a bank would have to: it learns from days 1 to 18, chooses a threshold on days 19 to 24, and
# MAGIC days 25 to 30 are looked at once, at the end.

# COMMAND ----------

import sparksmote

sparksmote.attach(spark)

# COMMAND ----------

# MAGIC %md
# MAGIC ## The payments
# MAGIC
# MAGIC They are generated, so that the notebook needs no file: every value follows from the number of the row. How likely a
# MAGIC payment is a fraud depends on its amount, channel and merchant, on the hour, and on the age of the account.

# COMMAND ----------

def uniform(name):
    return f"(pmod(xxhash64(id, '{name}'), 1000003) + 1) / 1000004D"


def normal(name):
    return f"sqrt(-2 * ln({uniform(name + '1')})) * cos(2 * pi() * {uniform(name + '2')})"


def one_of(name, *texts):
    quoted = ", ".join(f"'{text}'" for text in texts)
    return f"element_at(array({quoted}), cast({len(texts)} * {uniform(name)} as int) + 1)"


ROWS = 40_000
payments = spark.range(ROWS).selectExpr(
    "id",
    f"cast(id * 30 div {ROWS} as int) + 1 AS day",
    f"cast(24 * {uniform('hour')} as int) AS hour",
    f"round(exp(3.4 + 1.1 * {normal('amount')}), 2) AS amount",
    one_of("merchant", "grocery", "fuel", "travel", "electronics", "gambling", "clothes") + " AS merchant",
    one_of("channel", "chip", "contactless", "web", "phone") + " AS channel",
    f"{uniform('abroad')} < 0.08 AS abroad",
    f"cast(exp(5 + 1.2 * {normal('age')}) as int) AS account_days",
)
score = """-6.9 + 0.9 * (ln(amount) - 3.4) - 0.6 * (ln(account_days + 1) - 5)
    + if(channel = 'web', 1.4, 0) + if(abroad, 1.6, 0) + if(hour < 5, 1.5, 0)
    + if(merchant IN ('electronics', 'gambling'), 1.2, 0)"""
payments = payments.selectExpr("*", f"int({uniform('fraud')} < 1 / (1 + exp(-({score})))) AS fraud").cache()

display(payments.filter("fraud = 1"))

# COMMAND ----------

train = payments.filter("day <= 18").cache()
validation = payments.filter("day BETWEEN 19 AND 24").cache()
test = payments.filter("day >= 25").cache()

for name, part in (("train", train), ("validation", validation), ("test", test)):
    print(f"{name:10} {part.count():6,} payments, {part.filter('fraud = 1').count():4} frauds")

assert train.count() + validation.count() + test.count() == ROWS
share = payments.filter("fraud = 1").count() / ROWS
assert 0.005 < share < 0.02, share

# COMMAND ----------

# MAGIC %md
# MAGIC ## The pipeline
# MAGIC
# MAGIC `smotenc` takes raw columns: numbers lie between those of two neighbours, texts and flags are the most frequent among the
# MAGIC neighbours. Nothing has to be indexed before it. `standardize="minmax"` scales numbers for the distance only. A column
# MAGIC that is no feature, such as `id`, is null in synthetic rows.
# MAGIC
# MAGIC With `samplingStrategy="none"` the same pipeline learns from the rows as they are. That is the one to beat.

# COMMAND ----------

from pyspark.ml.classification import LogisticRegression
from pyspark.ml.feature import OneHotEncoder, SQLTransformer, StringIndexer, VectorAssembler
from sparksmote import ResamplingPipeline, Smote

numbers, flags, texts = ["log_amount", "log_days"], ["night", "abroad"], ["merchant", "channel"]

columns = SQLTransformer(
    statement="SELECT *, ln(amount) AS log_amount, ln(account_days + 1) AS log_days, hour < 5 AS night FROM __THIS__"
)
smote = Smote(
    variant="smotenc",
    inputCols=numbers + flags + texts,
    labelCol="fraud",
    samplingStrategy=0.3,
    standardize="minmax",
    seed=7,
)
indexed, encoded = [t + "_index" for t in texts], [t + "_hot" for t in texts]
pipeline = ResamplingPipeline(
    stages=[
        columns,
        smote,
        StringIndexer(inputCols=texts, outputCols=indexed),
        OneHotEncoder(inputCols=indexed, outputCols=encoded),
        VectorAssembler(inputCols=numbers + flags + encoded, outputCol="features"),
        LogisticRegression(labelCol="fraud"),
    ]
)
resampled = pipeline.fit(train)
plain = pipeline.fit(train, {smote.samplingStrategy: "none"})

# COMMAND ----------

# MAGIC %md
# MAGIC What the sampler did: three frauds to ten other payments, and nothing to the others.

# COMMAND ----------

from sparksmote import plot

model = smote.fit(columns.transform(train))
others, frauds = model.summary.classes
assert others.made == 0
assert frauds.has == int(0.3 * others.had)

axes = plot.counts(model)
axes.set_title("Payments that the classifier learns from")
assert len(axes.patches) == 4

# COMMAND ----------

# MAGIC %md
# MAGIC The fitted pipeline holds no sampler: validation and test days keep their rows.

# COMMAND ----------

assert not any("Smote" in type(stage).__name__ for stage in resampled.stages)
assert resampled.transform(validation).count() == validation.count()

# COMMAND ----------

# MAGIC %md
# MAGIC ## How well do they rank?
# MAGIC
# MAGIC Average precision, on the validation days, needs no threshold. For this learner and this table SMOTE hardly changes it:
# MAGIC a logistic regression ranks payments the same way whether frauds are rare or not.

# COMMAND ----------

from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.functions import vector_to_array

evaluator = BinaryClassificationEvaluator(labelCol="fraud", metricName="areaUnderPR")


def scored(fitted, part):
    rows = fitted.transform(part).withColumn("p", vector_to_array("probability")[1])
    return rows.select("rawPrediction", "p", "fraud", "amount").cache()


on_validation = {"as they are": scored(plain, validation), "smotenc": scored(resampled, validation)}
precision = {name: evaluator.evaluate(rows) for name, rows in on_validation.items()}
print(precision)

validation_share = validation.filter("fraud = 1").count() / validation.count()
assert all(value > 5 * validation_share for value in precision.values())
assert abs(precision["smotenc"] - precision["as they are"]) < 0.03

# COMMAND ----------

# MAGIC %md
# MAGIC ## The threshold
# MAGIC
# MAGIC A missed fraud costs its amount, an alarm costs 5 for the call to the customer, whether it is right or not. What a
# MAGIC threshold costs is summed over the validation days, and the cheapest one is taken. Test days have no say in it.

# COMMAND ----------

import numpy as np

ALARM = 5.0


def arrays(rows):
    table = rows.select("p", "fraud", "amount").toPandas()
    return table["p"].to_numpy(), table["fraud"].to_numpy() == 1, table["amount"].to_numpy()


def cost(p, fraud, amount, threshold):
    alarm = p >= threshold
    return ALARM * alarm.sum() + amount[fraud & ~alarm].sum()


thresholds = np.logspace(-3, 0, 121)
known = {name: arrays(rows) for name, rows in on_validation.items()}
curves = {name: [cost(*table, t) for t in thresholds] for name, table in known.items()}
chosen = {name: float(thresholds[np.argmin(costs)]) for name, costs in curves.items()}
print(chosen)

assert 0.001 < chosen["as they are"] < chosen["smotenc"] < 1

# COMMAND ----------

from matplotlib import pyplot

figure, axes = pyplot.subplots()
for name, costs in curves.items():
    (line,) = axes.semilogx(thresholds, costs, label=name)
    axes.axvline(chosen[name], color=line.get_color(), linestyle=":")
axes.axvline(0.5, color="0.7")
axes.set_xlabel("threshold")
axes.set_ylabel("cost on the validation days")
axes.legend()
assert len(axes.lines) == 5

# COMMAND ----------

# MAGIC %md
# MAGIC The pictures show it: SMOTE moves the cheapest threshold, which for the rows as they are is far below one half.
# MAGIC
# MAGIC ## The test days, once

# COMMAND ----------

results = {}
for name, fitted in (("as they are", plain), ("smotenc", resampled)):
    p, fraud, amount = arrays(scored(fitted, test))
    for threshold in (0.5, chosen[name]):
        found = (p >= threshold)[fraud].mean()
        results[name, threshold == 0.5] = cost(p, fraud, amount, threshold)
        print(f"{name:12} threshold {threshold:5.3f}: cost {results[name, threshold == 0.5]:8,.0f}, {found:4.0%} of frauds found")
nothing = amount[fraud].sum()
print(f"without any alarm: {nothing:,.0f}")

# COMMAND ----------

# MAGIC %md
# MAGIC * At a threshold of one half, the model of the rows as they are saves next to nothing; SMOTE makes that threshold useful.
# MAGIC * With thresholds that were chosen on the validation days the two cost about the same.
# MAGIC
# MAGIC So choose a threshold first, whatever the sampler: it is most of the gain. Other learners and other tables can gain from
# MAGIC SMOTE what this one does not; put `samplingStrategy` into the grid of a `CrossValidator` and see.

# COMMAND ----------

assert results["as they are", True] > 0.9 * nothing
assert results["smotenc", True] < 0.6 * results["as they are", True]
assert results["as they are", False] < 0.8 * results["as they are", True]
assert abs(results["smotenc", False] - results["as they are", False]) < 0.1 * results["as they are", False]
