// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sparksmote.internal.distance.ImageReader;

class ClassRouteTest {

  private final ImageReader images = OnePlane.images();

  private int[] cells(ClassRoute route, double x) {
    int[] out = new int[route.width()];
    return Arrays.copyOf(out, route.route(OnePlane.row(x), false, images, out));
  }

  @Test
  void bucketsBecomeCells_homeFirst() {
    ClassRoute route = new ClassRoute(OnePlane.rule(null), new int[] {7, 4}, false);
    assertThat(cells(route, 1)).containsExactly(7);
    assertThat(cells(route, 9.5)).containsExactly(7, 4);
    assertThat(cells(route, 10.5)).containsExactly(4, 7);
  }

  @Test
  void bucketsOfOneCell_areGoneToOnce() {
    ClassRoute joined = new ClassRoute(OnePlane.rule(null), new int[] {3, 3}, false);
    assertThat(cells(joined, 9.5)).containsExactly(3);
    ClassRoute partly = new ClassRoute(BucketRule.everywhere(4), new int[] {5, 5, 6, 6}, false);
    assertThat(cells(partly, 1)).containsExactlyInAnyOrder(5, 6);
  }

  @Test
  void classThatGetsNoRows_hasNoWay() {
    assertThat(ClassRoute.NONE.isNone()).isTrue();
    assertThat(ClassRoute.NONE.width()).isZero();
    assertThat(new ClassRoute(BucketRule.anywhere(1), new int[] {0}, false).isNone()).isFalse();
  }
}
