// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class ScalaListsTest {

  @Test
  void elements_keepTheirOrder() {
    assertThat(ScalaLists.of(CollectionConverters.asScala(List.of("b", "a", "c"))))
        .containsExactly("b", "a", "c");
  }

  @Test
  void nothing_isAnEmptyList() {
    assertThat(ScalaLists.of(CollectionConverters.asScala(List.of()))).isEmpty();
  }

  @Test
  void list_doesNotFollowWhatItIsFrom() {
    scala.collection.mutable.ArrayBuffer<String> grows =
        new scala.collection.mutable.ArrayBuffer<>();
    grows.addOne("a");
    List<String> list = ScalaLists.of(grows);
    grows.addOne("b");
    assertThat(list).containsExactly("a");
  }
}
