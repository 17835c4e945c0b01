// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Records as JSON objects, in which numbers that are not finite are null. */
final class FiniteJson {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(double.class, new FiniteOrNull())
                  .addSerializer(Double.class, new FiniteOrNull()));

  private FiniteJson() {}

  static String of(Record told) {
    try {
      return JSON.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // strings and numbers always have a JSON form
    }
  }

  private static final class FiniteOrNull extends StdSerializer<Double> {

    private static final long serialVersionUID = 1L;

    FiniteOrNull() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
