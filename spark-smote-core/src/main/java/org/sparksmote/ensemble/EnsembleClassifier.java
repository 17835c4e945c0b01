// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.params.ParamCheck;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.internal.strategy.StrategyTotals;
import org.sparksmote.sampler.Sampler;

/**
 * What ensembles have in common: each member is a copy of one classifier of Spark's or another's,
 * which learns from a balanced bag of its own, and the ensemble says the mean of what they say.
 *
 * <p>Bags hold original rows, unless an own {@code sampler} makes others, and follow from content,
 * settings and seed, on any cluster and partitioning. A bag is persisted while its member learns,
 * and released then, also after a failure. Copies of the estimator and the sampler get a seed for
 * each member and the columns of the ensemble; what else was set in them counts. A param map, as of
 * a {@code CrossValidator}, may also name params of theirs.
 *
 * <p>Labels are class indices as doubles, 0 to C - 1, each of which has rows; {@code StringIndexer}
 * makes them.
 *
 * @param <E> the subclass
 * @param <M> its model
 */
public abstract class EnsembleClassifier<
        E extends EnsembleClassifier<E, M>, M extends EnsembleModel<M>>
    extends ProbabilisticClassifier<Vector, E, M> implements MLWritable {

  private static final long serialVersionUID = 1L;

  private @Nullable String uid; // without a value here: it is taken before one would be set
  private final EnsembleParamSet params;

  /**
   * A stage.
   *
   * @param learner the default of the param estimator
   * @param learners the classifiers that it takes
   * @param said what they are, in words
   */
  EnsembleClassifier(
      EarlyUid uid, ProbabilisticClassifier<Vector, ?, ?> learner, Class<?> learners, String said) {
    params = new EnsembleParamSet(this, learners, said);
    setDefault(params.estimator, learner);
  }

  abstract M model(List<ProbabilisticClassificationModel<Vector, ?>> members);

  /** What a member's copy of the estimator is set to, besides seed and columns. */
  Map<String, Object> ofMember(ProbabilisticClassifier<Vector, ?, ?> learner) {
    return Map.of();
  }

  @SuppressWarnings("unchecked") // the subclass is E
  private E self() {
    return (E) this;
  }

  @Override
  public final String uid() {
    String known = uid;
    if (known == null) {
      known = EarlyUid.take();
      uid = known;
    }

    return known;
  }

  /** The classifier of which every member is a copy. */
  public Param<ProbabilisticClassifier<Vector, ?, ?>> estimator() {
    return params.estimator;
  }

  /** Sets the classifier of which every member is a copy. */
  public E setEstimator(ProbabilisticClassifier<Vector, ?, ?> value) {
    set(params.estimator, value);
    return self();
  }

  /** The classifier of which every member is a copy; the default one can be changed too. */
  public ProbabilisticClassifier<Vector, ?, ?> getEstimator() {
    return getOrDefault(params.estimator);
  }

  /** The sampler that makes the bags. */
  public Param<Sampler> sampler() {
    return params.sampler;
  }

  /**
   * Sets the sampler that makes the bags, a copy for each, of all rows and columns; by default rows
   * are taken away by samplingStrategy and withReplacement, which an own sampler has itself.
   */
  public E setSampler(Sampler value) {
    set(params.sampler, value);
    return self();
  }

  /** The sampler that makes the bags; fails if there is none of the user's. */
  public Sampler getSampler() {
    return getOrDefault(params.sampler);
  }

  boolean hasSampler() {
    return isSet(params.sampler);
  }

  /** How many members there are. */
  public IntParam numEstimators() {
    return params.numEstimators;
  }

  /** Sets how many members there are. */
  public E setNumEstimators(int value) {
    set(params.numEstimators, value);
    return self();
  }

  /** The number of members. */
  public int getNumEstimators() {
    return ((Number) getOrDefault(params.numEstimators)).intValue();
  }

  /** How many members are trained at once. */
  public IntParam parallelism() {
    return params.parallelism;
  }

  /** Sets how many members are trained at once, at most; default 1. The result is the same. */
  public E setParallelism(int value) {
    set(params.parallelism, value);
    return self();
  }

  /** The members that are trained at once, at most. */
  public int getParallelism() {
    return ((Number) getOrDefault(params.parallelism)).intValue();
  }

  /** The random seed. */
  public LongParam seed() {
    return params.seed;
  }

  /** Sets the seed, from which each member gets one for its sampler and one for its estimator. */
  public E setSeed(long value) {
    set(params.seed, value);
    return self();
  }

  /** The seed in use. */
  public long getSeed() {
    return ((Number) getOrDefault(params.seed)).longValue();
  }

  /** Which classes shrink in a bag, and to what size. */
  public Param<String> samplingStrategy() {
    return params.samplingStrategy;
  }

  /**
   * Sets the strategy: {@code auto} (= {@code not minority}), {@code majority}, {@code not
   * minority}, {@code not majority}, {@code all}, which cut these classes to the size of the
   * smallest, {@code none}, a ratio such as {@code "0.5"}, or a JSON object from label to wanted
   * total such as {@code {"0": 50000}}.
   */
  public E setSamplingStrategy(String value) {
    set(params.samplingStrategy, value);
    return self();
  }

  /** Sets the ratio minority / majority in a bag, in (0, 1]; two classes only. */
  public E setSamplingStrategy(double ratio) {
    return setSamplingStrategy(Double.toString(ratio));
  }

  /** Sets the wanted total of rows per label; classes that are not named are not touched. */
  public E setSamplingStrategy(Map<?, ? extends Number> totals) {
    return setSamplingStrategy(StrategyTotals.json(ParamCheck.notNull("samplingStrategy", totals)));
  }

  /** The strategy as text. */
  public String getSamplingStrategy() {
    return getOrDefault(params.samplingStrategy);
  }

  /** Whether the rows of a bag are drawn with replacement. */
  public BooleanParam withReplacement() {
    return params.withReplacement;
  }

  /** Sets whether the rows of a bag are drawn with replacement. */
  public E setWithReplacement(boolean value) {
    set(params.withReplacement, value);
    return self();
  }

  /** Whether the rows of a bag are drawn with replacement. */
  public boolean getWithReplacement() {
    return (Boolean) getOrDefault(params.withReplacement);
  }

  /** Column of case weights. */
  public Param<String> weightCol() {
    return params.weightCol;
  }

  /** Sets the column of case weights, for an estimator that has a weightCol. */
  public E setWeightCol(String value) {
    set(params.weightCol, value);
    return self();
  }

  /** The column of case weights; fails if there is none. */
  public String getWeightCol() {
    return getOrDefault(params.weightCol);
  }

  /**
   * The schema with the columns of the predictions.
   *
   * @throws org.sparksmote.errors.SmoteException if labels are no numbers, or if the estimator or
   *     the sampler do not do what settings ask of them
   */
  @Override
  public StructType transformSchema(StructType schema) {
    new MemberStages(this).check(schema);
    return super.transformSchema(schema);
  }

  /** What {@code fit} calls. */
  @Override
  public M train(Dataset<?> dataset) {
    return Sessions.of(dataset, () -> model(new Training(this, dataset).members()));
  }

  /** A copy whose estimator and sampler are copies too, with those settings that are theirs. */
  @Override
  @SuppressWarnings("unchecked") // a copy is of the same class
  public E copy(ParamMap extra) {
    EnsembleClassifier<E, M> copy = (EnsembleClassifier<E, M>) defaultCopy(extra);
    ProbabilisticClassifier<Vector, ?, ?> learner = copy.getEstimator().copy(extra);
    if (copy.isSet(copy.estimator())) {
      copy.setEstimator(learner);
    } else {
      copy.setDefault(copy.estimator(), learner);
    }

    return copy.hasSampler()
        ? copy.setSampler((Sampler) copy.getSampler().copy(extra))
        : copy.self();
  }

  /**
   * A writer.
   *
   * @throws org.sparksmote.errors.SmoteException at once, if estimator or sampler cannot be saved
   */
  @Override
  public MLWriter write() {
    return EnsembleIo.writer(this);
  }
}
