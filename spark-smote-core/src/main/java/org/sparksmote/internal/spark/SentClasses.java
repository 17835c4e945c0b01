// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import com.esotericsoftware.kryo.Kryo;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericRow;
import org.apache.spark.sql.types.Decimal;

/** The classes that samplers send, as Kryo must know them where it sends known ones only. */
public final class SentClasses {

  /** Rows, what they hold, and labels of any type. */
  private static final List<Class<?>> SENT =
      List.of(
          GenericRow.class,
          Decimal.class, // in rows that are persisted
          Object[].class,
          double[][].class,
          long[][].class,
          BigDecimal.class,
          Date.class,
          Timestamp.class,
          LocalDate.class,
          LocalDateTime.class,
          Instant.class);

  private SentClasses() {}

  /** Registers them in their order, which is what Kryo numbers them by. */
  public static void register(Kryo kryo) {
    SENT.forEach(kryo::register);
  }

  /** Those of the classes that are not registered. */
  static List<String> missing(Kryo kryo) {
    return SENT.stream()
        .filter(type -> kryo.getClassResolver().getRegistration(type) == null)
        .map(Class::getName)
        .toList();
  }
}
