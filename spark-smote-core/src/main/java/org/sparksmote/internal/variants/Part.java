// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.variants;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of the settings that a variant is made of. */
public interface Part {

  /** The enum constant's name. */
  String name();

  /** What users write. */
  default String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it asks for something. */
  boolean asks(Need need);

  /** Whether rows of other classes must be at hand. */
  default boolean needsEnemies() {
    return asks(Need.ENEMIES) || asks(Need.EVERY_ENEMY);
  }

  /** The settings that only some parts read, of those that this one does. */
  default List<String> settings() {
    return List.of();
  }

  /** The labels of all parts of a kind. */
  static <P extends Part> String[] labels(P[] parts) {
    return Arrays.stream(parts).map(Part::label).toArray(String[]::new);
  }

  /** The part that a label names; labels are checked when a param is set. */
  static <P extends Part> P of(P[] parts, String label) {
    return Arrays.stream(parts)
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(label));
  }
}
