// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.columns.Labels;
import org.sparksmote.internal.json.CheckedJson;
import org.sparksmote.internal.weights.ClassTotals;

/**
 * The weight of each label, as a model keeps it. A label has a name as Spark showed it, and a key
 * that is the same in every session and for numbers of every type: 1, 1L and 1.0 are one label.
 */
final class LabelWeights implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One label. */
  private record Entry(String label, String key, double weight) implements Serializable {}

  private final ArrayList<Entry> entries;

  private LabelWeights(List<Entry> entries) {
    this.entries = new ArrayList<>(entries);
  }

  static LabelWeights of(List<ClassTotals.Total> classes, double[] weights) {
    List<Entry> entries = new ArrayList<>();
    for (ClassTotals.Total of : classes) {
      double weight = weights[entries.size()];
      entries.add(new Entry(of.count().name(), key(of.count().key()), weight));
    }

    return new LabelWeights(entries);
  }

  private static String key(Object label) {
    if (!(label instanceof Number)) {
      return label.toString();
    }

    try {
      return new BigDecimal(label.toString()).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return label.toString(); // infinite
    }
  }

  /** What {@link #toJson} wrote. */
  static LabelWeights fromJson(String owner, String text) {
    CheckedJson json =
        CheckedJson.of(text, reason -> ClassWeightProblems.badWeights(owner, reason));
    List<Entry> entries = new ArrayList<>();
    for (CheckedJson entry : json.objects("classes")) {
      entries.add(new Entry(entry.text("label"), entry.text("key"), entry.amount("weight")));
    }

    return new LabelWeights(entries);
  }

  String toJson() {
    List<Map<String, Object>> classes = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("label", entry.label());
      fields.put("key", entry.key());
      fields.put("weight", entry.weight());
      classes.add(fields);
    }

    try {
      return JSON.writeValueAsString(Map.of("classes", classes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // texts and numbers always have a JSON form
    }
  }

  /** By name, in the order of the labels. */
  Map<String, Double> byName() {
    Map<String, Double> weights = new LinkedHashMap<>();
    entries.forEach(entry -> weights.put(entry.label(), entry.weight()));
    return Collections.unmodifiableMap(weights);
  }

  /**
   * A comparable label to its weight.
   *
   * @param strict whether one that has none is refused; else it is null
   */
  UDF1<Object, @Nullable Double> weight(String labelCol, boolean strict) {
    ConcurrentHashMap<String, Double> byKey = new ConcurrentHashMap<>();
    entries.forEach(entry -> byKey.put(entry.key(), entry.weight()));
    ConcurrentHashMap<Object, Double> seen = new ConcurrentHashMap<>(); // spares most rows the text
    return cell -> {
      Object label = Labels.key(cell);
      Double weight = label == null ? null : seen.get(label);
      if (weight == null && label != null) {
        weight = byKey.get(key(label));
        if (weight != null) {
          seen.put(label, weight);
        }
      }

      if (weight == null && strict) {
        String shown = label == null ? "null or NaN" : CheckedJson.shown(label.toString());
        throw ClassWeightProblems.unknownLabel(shown, labelCol);
      }

      return weight;
    };
  }
}
