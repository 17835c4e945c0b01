// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.columns.LabelColumn;
import org.sparksmote.internal.params.ParamMaker;
import org.sparksmote.internal.saving.StageIo;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.internal.spark.Sessions;

/**
 * The weights that {@link ClassWeights} found, which are written beside the rows of any dataset;
 * nothing is counted anew. In data without the label or the case weight, as it is scored, the
 * column is null.
 */
public final class ClassWeightsModel extends Model<ClassWeightsModel>
    implements ClassWeightsParams, MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final ClassWeightsParamSet params;
  private final Param<String> weightsJson;

  /** A model with a random uid that knows no class; used by servers of Spark Connect. */
  public ClassWeightsModel() {
    this(Identifiable$.MODULE$.randomUID("classWeights"));
  }

  /** A model with the given uid, a plain name, that knows no class. */
  public ClassWeightsModel(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new ClassWeightsParamSet(this);
    this.weightsJson =
        new ParamMaker(this).text("weightsJson", "the weight of each class, as JSON");
    setDefault(weightsJson, LabelWeights.of(List.of(), new double[0]).toJson());
  }

  ClassWeightsModel fitted(LabelWeights weights) {
    set(weightsJson, weights.toJson());
    return this;
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public ClassWeightsParamSet classWeightsParamSet() {
    return params;
  }

  /** The weight of each class as JSON, kept as a param so that it is saved with the model. */
  public Param<String> weightsJson() {
    return weightsJson;
  }

  private LabelWeights known() {
    return LabelWeights.fromJson(uid, getOrDefault(weightsJson));
  }

  /** What a row of each class weighs, by the label as Spark showed it, in ascending order. */
  public Map<String, Double> weights() {
    return known().byName();
  }

  /** Label and case weight of a schema, or what is wrong with them or the name to add. */
  static LabelColumn columns(ClassWeightsParams stage, StructType schema) {
    String weightCol = stage.isSet(stage.weightCol()) ? stage.getWeightCol() : "";
    return LabelColumn.resolve(
        schema, stage.getLabelCol(), weightCol, stage.getOutputCol(), "outputCol");
  }

  static StructType added(ClassWeightsParams stage, StructType schema) {
    return schema.add(stage.getOutputCol(), DataTypes.DoubleType, true);
  }

  /** Whether label and case weight are there, which data that is scored need not have. */
  private boolean isLabelled(StructType schema) {
    ColumnResolver columns = new ColumnResolver(schema);
    return columns.has(getLabelCol()) && (!isSet(weightCol()) || columns.has(getWeightCol()));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    if (isLabelled(schema)) {
      columns(this, schema);
    }

    return added(this, schema);
  }

  /**
   * The rows with their weights; starts no job.
   *
   * @throws org.sparksmote.errors.SmoteException if columns are not valid; inside of a job, if a
   *     row's label is null or was not seen and handleInvalid is error (SMOTE-204)
   */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    return Sessions.of(dataset, () -> weighted(dataset));
  }

  private Dataset<Row> weighted(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    int width = dataset.schema().size();
    List<Column> cells = new ArrayList<>(InputSchema.safeColumns(width));
    List<String> names = new ArrayList<>(List.of(dataset.columns()));
    names.add(getOutputCol());
    Dataset<Row> rows = dataset.toDF(InputSchema.safeNames(width));
    if (isLabelled(dataset.schema())) {
      LabelColumn input = columns(this, dataset.schema());
      boolean strict = getHandleInvalid().equals("error");
      Column ofClass =
          functions
              .udf(known().weight(getLabelCol(), strict), DataTypes.DoubleType)
              .apply(input.comparable());
      rows = rows.withColumn("+class", ofClass);
      rows = getHandleInvalid().equals("skip") ? rows.filter("`+class` is not null") : rows;
      cells.add(functions.col("+class").multiply(input.caseWeight()).as("+weight"));
    } else {
      cells.add(functions.lit(null).cast(DataTypes.DoubleType).as("+weight"));
    }

    return rows.select(cells.toArray(new Column[0])).toDF(names.toArray(new String[0]));
  }

  @Override
  public ClassWeightsModel copy(ParamMap extra) {
    ClassWeightsModel copy = new ClassWeightsModel(uid);
    copyValues(copy, extra);
    return copy.setParent(parent());
  }

  @Override
  public MLWriter write() {
    return StageIo.writer(this);
  }

  /** A reader for saved models. */
  public static MLReader<ClassWeightsModel> read() {
    return StageIo.reader(
        ClassWeightsModel.class,
        ClassWeightsModel::new,
        (path, model) -> LabelWeights.fromJson(path, model.getOrDefault(model.weightsJson)));
  }

  /**
   * Loads a saved model.
   *
   * @throws org.sparksmote.errors.SmoteException if something else or something damaged is there,
   *     or a later version of this library saved it
   */
  public static ClassWeightsModel load(String path) {
    return read().load(path);
  }
}
