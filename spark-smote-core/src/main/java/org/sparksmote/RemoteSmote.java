// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.saving.LibraryVersion;
import org.sparksmote.internal.saving.StageUid;
import org.sparksmote.params.ColumnParams;
import org.sparksmote.params.ColumnSetters;
import org.sparksmote.params.NeighborParams;
import org.sparksmote.params.NeighborSetters;
import org.sparksmote.params.SamplerParams;
import org.sparksmote.params.StrategyParams;
import org.sparksmote.params.StrategySetters;
import scala.util.Properties;

/**
 * What the package for Python fits over Spark Connect in place of {@link Smote}. There every call
 * makes a Dataset object of its own, so that the client has to say which of them is the training
 * data; this model believes it. Nobody else should use it.
 */
public final class RemoteSmote extends Estimator<RemoteSmoteModel>
    implements ColumnSetters<RemoteSmote>,
        StrategySetters<RemoteSmote>,
        NeighborSetters<RemoteSmote>,
        VariantSetters<RemoteSmote>,
        SmoteParams,
        SamplerParams,
        ColumnParams,
        StrategyParams,
        NeighborParams,
        VariantParams {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final SmoteParamSet params;

  /** A stage with a random uid, for the server, which looks at all stages there are. */
  public RemoteSmote() {
    this(Identifiable$.MODULE$.randomUID("remoteSmote"));
  }

  /** A stage with the given uid. */
  public RemoteSmote(String uid) {
    this.uid = StageUid.checked(uid);
    this.params = new SmoteParamSet(this);
  }

  /**
   * What a client can ask of the server by the SQL function {@code java_method}: the versions of
   * this library, of Java and of Scala, and whether the Vector API is there, in one line.
   */
  public static String versions() {
    boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return String.join(
        " ",
        LibraryVersion.own(),
        System.getProperty("java.version"),
        Properties.versionNumberString(),
        Boolean.toString(vector));
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public SmoteParamSet smoteParamSet() {
    return params;
  }

  @Override
  public RemoteSmoteModel fit(Dataset<?> dataset) {
    Smote smote = new Smote(uid);
    copyValues(smote, new ParamMap());
    return new RemoteSmoteModel(smote.planned(dataset));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return SmoteVariant.input(this, schema).output();
  }

  @Override
  public RemoteSmote copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}
