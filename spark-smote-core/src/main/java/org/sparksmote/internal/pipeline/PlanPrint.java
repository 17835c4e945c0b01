// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.runtime.BoxedUnit;

/**
 * What tells by their plans whether two datasets hold the same rows, without keeping either: the
 * same sources, and the same steps from there. {@code Dataset.sameSemantics} is of no use behind
 * stages of Spark ML, whose functions are new objects at every call and never equal; here steps are
 * compared as they are written.
 *
 * @param steps the plan as text
 * @param sources hashes of what it reads
 */
public record PlanPrint(String steps, List<Integer> sources) {

  /** The print of a dataset's plan; no job runs. */
  public static PlanPrint of(Dataset<?> data) {
    LogicalPlan plan = data.queryExecution().analyzed().canonicalized();
    List<Integer> sources = new ArrayList<>();
    plan.foreach(
        step -> {
          if (step instanceof LeafNode) {
            sources.add(step.semanticHash());
          }

          return BoxedUnit.UNIT;
        });
    return new PlanPrint(plan.toString(), sources);
  }
}
