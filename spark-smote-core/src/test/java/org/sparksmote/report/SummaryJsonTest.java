// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.ml.param.ParamMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.SmoteModel;
import org.sparksmote.testing.Damage;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** A summary comes back from its JSON as it was; a damaged one is refused by what is wrong. */
class SummaryJsonTest extends SparkTest {

  private static final String GOOD =
      "{\"invalidRows\":2,\"classes\":["
          + "{\"label\":\"0\",\"had\":30,\"made\":0,\"kNeighbors\":0,\"search\":\"none\","
          + "\"buckets\":0,\"effectiveK\":0.0,\"note\":\"\"},"
          + "{\"label\":\"1\",\"had\":10,\"made\":20,\"kNeighbors\":3,\"search\":\"exact\","
          + "\"buckets\":1,\"effectiveK\":3.25,\"note\":\"k = 3\"}]}";

  private static SmoteModel model(String summary) {
    SmoteModel model = new SmoteModel("model");
    return model.copy(new ParamMap().put(model.summaryJson(), summary));
  }

  private static void assertRefused(String summary, String reason) {
    assertThat(Refusal.withoutJob(() -> model(summary).summary()))
        .isEqualTo(
            "[SMOTE-044] Cannot read the summary of model: %s. Fit again, or load an undamaged"
                + " model.",
            reason);
  }

  @Test
  void summary_comesBack() {
    SmoteSummary summary = model(GOOD).summary();
    assertThat(summary.toJson()).isEqualTo(GOOD);
    assertThat(summary.invalidRows()).isEqualTo(2);
    assertThat(summary.made()).isEqualTo(20);
    assertThat(summary.classes().get(1))
        .isEqualTo(new SmoteSummary.ClassRows("1", 10, 20, 0, 3, "exact", 1, 3.25, "k = 3"));
  }

  @Test
  void summaryOfNothing_comesBack() {
    assertThat(model("{\"invalidRows\":0,\"classes\":[]}").summary().made()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "summary", "null", "[]", "7", "\"\"", "{", "{}{}"})
  void textThatIsNoObject_isRefused(String text) {
    assertRefused(text, "the text is no JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalidRows | '' | invalidRows is missing",
        "invalidRows | null | invalidRows is null and not a whole number of 0 or more",
        "invalidRows | -1 | invalidRows is -1 and not a whole number of 0 or more",
        "invalidRows | 1.5 | invalidRows is 1.5 and not a whole number of 0 or more",
        "invalidRows | 9223372036854775808 | invalidRows is 9223372036854775808 and not a whole"
            + " number of 0 or more",
        "classes | '' | classes is missing",
        "classes | null | classes is null and not a list",
        "classes | {} | classes is {} and not a list",
        "classes | [null] | classes[0] is null and not an object",
        "classes | [[]] | classes[0] is [] and not an object",
        "more | 1 | \"more\" is not a field of it"
      })
  void damagedField_isRefusedByName(String field, String value, String reason) {
    assertRefused(Damage.changed(GOOD, json -> Damage.put(json, field, value)), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label | '' | label is missing",
        "label | null | label is null and not a text",
        "label | 1 | label is 1 and not a text",
        "had | -10 | had is -10 and not a whole number of 0 or more",
        "had | \"10\" | had is \"10\" and not a whole number of 0 or more",
        "had | 9223372036854775807 | had and the other counts are too many rows",
        "made | '' | made is missing",
        "made | -1 | made is -1 and not a whole number of 0 or more",
        "made | 1e30 | made is 1E+30 and not a whole number of 0 or more",
        "made | 0 | made is 0 and search is \"exact\"",
        "kNeighbors | -1 | kNeighbors is -1 and not a whole number of 0 or more",
        "kNeighbors | 2147483648 | kNeighbors is 2147483648 and not a whole number of 0 or more",
        "search | null | search is null and not a text",
        "search | \"lsh\" | search is \"lsh\" and not one of [exact, approximate, copies, none]",
        "buckets | 0.5 | buckets is 0.5 and not a whole number of 0 or more",
        "buckets | -1 | buckets is -1 and not a whole number of 0 or more",
        "effectiveK | -1 | effectiveK is -1 and not a number of 0 or more",
        "effectiveK | \"NaN\" | effectiveK is \"NaN\" and not a number of 0 or more",
        "effectiveK | 1e999 | effectiveK is \"Infinity\" and not a number of 0 or more",
        "note | '' | note is missing",
        "note | null | note is null and not a text",
        "more | 1 | \"more\" is not a field of it"
      })
  void damagedClass_isRefusedByName(String field, String value, String reason) {
    String damaged =
        Damage.changed(
            GOOD, json -> Damage.put((ObjectNode) json.get("classes").get(1), field, value));
    assertRefused(damaged, "classes[1]." + reason);
  }

  @Test
  void totals_thatDoNotFit_areRefused() {
    String damaged =
        GOOD.replace("\"had\":30", "\"had\":9223372036854775000")
            .replace("\"made\":20", "\"made\":9000");
    assertRefused(damaged, "classes[1].made and the other counts are too many rows");
  }

  @Test
  void savedModel_isNotLoadedWithADamagedSummary(@TempDir Path dir) throws IOException {
    Path path = dir.resolve("model");
    model(GOOD.replace("30", "-30")).save(path.toString());
    assertThat(Refusal.of(() -> SmoteModel.load(path.toString())))
        .isEqualTo(
            "[SMOTE-044] Cannot read the summary of %s: classes[0].had is -30 and not a whole number"
                + " of 0 or more. Fit again, or load an undamaged model.",
            path);
    model(GOOD).write().overwrite().save(path.toString());
    assertThat(SmoteModel.load(path.toString()).summary().toJson()).isEqualTo(GOOD);
    new SmoteModel("unfitted").write().overwrite().save(path.toString());
    assertThat(SmoteModel.load(path.toString())).hasToString("SmoteModel: uid=unfitted");
  }
}
