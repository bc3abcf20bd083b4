package dev.zt.test.coverage;

import static dev.zt.Explanation.Truth.FALSE;
import static dev.zt.Explanation.Truth.TRUE;
import static dev.zt.Explanation.Truth.UNKNOWN;

import dev.zt.Explanation.Truth;

/** Strong Kleene logic. */
final class Kleene {
  private Kleene() {}

  static Truth of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  static Truth not(Truth truth) {
    return switch (truth) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  static Truth and(Truth a, Truth b) {
    if (a == FALSE || b == FALSE) {
      return FALSE;
    }
    return a == TRUE && b == TRUE ? TRUE : UNKNOWN;
  }

  static Truth or(Truth a, Truth b) {
    return not(and(not(a), not(b)));
  }
}
