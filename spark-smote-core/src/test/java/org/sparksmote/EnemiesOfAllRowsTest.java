// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Rows that stand alone amid other classes, and that no sample of a large class need have. */
class EnemiesOfAllRowsTest extends SparkTest {

  private static final int ALONE = 6;

  private static Dataset<Row> data;

  /** 20,000 rows of a class in one cloud, and six elsewhere, each with 200 other rows around it. */
  @BeforeAll
  static void makeData() {
    Random random = new Random(17);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 20_000 + ALONE; id++) {
      double centre = id < ALONE ? 100 + 40 * id : 0;
      double spread = id < ALONE ? 0 : 1;
      rows.add(near(random, centre, spread, 1, id));
    }

    for (int id = 0; id < 200 * ALONE; id++) {
      rows.add(near(random, 100 + 40.0 * (id % ALONE), 1, 0, 100_000 + id));
    }

    for (int id = 0; id < 25_000; id++) {
      rows.add(near(random, -300, 5, 0, 200_000 + id));
    }

    data = Tables.of(Tables.SCHEMA, rows).repartition(4).cache();
  }

  private static Row near(Random random, double centre, double spread, int label, int id) {
    double x = centre + spread * random.nextGaussian();
    double y = centre + spread * random.nextGaussian();
    return Tables.row(Vectors.dense(x, y), label, id);
  }

  private static Set<Long> bases(SmoteVariant variant) {
    Smote smote = Smote.of(variant).setExactBelow(5_000).setSamplingStrategy("{\"1\": 60000}");
    Dataset<Row> made =
        smote.setIdCol("id").setProvenanceCol("from").setSyntheticCol("made").fitResample(data);
    return Set.copyOf(
        made.filter("made").select("from.base").distinct().as(Encoders.LONG()).collectAsList());
  }

  private static Set<Long> alone(Set<Long> bases) {
    return bases.stream().filter(id -> id < ALONE).collect(Collectors.toSet());
  }

  @Test
  @DisplayName("adasyn makes rows of those whose neighbours are all of other classes")
  void adasyn_usesThemAll() {
    assertThat(alone(bases(SmoteVariant.ADASYN))).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  @DisplayName("safe_level makes none of them: they are noise")
  void safeLevel_usesNone() {
    Set<Long> bases = bases(SmoteVariant.SAFE_LEVEL);
    assertThat(alone(bases)).isEmpty();
    assertThat(bases).hasSizeGreaterThan(10_000);
  }
}
