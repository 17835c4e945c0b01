// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.rows;

import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.spark.ScalaLists;
import scala.collection.Iterable;

/**
 * An order of the columns that travel along with otherwise identical rows, so that it does not
 * matter in which order they arrived. It hashes, because values such as maps have no order.
 */
public final class PayloadOrder {

  private static final long FNV_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private PayloadOrder() {}

  /** A hash of a cell's content; unlike hashCode it is the same in every JVM. Of no cells 0. */
  public static long hash(@Nullable Object cell) {
    if (cell instanceof Row row) {
      long hash = row.size();
      for (int i = 0; i < row.size(); i++) {
        hash = 31 * hash + hash(row.get(i));
      }

      return hash * 0x9E3779B97F4A7C15L;
    }

    if (cell instanceof scala.collection.Map<?, ?> map) {
      long sum = map.size(); // a sum: entries of a map have no order
      for (Object entry : ScalaLists.of(map)) {
        scala.Tuple2<?, ?> pair = (scala.Tuple2<?, ?>) entry;
        sum += 0x9E3779B97F4A7C15L * (31 * hash(pair._1()) + hash(pair._2()));
      }

      return sum;
    }

    if (cell instanceof Iterable<?> elements) {
      long hash = 7;
      for (Object element : ScalaLists.of(elements)) {
        hash = 31 * hash + hash(element);
      }

      return hash;
    }

    return cell instanceof byte[] bytes ? hash(bytes) : hash(String.valueOf(cell));
  }

  /** FNV-1a in 64 bits: String.hashCode is the same for Aa and BB. */
  private static long hash(String text) {
    long hash = FNV_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }

    return hash;
  }

  private static long hash(byte[] bytes) {
    long hash = FNV_BASIS;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }

    return hash;
  }
}
