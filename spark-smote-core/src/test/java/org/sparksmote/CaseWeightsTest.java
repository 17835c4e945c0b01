// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.internal.columns.NominalRule;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Case weights travel with the rows and change nothing else. */
class CaseWeightsTest extends SparkTest {

  private static Dataset<Row> weighted(String weight) {
    return Tables.clouds(300, 110, 60).selectExpr("features", "label", "id", weight + " as w");
  }

  private static Smote smote(SmoteVariant variant) {
    return new Smote()
        .setVariant(variant.label())
        .setSeed(3)
        .setClusterBalanceThreshold(0.05)
        .setOnShortfall("fallback")
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .setIdCol("id");
  }

  static Stream<SmoteVariant> numeric() {
    return Arrays.stream(SmoteVariant.values())
        .filter(
            variant ->
                variant.parts().nominal() == NominalRule.REFUSED
                    || variant.parts().nominal() == NominalRule.BASE);
  }

  @ParameterizedTest
  @MethodSource("numeric")
  void weights_blendAsTheProvenanceSays_andChangeNothingElse(SmoteVariant variant) {
    Dataset<Row> data = weighted("id % 7 + 0.5D");
    Map<Long, Row> byId =
        data.collectAsList().stream().collect(Collectors.toMap(row -> row.getLong(2), row -> row));
    List<Row> made =
        smote(variant).setWeightCol("w").fitResample(data).filter("synthetic").collectAsList();
    assertThat(made).isNotEmpty();
    for (Row row : made) {
      Row from = row.getStruct(5);
      Row base = Objects.requireNonNull(byId.get(from.getLong(0)));
      Row partner = from.isNullAt(1) ? null : byId.get(from.getLong(1));
      double expected = base.getDouble(3);
      if (partner != null && !from.isNullAt(2) && partner.getInt(1) == base.getInt(1)) {
        double gap = from.getDouble(2);
        expected = Math.max(0, (1 - gap) * base.getDouble(3) + gap * partner.getDouble(3));
      }

      assertThat(row.getDouble(3)).isEqualTo(expected, within(1e-12));
    }

    assertThat(Rows.digest(smote(variant).setWeightCol("w").fitResample(data).drop("w")))
        .isEqualTo(Rows.digest(smote(variant).fitResample(data).drop("w")));
  }

  @Test
  void originals_keepTheirWeight() {
    Dataset<Row> data = weighted("id % 7 + 0.5D");
    Dataset<Row> out = smote(SmoteVariant.SMOTE).setWeightCol("w").fitResample(data);
    assertThat(Rows.texts(out.filter("not synthetic").drop("synthetic", "from")))
        .isEqualTo(Rows.texts(data));
    Dataset<Row> copying =
        smote(SmoteVariant.SMOTE)
            .setWeightCol("w")
            .setPassengerColumns("copy")
            .fitResample(data.withColumn("note", data.col("id")))
            .filter("synthetic");
    assertThat(copying.filter("note <> from.base or w is null").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "int", "bigint", "tinyint", "decimal(10,2)", "decimal(38,18)"})
  void weights_keepTheirType_andStayBetweenThoseOfTheEnds(String type) {
    Dataset<Row> data = weighted("cast(id % 7 + 0.5 as " + type + ")");
    Dataset<Row> out = smote(SmoteVariant.SMOTE).setWeightCol("w").fitResample(data);
    assertThat(out.schema().apply("w").dataType()).isEqualTo(data.schema().apply("w").dataType());
    Dataset<Row> checked =
        out.filter("synthetic")
            .selectExpr("w", "from.base as b", "from.partner as p")
            .join(data.selectExpr("id as b", "w as wb"), "b")
            .join(data.selectExpr("id as p", "w as wp"), "p");
    assertThat(checked.count()).isEqualTo(190 + 240);
    assertThat(checked.filter("w < least(wb, wp) or w > greatest(wb, wp)").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "double('NaN')", "double('Infinity')", "-1D"})
  void weightsThatAreNone_areRefused_withTheirNumber(String bad) {
    Dataset<Row> data = weighted("if(id < 3, " + bad + ", 1D)");
    for (String invalid : List.of("error", "keep", "skip")) {
      assertThat(
              Refusal.of(() -> new Smote().setHandleInvalid(invalid).setWeightCol("w").fit(data)))
          .isEqualTo(
              "[SMOTE-038] Cannot use the column 'w' as weightCol: in 3 rows it is null, NaN,"
                  + " infinite or negative. Fill or filter them, and use weights of 0 or more.");
    }
  }

  @Test
  void columnThatCannotBeAWeight_isRefused_beforeAnyJob() {
    Dataset<Row> data = weighted("string(id)");
    assertThat(Refusal.withoutJob(() -> new Smote().setWeightCol("w").fit(data)))
        .startsWith("[SMOTE-062] Cannot use the column 'w' of type string as weightCol");
    assertThat(Refusal.withoutJob(() -> new Smote().setWeightCol("v").fit(data)))
        .startsWith("[SMOTE-001] Cannot find the column 'v' of weightCol");
    assertThat(Refusal.withoutJob(() -> new Smote().setWeightCol("label").fit(data)))
        .startsWith("[SMOTE-011] Cannot use the column 'label' as labelCol and as weightCol");
    assertThat(new Smote().setWeightCol("").fitResample(data).count()).isEqualTo(900);
  }
}
