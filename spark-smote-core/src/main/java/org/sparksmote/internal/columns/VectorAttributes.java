// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.AttributeType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What the ML attributes of a features column tell about its slots: names, nominal slots, and which
 * binary slots OneHotEncoder wrote for one column.
 */
final class VectorAttributes {

  private final StructField field;
  private final StructType schema;
  private final Attribute[] attributes;

  private VectorAttributes(StructField field, StructType schema, Attribute[] attributes) {
    this.field = field;
    this.schema = schema;
    this.attributes = attributes;
  }

  /** The attributes of a column; none for an array, or a vector that nobody described. */
  static VectorAttributes of(StructField field, StructType schema) {
    return new VectorAttributes(field, schema, attributes(field));
  }

  private static Attribute[] attributes(StructField field) {
    if (!FeatureColumns.isVector(field.dataType())) {
      return new Attribute[0];
    }

    AttributeGroup group = AttributeGroup.fromStructField(field);
    return group.attributes().isEmpty() ? new Attribute[0] : group.attributes().get();
  }

  /** Slots of the vector, or -1 if that is not known. */
  int size() {
    return attributes.length == 0 ? -1 : attributes.length;
  }

  /** The slots with a nominal attribute, and their names. */
  Map<Integer, String> nominal() {
    Map<Integer, String> nominal = new TreeMap<>();
    for (int slot = 0; slot < attributes.length; slot++) {
      if (attributes[slot].attrType().equals(AttributeType.Nominal())) {
        nominal.put(slot, name(slot));
      }
    }

    return nominal;
  }

  /** The slot that a user means by name or number, or -1. */
  int find(String wanted) {
    for (int slot = 0; slot < attributes.length; slot++) {
      if (wanted.equals(name(slot))) {
        return slot;
      }
    }

    int slot = isPosition(wanted) ? Integer.parseInt(wanted) : -1;
    return attributes.length == 0 || slot < attributes.length ? slot : -1;
  }

  /** Whether a user's text is the position of a slot. */
  static boolean isPosition(String wanted) {
    return wanted.matches("[0-9]{1,9}");
  }

  private String name(int slot) {
    return attributes[slot].name().isDefined() ? attributes[slot].name().get() : "#" + slot;
  }

  private boolean isBinary(int slot) {
    return slot < attributes.length && attributes[slot].attrType().equals(AttributeType.Binary());
  }

  /** The one-hot groups; puts the name of each beside its feature. */
  OneHotGroups groups(SortedMap<Integer, String> names) {
    Map<String, List<Source>> sources = sources();
    List<Integer> starts = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    int removed = 0;
    for (int slot = 0; slot < attributes.length; slot++) {
      if (isBinary(slot)) {
        Source group = groupAt(slot, sources);
        starts.add(slot);
        lengths.add(group.slots().size());
        names.put(slot - removed, group.column());
        removed += group.slots().size() - 1;
        slot += group.slots().size() - 1;
      }
    }

    return new OneHotGroups(
        starts.stream().mapToInt(Integer::intValue).toArray(),
        lengths.stream().mapToInt(Integer::intValue).toArray());
  }

  /** A column that may have gone into the vector, and the names that its slots have there. */
  private record Source(String column, List<String> slots) {}

  /** The one-hot and plain columns of the dataset, by the name of their first slot. */
  private Map<String, List<Source>> sources() {
    Map<String, List<Source>> byFirst = new HashMap<>();
    for (StructField other : schema.fields()) {
      if (other.name().equals(field.name())) {
        continue;
      }

      VectorAttributes inside = of(other, schema);
      List<String> slots = new ArrayList<>();
      for (int slot = 0; slot < inside.attributes.length && inside.isBinary(slot); slot++) {
        boolean named = inside.attributes[slot].name().isDefined();
        slots.add(other.name() + "_" + (named ? inside.name(slot) : String.valueOf(slot)));
      }

      if (slots.size() < inside.attributes.length) {
        continue; // another assembled vector
      }

      List<String> written = slots.isEmpty() ? List.of(other.name()) : slots;
      byFirst
          .computeIfAbsent(written.get(0), any -> new ArrayList<>())
          .add(new Source(other.name(), written));
    }

    return byFirst;
  }

  private Source groupAt(int start, Map<String, List<Source>> sources) {
    Source longest = null;
    for (Source source : sources.getOrDefault(name(start), List.of())) {
      boolean fits = matches(start, source.slots());
      if (fits && (longest == null || longest.slots().size() < source.slots().size())) {
        longest = source;
      }
    }

    return longest != null ? longest : byPrefix(start, sources);
  }

  private boolean matches(int start, List<String> slots) {
    for (int i = 0; i < slots.size(); i++) {
      if (!isBinary(start + i) || !slots.get(i).equals(name(start + i))) {
        return false;
      }
    }

    return true;
  }

  /**
   * Without the encoder's column, slots whose names start alike count as one group. Two groups may
   * be taken for one so, which the counting pass notices; never one for two.
   */
  private Source byPrefix(int start, Map<String, List<Source>> sources) {
    String prefix = prefix(name(start));
    List<String> slots = new ArrayList<>();
    int slot = start;
    do {
      slots.add(name(slot++));
    } while (isBinary(slot)
        && prefix.equals(prefix(name(slot)))
        && !sources.containsKey(name(slot)));
    return new Source(slots.size() == 1 ? slots.get(0) : prefix + "*", slots);
  }

  private static String prefix(String name) {
    return name.substring(0, name.indexOf('_') + 1);
  }
}
