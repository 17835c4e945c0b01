// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sparksmote.internal.json.CheckedJson;

/**
 * Whose rows a cleaning sampler may take away: imbalanced-learn's {@code sampling_strategy} for
 * cleaning. A pure function of the class counts.
 */
public interface CleanStrategy {

  /**
   * The classes that are cleaned, as positions in {@code counts}.
   *
   * @param counts rows per class, by ascending label
   */
  BitSet targets(List<ClassCount> counts);

  /** Reads a strategy from its text form. */
  static CleanStrategy parse(String text) {
    String trimmed = text.trim();
    if (trimmed.startsWith("[")) {
      return new Named(names(trimmed));
    }

    return switch (trimmed) {
      case "auto", "not minority" -> counts -> except(counts, ClassSizes.smallest(counts));
      case "not majority" -> counts -> except(counts, ClassSizes.largest(counts));
      case "majority" -> counts -> only(ClassSizes.largest(counts));
      case "all" -> counts -> except(counts, counts.size());
      case "none" -> counts -> new BitSet();
      case "minority" -> throw StrategyProblems.minorityCannotBeCleaned();
      default -> throw StrategyProblems.badCleanStrategy(text);
    };
  }

  /** Whether a strategy, as text, is to leave all rows. */
  static boolean isNone(String text) {
    return text.trim().equals("none");
  }

  /** The text of a list of labels. */
  static String json(List<?> labels) {
    return new ObjectMapper().valueToTree(labels.stream().map(String::valueOf).toList()).toString();
  }

  private static BitSet except(List<ClassCount> counts, int one) {
    BitSet all = new BitSet();
    all.set(0, counts.size());
    all.clear(one);
    return all;
  }

  private static BitSet only(int one) {
    BitSet single = new BitSet();
    single.set(one);
    return single;
  }

  private static List<String> names(String text) {
    JsonNode json;
    try {
      json = CheckedJson.STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      throw StrategyProblems.badCleanStrategy(text);
    }

    List<String> names = new ArrayList<>();
    for (JsonNode label : json) {
      if (!label.isTextual() && !label.isNumber() && !label.isBoolean()) {
        throw StrategyProblems.badCleanStrategy(text);
      }

      names.add(label.asText());
    }

    if (names.isEmpty()) {
      throw StrategyProblems.badCleanStrategy(text);
    }

    return names;
  }

  /** Cleans the named classes. */
  record Named(List<String> names) implements CleanStrategy {

    @Override
    public BitSet targets(List<ClassCount> counts) {
      BitSet targets = new BitSet();
      names.forEach(name -> targets.set(ClassSizes.find(counts, name)));
      return targets;
    }
  }
}
