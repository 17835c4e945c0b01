// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparksmote.Smote;
import org.sparksmote.examples.cli.UsageException;
import org.sparksmote.examples.files.DataFormat;
import scala.util.Properties$;

/**
 * What a format can hold, told before any work.
 *
 * @param format of the output
 * @param label the label column
 */
public record FormatRules(DataFormat format, String label) {

  /** Numbers that a double can be, without any loss. */
  private static final Set<String> DOUBLES =
      Set.of("double", "float", "int", "smallint", "tinyint");

  /** Avro is no part of Spark, but a package for it. */
  public static void requireThere(DataFormat format) {
    if (format != DataFormat.AVRO) {
      return;
    }

    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    boolean there =
        ServiceLoader.load(DataSourceRegister.class, loader).stream()
            .anyMatch(source -> source.type().getName().contains(".avro."));
    if (!there) {
      String spark = org.apache.spark.package$.MODULE$.SPARK_VERSION();
      String language = Properties$.MODULE$.versionNumberString();
      throw new UsageException(
          "Cannot use avro: this Spark has no data source for it. Run with SPARK_HOME and"
              + " SPARK_SMOTE_SUBMIT='--packages org.apache.spark:spark-avro_"
              + language.replaceFirst("\\.\\d+$", "")
              + ":"
              + spark
              + "', or use parquet.");
    }
  }

  /**
   * Refuses rows that do not fit the format.
   *
   * @param read the schema of the input
   */
  void check(StructType read, Smote smote) {
    requireThere(format);
    List<String> more = new ArrayList<>();
    if (smote.isSet(smote.syntheticCol())) {
      more.add(smote.getSyntheticCol());
    }

    if (smote.isSet(smote.provenanceCol())) {
      more.add(smote.getProvenanceCol());
    }

    if (smote.isSet(smote.balanceWeightCol())) {
      more.add(smote.getBalanceWeightCol());
    }

    if (format == DataFormat.LIBSVM) {
      checkLibsvm(read, more);
    } else if (format == DataFormat.AVRO) {
      more.addAll(Arrays.asList(read.fieldNames()));
      more.stream().filter(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*")).forEach(this::refuse);
    }
  }

  private void refuse(String name) {
    throw new UsageException(
        "Cannot write the column '"
            + name
            + "' as avro, whose names are of letters, digits and _ only. Rename it, or name another"
            + " --format.");
  }

  private void checkLibsvm(StructType read, List<String> more) {
    List<String> others = new ArrayList<>(more);
    boolean vector = false;
    for (StructField field : read.fields()) {
      DataType type = field.dataType();
      if (field.name().equals(label)) {
        requireNumber(type);
      } else if (!vector && type.equals(SQLDataTypes.VectorType())) {
        vector = true;
      } else {
        others.add(field.name());
      }
    }

    if (!vector || !others.isEmpty()) {
      throw new UsageException(
          "Cannot write "
              + (others.isEmpty() ? "rows without a vector of features" : "the columns " + others)
              + " as libsvm, which holds a label and one vector of features. Name another --format,"
              + " such as parquet.");
    }
  }

  private void requireNumber(DataType type) {
    if (!DOUBLES.contains(type.simpleString())) {
      throw new UsageException(
          "Cannot write the label '"
              + label
              + "' of type "
              + type.simpleString()
              + " as libsvm, whose labels are doubles. Name another --format, such as parquet.");
    }
  }
}
