// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import java.util.List;
import java.util.stream.Collectors;
import org.sparksmote.errors.SmoteException;
import org.sparksmote.internal.strategy.ClassCount;

/** Errors about weights of classes. */
final class ClassWeightProblems {

  private ClassWeightProblems() {}

  static SmoteException badClassWeight(String text, String reason) {
    return SmoteException.of(
        200,
        "read classWeight %s: %s. Use balanced, or a JSON object from label to a weight of 0 or more"
            + " such as {\"fraud\": 20}.",
        text,
        reason);
  }

  static SmoteException noRows(String column) {
    return SmoteException.of(
        201,
        "weigh the classes of '%s': there are 0 rows with a label. Check the input path or the"
            + " filter before.",
        column);
  }

  static SmoteException unknownClass(String name, List<ClassCount> present) {
    return SmoteException.of(
        202,
        "weigh class '%s' of classWeight: it is not in the data (count 0). Name one of the classes"
            + " present: %s.",
        name,
        present.stream().map(ClassCount::name).collect(Collectors.joining(", ")));
  }

  static SmoteException weighsNothing(String name, String column) {
    return SmoteException.of(
        203,
        "balance class '%s': in all of its rows weightCol '%s' is 0, or as good as 0. Leave the"
            + " class out, or set classWeight to weights of your own.",
        name,
        column);
  }

  static SmoteException unknownLabel(String label, String column) {
    return SmoteException.of(
        204,
        "weigh a row whose label in '%s' is %s: the fit saw no such class. Set handleInvalid to keep"
            + " or skip, or fit on data that has it.",
        column,
        label);
  }

  static SmoteException badWeights(String owner, String reason) {
    return SmoteException.of(
        205,
        "read the weights of %s: %s. Fit the stage again and save it, or bring back the file as it"
            + " was.",
        owner,
        reason);
  }
}
