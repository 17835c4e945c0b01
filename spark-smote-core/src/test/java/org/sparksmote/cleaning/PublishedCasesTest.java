// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparksmote.testing.SparkTest;
import org.sparksmote.testing.Tables;

/**
 * The small tables on which imbalanced-learn tests its own samplers, and the rows that go there, by
 * its tests or as its version 0.14.2 removes them. No two distances are equal in them.
 */
class PublishedCasesTest extends SparkTest {

  private static final String TWENTY =
      "2.59928271 0.93323465 1;0.25738379 0.95564169 2;1.42772181 0.526027 1;"
          + "1.92365863 0.82718767 1;-0.10903849 -0.12085181 0;-0.284881 -0.62730973 2;"
          + "0.57062627 1.19528323 2;0.03394306 0.03986753 2;0.78318102 2.59153329 2;"
          + "0.35831463 1.33483198 2;-0.14313184 -1.0412815 2;0.01936241 0.17799828 0;"
          + "-1.25020462 -0.40402054 1;-0.09816301 -0.74662486 2;-0.01252787 0.34102657 2;"
          + "0.52726792 -0.38735648 2;0.2821046 -0.07862747 2;0.05230552 0.09043907 1;"
          + "0.15198585 0.12512646 2;0.70524765 0.39816382 1";

  private static final String LINKS =
      "0.31230513 0.1216318 1;0.68481731 0.51935141 1;1.34192108 -0.13367336 0;"
          + "0.62366841 -0.21312976 0;1.61091956 -0.40283504 0;-0.37162401 -2.19400981 1;"
          + "0.74680821 1.63827342 1;0.2184254 0.24299982 1;0.61472253 -0.82309052 1;"
          + "0.19893132 -0.47761769 1;1.06514042 -0.0770537 1;0.97407872 0.44454207 0;"
          + "1.40301027 -0.83648734 0;-1.20515198 -1.02689695 1;-0.27410027 -0.54194484 1;"
          + "0.8381014 0.44085498 1;-0.23374509 0.18370049 1;-0.32635887 -0.29299653 0;"
          + "-0.00288378 0.84259929 1;1.79580611 -0.02219234 0";

  private static final String FORTY =
      "-0.12840393 0.66446571 1;1.32319756 -0.13181616 2;0.04296502 -0.37981873 2;"
          + "0.83631853 0.18569783 2;1.02956816 0.36061601 1;1.12202806 0.33811558 1;"
          + "-0.53171468 -0.53735182 0;1.3381556 0.35956356 2;-0.35946678 0.72510189 1;"
          + "1.32326943 0.28393874 1;2.94290565 -0.13986434 1;0.28294738 -1.00125525 2;"
          + "0.34218094 -0.58781961 2;-0.88864036 -0.33782387 0;-1.10146139 0.91782682 1;"
          + "-0.7969716 -0.50493969 2;0.73489726 0.43915195 1;0.2096964 -0.61814058 2;"
          + "-0.28479268 0.70459548 1;1.84864913 0.14729596 1;1.59068979 -0.96622933 2;"
          + "0.73418199 -0.02222847 2;0.50307437 0.498805 1;0.84929742 0.41042894 1;"
          + "0.62649535 0.46600596 1;0.79270821 -0.41386668 2;1.16606871 -0.25641059 2;"
          + "1.57356906 0.30390519 2;1.0304995 -0.16955962 2;1.67314371 0.19231498 1;"
          + "0.98382284 0.37184502 1;0.48921682 -1.38504507 2;-0.46226554 -0.50481004 0;"
          + "-0.03918551 -0.68540745 2;0.24991051 -1.00864997 2;0.80541964 -0.34465185 2;"
          + "0.1732627 -1.61323172 2;0.69804044 0.44810796 1;-0.5506368 -0.42072426 2;"
          + "-0.34474418 0.21969797 0";

  private static Dataset<Row> table(String text) {
    List<Row> rows = new ArrayList<>();
    for (String line : text.split(";", -1)) {
      String[] cells = line.split(" ", -1);
      double[] features = {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])};
      rows.add(Tables.row(Vectors.dense(features), Integer.valueOf(cells[2]), rows.size()));
    }

    return Tables.of(Tables.SCHEMA, rows);
  }

  private static EditedNearestNeighbours edited() {
    return new EditedNearestNeighbours();
  }

  private static RepeatedEditedNearestNeighbours repeated() {
    return new RepeatedEditedNearestNeighbours();
  }

  static Stream<Arguments> ofItsTests() {
    return Stream.of(
        Arguments.of(new TomekLinks(), LINKS, "10 14 15"),
        Arguments.of(edited(), TWENTY, "2 5 6 7 9 10 12 13 14 16 17 18 19"),
        Arguments.of(edited().setKindSel("mode"), TWENTY, "7 12 14 17 18 19"),
        Arguments.of(repeated(), FORTY, "0 1 3 7 8 9 10 14 15 18 19 27 29 38"),
        Arguments.of(repeated().setKindSel("mode"), FORTY, "3 7 9 15 27 38"),
        Arguments.of(new AllKNN(), FORTY, "0 1 3 7 8 9 10 15 18 19 27 29 38"),
        Arguments.of(new AllKNN().setKindSel("mode"), FORTY, "3 7 9 10 15 19 27 29 38"));
  }

  static Stream<Arguments> asItRuns() {
    return Stream.of(
        Arguments.of(
            new AllKNN().setKindSel("mode").setKNeighbors(5),
            TWENTY,
            "0 1 5 6 7 8 9 10 12 13 14 15 16 17 18 19"),
        Arguments.of(
            new AllKNN().setAllowMinority(true).setKNeighbors(5),
            FORTY,
            "0 1 2 3 7 8 9 10 14 15 18 19 21 26 27 28 29 33 38"),
        Arguments.of(
            repeated().setSamplingStrategy("all"),
            FORTY,
            "0 1 3 6 7 8 9 10 13 15 18 19 27 29 32 38 39"),
        Arguments.of(
            repeated().setSamplingStrategy("all").setKindSel("mode").setMaxIter(2),
            LINKS,
            "3 8 10 11 17"),
        // Where no class is large enough to lose neighbours, the rule is edited neighbours.
        Arguments.of(
            new NeighbourhoodCleaning().setThresholdCleaning(10), TWENTY, "7 12 14 17 18 19"));
  }

  @ParameterizedTest
  @MethodSource({"ofItsTests", "asItRuns"})
  void rowsThatGo_areThoseOfImbalancedLearn(CleaningSampler<?> sampler, String rows, String gone) {
    assertThat(CleaningOracleTest.removed(sampler, table(rows)).stream().map(String::valueOf))
        .containsExactly(gone.split(" ", -1));
  }
}
