// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.evaluation.ClassWeights;
import org.sparksmote.evaluation.ClassWeightsModel;
import org.sparksmote.evaluation.ImbalanceEvaluator;
import org.sparksmote.params.ColumnSetters;
import org.sparksmote.params.NeighborSetters;
import org.sparksmote.params.StrategySetters;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** The battery every Spark ML stage must pass. */
public class ParamsTest extends SparkTest {

  static Stream<SmoteParams> stages() {
    return Stream.of(new Smote(), new SmoteModel(), new SmoteResampler());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void params_areSortedAndBelongToTheirStage(Params stage) {
    List<String> names = Arrays.stream(stage.params()).map(Param::name).toList();
    assertThat(names).isSorted().doesNotHaveDuplicates();
    assertThat(stage.params()).allMatch(param -> param.parent().equals(stage.uid()));
    for (Param<?> param : stage.params()) {
      assertThat(stage.hasParam(param.name())).isTrue();
      assertThat(stage.getParam(param.name())).isEqualTo(param);
      assertThat(stage.isSet(param)).isFalse();
      assertThat(param.doc()).isNotBlank();
    }

    assertThat(stage.explainParams()).contains(names);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void defaults_areTheDocumentedOnes(SmoteParams stage) {
    assertThat(stage.getFeaturesCol()).isEqualTo("features");
    assertThat(stage.getLabelCol()).isEqualTo("label");
    assertThat(stage.getSamplingStrategy()).isEqualTo("auto");
    assertThat(stage.getKNeighbors()).isEqualTo(5);
    assertThat(stage.getHandleInvalid()).isEqualTo("error");
    assertThat(stage.getSmallClass()).isEqualTo("error");
    assertThat(stage.getPassengerColumns()).isEqualTo("null");
    assertThat(stage.getStandardize()).isEqualTo("none");
    assertThat(stage.getNeighborSearch()).isEqualTo("auto");
    assertThat(stage.getMaxClasses()).isEqualTo(100);
    assertThat(stage.getAllowRowsAbove()).isEqualTo(1_000_000_000L);
    assertThat(stage.getSeed()).isEqualTo(new Smote().getSeed());
    for (Param<?> unset :
        List.of(stage.inputCols(), stage.syntheticCol(), stage.provenanceCol(), stage.idCol())) {
      assertThat(stage.isDefined(unset)).as(unset.name()).isFalse();
    }
  }

  /** Sets every param of a stage to a value that is not its default. */
  static <
          S extends
              SmoteParams & ColumnSetters<S> & StrategySetters<S> & NeighborSetters<S>
                  & VariantSetters<S>>
      S withEverythingSet(S stage) {
    return stage
        .setLabelCol("l")
        .setSeed(Long.MIN_VALUE + 1)
        .setInputCols("a", "b.c", "d`e")
        .setCategoricalFeatures("0", "b.c")
        .setCategoricalCols("b.c", "d`e")
        .setSamplingStrategy(Map.of("x", 50_000, "\"y\"", 3))
        .setCleaning("enn")
        .setPercOver(300)
        .setPercUnder(40)
        .setKNeighbors(7)
        .setHandleInvalid("keep")
        .setSmallClass("shrinkK")
        .setSyntheticCol("s")
        .setProvenanceCol("p")
        .setIdCol("i")
        .setWeightCol("w")
        .setBalanceWeightCol("b")
        .setPassengerColumns("copy")
        .setStandardize("minmax")
        .setNeighborSearch("approximate")
        .setNumTrees(3)
        .setLeafSize(99)
        .setExactBelow(12)
        .setBucketRows(1234)
        .setHalo(0.25)
        .setTargetQuality(0.5)
        .setMaxClasses(77)
        .setAllowRowsAbove(Long.MAX_VALUE)
        .setVariant("adasyn")
        .setBaseWeight("danger")
        .setPartner("all_neighbors")
        .setGeometry("ball")
        .setAcceptance("enemy_share")
        .setMNeighbors(11)
        .setOnShortfall("fallback")
        .setNumClusters(4)
        .setClusterBalanceThreshold(0.1)
        .setShrinkage(0.5)
        .setTruncationFactor(-0.5)
        .setDeformationFactor(0.25)
        .setFeaturesCol("f");
  }

  @Test
  void setters_setAndGettersGet() {
    Smote smote = withEverythingSet(new Smote());
    Param<?>[] params = smote.params();
    assertThat(params).allMatch(smote::isSet);
    assertThat(smote.getInputCols()).containsExactly("a", "b.c", "d`e");
    assertThat(smote.getCategoricalFeatures()).containsExactly("0", "b.c");
    assertThat(smote.getCategoricalCols()).containsExactly("b.c", "d`e");
    assertThat(smote.getSamplingStrategy()).isEqualTo("{\"\\\"y\\\"\":3,\"x\":50000}");
    assertThat(smote.getSeed()).isEqualTo(Long.MIN_VALUE + 1);
    assertThat(smote.getSyntheticCol() + smote.getProvenanceCol() + smote.getIdCol())
        .isEqualTo("spi");
    assertThat(smote.getCleaning()).isEqualTo("enn");
    assertThat(smote.getPercOver()).isEqualTo(300);
    assertThat(smote.getPercUnder()).isEqualTo(40);
    assertThat(smote.getHalo()).isEqualTo(0.25);
    assertThat(smote.getNumTrees()).isEqualTo(3);
    assertThat(smote.getLeafSize()).isEqualTo(99);
    assertThat(smote.getExactBelow()).isEqualTo(12);
    assertThat(smote.getBucketRows()).isEqualTo(1234);
    assertThat(smote.getMaxClasses()).isEqualTo(77);
    assertThat(smote.getAllowRowsAbove()).isEqualTo(Long.MAX_VALUE);
    assertThat(new Smote().setSamplingStrategy(0.25).getSamplingStrategy()).isEqualTo("0.25");
  }

  @Test
  void copies_haveTheirOwnTypeUidAndParams() {
    Smote smote = withEverythingSet(new Smote("mine"));
    Smote copy = smote.copy(new ParamMap().put(smote.labelCol(), "other"));
    assertThat(copy).isNotSameAs(smote);
    assertThat(copy.uid()).isEqualTo("mine");
    assertThat(copy.getLabelCol()).isEqualTo("other");
    assertThat(smote.getLabelCol()).isEqualTo("l");
    assertThat(copy.getInputCols()).isEqualTo(smote.getInputCols());
    assertThat(withEverythingSet(new SmoteResampler()).copy(new ParamMap()).getKNeighbors())
        .isEqualTo(7);
    SmoteModel model = new SmoteModel();
    assertThat(model.copy(new ParamMap().put(model.kNeighbors(), 7)).getKNeighbors()).isEqualTo(7);
    ResamplingPipeline pipeline =
        new ResamplingPipeline("p").setStages(new PipelineStage[] {smote});
    ResamplingPipeline other =
        pipeline
            .setIntermediateStorageLevel("DISK_ONLY")
            .copy(new ParamMap().put(smote.kNeighbors(), 9));
    assertThat(other.uid()).isEqualTo("p");
    assertThat(other.getIntermediateStorageLevel()).isEqualTo("DISK_ONLY");
    assertThat(((Smote) other.getStages()[0]).getKNeighbors()).isEqualTo(9);
    assertThat(smote.getKNeighbors()).isEqualTo(7);
  }

  @Test
  void model_carriesTheParamsAndTheParent() {
    Smote smote = new Smote().setKNeighbors(3).setSeed(8);
    SmoteModel model = smote.fit(Tables.clouds(20, 10));
    assertThat(model.uid()).isEqualTo(smote.uid());
    assertThat(model.parent()).isSameAs(smote);
    assertThat(model.copy(new ParamMap()).parent()).isSameAs(smote);
    assertThat(model.getKNeighbors()).isEqualTo(3);
    assertThat(model.toString()).contains(smote.uid()).contains("exact");
    assertThat(new SmoteModel("m")).hasToString("SmoteModel: uid=m");
  }

  @Test
  @DisplayName("B14 the services that Spark Connect looks up")
  void services_areLoadable() {
    assertThat(ServiceLoader.load(Estimator.class).stream().map(ServiceLoader.Provider::type))
        .contains(Smote.class, ClassWeights.class);
    assertThat(ServiceLoader.load(Evaluator.class))
        .hasAtLeastOneElementOfType(ImbalanceEvaluator.class);
    assertThat(ServiceLoader.load(Transformer.class).stream().map(ServiceLoader.Provider::type))
        .contains(SmoteModel.class, SmoteResampler.class, ClassWeightsModel.class);
    assertThat(
            ServiceLoader.load(Transformer.class).stream()
                .filter(provider -> provider.type().getName().startsWith("org.sparksmote."))
                .map(ServiceLoader.Provider::get))
        .as("instances, made without arguments")
        .hasSize(5);
  }

  @Test
  void explainParams_saysWhatIsTaken() {
    assertThat(new Smote().explainParams())
        .contains(
            "bucketRows: rows of a class that one task searches, about (100 or more) (default: 250000)")
        .contains("per level of the split (0.0 or more, 0.5 at most)")
        .contains("may effectively be drawn from (more than 0, 100.0 at most)")
        .contains("give the same synthetic rows (default");
  }
}
