// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.ensemble;

import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.params.ParamMaker;
import scala.Tuple3;

/**
 * A fitted ensemble. The probability of a class is the mean of the probabilities that its members
 * give, and the raw prediction is their sum, as in Spark's forests.
 *
 * @param <M> the subclass
 */
public abstract class EnsembleModel<M extends EnsembleModel<M>>
    extends ProbabilisticClassificationModel<Vector, M> implements MLWritable {

  private static final long serialVersionUID = 1L;

  private @Nullable String uid; // without a value here: it is taken before one would be set
  private final List<ProbabilisticClassificationModel<Vector, ?>> members;
  private final IntParam numEstimators;

  EnsembleModel(EarlyUid uid, List<ProbabilisticClassificationModel<Vector, ?>> members) {
    this.members = List.copyOf(members);
    numEstimators = EnsembleParamSet.numEstimators(new ParamMaker(this));
    setDefault(numEstimators, 10);
  }

  abstract M with(List<ProbabilisticClassificationModel<Vector, ?>> others);

  @Override
  public final String uid() {
    String known = uid;
    if (known == null) {
      known = EarlyUid.take();
      uid = known;
    }

    return known;
  }

  /** The fitted members, in their order. */
  public List<ProbabilisticClassificationModel<Vector, ?>> members() {
    return members;
  }

  /** How many members there are. */
  public IntParam numEstimators() {
    return numEstimators;
  }

  /** The number of members. */
  public int getNumEstimators() {
    return ((Number) getOrDefault(numEstimators)).intValue();
  }

  @Override
  public int numClasses() {
    return members.get(0).numClasses();
  }

  @Override
  public int numFeatures() {
    return members.get(0).numFeatures();
  }

  /** The sums of what the members give to each class. */
  @Override
  public Vector predictRaw(Vector features) {
    double[] sums = new double[numClasses()];
    for (ProbabilisticClassificationModel<Vector, ?> member : members) {
      double[] given = member.predictProbability(features).toArray();
      for (int c = 0; c < sums.length; c++) {
        sums[c] += given[c];
      }
    }

    return new DenseVector(sums);
  }

  /** Makes sums over the members their means. */
  @Override
  public Vector raw2probabilityInPlace(Vector sums) {
    double[] values = ((DenseVector) sums).values();
    for (int c = 0; c < values.length; c++) {
      values[c] /= members.size();
    }

    return sums;
  }

  /**
   * Not for users. Spark's forests and linear models ask themselves for it when they make a
   * summary; it is here because its two forms above, one for each of Spark's classes, are one to
   * Scala only.
   */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public Tuple3 findSummaryModel() {
    throw new UnsupportedOperationException("an ensemble has no training summary");
  }

  @Override
  public M copy(ParamMap extra) {
    M copy = with(members);
    copyValues(copy, extra);
    return copy.setParent(parent());
  }

  /**
   * A writer.
   *
   * @throws org.sparksmote.errors.SmoteException at once, if a member cannot be saved
   */
  @Override
  public MLWriter write() {
    return EnsembleIo.writer(this);
  }
}
