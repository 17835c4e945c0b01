// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.internal.spark.Sessions;

/**
 * A fitted {@link MetaClassifier}: the models of its estimator, and what corrects them. It writes
 * what these write, and says {@code prediction}, {@code probability} and {@code rawPrediction}
 * anew.
 *
 * @param <M> the subclass
 */
public abstract class MetaModel<M extends MetaModel<M>> extends Model<M> implements MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final MetaParamSet.Columns columns;
  private final List<Transformer> members;

  MetaModel(String uid, List<? extends Transformer> members) {
    this.uid = StageUid.checked(uid);
    this.columns = MetaParamSet.Columns.of(this);
    this.members = List.copyOf(members);
  }

  /** A model of the subclass with other members. */
  abstract M with(List<? extends Transformer> others);

  /** The rows that a member wrote, with what it says corrected. */
  abstract Dataset<Row> corrected(Dataset<?> dataset);

  @Override
  public final String uid() {
    return uid;
  }

  /** The fitted models of the estimator: one, unless there is one of every fold. */
  public List<Transformer> members() {
    return members;
  }

  /** The column of predicted classes. */
  public final Param<String> predictionCol() {
    return columns.predictionCol();
  }

  /** The column of the probabilities of all classes. */
  public final Param<String> probabilityCol() {
    return columns.probabilityCol();
  }

  /** The column of raw predictions. */
  public final Param<String> rawPredictionCol() {
    return columns.rawPredictionCol();
  }

  final Said said() {
    return new Said(
        getOrDefault(predictionCol()),
        getOrDefault(probabilityCol()),
        getOrDefault(rawPredictionCol()));
  }

  /** The rows with the columns of the estimator's model, and corrected predictions. Lazy. */
  @Override
  public final Dataset<Row> transform(Dataset<?> dataset) {
    return Sessions.of(
        dataset,
        () -> {
          said().requireNew(dataset.schema());
          return corrected(dataset);
        });
  }

  @Override
  public final StructType transformSchema(StructType schema) {
    said().requireNew(schema);
    Transformer member = members.get(0);
    return said().check(member.transformSchema(schema), member.getClass().getSimpleName());
  }

  @Override
  public M copy(ParamMap extra) {
    M copy = with(members.stream().map(member -> member.copy(extra)).toList());
    copyValues(copy, extra);
    return copy.setParent(parent());
  }

  /**
   * A writer.
   *
   * @throws org.sparksmote.errors.SmoteException at once, if a model cannot be saved
   */
  @Override
  public MLWriter write() {
    return MetaIo.writer(this);
  }
}
