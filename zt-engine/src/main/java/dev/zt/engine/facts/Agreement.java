package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;

/**
 * What one place gives when it gives twice: equal readings are one, different ones are MISTYPED. A
 * source that failed gave nothing to differ from, and so the failure is what is reported.
 */
final class Agreement {
  private Agreement() {}

  static Reading of(Reading one, Reading other) {
    if (one instanceof Absent a && other instanceof Absent b && a.cause() == b.cause()) {
      return a;
    }
    if (failed(one) || one.equals(other)) {
      return one;
    }
    if (failed(other)) {
      return other;
    }
    return new Absent(
        UnknownCause.MISTYPED,
        one instanceof Value a && other instanceof Value b && isPlain(a) && isPlain(b)
            ? "given as " + Shown.value(a) + " and as " + Shown.value(b)
            : "given twice and differently");
  }

  private static boolean isPlain(Value value) {
    return !(value instanceof Value.SetOf) && !(value instanceof Value.Fields);
  }

  private static boolean failed(Reading reading) {
    return reading instanceof Absent absent && absent.cause() == UnknownCause.FAILED;
  }
}
