// SPDX-License-Identifier: Apache-2.0
/**
 * Options, errors and exit codes, the session, and runs beside this one.
 *
 * <p>Where to start reading: {@code SparkOptions}, then {@code Failure}.
 */
@NullMarked
package org.sparksmote.examples.cli;

import org.jspecify.annotations.NullMarked;
