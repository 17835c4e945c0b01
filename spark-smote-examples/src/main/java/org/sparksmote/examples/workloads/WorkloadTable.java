// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.workloads;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;

/**
 * A workload as a table: the class to be grown, and a second class, since resampling needs two.
 * Rows are numbered, those to be grown first.
 *
 * @param workload the shape of the data
 * @param rows rows of the class to be grown
 * @param others rows of the second class
 * @param dims features
 * @param seed another seed, another table
 */
public record WorkloadTable(Workload workload, long rows, long others, int dims, long seed) {

  public static final String GROWN = "grown";

  /** The column of row numbers, which measured runs do not read. */
  public static final String NUMBER = "number";

  private static final String OTHER = "other";

  /** What is read in measured runs. */
  public StructType schema() {
    return new StructType()
        .add("label", DataTypes.StringType, false)
        .add("features", SQLDataTypes.VectorType(), false, attributes());
  }

  /** Says which features are nominal. */
  private Metadata attributes() {
    int numbers = workload.numbers(dims);
    if (numbers == dims) {
      return Metadata.empty();
    }

    Attribute[] attributes = new Attribute[dims];
    for (int j = 0; j < dims; j++) {
      int values = Workload.values(j - numbers, dims - numbers);
      attributes[j] =
          j < numbers
              ? NumericAttribute.defaultAttr()
              : NominalAttribute.defaultAttr().withNumValues(values);
    }

    return new AttributeGroup("features", attributes).toMetadata();
  }

  /** The same with the numbers of the rows. */
  public StructType numberedSchema() {
    return schema().add(NUMBER, DataTypes.LongType, false);
  }

  /** Makes the rows where and when a task asks for them; none is kept. */
  public Dataset<Row> make(SparkSession spark, int partitions) {
    Workload.RowMaker grown = workload.maker(dims, seed);
    Workload.RowMaker other = workload.otherMaker(dims, seed, (double) others / rows);
    long firstOther = rows;
    MapFunction<Long, Row> row =
        number ->
            number < firstOther
                ? RowFactory.create(GROWN, grown.vector(number), number)
                : RowFactory.create(OTHER, other.vector(number), number);
    return spark
        .range(0, rows + others, 1, partitions)
        .as(Encoders.LONG())
        .map(row, Encoders.row(numberedSchema()));
  }
}
