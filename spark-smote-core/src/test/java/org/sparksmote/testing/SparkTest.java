// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.testing;

import org.apache.spark.sql.SparkSession;

/**
 * One small session for all tests of a JVM: starting one takes longer than most tests. Tests may
 * change SQL settings only through {@link #withConf}, which puts them back. The build runs some of
 * the tests again with another master or serializer, which it sets as system properties.
 */
public abstract class SparkTest {

  public static final SparkSession spark =
      SparkSession.builder()
          .master(System.getProperty("spark.master", "local[2,4]"))
          .appName("spark-smote tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 4)
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
          .config("spark.executor.memory", "900m") // of a local-cluster, in processes of its own
          .getOrCreate();

  /** Runs with an SQL setting changed. */
  protected static void withConf(String key, String value, Runnable body) {
    String before = spark.conf().get(key);
    spark.conf().set(key, value);
    try {
      body.run();
    } finally {
      spark.conf().set(key, before);
    }
  }
}
