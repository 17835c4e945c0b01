// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Hashes of cells. Those of texts are known values of FNV-1a in 64 bits. */
class PayloadOrderTest {

  private static Object seq(Object... elements) {
    return CollectionConverters.asScala(List.of(elements)).toSeq();
  }

  private static Object map(List<String> keys) {
    Map<String, Integer> map = new LinkedHashMap<>();
    keys.forEach(key -> map.put(key, key.length()));
    return CollectionConverters.asScala(map);
  }

  @Test
  void text_isHashedByFnv1a() {
    assertThat(PayloadOrder.hash("")).isEqualTo(0xCBF29CE484222325L);
    assertThat(PayloadOrder.hash("a")).isEqualTo(0xAF63DC4C8601EC8CL);
    assertThat(PayloadOrder.hash("foobar")).isEqualTo(0x85944171F73967E8L);
  }

  @Test
  void bytes_areHashedByFnv1a() {
    byte[] text = "foobar".getBytes(StandardCharsets.US_ASCII);
    assertThat(PayloadOrder.hash(text)).isEqualTo(0x85944171F73967E8L);
    assertThat(PayloadOrder.hash(new byte[] {-1})).isNotEqualTo(PayloadOrder.hash(new byte[] {1}));
  }

  @Test
  void number_isHashedAsItsText() {
    assertThat(PayloadOrder.hash(12L)).isEqualTo(PayloadOrder.hash("12"));
    assertThat(PayloadOrder.hash(0.0)).isNotEqualTo(PayloadOrder.hash(-0.0));
    assertThat(PayloadOrder.hash(null)).isEqualTo(PayloadOrder.hash("null"));
  }

  @Test
  void textsThatHashCodeMixesUp_areToldApart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(PayloadOrder.hash("Aa")).isNotEqualTo(PayloadOrder.hash("BB"));
  }

  @Test
  void noCells_areZero() {
    assertThat(PayloadOrder.hash(RowFactory.create())).isZero();
    assertThat(PayloadOrder.hash(PackedRows.NO_PAYLOAD)).isZero();
  }

  @Test
  void orderOfCellsAndElements_counts() {
    assertThat(PayloadOrder.hash(RowFactory.create("a", "b")))
        .isNotEqualTo(PayloadOrder.hash(RowFactory.create("b", "a")));
    assertThat(PayloadOrder.hash(seq(1, 2))).isNotEqualTo(PayloadOrder.hash(seq(2, 1)));
    assertThat(PayloadOrder.hash(seq(1, 2))).isEqualTo(PayloadOrder.hash(seq(1, 2)));
  }

  @Test
  void orderOfMapEntries_doesNotCount_butContentDoes() {
    long hash = PayloadOrder.hash(map(List.of("x", "yy", "zzz")));
    assertThat(PayloadOrder.hash(map(List.of("zzz", "x", "yy")))).isEqualTo(hash);
    assertThat(PayloadOrder.hash(map(List.of("x", "yy")))).isNotEqualTo(hash);
  }

  @Test
  void cellsInsideOfOthers_count() {
    assertThat(PayloadOrder.hash(RowFactory.create(seq(RowFactory.create("a")))))
        .isNotEqualTo(PayloadOrder.hash(RowFactory.create(seq(RowFactory.create("b")))));
  }
}
