// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as text that tells every bit apart, and digests of them that ignore their order. */
public final class Rows {

  private Rows() {}

  /** The rows that were made, of a sampler whose syntheticCol is {@code synthetic}. */
  public static List<Row> synthetic(Dataset<Row> out) {
    return out.filter("synthetic").collectAsList();
  }

  public static List<String> texts(Dataset<Row> data) {
    return texts(data.collectAsList());
  }

  /** The rows as sorted texts. */
  public static List<String> texts(Collection<Row> rows) {
    return rows.stream().map(Rows::text).sorted().toList();
  }

  /** A digest of the multiset of rows. */
  public static String digest(Dataset<Row> data) {
    return digest(texts(data));
  }

  public static String digest(List<String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      texts.forEach(text -> sha.update((text + '\n').getBytes(StandardCharsets.UTF_8)));
      return texts.size() + " rows " + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A value as text; doubles by their bits, so that -0.0 is not 0.0 and no digit is lost. */
  public static String text(@Nullable Object value) {
    if (value instanceof Row row) {
      return "(" + join(CollectionConverters.asJava(row.toSeq()), ", ") + ")";
    }

    if (value instanceof DenseVector dense) {
      return "dense" + text(dense.values());
    }

    if (value instanceof SparseVector sparse) {
      return "sparse " + sparse.size() + List.of(text(sparse.values())) + ints(sparse.indices());
    }

    if (value instanceof double[] numbers) {
      return java.util.Arrays.stream(numbers).mapToObj(Rows::text).toList().toString();
    }

    if (value instanceof Double number) {
      return Double.toHexString(number);
    }

    if (value instanceof byte[] bytes) {
      return "0x" + HexFormat.of().formatHex(bytes);
    }

    if (value instanceof scala.collection.Map<?, ?> map) {
      return "map"
          + CollectionConverters.asJava(map).entrySet().stream()
              .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
              .sorted()
              .toList();
    }

    return value instanceof scala.collection.Seq<?> seq
        ? "[" + join(CollectionConverters.asJava(seq), ", ") + "]"
        : String.valueOf(value);
  }

  private static String ints(int[] indices) {
    return java.util.Arrays.toString(indices);
  }

  private static String join(Collection<?> values, String separator) {
    return values.stream().map(Rows::text).collect(Collectors.joining(separator));
  }
}
