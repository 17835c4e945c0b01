// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.cli;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Options of Spark's readers and writers, whose names count whatever their case.
 *
 * @param values by name in lower case
 */
public record OptionMap(TreeMap<String, String> values) implements Serializable {

  /** Two names of one option: the second is that of the first. */
  private static final Map<String, String> SAME = Map.of("delimiter", "sep", "charset", "encoding");

  public static OptionMap of(Map<String, String> options) {
    TreeMap<String, String> values = new TreeMap<>();
    options.forEach((name, value) -> values.put(plain(name), value));
    return new OptionMap(values);
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SAME.getOrDefault(lower, lower);
  }

  public @Nullable String get(String name) {
    return values.get(name);
  }

  public boolean isTrue(String name) {
    return Boolean.parseBoolean(values.getOrDefault(name, "false"));
  }

  public Set<String> names() {
    return values.keySet();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** These, where others do not say otherwise. */
  public OptionMap under(OptionMap others) {
    TreeMap<String, String> all = new TreeMap<>(values);
    all.putAll(others.values);
    return new OptionMap(all);
  }

  public OptionMap only(Set<String> names) {
    TreeMap<String, String> some = new TreeMap<>(values);
    some.keySet().retainAll(names);
    return new OptionMap(some);
  }

  /**
   * Refuses options that would have no effect.
   *
   * @param option the command line's option that gave them
   */
  public void refuseAllBut(Set<String> known, String option, String what) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new UsageException(
            "Cannot use "
                + option
                + " "
                + name
                + " for "
                + what
                + ": the options that work are "
                + new TreeSet<>(known)
                + ".");
      }
    }
  }
}
