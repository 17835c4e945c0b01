// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sparksmote.internal.json.CheckedJson;
import org.sparksmote.report.SmoteSummary.ClassRows;

/** The JSON of a {@link SmoteSummary}, as which a model keeps it. */
final class SummaryJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> SEARCHES = List.of("exact", "approximate", "copies", "none");

  private static final Set<String> FIELDS = Set.of("invalidRows", "classes");

  private static final Set<String> FIELDS_OF_CLASS =
      Set.of(
          "label",
          "had",
          "made",
          "removed",
          "kNeighbors",
          "search",
          "buckets",
          "effectiveK",
          "note",
          "removedOriginal",
          "removedSynthetic");

  private SummaryJson() {}

  static String write(SmoteSummary summary) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("invalidRows", summary.invalidRows());
    json.put("classes", summary.classes().stream().map(ClassRows::fields).toList());
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // strings and numbers always have a JSON form
    }
  }

  static Map<String, Object> fields(ClassRows rows) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("label", rows.label());
    fields.put("had", rows.had());
    fields.put("made", rows.made());
    if (rows.removed() > 0) {
      fields.put("removed", rows.removed());
    }

    fields.put("kNeighbors", rows.kNeighbors());
    fields.put("search", rows.search());
    fields.put("buckets", rows.buckets());
    fields.put("effectiveK", rows.effectiveK());
    fields.put("note", rows.note());
    if (rows.removedOriginal() + rows.removedSynthetic() > 0) {
      fields.put("removedOriginal", rows.removedOriginal());
      fields.put("removedSynthetic", rows.removedSynthetic());
    }

    return fields;
  }

  /**
   * Reads what {@link #write} wrote, and nothing that no resampling can have had as its result.
   *
   * @param owner whose summary it is, for errors
   */
  static SmoteSummary read(String owner, String text) {
    CheckedJson json = CheckedJson.of(text, reason -> SummaryProblems.badSummary(owner, reason));
    json.requireOnly(FIELDS);
    List<ClassRows> classes = new ArrayList<>();
    long invalidRows = json.count("invalidRows", Long.MAX_VALUE);
    long left = Long.MAX_VALUE - invalidRows;
    for (CheckedJson rows : json.objects("classes")) {
      ClassRows read = classRows(rows);
      left = less(left, read.had(), rows, "had");
      left = less(left, read.made(), rows, "made");
      classes.add(read);
    }

    return SmoteSummary.of(classes, invalidRows);
  }

  private static ClassRows classRows(CheckedJson json) {
    json.requireOnly(FIELDS_OF_CLASS);
    String search = json.text("search");
    if (!SEARCHES.contains(search)) {
      throw json.isNot("search", "one of " + SEARCHES);
    }

    long had = json.count("had", Long.MAX_VALUE);
    long made = json.count("made", Long.MAX_VALUE);
    if (made == 0 && !search.equals("none")) {
      throw json.wrong("made", "is " + made + " and search is \"" + search + "\"");
    }

    long removed = json.has("removed") ? json.count("removed", had) : 0;
    return new ClassRows(
        json.text("label"),
        had,
        made,
        removed,
        (int) json.count("kNeighbors", Integer.MAX_VALUE),
        search,
        (int) json.count("buckets", Integer.MAX_VALUE),
        json.amount("effectiveK"),
        json.text("note"),
        removed(json, "removedOriginal", "had", had - removed),
        removed(json, "removedSynthetic", "made", made));
  }

  /** How many rows a cleaning took away; summaries from before there was one do not say. */
  private static long removed(CheckedJson json, String field, String of, long rows) {
    long removed = json.has(field) ? json.count(field, Long.MAX_VALUE) : 0;
    if (removed > rows) {
      throw json.wrong(field, "is " + removed + " and " + of + " is " + rows);
    }

    return removed;
  }

  /** What is left of the rows that can be counted. */
  private static long less(long left, long rows, CheckedJson json, String field) {
    if (rows > left) {
      throw json.wrong(field, "and the other counts are too many rows");
    }

    return left - rows;
  }
}
