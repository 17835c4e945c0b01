// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sparksmote.Smote;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/** Columns that only travel along, and everything a schema says about columns (A11, A12, A31). */
class PassengersTest extends SparkTest {

  /** Class 0 with 30 rows and 1 with 12, with a passenger of every kind, some of them null. */
  private static Dataset<Row> data() {
    return Tables.clouds(30, 12)
        .selectExpr(
            "id",
            "label",
            "if(id % 5 = 0, null, concat('note ', id)) as text",
            "map('a', id, 'b', null) as pairs",
            "array(id, null, 2) as numbers",
            "named_struct('x', id, 'y', array(named_struct('z', string(id)))) as nested",
            "unhex(lpad(hex(id), 8, '0')) as bytes",
            "timestamp_millis(id * 1001) as moment",
            "date_add(date'1999-12-31', int(id)) as day",
            "cast(id as decimal(20, 3)) as money",
            "features",
            "if(id % 2 = 0, features, null) as vector",
            "interval '1' day * id as span",
            "timestamp_ntz'2020-02-29 12:00:00' as wall",
            "parse_json(concat('{\"id\":', id, '}')) as json",
            "id % 2 = 0 as flag",
            "float(id) / 3 as ratio");
  }

  @Test
  @DisplayName("A31 null")
  void synthetics_holdNullByDefault_inEveryOtherColumn() {
    Dataset<Row> out = new Smote().setSyntheticCol("synthetic").fitResample(data());
    List<String> filled = List.of("label", "features", "synthetic");
    for (Row row : out.filter("synthetic").collectAsList()) {
      for (StructField field : row.schema().fields()) {
        assertThat(row.isNullAt(row.fieldIndex(field.name())))
            .as(field.name())
            .isEqualTo(!filled.contains(field.name()));
      }
    }

    assertThat(Arrays.stream(out.schema().fields()).filter(f -> !f.nullable()).count())
        .as("only the flag is never null")
        .isEqualTo(1);
    assertThat(Rows.texts(out.filter("not synthetic").drop("synthetic", "json")))
        .isEqualTo(Rows.texts(data().drop("json")));
  }

  @Test
  @DisplayName("A31 copy")
  void synthetics_copyPassengersOfTheirBase_butNeverItsId() {
    Dataset<Row> data = data();
    Smote smote = new Smote().setSyntheticCol("synthetic").setProvenanceCol("from");
    smote.setIdCol("id").setPassengerColumns("copy");
    List<Row> made = smote.fitResample(data).filter("synthetic").collectAsList();
    assertThat(made).hasSize(18);
    Function<Row, String> passengers =
        row ->
            IntStream.range(2, 17)
                .filter(i -> i != 10)
                .mapToObj(row::get)
                .map(Rows::text)
                .collect(Collectors.joining("|"));
    List<Row> originals = data.collectAsList();
    for (Row row : made) {
      assertThat(row.isNullAt(0)).isTrue();
      long base = row.<Row>getAs("from").getLong(0);
      Row original = originals.stream().filter(r -> r.getLong(0) == base).findFirst().orElseThrow();
      assertThat(passengers.apply(row)).isEqualTo(passengers.apply(original));
    }
  }

  /**
   * Several cells, rows that differ in nothing but id, note, weight and form, few of them bases.
   */
  @Test
  void passengers_areThoseOfTheBase_amongManyIdenticalRowsToo() {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 9000; id++) {
      Vector vector = Vectors.dense(random.nextInt(40), 0, random.nextInt(30));
      Object features = random.nextBoolean() ? vector : vector.toSparse();
      rows.add(RowFactory.create(id, features, id < 4000 ? 1 : 0, "note " + id, 1.0 + id % 3));
    }

