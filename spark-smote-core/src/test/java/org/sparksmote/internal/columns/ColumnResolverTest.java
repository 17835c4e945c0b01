// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.testing.Refusal;

class ColumnResolverTest {

  private static StructType schema(String... names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.DoubleType);
    }

    return schema;
  }

  private static final ColumnResolver ANY_CASE =
      new ColumnResolver(schema("label", "Income", "a.b", "city"), false);

  private static final ColumnResolver BY_CASE = new ColumnResolver(schema("x", "X"), true);

  @Test
  void column_isFoundByItsPosition() {
    assertThat(ANY_CASE.find("labelCol", "label")).isZero();
    assertThat(ANY_CASE.find("labelCol", "city")).isEqualTo(3);
    assertThat(ANY_CASE.find("labelCol", "a.b")).as("a dot is a part of the name").isEqualTo(2);
  }

  @Test
  void case_countsIfItDoesInTheSession() {
    assertThat(ANY_CASE.find("labelCol", "INCOME")).isEqualTo(1);
    assertThat(ANY_CASE.has("INCOME")).isTrue();
    assertThat(BY_CASE.find("labelCol", "X")).isEqualTo(1);
    assertThat(BY_CASE.has("INCOME")).isFalse();
    assertThat(ANY_CASE.matches("a", "A")).isTrue();
    assertThat(BY_CASE.matches("a", "A")).isFalse();
  }

  @Test
  void unknownColumn_isRefused_withTheNearestNames() {
    String message = Refusal.of(() -> ANY_CASE.find("labelCol", "incme"));
    assertThat(message).contains("labelCol", "incme", "Income").doesNotContain("a.b.");
    ColumnResolver many =
        new ColumnResolver(schema("zzzzzzzzzz", "labels", "lable", "label1", "qqqqqqqqqq"), false);
    assertThat(Refusal.of(() -> many.find("labelCol", "label")))
        .contains("labels", "lable", "label1")
        .doesNotContain("zzzzzzzzzz", "qqqqqqqqqq");
  }

  @Test
  void namesThatTheSessionTakesForOne_areRefused() {
    ColumnResolver both = new ColumnResolver(schema("x", "X"), false);
    assertThat(Refusal.of(() -> both.find("labelCol", "x"))).contains("labelCol", "x", "X");
  }

  @Test
  void fieldOfAColumn_isRefusedAsSuch() {
    ColumnResolver nested = new ColumnResolver(schema("person", "label"), false);
    String field = Refusal.of(() -> nested.find("labelCol", "person.name"));
    String unknown = Refusal.of(() -> nested.find("labelCol", "nobody.name"));
    assertThat(field).contains("person.name");
    assertThat(field.substring(0, 11)).as("another error").isNotEqualTo(unknown.substring(0, 11));
  }

  @Test
  void columnThatIsThereTwice_isRefusedAtOnce() {
    assertThat(Refusal.of(() -> new ColumnResolver(schema("a", "b", "a"), true))).contains("'a'");
  }
}
