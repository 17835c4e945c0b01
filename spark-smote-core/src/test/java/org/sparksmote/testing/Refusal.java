// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.sparksmote.errors.SmoteException;

/** Checks that something is refused with one of the library's errors, in the library's form. */
public final class Refusal {

  private Refusal() {}

  /** The message of the refusal that {@code body} must end with. */
  public static String of(ThrowingCallable body) {
    Throwable thrown = catchThrowable(body);
    assertThat(thrown).isInstanceOf(SmoteException.class);
    String message = String.valueOf(thrown.getMessage());
    assertThat(message)
        .matches("^\\[SMOTE-\\d{3}] Cannot .+[.:] .*[A-Z].+\\.$")
        .startsWith("[" + ((SmoteException) thrown).code() + "]");
    return message;
  }

  /** The same for a refusal that needs no look at the data: no Spark job was started. */
  public static String withoutJob(ThrowingCallable body) {
    StringBuilder message = new StringBuilder();
    int jobs = Jobs.startedBy(() -> message.append(of(body)));
    Assertions.assertEquals(0, jobs, "jobs started before " + message);
    return message.toString();
  }

  /** The first of the library's errors in the causes of what {@code body} throws. */
  public static String inCausesOf(ThrowingCallable body) {
    Throwable thrown = catchThrowable(body);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SmoteException) {
        return String.valueOf(cause.getMessage());
      }
    }

    throw new AssertionError("not one of the library's errors", thrown);
  }
}
