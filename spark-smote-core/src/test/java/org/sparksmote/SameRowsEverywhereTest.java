// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparksmote.report.SmoteSummary;
import org.sparksmote.testing.Rows;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;
import org.sparksmote.testing.TaskKiller;

/**
 * The synthetic rows depend on rows, settings and seed only: not on partitions, order, session
 * settings, retries or the number of threads (B6-B9, D1, D12).
 */
class SameRowsEverywhereTest extends SparkTest {

  /** Workloads: how a class is searched. */
  enum Workload {
    EXACT {
      @Override
      Dataset<Row> data() {
        return Tables.clouds(900, 300, 120);
      }
    },

    /** Exactly searched, with most rows several times and passengers to copy. */
    DUPLICATES {
      @Override
      Dataset<Row> data() {
        return Tables.duplicates(1500, 400)
            .withColumn("note", functions.expr("concat('row ', id)"));
      }
    },

    /** Class 1 is split into several buckets, each searched by a forest. */
    APPROXIMATE {
      @Override
      Dataset<Row> data() {
        return Tables.clouds(7000, 6000);
      }
    },

    /** As before, of rows that each stand there thrice, with zeros of either sign. */
    ZEROS {
      @Override
      Dataset<Row> data() {
        return Tables.zerosOfBothSigns(7500, 6000);
      }
    };

    abstract Dataset<Row> data();

    boolean isApproximate() {
      return this == APPROXIMATE || this == ZEROS;
    }

    Smote smote() {
      Smote smote = new Smote().setSeed(5).setSyntheticCol("synthetic").setProvenanceCol("from");
      smote.setIdCol("id").setPassengerColumns("copy");
      return isApproximate()
          ? smote.setExactBelow(200).setBucketRows(1500).setLeafSize(64).setNumTrees(4)
          : smote;
    }
  }

  private static final Map<Workload, String> EXPECTED = new HashMap<>();

  private static String expected(Workload workload) {
    return EXPECTED.computeIfAbsent(workload, any -> digest(workload, workload.data()));
  }

  private static String digest(Workload workload, Dataset<Row> data) {
    return Rows.digest(workload.smote().fitResample(data).filter("synthetic"));
  }

  private static void assertSame(Workload workload, Supplier<Dataset<Row>> data) {
    assertThat(digest(workload, data.get())).isEqualTo(expected(workload));
  }

  @Test
  void workloads_areSearchedAsTheyAreMeantTo() {
    for (Workload workload : Workload.values()) {
      boolean approximate = workload.isApproximate();
      SmoteModel model = workload.smote().fit(workload.data());
      SmoteSummary.ClassRows minority = model.summary().classes().get(1);
      assertThat(minority.search()).isEqualTo(approximate ? "approximate" : "exact");
      assertThat(minority.buckets()).isEqualTo(approximate ? 4 : 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherSeed_givesOtherRows(Workload workload) {
    Dataset<Row> others = workload.smote().setSeed(6).fitResample(workload.data());
    assertThat(Rows.digest(others.filter("synthetic"))).isNotEqualTo(expected(workload));
  }

  @ParameterizedTest
  @CsvSource({
    "EXACT, 1",
    "EXACT, 2",
    "EXACT, 7",
    "EXACT, 50",
    "DUPLICATES, 1",
    "DUPLICATES, 7",
    "APPROXIMATE, 1",
    "APPROXIMATE, 7",
    "APPROXIMATE, 50",
    "ZEROS, 1",
    "ZEROS, 7"
  })
  void inputPartitions_doNotMatter(Workload workload, int partitions) {
    assertSame(workload, () -> workload.data().repartition(partitions));
  }

  @ParameterizedTest
  @EnumSource
  void orderOfRows_doesNotMatter(Workload workload) {
    Dataset<Row> data = workload.data();
    List<Row> rows = new ArrayList<>(data.collectAsList());
    Collections.shuffle(rows, new Random(17));
    assertSame(workload, () -> spark.createDataFrame(rows, data.schema()));
  }

  @ParameterizedTest
  @EnumSource
  void emptyPartitions_doNotMatter(Workload workload) {
    assertSame(workload, () -> workload.data().repartition(20, functions.col("label")));
  }

  @ParameterizedTest
  @CsvSource({
    "spark.sql.adaptive.enabled=false spark.sql.shuffle.partitions=1",
    "spark.sql.adaptive.enabled=false spark.sql.shuffle.partitions=200",
    "spark.sql.ansi.enabled=false spark.sql.session.timeZone=Asia/Kolkata",
    "spark.sql.codegen.wholeStage=false spark.sql.codegen.factoryMode=NO_CODEGEN",
    "spark.sql.caseSensitive=true spark.sql.datetime.java8API.enabled=true"
  })
  void sessionSettings_doNotMatter(String settings) {
    for (Workload workload : Workload.values()) {
      Dataset<Row> data = workload.data().repartition(3);
      withSettings(List.of(settings.split(" ")), () -> assertSame(workload, () -> data));
    }
  }

  private static void withSettings(List<String> settings, Runnable body) {
    if (settings.isEmpty()) {
      body.run();
    } else {
      String[] setting = settings.get(0).split("=");
      List<String> rest = settings.subList(1, settings.size());
      withConf(setting[0], setting[1], () -> withSettings(rest, body));
    }
  }

  @Test
  void localeAndTimeZoneOfTheJvm_doNotMatter() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      for (Workload workload : Workload.values()) {
        assertSame(workload, workload::data);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void killedTasks_doNotMatter(long seed) {
    for (Workload workload : Workload.values()) {
      String expected = expected(workload);
      Dataset<Row> data = workload.data().repartition(6);
      try (TaskKiller killer = new TaskKiller(spark.sparkContext(), 0.4, seed)) {
        SmoteModel model = workload.smote().fit(data);
        assertThat(Rows.digest(model.transform(data).filter("synthetic"))).isEqualTo(expected);
        assertThat(model.summary().toJson()).isEqualTo(undisturbed(workload).toJson());
        assertThat(killer.killed()).as("tasks killed").isPositive();
      }
    }
  }

  /** The summary once rows were made: it also says what the search reached. */
  private static SmoteSummary undisturbed(Workload workload) {
    Dataset<Row> data = workload.data();
    SmoteModel model = workload.smote().fit(data);
    model.transform(data).count();
    return model.summary();
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRun_givesTheSameRows(Workload workload) {
    assertSame(workload, workload::data);
  }
}
