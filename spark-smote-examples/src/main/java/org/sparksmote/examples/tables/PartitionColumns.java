// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.Smote;
import org.sparksmote.examples.cli.BadDataException;
import org.sparksmote.examples.cli.UsageException;

/**
 * Columns that become folders, whose names must tell every value.
 *
 * @param named by the user
 * @param empty columns that are null in synthetic rows
 */
record PartitionColumns(List<String> named, Set<String> empty) {

  /** What Spark calls the folder of rows without a value. */
  private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";

  PartitionColumns {
    named = List.copyOf(named);
    empty = Set.copyOf(empty);
  }

  static PartitionColumns of(List<String> named, TableColumns columns, Smote smote) {
    boolean copied = smote.getPassengerColumns().equals("copy");
    Stream<String> empty =
        columns.carried().stream()
            .filter(name -> !copied || (smote.isSet(smote.idCol()) && isNamed(name, smote)));
    return new PartitionColumns(named, Set.copyOf(empty.toList()));
  }

  private static boolean isNamed(String name, Smote smote) {
    return name.equalsIgnoreCase(smote.getIdCol());
  }

  /** The columns as the schema spells them; a pass over those that are texts. */
  List<String> checked(Dataset<Row> data) {
    StructType schema = data.schema();
    List<String> names = ColumnNames.found(schema, "--partition-by", named);
    if (names.size() >= schema.size()) {
      throw refused(names.get(0), "no column would be left. Leave one out.");
    }

    for (String name : names) {
      DataType type = schema.apply(name).dataType();
      if (empty.contains(name)) {
        throw refused(
            name,
            "it is null in synthetic rows, which would all be in one folder. Partition by the label"
                + " or a feature, or give --carried copy, which copies all columns but --id-col.");
      } else if (!isExactInNames(type)) {
        throw refused(
            name,
            "a folder's name does not tell values of type "
                + type.simpleString()
                + ". Partition by texts, whole numbers, decimals, booleans or dates.");
      }
    }

    refuseTextsWithoutName(data, names);
    return names;
  }

  private static boolean isExactInNames(DataType type) {
    boolean whole = type instanceof LongType || type instanceof IntegerType;
    boolean small = type instanceof ShortType || type instanceof ByteType;
    boolean other = type instanceof BooleanType || type instanceof DateType;
    return type instanceof StringType || type instanceof DecimalType || whole || small || other;
  }

  private static void refuseTextsWithoutName(Dataset<Row> data, List<String> names) {
    StructType schema = data.schema();
    for (String name : names) {
      if (schema.apply(name).dataType() instanceof StringType) {
        Column column = functions.col("`" + name.replace("`", "``") + "`");
        long rows = data.filter(column.isInCollection(Arrays.asList("", NOTHING))).count();
        if (rows > 0) {
          throw new BadDataException(
              "Cannot partition by '"
                  + name
                  + "': the text of "
                  + rows
                  + " rows is empty, which a folder's name does not tell from a missing one. Replace"
                  + " it, or partition by another column.");
        }
      }
    }
  }

  private static UsageException refused(String name, String why) {
    return new UsageException("Cannot partition by '" + name + "': " + why);
  }
}
