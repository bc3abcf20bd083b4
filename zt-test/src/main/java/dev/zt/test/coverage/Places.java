package dev.zt.test.coverage;

import dev.zt.policy.SourceSpan;
import java.util.Comparator;
import java.util.function.Function;

/** The order in which things stand in files. */
final class Places {
  private Places() {}

  static <T> Comparator<T> order(Function<? super T, SourceSpan> span) {
    return Comparator.<T, String>comparing(each -> span.apply(each).file())
        .thenComparingInt(each -> span.apply(each).line())
        .thenComparingInt(each -> span.apply(each).column());
  }
}
