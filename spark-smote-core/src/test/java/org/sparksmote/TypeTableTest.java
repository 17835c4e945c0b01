// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.columns.FeatureReader;
import org.sparksmote.internal.columns.InputSchema;
import org.sparksmote.internal.rows.FeatureRow;
import org.sparksmote.internal.spark.Sessions;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;

/** The table of docs/types.md, cell by cell: every type of Spark in every role. */
class TypeTableTest extends SparkTest {

  private static final Set<String> ROLES =
      Set.of("label", "number", "nominal", "featuresCol", "weightCol");

  private static final SparkSession session = session();

  private static final Dataset<Row> rows = TypeTable.data(session);

  /** A session with the types that Spark has but does not turn on. */
  private static SparkSession session() {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.timeType.enabled", "true");
    session.conf().set("spark.sql.geospatial.enabled", "true");
    return session;
  }

  static List<String> types() {
    return List.copyOf(TypeTable.table().keySet());
  }

  static List<String> labels() {
    return TypeTable.typesThatCanBe("label");
  }

  private static Smote smote(String role) {
    Smote smote = new Smote().setLabelCol("c").setSyntheticCol("synthetic");
    return switch (role) {
      case "label" -> smote.setInputCols("x", "y").setLabelCol("t");
      case "number" -> smote.setInputCols("x", "t");
      case "nominal" ->
          smote.setVariant("smotenc").setInputCols("x", "y", "t").setCategoricalCols("t");
      case "featuresCol" -> smote.setFeaturesCol("t");
      default -> smote.setInputCols("x", "y").setWeightCol("t");
    };
  }

