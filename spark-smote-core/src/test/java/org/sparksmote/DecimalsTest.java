// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparksmote.testing.SparkTest;

/** Decimals of every precision: copies are equal to the last digit, segments stay between. */
class DecimalsTest extends SparkTest {

  private static final int ROWS = 60;
  private static final int MINORITY = 20;

  /** A constant 0.1 (or what the scale makes of it), a wide column, and one of few values. */
  private static Dataset<Row> table(int precision, int scale) {
    Random random = new Random(precision * 100L + scale);
    StructType schema =
        new StructType()
            .add("constant", DataTypes.createDecimalType(precision, scale))
            .add("wide", DataTypes.createDecimalType(precision, scale))
            .add("few", DataTypes.createDecimalType(precision, scale))
            .add("x", DataTypes.DoubleType)
            .add("label", DataTypes.IntegerType)
            .add("id", DataTypes.LongType);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < ROWS; id++) {
      int digits = 1 + random.nextInt(Math.min(precision, 15));
      BigDecimal wide = new BigDecimal(new BigInteger(decimal(random, digits)), scale);
      BigDecimal few = new BigDecimal(BigInteger.valueOf(random.nextInt(3) - 1), scale);
      rows.add(
          RowFactory.create(
              new BigDecimal(BigInteger.ONE, Math.min(scale, 1)),
              random.nextBoolean() ? wide : wide.negate(),
              few,
              (double) id,
              id < MINORITY ? 1 : 0,
              (long) id));
    }

    return spark.createDataFrame(rows, schema);
  }

  private static String decimal(Random random, int digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      text.append(random.nextInt(10));
    }

    return text.toString();
  }

  private static Smote smote(String variant) {
    return new Smote()
        .setVariant(variant)
        .setSyntheticCol("synthetic")
        .setProvenanceCol("from")
        .setIdCol("id");
  }

  private static Map<Long, Row> byId(Dataset<Row> data) {
    Map<Long, Row> rows = new HashMap<>();
    data.collectAsList().forEach(row -> rows.put(row.getLong(5), row));
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0", "1, 1", "5, 2", "10, 0", "15, 15", "16, 1", "18, 6", "20, 20", "28, 10", "38, 0",
    "38, 2", "38, 18", "38, 37", "38, 38"
  })
  void decimals_copiedOnSegmentsAndNominal(int precision, int scale) {
    Dataset<Row> data = table(precision, scale);
    Map<Long, Row> originals = byId(data);
    Smote copies = smote("random").setInputCols("constant", "wide", "few", "x");
    for (Row made : synthetic(copies, data)) {
      Row base = Objects.requireNonNull(originals.get(made.getStruct(7).getLong(0)));
      for (int column = 0; column < 3; column++) {
        assertThat(made.getDecimal(column)).isEqualTo(base.getDecimal(column));
      }
    }

    Smote segments = smote("smote").setInputCols("constant", "wide", "few", "x");
    for (Row made : synthetic(segments, data)) {
      Row base = Objects.requireNonNull(originals.get(made.getStruct(7).getLong(0)));
      Row partner = Objects.requireNonNull(originals.get(made.getStruct(7).getLong(1)));
      for (int column = 0; column < 3; column++) {
        BigDecimal a = base.getDecimal(column);
        BigDecimal b = partner.getDecimal(column);
        assertThat(made.getDecimal(column)).isBetween(a.min(b), a.max(b));
      }
    }

    Set<BigDecimal> known = new HashSet<>();
    Set<BigDecimal> constant = new HashSet<>();
    originals.values().forEach(row -> known.add(row.getDecimal(2)));
    originals.values().forEach(row -> constant.add(row.getDecimal(0)));
    Smote nominal =
        smote("smotenc").setInputCols("constant", "few", "x").setCategoricalCols("constant", "few");
    for (Row made : synthetic(nominal, data)) {
      assertThat(known).contains(made.getDecimal(2));
      assertThat(constant).contains(made.getDecimal(0));
    }
  }

  private static List<Row> synthetic(Smote smote, Dataset<Row> data) {
    List<Row> made = smote.fitResample(data).filter("synthetic").collectAsList();
    assertThat(made).hasSize(ROWS - 2 * MINORITY);
    return made;
  }
}
