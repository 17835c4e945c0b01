// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.internal.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ClassCountTest {

  private static ClassCount count(Object key, String name) {
    return new ClassCount(key, name, 3, 3, 3, 0);
  }

  @Test
  void class_isNamedByItsName() {
    assertThat(count("fraud", "fraud").isNamed("fraud")).isTrue();
    assertThat(count("fraud", "fraud").isNamed("Fraud")).isFalse();
    assertThat(count(true, "true").isNamed("true")).isTrue();
  }

  @Test
  void number_isNamedInAnyForm() {
    for (ClassCount one :
        new ClassCount[] {
          count(1, "1"), count(1L, "1"), count(1.0, "1.0"), count(new BigDecimal("1.00"), "1.00")
        }) {
      assertThat(one.isNamed("1")).isTrue();
      assertThat(one.isNamed("1.0")).isTrue();
      assertThat(one.isNamed("1e0")).isTrue();
      assertThat(one.isNamed("1.5")).isFalse();
      assertThat(one.isNamed("one")).isFalse();
    }
  }

  @Test
  void textThatLooksLikeANumber_isNamedByItsTextOnly() {
    assertThat(count("1", "1").isNamed("1")).isTrue();
    assertThat(count("1", "1").isNamed("1.0")).isFalse();
  }

  @Test
  void infinity_isNamedAsItIsShown() {
    ClassCount infinite = count(Double.POSITIVE_INFINITY, "Infinity");
    assertThat(infinite.isNamed("Infinity")).isTrue();
    assertThat(infinite.isNamed("1")).isFalse();
  }

  @Test
  void label_isTheKey_butForTextsTheirSpelling() {
    assertThat(count(1.5, "1.5").label()).isEqualTo(1.5);
    assertThat(count("key of a collation", "Fraud").label()).isEqualTo("Fraud");
  }
}
