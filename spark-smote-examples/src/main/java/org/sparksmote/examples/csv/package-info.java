// SPDX-License-Identifier: Apache-2.0
/**
 * CSV as text: records, dialects, headers, what columns hold.
 *
 * <p>Where to start reading: {@code CsvTable}, then {@code CsvRecords}.
 */
@NullMarked
package org.sparksmote.examples.csv;

import org.jspecify.annotations.NullMarked;
