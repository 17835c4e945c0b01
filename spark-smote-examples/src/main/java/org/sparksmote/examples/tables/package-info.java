// SPDX-License-Identifier: Apache-2.0
/**
 * Rows in and out, whatever the format, and the roles of columns.
 *
 * <p>Where to start reading: {@code SourceTable}, then {@code CsvSink}.
 */
@NullMarked
package org.sparksmote.examples.tables;

import org.jspecify.annotations.NullMarked;
