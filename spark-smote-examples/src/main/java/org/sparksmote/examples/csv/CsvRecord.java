// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file.
 *
 * @param text all of it as it stands in the file, without the line end
 * @param fields the text of each field without its quotes: null for nothing, empty for two quotes
 */
record CsvRecord(String text, @Nullable String[] fields) {}
