// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sparksmote.Recipes;
import org.sparksmote.Smote;
import org.sparksmote.SmoteVariant;
import org.sparksmote.internal.census.ClassCounter;
import org.sparksmote.internal.census.DistinctRows;
import org.sparksmote.internal.census.TestCounts;
import org.sparksmote.internal.exact.DistinctCount;
import org.sparksmote.internal.keyed.ContentKey;
import org.sparksmote.testing.Jobs;
import org.sparksmote.testing.Refusal;
import org.sparksmote.testing.SparkTest;

/** What the settings want in one task and does not fit it is refused after counting. */
class TaskRoomTest extends SparkTest {

  private static TaskRoom room(Smote smote, ClassCounter.Counts counts) {
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.StringType);
    return new TaskRoom(smote, smote.getMNeighbors(), Recipes.schema(smote, schema), counts);
  }

  /** Asks for room for all classes but the first. */
  private static void require(Smote smote, boolean one, ClassCounter.Counts counts) {
    CellNeeds needs = Recipes.of(smote).parts().needs();
    room(smote, counts)
        .require(
            counts.classes().stream()
                .skip(1)
                .map(count -> new TaskRoom.Wanted(count, needs, count.usable(), one))
                .toList());
  }

  @Test
  void exactBelow_isRefusedAboveWhatFits_namingThatOfTheSmallestClass() {
    Smote smote = new Smote().setExactBelow(5_000_000);
    ClassCounter.Counts counts = TestCounts.of(1000, 9_000_000, 4_000_000, 3_000_000, 2_000_000);
    assertThat(Refusal.of(() -> require(smote, true, counts)))
        .isEqualTo(
            "[SMOTE-058] Cannot search the class 2 with exactBelow=5000000 in one task: 3000000"
                + " rows of 1000 features are too many, 2147483 fit. Set exactBelow to 2999999 or"
                + " less.");
    assertThatCode(() -> require(smote, true, TestCounts.of(1000, 9, 2_147_483)))
        .doesNotThrowAnyException();
    assertThatCode(() -> require(smote, false, counts)).doesNotThrowAnyException();
  }

  @Test
  void exactSearch_ofTooManyRows_isRefused() {
    Smote smote = new Smote().setNeighborSearch("exact");
    assertThat(Refusal.of(() -> require(smote, true, TestCounts.of(30, 9, 70_000_000))))
        .contains("with neighborSearch=exact in one task: 70000000 rows of 30 features")
        .endsWith("are too many, 67108863 fit. Set neighborSearch to auto.");
  }

  @Test
  void exactSearch_ofRowsThatRepeat_isNotRefused() {
    ClassCounter.Counts once = TestCounts.of(30, 9, 70_000_000);
    DistinctCount distinct = new DistinctCount();
    for (long row = 0; row < 1000; row++) {
      distinct.add(ContentKey.digest(row));
    }

    ClassCounter.Counts repeated =
        new ClassCounter.Counts(
            once.classes(),
            once.weights(),
            0,
            once.sums(),
            30,
            Map.of(),
            new DistinctRows(Map.of("1", distinct)),
            once.samples(),
            false);
    Smote smote = new Smote().setNeighborSearch("exact");
    assertThatCode(() -> require(smote, true, repeated)).doesNotThrowAnyException();
  }

  /** Lists of k + 3 neighbours for 60,000 rows. */
  @Test
  void kNeighbors_isRefusedAboveTheLargestThatWorks_inOneCell() {
    Smote smote = new Smote().setNeighborSearch("exact").setKNeighbors(50_000);
    ClassCounter.Counts counts = TestCounts.of(30, 9, 60_000);
    assertThat(Refusal.of(() -> require(smote, true, counts)))
        .isEqualTo(
            "[SMOTE-058] Cannot search the class 1 with kNeighbors=50000 in one task: lists of so"
                + " many neighbours of its 60000 rows do not fit. Set kNeighbors to 35788 or less.");
    smote.setKNeighbors(35_788);
    assertThatCode(() -> require(smote, true, counts)).doesNotThrowAnyException();
    smote.setKNeighbors(35_789);
    assertThat(Refusal.of(() -> require(smote, true, counts))).contains("35788 or less");
  }

  /** A bucket has more rows than a row has neighbours. */
  @Test
  void kNeighbors_isRefusedAboveTheLargestThatWorks_inBuckets() {
    Smote smote = new Smote().setKNeighbors(90_000);
    ClassCounter.Counts counts = TestCounts.of(30, 9, 10_000_000, 20_000_000);
    String refusal = Refusal.of(() -> require(smote, false, counts));
    int largest = Integer.parseInt(refusal.replaceAll(".* to (\\d+) or less.", "$1"));
    assertThat(largest).isBetween(44_000, 46_340);
    smote.setKNeighbors(largest);
    assertThatCode(() -> require(smote, false, counts)).doesNotThrowAnyException();
    smote.setKNeighbors(largest + 1);
    assertThat(Refusal.of(() -> require(smote, false, counts))).contains(largest + " or less");
  }

  @Test
  void mNeighbors_isNamedWhereItIsTheLarger() {
    Smote smote =
        Smote.of(SmoteVariant.BORDERLINE1).setMNeighbors(2_000_000).setNeighborSearch("exact");
    ClassCounter.Counts counts = TestCounts.of(3, 5_000_000, 50_000);
    assertThat(Refusal.of(() -> require(smote, true, counts)))
        .contains("Cannot search the class 1 with mNeighbors=2000000 in one task")
        .endsWith("Set mNeighbors to 42946 or less.");
  }

  @Test
  void tooManyNeighbours_areRefusedByTheJobThatCounts() {
    Dataset<Row> data =
        spark.range(0, 120_010, 1, 2).selectExpr("if(id < 60000, 1, 0) as label", "id * 1.5D as x");
    Smote smote = new Smote().setInputCols("x").setKNeighbors(50_000).setNeighborSearch("exact");
    StringBuilder refusal = new StringBuilder();
    int jobs = Jobs.startedBy(() -> refusal.append(Refusal.of(() -> smote.fit(data))));
    assertThat(jobs).isEqualTo(1);
    assertThat(refusal.toString()).contains("SMOTE-058", "Set kNeighbors to 35788 or less.");
  }

  @Test
  void tooManyRowsForOneTask_areRefusedByTheJobThatCounts() {
    StructType schema =
        new StructType()
            .add("label", DataTypes.IntegerType)
            .add("features", SQLDataTypes.VectorType());
    MapFunction<Long, Row> row =
        id -> {
          Vector features = Vectors.sparse(1000, new int[] {(int) (id % 997)}, new double[] {id});
          return RowFactory.create(id < 2_200_000 ? 1 : 0, features);
        };
    Dataset<Row> data =
        spark.range(0, 4_500_000, 1, 2).as(Encoders.LONG()).map(row, Encoders.row(schema));
    Smote exact = new Smote().setNeighborSearch("exact");
    assertThat(Refusal.of(() -> exact.fit(data)))
        .contains("SMOTE-058", "neighborSearch=exact", "2200000 rows of 1000 features");
    Smote below = new Smote().setExactBelow(3_000_000);
    assertThat(Refusal.of(() -> below.fit(data))).endsWith("Set exactBelow to 2199999 or less.");
  }

  /** 40,000,000 values arrive in a bucket, half of them from elsewhere. */
  @Test
  void buckets_haveRoomForWhatArrives() {
    Smote smote = new Smote();
    CellNeeds needs = Recipes.of(smote).parts().needs();
    assertThat(room(smote, TestCounts.of(30, 9, 9)).sizing(needs).most()).isEqualTo(250_000);
    assertThat(room(smote, TestCounts.of(1000, 9, 9)).sizing(needs).most())
        .isEqualTo(20_000_000 / (1000 + 12 + 8));
    smote.setKNeighbors(2_000);
    assertThat(room(smote, TestCounts.of(30, 9, 9)).sizing(needs).most())
        .isEqualTo(20_000_000 / (30 + 12 + 2003));
  }

  @Test
  void rowsOfOtherClasses_countWhereTheyTravel() {
    BucketSizing sizing = new BucketSizing(250_000, 400_000, 4);
    assertThat(sizing.buckets(1_000_000, 1_000_000)).isEqualTo(4);
    assertThat(sizing.buckets(1_000_000, 4_000_000)).isEqualTo(10);
  }
}
