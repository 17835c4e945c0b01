// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: {@code spark-smote resample | variants | params | demo | generate | benchmark}.
 *
 * <p>Where to start reading: {@link org.sparksmote.examples.SparkSmote} is the entry point and
 * {@code ResampleJob} the job behind {@code resample}. Around them, one thing per class:
 *
 * <ul>
 *   <li>{@code SparkOptions} opens the session, {@code Failure} turns any error into one line and
 *       an exit code;
 *   <li>{@code Origin} and {@code Destination} are what the user says of input and output; {@code
 *       InputFiles} and {@code TableName} find what to read; {@code FileStart}, {@code LineCheck}
 *       and {@code FormatRules} name what Spark would not;
 *   <li>{@code TableReader} and {@code SparkSink} read and write formats with types, {@code
 *       RowDigest} compares rows;
 *   <li>{@code CsvTable} reads CSV and {@code CsvSink} writes it: {@code CsvRecords} are the
 *       records as they stand, {@code CsvProfile} is what all of them tell of the columns, {@code
 *       CsvPrinter} prints rows;
 *   <li>{@code PathRules}, {@code StagedOutput} and {@code StagedTable} see to it that no run can
 *       damage data;
 *   <li>{@code FraudTable} and {@code FraudStudy} are the demo, {@code Workload} and {@code
 *       ScalingBenchmark} the benchmark, {@code LshRecipe} what it is compared with.
 * </ul>
 */
@NullMarked
package org.sparksmote.examples;

import org.jspecify.annotations.NullMarked;
