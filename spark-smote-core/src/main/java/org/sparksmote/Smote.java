// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Over-samples classes with SMOTE: a synthetic row lies on the segment between a row and one of its
 * k nearest neighbours in the class, x + gap (neighbour - x) with gap uniform in [0, 1).
 *
 * <p>Use it inside a {@link ResamplingPipeline} before a classifier, or on its own:
 *
 * <pre>{@code
 * Smote smote = new Smote().setSamplingStrategy("auto").setKNeighbors(5).setSeed(42L);
 * Dataset<Row> balanced = smote.fitResample(train);
 * }</pre>
 *
 * <p>Every original row is in the output once, unchanged; the number of synthetic rows is exact;
 * the same rows, settings and seed give the same synthetic rows on any cluster and partitioning.
 *
 * <p>Source: Chawla, Bowyer, Hall and Kegelmeyer, "SMOTE: Synthetic Minority Over-sampling
 * Technique", JAIR 16 (2002).
 */
public final class Smote extends Estimator<SmoteModel>
    implements SmoteSetters<Smote>,
        SmoteParams,
        NominalParams,
        VariantParams,
        EngineParams,
        MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final SmoteParamSet params;

  /** A stage with a random uid. */
  public Smote() {
    this(Identifiable$.MODULE$.randomUID("smote"));
  }

  /** A stage with the given uid, a plain name: paths and the like are refused (SMOTE-067). */
  public Smote(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new SmoteParamSet(this);
  }

  /** A stage with the over-sampler of that name. */
  public static Smote of(SmoteVariant variant) {
    return new Smote().setVariant(variant.label());
  }

  /** Copies of rows. See {@link SmoteVariant#RANDOM}. */
  public static Smote random() {
    return of(SmoteVariant.RANDOM);
  }

  /** Smoothed bootstrap. See {@link SmoteVariant#ROSE}. */
  public static Smote rose() {
    return of(SmoteVariant.ROSE);
  }

  /** SMOTE from rows in danger. See {@link SmoteVariant#BORDERLINE1}. */
  public static Smote borderline1() {
    return of(SmoteVariant.BORDERLINE1);
  }

  /**
   * SMOTE from rows in danger, also a little towards other classes. See {@link
   * SmoteVariant#BORDERLINE2}.
   */
  public static Smote borderline2() {
    return of(SmoteVariant.BORDERLINE2);
  }

  /** SMOTE from the support vectors of a linear SVM. See {@link SmoteVariant#SVM}. */
  public static Smote svm() {
    return of(SmoteVariant.SVM);
  }

  /** SMOTE inside clusters, more where rows are sparse. See {@link SmoteVariant#KMEANS}. */
  public static Smote kmeans() {
    return of(SmoteVariant.KMEANS);
  }

  /** SMOTE with more rows where other classes are near. See {@link SmoteVariant#ADASYN}. */
  public static Smote adasyn() {
    return of(SmoteVariant.ADASYN);
  }

  /** SMOTE that stays near the safer end. See {@link SmoteVariant#SAFE_LEVEL}. */
  public static Smote safeLevel() {
    return of(SmoteVariant.SAFE_LEVEL);
  }

  /** Safe level or borderline, as the data suggests. See {@link SmoteVariant#SL_GRAPH}. */
  public static Smote slGraph() {
    return of(SmoteVariant.SL_GRAPH);
  }

  /** In a ball instead of on a segment. See {@link SmoteVariant#GEOMETRIC}. */
  public static Smote geometric() {
    return of(SmoteVariant.GEOMETRIC);
  }

  /** From the normal distribution of a neighbourhood. See {@link SmoteVariant#MGS}. */
  public static Smote mgs() {
    return of(SmoteVariant.MGS);
  }

  /** In the convex hull of a neighbourhood. See {@link SmoteVariant#SIMPLEX}. */
  public static Smote simplex() {
    return of(SmoteVariant.SIMPLEX);
  }

  /** At even steps towards the mean of the class. See {@link SmoteVariant#POLYNOM_STAR}. */
  public static Smote polynomStar() {
    return of(SmoteVariant.POLYNOM_STAR);
  }

  /** Between any two rows of the class. See {@link SmoteVariant#POLYNOM_MESH}. */
  public static Smote polynomMesh() {
    return of(SmoteVariant.POLYNOM_MESH);
  }

  /**
   * Between rows at a like distance from the other classes, more near them. See {@link
   * SmoteVariant#PROWSYN}.
   */
  public static Smote prowsyn() {
    return of(SmoteVariant.PROWSYN);
  }

  /**
   * Between rows of a cluster, more from informative border rows. See {@link SmoteVariant#MWMOTE}.
   */
  public static Smote mwmote() {
    return of(SmoteVariant.MWMOTE);
  }

  /** SMOTE that rejects new rows among other classes. See {@link SmoteVariant#LEE}. */
  public static Smote lee() {
    return of(SmoteVariant.LEE);
  }

  /** SMOTE from dense places, with a gap per feature. See {@link SmoteVariant#SMOBD}. */
  public static Smote smobd() {
    return of(SmoteVariant.SMOBD);
  }

  /**
   * Between rows and the mean of their cluster, every cluster alike. See {@link SmoteVariant#CURE}.
   */
  public static Smote cure() {
    return of(SmoteVariant.CURE);
  }

  /** Between rows and the mean of their cluster. See {@link SmoteVariant#CENTER_POINT}. */
  public static Smote centerPoint() {
    return of(SmoteVariant.CENTER_POINT);
  }

  /** A random walk that keeps mean and deviations. See {@link SmoteVariant#RWO}. */
  public static Smote rwo() {
    return of(SmoteVariant.RWO);
  }

  /** SMOTE for numeric and nominal features together. See {@link SmoteVariant#SMOTENC}. */
  public static Smote smotenc() {
    return of(SmoteVariant.SMOTENC);
  }

  /** SMOTE for nominal features only. See {@link SmoteVariant#SMOTEN}. */
  public static Smote smoten() {
    return of(SmoteVariant.SMOTEN);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SmoteParamSet paramSet() {
    return params;
  }

  /**
   * Counts the classes and plans the synthetic rows: one Spark job, or three when a class is larger
   * than one task can search. The model resamples this very dataset once, at its first transform,
   * and leaves every other alone.
   *
   * @throws SmoteException if schema, data or settings do not allow the resampling
   */
  @Override
  public SmoteModel fit(Dataset<?> dataset) {
    SmoteModel model = new SmoteModel(uid);
    copyValues(model, new ParamMap());
    return model.fitted(dataset, Resampling.plan(this, dataset)).setParent(this);
  }

  /**
   * Fits and resamples in one call: the dataset with its synthetic rows.
   *
   * @throws SmoteException if schema, data or settings do not allow the resampling
   */
  public Dataset<Row> fitResample(Dataset<?> dataset) {
    return fit(dataset).transform(dataset);
  }

  /** The output schema: the input's columns, then syntheticCol and provenanceCol if set. */
  @Override
  public StructType transformSchema(StructType schema) {
    return InputSchema.resolve(this, schema).output();
  }

  @Override
  public Smote copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return SmoteIo.writer(this);
  }

  /** A reader for saved stages. */
  public static MLReader<Smote> read() {
    return SmoteIo.reader(Smote.class, Smote::new);
  }

  /**
   * Loads a saved stage.
   *
   * @throws SmoteException if something else or something damaged is there, or a later version of
   *     this library saved it
   */
  public static Smote load(String path) {
    return read().load(path);
  }
}
