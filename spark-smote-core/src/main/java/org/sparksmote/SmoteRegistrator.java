// SPDX-License-Identifier: Apache-2.0
package org.sparksmote;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;
import org.sparksmote.internal.spark.SentClasses;

/**
 * Registers with Kryo what a resampling sends, for sessions with {@code
 * spark.kryo.registrationRequired=true}. Set {@code spark.kryo.registrator} to the name of this
 * class, after a comma if there is another one already. Without {@code registrationRequired} nobody
 * needs it.
 */
public final class SmoteRegistrator implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    SentClasses.register(kryo);
  }
}
