// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.params.ColumnParams;

/**
 * Finds the nominal features: in ML attributes, in the types of inputCols, in categoricalFeatures
 * and categoricalCols. Booleans, binary attributes and one-hot groups can also pass for numbers, so
 * variants for numeric features take them as such.
 */
public final class NominalColumns {

  private final ColumnParams params;
  private final NominalDemand demand;
  private final StructType schema;
  private final List<Integer> columns;
  private final NominalRule rule;

  /** Names by feature: those that can be nothing but nominal, and all. */
  private final TreeMap<Integer, String> strict = new TreeMap<>();

  private final TreeMap<Integer, String> all = new TreeMap<>();

  private NominalColumns(
      ColumnParams params, NominalDemand demand, StructType schema, List<Integer> columns) {
    this.params = params;
    this.demand = demand;
    this.schema = schema;
    this.columns = columns;
    this.rule = demand.rule();
  }

  /** The nominal features of the feature columns, or what is wrong with them. */
  static NominalFeatures resolve(
      ColumnParams params,
      NominalDemand demand,
      StructType schema,
      List<Integer> columns,
      ColumnResolver resolver) {
    boolean byColumn = params.isSet(params.inputCols());
    if (byColumn && params.isSet(params.categoricalFeatures())) {
      throw ColumnProblems.categoricalOfOtherFeatures("categoricalFeatures", "featuresCol");
    }

    if (!byColumn && params.isSet(params.categoricalCols())) {
      throw ColumnProblems.categoricalOfOtherFeatures("categoricalCols", "inputCols");
    }

    NominalColumns found = new NominalColumns(params, demand, schema, columns);
    return byColumn ? found.ofColumns(namedColumns(params, resolver)) : found.ofVector();
  }

  private static Set<Integer> namedColumns(ColumnParams params, ColumnResolver resolver) {
    Set<Integer> named = new HashSet<>();
    if (params.isSet(params.categoricalCols())) {
      for (String name : params.getCategoricalCols()) {
        named.add(resolver.find("categoricalCols", name));
      }
    }

    return named;
  }

  private NominalFeatures ofColumns(Set<Integer> named) {
    List<Integer> texts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      StructField field = schema.fields()[columns.get(i)];
      DataType type = field.dataType();
      AttributeType kind =
          type instanceof NumericType
              ? Attribute.fromStructField(field).attrType()
              : AttributeType.Unresolved();
      boolean isText = FeatureColumns.isText(type);
      boolean isNamed = named.remove(columns.get(i));
      boolean isStrict = isText || isNamed || kind.equals(AttributeType.Nominal());
      add(i, field.name(), isStrict, type instanceof BooleanType, kind);
      if (isText) {
        texts.add(i);
      }
    }

    if (!named.isEmpty()) {
      throw ColumnProblems.noSuchFeature(schema.fieldNames()[named.iterator().next()], "inputCols");
    }

    return nominal("inputCols", texts, OneHotGroups.NONE, columns.size());
  }

  private void add(int feature, String name, boolean isStrict, boolean flag, AttributeType kind) {
    if (isStrict) {
      strict.put(feature, name);
    }

    if (isStrict || flag || kind.equals(AttributeType.Binary())) {
      all.put(feature, name);
    }
  }

  private NominalFeatures ofVector() {
    StructField field = schema.fields()[columns.get(0)];
    String where = "the column '" + field.name() + "'";
    VectorAttributes attributes = VectorAttributes.of(field, schema);
    OneHotGroups groups = rule == NominalRule.REFUSED ? OneHotGroups.NONE : attributes.groups(all);
    attributes
        .nominal()
        .forEach((slot, name) -> add(groups.featureOf(slot), name, true, false, nominalType()));
    if (params.isSet(params.categoricalFeatures())) {
      for (String wanted : params.getCategoricalFeatures()) {
        int slot = attributes.find(wanted);
        if (slot < 0 && attributes.size() < 0) {
          continue; // a pipeline asks before it knows the attributes
        }

        if (slot < 0) {
          throw ColumnProblems.noSuchFeature(wanted, where);
        }

        int feature = groups.featureOf(slot);
        strict.putIfAbsent(feature, wanted);
        all.putIfAbsent(feature, wanted);
      }
    }

    int slots = attributes.size();
    return nominal(where, List.of(), groups, slots < 0 ? -1 : groups.features(slots));
  }

  private static AttributeType nominalType() {
    return AttributeType.Nominal();
  }

  private NominalFeatures nominal(
      String where, List<Integer> texts, OneHotGroups groups, int size) {
    if (rule == NominalRule.REFUSED) {
      if (!strict.isEmpty()) {
        List<String> names = List.copyOf(strict.values());
        throw demand.variant().isEmpty()
            ? ColumnProblems.nominalDistances(names, where)
            : ColumnProblems.nominalFeatures(names, where, demand.variant());
      }

      return NominalFeatures.NONE;
    }

    if (!all.isEmpty() && demand.separates()) {
      throw ColumnProblems.planeOfNominalFeatures(List.copyOf(all.values()), where);
    }

    if (!all.isEmpty() && demand.cleaned()) {
      throw ColumnProblems.nominalCleaning(List.copyOf(all.values()), where);
    }

    if (size >= 0) {
      checkKinds(rule, where, all.size(), size);
    }

    return new NominalFeatures(
        rule,
        ints(all.keySet()),
        all.values().toArray(new String[0]),
        ints(texts),
        groups,
        size,
        demand.measured());
  }

  private static int[] ints(Iterable<Integer> values) {
    List<Integer> list = new ArrayList<>();
    values.forEach(list::add);
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Refuses what {@link #resolve} leaves open for a vector without attributes: a pipeline resolves
   * schemas before the stages that write attributes are fitted.
   */
  public static void requireDescribed(ColumnParams params, InputSchema input) {
    if (input.nominal().size() >= 0) {
      return;
    }

    String where = "the column '" + input.featureName(0) + "'";
    if (params.isSet(params.categoricalFeatures())) {
      for (String wanted : params.getCategoricalFeatures()) {
        if (!VectorAttributes.isPosition(wanted)) {
          throw ColumnProblems.noSuchFeature(wanted, where);
        }
      }
    }

    if (input.nominal().isEmpty()) {
      checkKinds(input.nominal().rule(), where, 0, -1);
    }
  }

  /** Refuses a mix of features that a rule is not made for. */
  static void checkKinds(NominalRule rule, String where, int nominal, int size) {
    if (rule == NominalRule.VOTE && nominal == 0) {
      throw ColumnProblems.noNominalFeature(where);
    }

    if (rule == NominalRule.VOTE && nominal == size) {
      throw ColumnProblems.noNumericFeature(where, nominal);
    }

    if (rule == NominalRule.VALUE_DIFFERENCE && nominal != size) {
      throw ColumnProblems.numericFeatures(
          where, size < 0 ? "all" : (size - nominal) + " of " + size);
    }
  }
}
