// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Test;

/** What params tell of themselves is what they do, and any stage can be asked. */
class ParamInfoTest {

  private final Smote smote = new Smote();

  private ParamInfo info(String name) {
    return ParamInfo.of(smote).stream()
        .filter(info -> info.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private boolean takes(ParamInfo info, Object value) {
    Param<Object> param = smote.getParam(info.name());
    return (Boolean) param.isValid().apply(value);
  }

  @Test
  void list_hasEveryParamWithItsDefault_inTheOrderOfNames() {
    assertThat(ParamInfo.of(smote))
        .extracting(ParamInfo::name)
        .containsExactlyElementsOf(Arrays.stream(smote.params()).map(Param::name).toList());
    assertThat(ParamInfo.of(smote))
        .allSatisfy(
            info -> {
              Param<?> param = smote.getParam(info.name());
              assertThat(info.doc()).isEqualTo(param.doc());
              assertThat(info.defaultValue())
                  .isEqualTo(smote.hasDefault(param) ? smote.getDefault(param).get() : null);
              assertThat(info.type()).isIn("int", "long", "double", "string", "string[]");
            });
  }

  @Test
  void choices_areTakenOneByOne_andNothingElse() {
    List<ParamInfo> choices =
        ParamInfo.of(smote).stream().filter(info -> !info.allowed().isEmpty()).toList();
    assertThat(choices).hasSizeGreaterThan(8);
    assertThat(choices)
        .allSatisfy(
            info -> {
              assertThat(info.allowed()).allMatch(value -> takes(info, value));
              assertThat(takes(info, "nonsense")).isFalse();
              assertThat(info.doc()).endsWith(": " + String.join(", ", info.allowed()));
            });
  }

  @Test
  void limits_areTaken_andWhatIsBeyondIsNot() {
    List<ParamInfo> numbers =
        ParamInfo.of(smote).stream().filter(info -> info.least() != null).toList();
    assertThat(numbers).hasSizeGreaterThan(12);
    for (ParamInfo info : numbers) {
      Number least = Objects.requireNonNull(info.least());
      assertThat(takes(info, least)).as(info.name()).isTrue();
      assertThat(takes(info, beyond(least, -1))).as(info.name()).isFalse();
      Number most = info.most();
      if (most != null) {
        assertThat(takes(info, most)).as(info.name()).isTrue();
        assertThat(takes(info, beyond(most, 1))).as(info.name()).isFalse();
      }
    }

    assertThat(info("seed").least()).isNull();
    assertThat(info("seed").moreThan()).isNull();
    assertThat(info("halo").most()).isEqualTo(0.5);
  }

  @Test
  void limitThatIsNotTaken_isToldAsSuch() throws Exception {
    ParamInfo quality = info("targetQuality");
    assertThat(quality.least()).isNull();
    assertThat(quality.moreThan()).isEqualTo(0);
    assertThat(takes(quality, 0.0)).isFalse();
    assertThat(takes(quality, 1e-300)).isTrue();
    JsonNode json = new ObjectMapper().readTree(ParamInfo.json(smote));
    assertThat(json.findValuesAsText("moreThan")).isNotEmpty().containsOnly("0");
    assertThat(ParamInfo.json(smote)).contains("\"moreThan\" : 0,").doesNotContain("4.9E-324");
  }

  private static Number beyond(Number limit, int step) {
    return limit instanceof Double
        ? (Number) (limit.doubleValue() + step)
        : limit.longValue() + step;
  }

  @Test
  void variants_areThoseThatReadTheSetting() {
    Map<String, List<String>> readers = new TreeMap<>();
    for (ParamInfo info : ParamInfo.of(smote)) {
      if (!info.variants().isEmpty() && info.variants().size() < 5) {
        readers.put(info.name(), info.variants());
      }
    }

    assertThat(readers)
        .isEqualTo(
            Map.of(
                "clusterBalanceThreshold", List.of("kmeans"),
                "deformationFactor", List.of("geometric"),
                "mNeighbors", List.of("borderline1", "borderline2", "svm", "sl_graph"),
                "numClusters", List.of("kmeans", "mwmote", "cure", "center_point"),
                "shrinkage", List.of("rose"),
                "truncationFactor", List.of("geometric")));
    assertThat(info("onShortfall").variants()).contains("adasyn").doesNotContain("smote");
    assertThat(info("categoricalCols").variants()).contains("smotenc").doesNotContain("smote");
  }

  @Test
  void json_saysTheSame_andIsTheSameForEveryStage() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ParamInfo.json(smote));
    assertThat(json).hasSameSizeAs(smote.params());
    assertThat(json.get(0).at("/name").asText()).isEqualTo("acceptance");
    assertThat(json.findValuesAsText("default")).contains("5", "0.5", "auto", "320");
    assertThat(ParamInfo.json(smote))
        .isEqualTo(ParamInfo.json(new Smote().setKNeighbors(9)))
        .isEqualTo(ParamInfo.json(new SmoteResampler()));
  }

  @Test
  void otherStages_tellWhatSparkKnows() {
    assertThat(ParamInfo.of(new LogisticRegression()))
        .extracting(info -> info.name() + " " + info.type() + " " + info.defaultValue())
        .contains(
            "maxIter int 100",
            "tol double 1.0E-6",
            "fitIntercept boolean true",
            "labelCol string label",
            "lowerBoundsOnCoefficients any null",
            "thresholds double[] null");
    assertThat(ParamInfo.of(new ResamplingPipeline()))
        .extracting(ParamInfo::name)
        .contains("stages", "cacheInput", "intermediateStorageLevel");
    assertThat(ParamInfo.json(new LogisticRegression())).contains("\"maxIter\"");
  }
}
