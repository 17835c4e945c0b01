// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: {@code spark-smote resample | variants | params | demo | generate | benchmark}.
 *
 * <p>Where to start reading: {@link org.sparksmote.examples.SparkSmote} is the entry point and
 * {@code resample.ResampleJob} the job behind {@code resample}. The rooms around them, and who may
 * use whom, stand in {@code src/test/resources/rooms.txt}.
 */
@NullMarked
package org.sparksmote.examples;

import org.jspecify.annotations.NullMarked;
