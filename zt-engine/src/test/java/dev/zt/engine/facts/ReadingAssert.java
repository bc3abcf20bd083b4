package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what was read. */
final class ReadingAssert extends AbstractAssert<ReadingAssert, Reading> {
  private ReadingAssert(Reading actual) {
    super(actual, ReadingAssert.class);
  }

  static ReadingAssert assertThat(Reading reading) {
    return new ReadingAssert(reading);
  }

  ReadingAssert isMissing() {
    return isAbsent(UnknownCause.MISSING);
  }

  ReadingAssert isMistyped() {
    return isAbsent(UnknownCause.MISTYPED);
  }

  ReadingAssert isMistyped(String detail) {
    return isEqualTo(new Absent(UnknownCause.MISTYPED, detail));
  }

  ReadingAssert isOverflowed() {
    return isAbsent(UnknownCause.OVERFLOWED);
  }

  ReadingAssert isFailed(String detail) {
    return isEqualTo(new Absent(UnknownCause.FAILED, detail));
  }

  private ReadingAssert isAbsent(UnknownCause cause) {
    isInstanceOf(Absent.class);
    if (((Absent) actual).cause() != cause) {
      failWithMessage("Expected %s and not %s", cause, actual);
    }
    return this;
  }
}