  @Test
  void everyTypeOfTheTable_isTried() {
    assertThat(TypeTable.table().keySet())
        .containsExactlyInAnyOrderElementsOf(TypeTable.SQL.keySet());
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTypeThatARoleCannotHave_isRefusedByItsCode(String type) {
    Dataset<Row> data = rows.withColumn("t", functions.expr(TypeTable.sqlOf(type)));
    Runnable all =
        () -> {
          for (String role : ROLES) {
            refuse(data, role, TypeTable.cell(type, role));
          }
        };
    assertThat(Jobs.startedBy(all)).isZero();
  }

  private static void refuse(Dataset<Row> data, String role, String cell) {
    if (!cell.equals("yes")) {
      SmoteException refusal =
          catchThrowableOfType(SmoteException.class, () -> smote(role).fit(data));
      assertThat(refusal.code()).as(role).isEqualTo(cell);
      assertThat(refusal).hasMessageMatching("(?s).*\\bt\\b.*");
    }
  }

  /** All types at once: a, b, … in the order of the table. */
  private static Dataset<Row> wide(SparkSession session, List<String> types) {
    List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
    for (int i = 0; i < types.size(); i++) {
      columns.add(functions.expr(TypeTable.sqlOf(types.get(i))).as("t" + i));
    }

    return TypeTable.data(session).select(columns.toArray(new Column[0]));
  }

  private static String[] names(List<String> types) {
    return IntStream.range(0, types.size()).mapToObj(i -> "t" + i).toArray(String[]::new);
  }

  /** The columns of a row as text, for types without equals. */
  private static List<String> texts(Row row, String... columns) {
    return Arrays.stream(columns).map(name -> Rows.text(row.<Object>getAs(name))).toList();
  }

  private static List<List<String>> texts(Dataset<Row> rows, String... columns) {
    return rows.collectAsList().stream().map(row -> texts(row, columns)).toList();
  }

  private static void assertSchema(Dataset<Row> out, Dataset<Row> data) {
    StructType types = data.schema();
    for (int i = 0; i < types.size(); i++) {
      StructField field = out.schema().fields()[i];
      assertThat(field.name()).isEqualTo(types.fields()[i].name());
      assertThat(field.dataType()).as(field.name()).isEqualTo(types.fields()[i].dataType());
      assertThat(field.metadata()).as(field.name()).isEqualTo(types.fields()[i].metadata());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passengersOfEveryType_areCopiedFromTheBase_whichIsNamedByAnIdOfEveryType(boolean java8) {
    List<String> types = TypeTable.typesThatCanBe("passenger, id");
    String[] names = names(types);
    SparkSession other = session();
    other.conf().set("spark.sql.datetime.java8API.enabled", java8);
    // A struct that holds a narrow interval may have null fields afterwards.
    String[] ofKey =
        IntStream.range(0, names.length)
            .filter(i -> !types.get(i).matches(".*interval (day|month)"))
            .mapToObj(i -> names[i])
            .toArray(String[]::new);
    Dataset<Row> data =
        wide(other, types).withColumn("key", functions.struct("id", ofKey)).drop("v", "old");
    Sessions.of(data, () -> assertCopied(data, names, ofKey)); // as somebody would who works in it
  }

  private static boolean assertCopied(Dataset<Row> data, String[] names, String[] ofKey) {
    Smote smote = new Smote().setInputCols("x", "y").setLabelCol("c").setIdCol("key");
    smote.setPassengerColumns("copy").setProvenanceCol("from").setSyntheticCol("synthetic");
    Dataset<Row> out = smote.fitResample(data);
    assertSchema(out, data);
    List<Row> made = out.filter("synthetic").collectAsList();
    assertThat(made).hasSize(16);
    Map<Object, Row> byId =
        data.collectAsList().stream()
            .collect(Collectors.toMap(row -> row.<Object>getAs("id"), row -> row));
    for (Row row : made) {
      Row base = row.<Row>getAs("from").getAs("base");
      Row original = Objects.requireNonNull(byId.get(base.<Object>getAs("id")));
      assertThat(texts(row, names)).isEqualTo(texts(original, names));
      assertThat(texts(base, ofKey)).isEqualTo(texts(original, ofKey));
    }

    assertThat(texts(out.filter("not synthetic"), names))
        .containsExactlyInAnyOrderElementsOf(texts(data, names));
    return true;
  }

  @Test
  @DisplayName("an id of days alone, within the struct that says where a row comes from")
  void narrowInterval_asId() {
    Dataset<Row> data =
        spark.sql("select int(id < 9) c, double(id) x, interval '3' day p from range(30)");
    Smote smote = new Smote().setInputCols("x").setLabelCol("c").setIdCol("p");
    Dataset<Row> out = smote.setProvenanceCol("from").fitResample(data);
    assertThat(out.schema().apply("p").dataType().sql()).isEqualTo("INTERVAL DAY");
    assertThat(out.filter("from.base = interval '3' day and p is null").count()).isEqualTo(12);
  }

  @Test
  void passengersOfEveryType_areNullOtherwise() {
    List<String> types = TypeTable.typesThatCanBe("passenger, id");
    Dataset<Row> data = wide(session, types);
    Smote smote = new Smote().setInputCols("x", "y").setLabelCol("c").setSyntheticCol("synthetic");
    Dataset<Row> out = smote.fitResample(data);
    assertSchema(out, data);
    assertThat(texts(out.filter("synthetic"), names(types)))
        .hasSize(16)
        .allMatch(texts -> texts.stream().allMatch("null"::equals));
  }

  @Test
  void nominalFeaturesOfEveryType_getValuesThatTheClassHas() {
    List<String> types = TypeTable.typesThatCanBe("nominal");
    Dataset<Row> data = wide(session, types);
    String[] names = names(types);
    String[] inputs =
        Stream.concat(Stream.of("x", "y"), Arrays.stream(names)).toArray(String[]::new);
    Smote smote = new Smote().setVariant("smotenc").setLabelCol("c").setSyntheticCol("synthetic");
    smote.setInputCols(inputs).setCategoricalCols(names);
    Dataset<Row> out = smote.fitResample(data);
    assertSchema(out, data);
    for (String name : names) {
      assertThat(texts(out.filter("synthetic"), name))
          .hasSize(16)
          .isSubsetOf(texts(data.filter("c = 1"), name));
    }
  }

  @Test
  void numbersOfEveryType_lieBetweenThoseOfTheClass() {
    List<String> types = TypeTable.typesThatCanBe("number");
    Dataset<Row> data = wide(session, types);
    String[] names = names(types);
    Smote smote = new Smote().setLabelCol("c").setSyntheticCol("synthetic").setInputCols(names);
    Dataset<Row> out = smote.fitResample(data);
    assertSchema(out, data);
    for (String name : names) {
      Dataset<Row> made = out.filter("synthetic").selectExpr("double(" + name + ")");
      assertThat(made.as(Encoders.DOUBLE()).collectAsList())
          .hasSize(16)
          .allMatch(x -> x >= 0 && x <= 3);
    }
  }

  @ParameterizedTest
  @MethodSource("labels")
  void labelsOfEveryType_comeBackAsTheyAre(String type) {
    String sql =
        TypeTable.sqlOf(type).replaceAll("\\bn\\b", type.equals("boolean") ? "c" : "c * 2");
    Dataset<Row> data = rows.withColumn("t", functions.expr(sql));
    SmoteModel model = smote("label").fit(data);
    Dataset<Row> out = model.transform(data);
    assertSchema(out, data);
    List<Row> made = out.filter("synthetic").collectAsList();
    assertThat(made).hasSize(16);
    Object first = // in binary order
        data.filter("c = 1").orderBy(functions.col("t").cast("string")).first().getAs("t");
    assertThat(made).extracting(row -> row.<Object>getAs("t")).containsOnly(first);
    assertThat(out.groupBy("t").count().select("count").as(Encoders.LONG()).collectAsList())
        .containsExactly(28L, 28L);
    String name =
        out.filter("synthetic")
            .select(functions.col("t").cast("string"))
            .as(Encoders.STRING())
            .first();
    assertThat(model.summary().classes())
        .filteredOn(rows -> rows.made() > 0)
        .extracting(SmoteSummary.ClassRows::label)
        .containsExactly(name);
    Smote named = smote("label").setSamplingStrategy(Map.of(name, 15));
    assertThat(named.fit(data).summary().made()).isEqualTo(3);
  }

  @Test
  void weightsAndFeatureColumns_work() {
    for (String role : List.of("weightCol", "featuresCol")) {
      for (String type : TypeTable.typesThatCanBe(role)) {
        Dataset<Row> data = rows.withColumn("t", functions.expr(TypeTable.sqlOf(type)));
        Dataset<Row> out = smote(role).fitResample(data);
        assertSchema(out, data);
        assertThat(out.filter("synthetic and t is not null").count()).as(type).isEqualTo(16);
      }
    }
  }

  @Test
  void textsThatACollationMakesEqual_areOneCategory() {
    Dataset<Row> data =
        rows.withColumn("t", functions.expr("if(z = 0, 'a', 'A') collate UTF8_LCASE"));
    InputSchema input = Recipes.schema(smote("nominal"), data.schema());
    FeatureReader reader = FeatureReader.of(input);
    FeatureRow features = new FeatureRow();
    Set<Double> codes = new HashSet<>();
    for (Row row : input.select(data).collectAsList()) {
      reader.read(row, features);
      codes.add(features.values[2]);
    }

    assertThat(codes).hasSize(1);
  }
}
