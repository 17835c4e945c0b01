// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether two datasets are the same rows by their plans: the same sources, and the same steps from
 * there. {@code Dataset.sameSemantics} is of no use behind stages of Spark ML, whose functions are
 * new objects at every call and never equal; here steps are compared as they are written.
 */
final class SamePlan {

  private SamePlan() {}

  static boolean of(Dataset<?> a, Dataset<?> b) {
    LogicalPlan planA = a.queryExecution().analyzed().canonicalized();
    LogicalPlan planB = b.queryExecution().analyzed().canonicalized();
    List<LogicalPlan> sourcesA = CollectionConverters.asJava(planA.collectLeaves());
    List<LogicalPlan> sourcesB = CollectionConverters.asJava(planB.collectLeaves());
    boolean same = sourcesA.size() == sourcesB.size();
    for (int i = 0; same && i < sourcesA.size(); i++) {
      same = sourcesA.get(i).sameResult(sourcesB.get(i));
    }

    return same && planA.toString().equals(planB.toString());
  }
}
