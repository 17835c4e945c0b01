// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.files;

import java.util.Iterator;
import java.util.function.Function;

/** The elements of an iterator, each turned into something else when it is asked for. */
public final class MappedIterator<A, B> implements Iterator<B> {

  private final Iterator<A> from;
  private final Function<A, B> function;

  public MappedIterator(Iterator<A> from, Function<A, B> function) {
    this.from = from;
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    return from.hasNext();
  }

  @Override
  public B next() {
    return function.apply(from.next());
  }
}