    StructType schema =
        new StructType()
            .add("id", DataTypes.IntegerType)
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.IntegerType)
            .add("note", DataTypes.StringType)
            .add("weight", DataTypes.DoubleType);
    Dataset<Row> data = Tables.of(schema, rows);
    for (String variant : List.of("smote", "lee")) {
      Smote smote = new Smote().setVariant(variant).setSyntheticCol("synthetic");
      smote.setProvenanceCol("from").setIdCol("id").setWeightCol("weight");
      smote.setPassengerColumns("copy").setExactBelow(0).setBucketRows(1500).setSeed(4);
      smote.setSamplingStrategy("{\"1\": 4700}");
      Dataset<Row> made = smote.fitResample(data.repartition(3)).filter("synthetic");
      assertThat(made.count()).isEqualTo(700);
      assertThat(made.filter("note = concat('note ', from.base)").count()).isEqualTo(700);
      assertThat(made.select("from.base").distinct().count()).isEqualTo(700);
    }
  }

  @Test
  @DisplayName("A31 copy without a declared id copies ids too: the flag column tells them apart")
  void undeclaredId_isAPassengerLikeAnyOther() {
    Smote smote = new Smote().setSyntheticCol("synthetic").setPassengerColumns("copy");
    Dataset<Row> out = smote.fitResample(Tables.clouds(20, 10));
    assertThat(out.filter("synthetic and id is null").count()).isZero();
  }

  @Test
  void idOfAnyType_namesRowsInTheProvenance() {
    Dataset<Row> data = Tables.clouds(20, 10).withColumn("id", functions.expr("concat('r', id)"));
    Smote smote = new Smote().setIdCol("id").setProvenanceCol("from").setSyntheticCol("s");
    Dataset<Row> out = smote.fitResample(data);
    assertThat(out.select("from.base").schema().apply("base").dataType())
        .isEqualTo(DataTypes.StringType);
    List<Row> ids = data.filter("label = 1").select("id").collectAsList();
    assertThat(out.filter("s").select("from.base").collectAsList()).isSubsetOf(ids);
  }

  @Test
  @DisplayName("A11, A12 metadata of every column")
  void metadataOfEveryColumn_isKept() {
    Metadata own = new MetadataBuilder().putString("unit", "EUR").putLong("n", 3).build();
    Attribute[] attributes = {
      NumericAttribute.defaultAttr().withName("age"),
      NumericAttribute.defaultAttr().withName("income").withMin(0)
    };
    AttributeGroup group = new AttributeGroup("features", attributes);
    StructType schema =
        new StructType()
            .add(new StructField("note", DataTypes.StringType, false, own))
            .add(group.toStructField())
            .add(new StructField("label", DataTypes.IntegerType, false, own));
    List<Row> rows =
        IntStream.range(0, 40)
            .mapToObj(i -> RowFactory.create("n", Vectors.dense(i, i % 7), i < 10 ? 1 : 0))
            .toList();
    Dataset<Row> data = Tables.of(schema, rows);
    Smote smote = new Smote();
    Dataset<Row> out = smote.fitResample(data);
    assertThat(out.schema()).isEqualTo(smote.transformSchema(schema));
    assertThat(out.schema().apply("note").metadata()).isEqualTo(own);
    assertThat(out.schema().apply("note").nullable()).isTrue();
    assertThat(out.schema().apply("label"))
        .isEqualTo(new StructField("label", DataTypes.IntegerType, false, own));
    AttributeGroup kept = AttributeGroup.fromStructField(out.schema().apply("features"));
    assertThat(kept.getAttr(1)).isEqualTo(group.getAttr(1));
    assertThat(out.filter("note is null").count()).isEqualTo(20);
  }

  @Test
  void identicalRows_withPassengersWhoseHashCodesCollide_giveTheSameRowsInAnyOrder() {
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.IntegerType)
            .add("note", DataTypes.StringType);
    List<Row> rows = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      String note = i % 12 < 6 ? "Aa" : "BB"; // equal hash codes
      rows.add(RowFactory.create(Vectors.dense(i % 6), i < 60 ? 1 : 0, note));
    }

    Smote smote = new Smote().setPassengerColumns("copy").setSamplingStrategy("{\"1\": 97}");
    String expected = Rows.digest(smote.fitResample(Tables.of(schema, rows)));
    for (int i = 0; i < 3; i++) {
      Collections.shuffle(rows, random);
      assertThat(Rows.digest(smote.fitResample(Tables.of(schema, rows)))).isEqualTo(expected);
    }
  }
}
