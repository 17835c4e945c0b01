// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.MixedTable;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/**
 * The rows and summaries of every variant, bit for bit as they were: a change that is not meant to
 * change rows must not. Where rows are meant to change, the file is written anew with {@code -Dpins
 * =write}, and its difference says in a review which rows did.
 */
class PinnedRowsTest extends SparkTest {

  private static final Path PINS = Path.of("src/test/resources/pins/rows.txt");

  private static Smote settled(Smote smote) {
    smote.setSyntheticCol("synthetic").setProvenanceCol("from").setIdCol("id");
    return smote.setSeed(11).setOnShortfall("fallback");
  }

  private static Smote split(Smote smote) {
    return settled(smote).setExactBelow(200).setBucketRows(900).setLeafSize(64).setNumTrees(4);
  }

  private static String outcome(Smote smote, Dataset<Row> data) {
    SmoteModel model = smote.fit(data);
    List<String> rows = new ArrayList<>(Rows.texts(model.transform(data)));
    rows.addAll(model.summary().toJson().lines().toList());
    model
        .neighborQuality(data, 200, 4)
        .forEach((label, quality) -> rows.add(label + " " + quality));
    return Rows.digest(rows);
  }

  private static boolean isNominal(SmoteVariant variant) {
    return variant == SmoteVariant.SMOTENC || variant == SmoteVariant.SMOTEN;
  }

  /** What comes out now, by case. */
  private static Map<String, String> outcomes() {
    Map<String, String> found = new TreeMap<>();
    Dataset<Row> small = Tables.clouds(260, 70, 45).cache();
    Dataset<Row> large = Tables.clouds(3200, 2400).cache();
    Dataset<Row> twins = Tables.duplicates(700, 150).cache();
    Dataset<Row> mixed = MixedTable.of(300, 120, 60).cache();
    for (SmoteVariant variant : SmoteVariant.values()) {
      if (!isNominal(variant)) {
        found.put(variant.label() + " small", outcome(settled(Smote.of(variant)), small));
        found.put(variant.label() + " split", outcome(split(Smote.of(variant)), large));
        found.put(variant.label() + " twins", outcome(settled(Smote.of(variant)), twins));
      }
    }

    for (String nominal : List.of("smotenc", "smoten")) {
      List<String> features =
          nominal.equals("smoten") ? List.of("job", "zip") : MixedTable.FEATURES;
      Smote smote = MixedTable.smotenc().setVariant(nominal).setInputCols(features).setSeed(11);
      smote.setHandleInvalid("keep");
      found.put(nominal + " mixed", outcome(smote, mixed));
    }

    return found;
  }

  private static Map<String, String> pinned() throws IOException {
    return Files.readAllLines(PINS).stream()
        .map(line -> line.split(": "))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
  }

  @Test
  void rowsAndSummaries_areWhatTheyWere() throws IOException {
    Map<String, String> outcomes = outcomes();
    if (System.getProperty("pins", "").equals("write")) {
      Files.write(
          PINS,
          outcomes.entrySet().stream().map(pin -> pin.getKey() + ": " + pin.getValue()).toList());
    }

    assertThat(outcomes).isEqualTo(pinned());
  }
}
