// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.params;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.apache.spark.ml.param.Param;
import scala.Function1;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Params without a class of Spark's for their type, whose constructor Spark 4.0 has in another form
 * than all other versions.
 */
final class PlainParam {

  private PlainParam() {}

  static <T> Param<T> of(
      Class<?> type, String uid, String name, String doc, Function1<T, Object> check) {
    try {
      return new Param<>(uid, name, doc, check);
    } catch (NoSuchMethodError spark40) {
      return withClassTag(type, uid, name, doc, check);
    }
  }

  @SuppressWarnings("unchecked") // of the type by its class tag
  private static <T> Param<T> withClassTag(
      Class<?> type, String uid, String name, String doc, Function1<T, Object> check) {
    try {
      Constructor<?> constructor =
          Param.class.getConstructor(
              String.class, String.class, String.class, Function1.class, ClassTag.class);
      return (Param<T>)
          constructor.newInstance(uid, name, doc, check, ClassTag$.MODULE$.apply(type));
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException("Cannot declare a param on this version of Spark", cause);
    }
  }
}
