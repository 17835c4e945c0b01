// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sparksmote.internal.census.ClassPlan;
import org.sparksmote.internal.knn.SearchQuality;
import org.sparksmote.internal.routing.Cell;
import org.sparksmote.internal.routing.RoutingPlan;
import org.sparksmote.report.SmoteSummary;

/** What a run tells its user: from the plan, and what the search reached. */
final class RunSummary {

  private RunSummary() {}

  static SmoteSummary of(
      List<ClassPlan> classes,
      long[] keep,
      long invalidRows,
      @Nullable RoutingPlan plan,
      Map<Integer, SearchQuality> reached,
      @Nullable Cleanup cleanup) {
    List<SmoteSummary.ClassRows> rows = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      ClassPlan planned = classes.get(c);
      Cleanup.Gone gone = cleanup == null ? Cleanup.Gone.NONE : cleanup.of(planned.count());
      RoutingPlan search = plan != null && plan.classes().get(c).isSearched() ? plan : null;
      rows.add(
          new SmoteSummary.ClassRows(
              planned.count().name(),
              planned.count().rows(),
              planned.make(),
              planned.count().rows() - keep[c],
              search == null ? 0 : planned.k(),
              search(planned, c, search),
              plan == null ? 0 : plan.cellsOf(c),
              search == null ? 0 : effectiveK(c, search, reached),
              planned.note(),
              gone.original(),
              gone.synthetic()));
    }

    return SmoteSummary.of(rows, invalidRows);
  }

  private static String search(ClassPlan planned, int c, @Nullable RoutingPlan search) {
    if (search != null) {
      return search.isApproximate(c) ? "approximate" : "exact";
    }

    return planned.isUntouched() || planned.k() > 0 ? "none" : "copies";
  }

  /**
   * The mean over the cells of the class whose rows were made, by their rows, as far as the plan
   * knows them: cells that were never counted are about equally large. Where borders cut off every
   * other neighbour, the five nearest of those left are about the ten nearest of all.
   */
  private static double effectiveK(int c, RoutingPlan plan, Map<Integer, SearchQuality> reached) {
    double sum = 0;
    long rows = 0;
    for (Map.Entry<Integer, SearchQuality> cell : reached.entrySet()) {
      Cell known = plan.cells().get(cell.getKey());
      if (known.classIndex() == c) {
        sum += cell.getValue().effectiveK() * known.weight();
        rows += known.weight();
      }
    }

    return rows == 0 ? 0 : sum / rows / plan.classes().get(c).route().rule().reachable();
  }
}
