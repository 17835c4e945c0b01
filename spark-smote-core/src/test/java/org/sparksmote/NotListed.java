// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

/** A public type that nobody asked for, to see that the rule finds it. */
public final class NotListed {

  private NotListed() {}
}
