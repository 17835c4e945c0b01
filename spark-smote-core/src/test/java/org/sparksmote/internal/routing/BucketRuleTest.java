// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparksmote.internal.routing.OnePlane.row;

import java.util.Arrays;
import java.util.TreeSet;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.distance.ImageReader;
import org.sparksmote.internal.rows.FeatureRow;

class BucketRuleTest {

  private final ImageReader images = OnePlane.images();

  private int[] route(BucketRule rule, double x, boolean enemy) {
    int[] out = new int[rule.buckets()];
    return Arrays.copyOf(out, rule.route(row(x), enemy, images, out));
  }

  /** One ball around 4, of radius 3. */
  private static EnemyCover ball() {
    return EnemyCover.of(
        RowFactory.create(new double[][] {{4}}, new double[] {1}, new double[] {3}));
  }

  @Test
  void nearby_rowLivesOnItsSideOfThePlane() {
    BucketRule rule = OnePlane.rule(null);
    assertThat(rule.home(row(9.5), images)).isZero();
    assertThat(rule.home(row(10), images)).isEqualTo(1);
    assertThat(route(rule, 3, false)).containsExactly(0);
    assertThat(route(rule, 30, false)).containsExactly(1);
  }

  @Test
  void nearby_rowNearThePlane_isACandidateBeyondIt_homeFirst() {
    BucketRule rule = OnePlane.rule(null);
    assertThat(route(rule, 9.5, false)).containsExactly(0, 1);
    assertThat(route(rule, 11, false)).containsExactly(1, 0);
    assertThat(route(rule, 8, false)).as("two away, which is not less than two").hasSize(1);
  }

  @Test
  void nearby_rowOfAnotherClassOutsideOfTheCover_goesNowhere() {
    BucketRule covered = OnePlane.rule(ball());
    assertThat(route(covered, 6, true)).containsExactly(0);
    assertThat(route(covered, 8, true)).isEmpty();
    assertThat(route(covered, 8, false)).as("of the class itself").containsExactly(0);
    assertThat(route(OnePlane.rule(null), 8, true)).as("without a cover").containsExactly(0);
  }

  @Test
  void anywhere_rowHasOneBucket_identicalOnesTheSame() {
    BucketRule rule = BucketRule.anywhere(4);
    TreeSet<Integer> used = new TreeSet<>();
    for (int x = 0; x < 100; x++) {
      int home = rule.home(row(x), images);
      assertThat(route(rule, x, false)).containsExactly(home);
      used.add(home);
    }

    assertThat(used).containsExactly(0, 1, 2, 3);
    FeatureRow sparse = new FeatureRow();
    sparse.setSparse(1, new int[] {0}, new double[] {7});
    assertThat(rule.home(sparse, images)).isEqualTo(rule.home(row(7), images));
  }

  @Test
  void everywhere_rowGoesToAllBuckets_homeFirst() {
    BucketRule rule = BucketRule.everywhere(3);
    for (int x = 0; x < 10; x++) {
      int[] buckets = route(rule, x, true);
      assertThat(buckets).containsExactlyInAnyOrder(0, 1, 2);
      assertThat(buckets[0]).isEqualTo(rule.home(row(x), images));
    }
  }

  @Test
  void reachable_isThatOfTheTree_andAllWhereThereIsNone() {
    assertThat(OnePlane.rule(null).reachable()).isEqualTo(0.75);
    assertThat(BucketRule.anywhere(9).reachable()).isEqualTo(1);
    assertThat(BucketRule.everywhere(9).reachable()).isEqualTo(1);
  }

  @Test
  void ruleThatTravelled_routesAsBefore() {
    BucketRule covered = BucketRule.of(OnePlane.rule(ball()).toRow());
    assertThat(route(covered, 9.5, false)).containsExactly(0, 1);
    assertThat(route(covered, 8, true)).isEmpty();
    BucketRule everywhere = BucketRule.of(BucketRule.everywhere(3).toRow());
    assertThat(route(everywhere, 1, false)).hasSize(3);
    assertThat(everywhere.cover()).isNull();
  }
}
