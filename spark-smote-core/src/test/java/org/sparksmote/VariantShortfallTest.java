// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparksmote.testing.Blobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** A class without a single base of the kind that a variant needs: refused at fit, or uniform. */
class VariantShortfallTest extends SparkTest {

  /** Data in which class 1 lies so that a rule finds no base in it. */
  enum Shortfall {
    /** No row of another class is near. */
    BORDERLINE1("danger", "variant smote"),
    BORDERLINE2("danger", "variant smote"),
    ADASYN("enemy_density", "variant smote"),
    SL_GRAPH("safety_skew", "variant smote"),

    /** Every row is among rows of another class only. */
    SAFE_LEVEL("safe_level", "variant smote, or clean the class first"),
    SVM("support_vectors", "variant smote"),
    KMEANS("cluster_sparsity", "a lower clusterBalanceThreshold, or variant smote"),
    MWMOTE("border_information", "variant smote"),

    /** Every row is a cluster of its own. */
    CURE("cluster_even", "variant smote");

    final String rule;
    final String remedy;

    Shortfall(String rule, String remedy) {
      this.rule = rule;
      this.remedy = remedy;
    }

    Dataset<Row> data() {
      Blobs blobs = new Blobs(3);
      switch (this) {
        case BORDERLINE1, BORDERLINE2, ADASYN, SL_GRAPH ->
            blobs.add(1, 30, 1, 90, 90).add(0, 60, 1, 0, 0);
        case CURE -> {
          for (int i = 0; i < 6; i++) {
            blobs.add(1, 1, 0, 50 * i, 50 * i * i);
          }

          blobs.add(0, 60, 1, 0, 0);
        }
        default -> {
          for (int i = 0; i < 8; i++) {
            blobs.add(1, 1, 0, 40 * i, 0).add(0, 12, 1, 40 * i, 0);
          }
        }
      }

      return blobs.table();
    }

    Smote smote() {
      return Smote.of(SmoteVariant.valueOf(name())).setSyntheticCol("synthetic");
    }
  }

  @ParameterizedTest
  @EnumSource
  void error_atFit_namesClassRuleCountAndRemedy(Shortfall shortfall) {
    Dataset<Row> data = shortfall.data();
    long rows = data.filter("label = 1").count();
    assertThat(Refusal.of(() -> shortfall.smote().fit(data)))
        .isEqualTo(
            "[SMOTE-046] Cannot make rows for class '1' with variant %s: by baseWeight %s none of"
                    .formatted(shortfall.name().toLowerCase(java.util.Locale.ROOT), shortfall.rule)
                + " its %d usable rows is a base. Use %s, or set onShortfall to fallback."
                    .formatted(rows, shortfall.remedy));
  }

  @ParameterizedTest
  @EnumSource
  void fallback_usesAllRowsEvenly_andSaysSo(Shortfall shortfall) {
    Dataset<Row> data = shortfall.data();
    Smote smote = shortfall.smote().setOnShortfall("fallback").setProvenanceCol("from");
    SmoteModel model = smote.setIdCol("id").fit(data);
    assertThat(model.summary().classes().get(1).note())
        .isEqualTo("uniform bases: no row is a base by " + shortfall.rule);
    List<Row> made = model.transform(data).filter("synthetic").collectAsList();
    long rows = data.filter("label = 1").count();
    assertThat(made).hasSize((int) (data.count() - 2 * rows));
    assertThat(made.stream().map(row -> row.getStruct(4).getLong(0)).distinct())
        .hasSize((int) Math.min(rows, made.size()));
  }

  @Test
  void fewRowsAndAFallback_areBothNoted() {
    Dataset<Row> data = new Blobs(3).add(1, 4, 1, 90, 90).add(0, 60, 1, 0, 0).table();
    Smote smote = new Smote().setVariant("adasyn").setOnShortfall("fallback");
    assertThat(smote.setSmallClass("shrinkK").fit(data).summary().classes().get(1).note())
        .isEqualTo(
            "k reduced: 4 usable rows for k = 5; uniform bases: no row is a base by enemy_density");
  }
}
