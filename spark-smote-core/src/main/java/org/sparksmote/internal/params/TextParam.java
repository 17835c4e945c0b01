// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.apache.spark.ml.param.Param;
import scala.Function1;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** Params of text, whose constructor Spark 4.0 has in another form than all other versions. */
final class TextParam {

  private TextParam() {}

  static Param<String> of(String uid, String name, String doc, Function1<String, Object> check) {
    try {
      return new Param<>(uid, name, doc, check);
    } catch (NoSuchMethodError spark40) {
      return withClassTag(uid, name, doc, check);
    }
  }

  @SuppressWarnings("unchecked") // a text by its class tag
  private static Param<String> withClassTag(
      String uid, String name, String doc, Function1<String, Object> check) {
    try {
      Constructor<?> constructor =
          Param.class.getConstructor(
              String.class, String.class, String.class, Function1.class, ClassTag.class);
      return (Param<String>)
          constructor.newInstance(uid, name, doc, check, ClassTag$.MODULE$.apply(String.class));
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException("Cannot declare a param on this version of Spark", cause);
    }
  }
}
