// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.RFormulaParser;
import org.apache.spark.ml.feature.ResolvedRFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.internal.columns.ColumnResolver;
import org.sparksmote.internal.spark.ScalaLists;

/** Which columns a stage reads, as far as its params tell. */
public final class ReadColumns {

  /**
   * A column that a stage names.
   *
   * @param stage the stage, or one that it holds
   * @param param the param that names it
   * @param column the name
   */
  public record Use(String stage, String param, String column) {

    public Use of(String other) {
      return new Use(stage, param, other);
    }
  }

  private ReadColumns() {}

  /** Whether a stage may read columns that its params do not name. */
  public static boolean areHidden(PipelineStage stage) {
    return stage instanceof SQLTransformer
        || !stage.getClass().getName().startsWith("org.apache.spark.ml.");
  }

  /**
   * The columns of a schema that the params of a stage name, also those of stages that it holds and
   * of the settings that it tries: all params whose names end in Col or Cols, and RFormula's
   * formula. Columns that the stage adds are not in the schema yet.
   */
  public static List<Use> of(Params stage, StructType schema) {
    List<Use> uses = new ArrayList<>();
    for (Param<?> param : stage.params()) {
      if (stage.isDefined(param)) {
        Object value = stage.getOrDefault(param);
        add(stage.uid(), param.name(), value, uses);
        held(value).forEach(inner -> uses.addAll(of(inner, schema)));
        tried(value)
            .forEach(pair -> add(pair.param().parent(), pair.param().name(), pair.value(), uses));
      }
    }

    if (stage instanceof RFormula formula && formula.isDefined(formula.formula())) {
      addFormula(formula, schema, uses);
    }

    ColumnResolver columns = new ColumnResolver(schema);
    return uses.stream()
        .map(use -> columns.has(use.column()) ? use : use.of(top(use.column())))
        .filter(use -> columns.has(use.column()))
        .toList();
  }

  /** The column at the top of what names a field of it, or names it in quotes. */
  private static String top(String name) {
    if (!name.startsWith("`")) {
      return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    int end = 1;
    while (end < name.length() && (name.charAt(end) != '`' || name.startsWith("``", end))) {
      end += name.startsWith("``", end) ? 2 : 1;
    }

    return name.substring(1, Math.min(end, name.length())).replace("``", "`");
  }

  private static void add(String stage, String param, Object value, List<Use> uses) {
    if (param.endsWith("Col") && value instanceof String column) {
      uses.add(new Use(stage, param, column));
    } else if (param.endsWith("Cols") && value instanceof String[] columns) {
      Arrays.stream(columns).forEach(column -> uses.add(new Use(stage, param, column)));
    }
  }

  /** The stages that a value is, or holds. */
  static List<Params> held(Object value) {
    if (value instanceof Params stage) {
      return List.of(stage);
    }

    return value instanceof Params[] stages ? List.of(stages) : List.of();
  }

  private static List<ParamPair<?>> tried(Object value) {
    List<ParamPair<?>> pairs = new ArrayList<>();
    if (value instanceof ParamMap[] grid) {
      for (ParamMap point : grid) {
        pairs.addAll(point.toList());
      }
    }

    return pairs;
  }

  private static void addFormula(RFormula stage, StructType schema, List<Use> uses) {
    ResolvedRFormula formula = RFormulaParser.parse(stage.getFormula()).resolve(schema);
    // Not terms(), which returns another type in Scala 2.12.
    for (Object term : ScalaLists.of((scala.collection.Iterable<?>) formula.productElement(1))) {
      for (Object column : ScalaLists.of((scala.collection.Iterable<?>) term)) {
        uses.add(new Use(stage.uid(), "formula", (String) column));
      }
    }
  }
}
