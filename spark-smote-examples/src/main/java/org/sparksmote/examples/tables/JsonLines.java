// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.sparksmote.examples.cli.OptionMap;
import org.sparksmote.examples.files.InputFiles;

/** Finds the line of a JSON file that is none, once Spark has said that there is one. */
final class JsonLines {

  /** As lenient as any option of Spark's makes it, so that no line is named that can be read. */
  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private JsonLines() {}

  /** Names the first such line; says nothing if other things than lines of UTF-8 are read. */
  static void refuse(SparkSession spark, InputFiles input, Map<String, String> given) {
    OptionMap options = OptionMap.of(given);
    if (!options.isTrue("multiline") && !options.has("encoding") && !options.has("linesep")) {
      LineCheck.largest(spark, input, JsonLines::measure);
    }
  }

  private static int measure(String line) throws LineCheck.BadLineException {
    try (JsonParser json = LENIENT.createParser(line)) {
      json.nextToken();
      json.skipChildren();
      return 0;
    } catch (IOException e) {
      throw new LineCheck.BadLineException(
          " is no JSON. Repair the file, or give --input-option mode=DROPMALFORMED, which leaves such"
              + " lines out.");
    }
  }
}
