// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.mllib.util.MLUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;

/** The table of docs/types.md, and columns of all of its types. */
final class TypeTable {

  /** The types by the names of the table, as SQL of n (0 to 3 by row) and v (vector columns). */
  static final Map<String, String> SQL = sql();

  private TypeTable() {}

  private static Map<String, String> sql() {
    Map<String, String> sql = new LinkedHashMap<>();
    for (String number :
        "tinyint smallint int bigint float double decimal(10,2) decimal(38,18)".split(" ")) {
      sql.put(number, "cast(n as " + number + ")");
    }

    sql.put("boolean", "n % 2 = 1");
    sql.put("string", "concat('t', n)");
    sql.put("string collate UTF8_LCASE", "concat(if(z = 0, 't', 'T'), n) collate UTF8_LCASE");
    sql.put(
        "string collate UTF8_BINARY_RTRIM",
        "concat('t', n, if(z = 0, '', ' ')) collate UTF8_BINARY_RTRIM");
    sql.put("string collate UNICODE", "concat('t', n) collate UNICODE");
    sql.put("string collate UNICODE_CI_AI", "concat(if(z = 0, 'é', 'E'), n) collate UNICODE_CI_AI");
    sql.put("char(4)", "cast(concat('t', n) as char(4))");
    sql.put("varchar(4)", "cast(concat('t', n) as varchar(4))");
    sql.put("date", "date_add(date'1500-01-01', n)");
    sql.put("timestamp", "timestamp'1500-01-01 12:34:56.123456' + make_dt_interval(n)");
    sql.put("timestamp_ntz", "timestamp_ntz'2020-01-01 12:34:56.1' + make_dt_interval(n)");
    sql.put("time(6)", "time'12:34:56.123456' + make_dt_interval(0, n)");
    sql.put("interval year to month", "make_ym_interval(1, n)");
    sql.put("interval day to second", "make_dt_interval(n)");
    sql.put("interval month", "cast(make_ym_interval(0, n) as interval month)");
    sql.put("interval day", "cast(make_dt_interval(n) as interval day)");
    sql.put("array of interval day", "array(cast(make_dt_interval(n) as interval day))");
    sql.put("interval", "make_interval(0, n, 0, n)");
    sql.put("binary", "cast(concat('t', n) as binary)");
    sql.put("void", "null");
    sql.put("variant", "parse_json(concat('{\"a\":', n, '}'))");
    sql.put(
        "geometry, geography",
        "st_geomfromwkb(unhex(concat('0101000000000000000000F03F00000000000000', n, '0')))");
    sql.put("array of double", "array(double(n))");
    sql.put("array of float", "array(float(n))");
    sql.put("array of int", "array(n, null)");
    sql.put("array of collated strings", "array(concat('t', n) collate UTF8_LCASE)");
    sql.put("map", "map('a', n)");
    sql.put(
        "map of collated strings", "map('a' collate UTF8_LCASE, concat('t', n) collate UNICODE)");
    sql.put("struct", "named_struct('a', n)");
    sql.put(
        "struct of everything",
        "named_struct('a', array(named_struct('b', concat('t', n) collate UTF8_LCASE,"
            + " 'c', timestamp'2020-01-01 00:00:00', 'd', parse_json('1'), 'e', v, 'f', n)))");
    sql.put("vector (`ml`)", "v");
    sql.put("vector (`mllib`)", "old");
    sql.put("matrix", "matrix");
    return sql;
  }

  /** Of a type of the table, its values by row. */
  static String sqlOf(String type) {
    return Objects.requireNonNull(SQL.get(type));
  }

  /** Class 1 has 12 rows of 40. */
  static Dataset<Row> data(SparkSession session) {
    Dataset<Row> numbers =
        session
            .range(40)
            .selectExpr(
                "id",
                "int(id % 10 < 3) as c",
                "double(id * 7 % 11) as x",
                "double(id * 5 % 13) as y")
            .selectExpr("*", "int(id * 3 % 4) as n", "int(id % 2) as z");
    String[] inputs = {"x", "y"};
    Dataset<Row> vectors =
        new VectorAssembler().setInputCols(inputs).setOutputCol("v").transform(numbers);
    UDF1<Double, Object> matrix = x -> Matrices.dense(1, 1, new double[] {x});
    Column made = functions.udf(matrix, SQLDataTypes.MatrixType()).apply(functions.col("x"));
    return MLUtils.convertVectorColumnsFromML(vectors.withColumn("old", functions.col("v")), "old")
        .withColumn("matrix", made);
  }

  /** The table: the cells of a type by the name of the role. */
  static Map<String, Map<String, String>> table() {
    Map<String, Map<String, String>> table = new LinkedHashMap<>();
    List<String> roles = List.of();
    for (String line : lines()) {
      if (!line.startsWith("| ")) {
        continue;
      }

      List<String> cells = List.of(line.substring(2).split(" \\| ?"));
      if (roles.isEmpty()) {
        roles = cells;
        continue;
      }

      Map<String, String> byRole = new HashMap<>();
      for (int i = 1; i < roles.size(); i++) {
        byRole.put(roles.get(i), cells.get(i));
      }

      table.put(cells.get(0), byRole);
    }

    return table;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("../docs/types.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String cell(String type, String role) {
    return Objects.requireNonNull(Objects.requireNonNull(table().get(type)).get(role));
  }

  static List<String> typesThatCanBe(String role) {
    return table().entrySet().stream()
        .filter(type -> "yes".equals(type.getValue().get(role)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
