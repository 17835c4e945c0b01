// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in which Kryo may send registered classes only. */
class StrictKryoTest {

  @TempDir private Path dir = Path.of("");

  private static SparkConf strict() {
    return new SparkConf(false)
        .set("spark.serializer", KryoSerializer.class.getName())
        .set("spark.kryo.registrationRequired", "true");
  }

  private static SparkConf withRegistrator() {
    return strict().set("spark.kryo.registrator", SmoteRegistrator.class.getName());
  }

  private static VariantParts parts(SmoteVariant variant) {
    return VariantParts.of(Smote.of(variant));
  }

  @Test
  void withoutTheRegistrator_isRefused_withTheSettingToMake() {
    assertThat(Refusal.of(() -> KryoCheck.requireRegistered(strict(), parts(SmoteVariant.SMOTE))))
        .startsWith(
            "[SMOTE-060] Cannot send results by Kryo: spark.kryo.registrationRequired is set")
        .contains("org.apache.spark.sql.catalyst.expressions.GenericRow, ")
        .endsWith(
            "Set spark.kryo.registrator to org.sparksmote.SmoteRegistrator, which registers them.");
  }

  @Test
  void otherSessions_needNoRegistrator() {
    SparkConf lenient = strict().set("spark.kryo.registrationRequired", "false");
    SparkConf java = strict().remove("spark.serializer");
    for (SparkConf conf : List.of(lenient, java, withRegistrator())) {
      KryoCheck.requireRegistered(conf, parts(SmoteVariant.SMOTE));
    }

    KryoCheck.requireRegistered(lenient, parts(SmoteVariant.SVM));
  }

  /** Prints what becomes of Spark's learner alone, and of us with and without it. */
  static final class Child {

    private Child() {}

    public static void main(String[] args) {
      SparkSession session =
          SparkSession.builder()
              .config(withRegistrator())
              .master("local[1]")
              .config("spark.ui.enabled", false)
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .getOrCreate();
      Dataset<Row> data = session.createDataFrame(Tables.cloudRows(2, 60, 20), Tables.SCHEMA);
      System.out.println(outcome(() -> new LinearSVC().fit(data).uid()));
      System.out.println(outcome(() -> Smote.svm().fit(data).uid()));
      System.out.println(outcome(() -> "rows " + new Smote().fitResample(data).count()));
      session.stop();
    }

    private static String outcome(Supplier<String> work) {
      try {
        return work.get();
      } catch (Exception e) { // SparkException is checked, and Scala does not declare it
        return String.valueOf(rootOf(e).getMessage()).lines().findFirst().orElse("");
      }
    }

    private static Throwable rootOf(Throwable thrown) {
      return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
    }
  }

  @Test
  void learnerThatSparkDoesNotRegister_isRefused_withTheClassesToRegister() throws Exception {
    List<String> lines = ChildJvm.start(Child.class, dir).lines();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)) // Spark's learner, without us
        .isEqualTo("Class is not registered: org.apache.spark.ml.stat.SummarizerBuffer");
    assertThat(lines.get(1))
        .startsWith("[SMOTE-061] Cannot train the linear SVM of baseWeight support_vectors by Kryo")
        .contains("Set spark.kryo.classesToRegister to org.apache.spark.ml.stat.SummarizerBuffer,");
    assertThat(lines.get(2)).isEqualTo("rows 120");
    // With what the message says it works: the build's run with registered classes sets just that.
    String classes = lines.get(1).replaceAll(".* to (\\S+), or baseWeight.*", "$1");
    assertThat(classes).isEqualTo(System.getProperty("kryo.classes.of.svm"));
    KryoCheck.requireRegistered(
        withRegistrator().set("spark.kryo.classesToRegister", classes), parts(SmoteVariant.SVM));
  }
}
