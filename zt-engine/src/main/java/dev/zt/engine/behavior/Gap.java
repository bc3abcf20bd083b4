package dev.zt.engine.behavior;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and is not remembered: until it would have left the window, nobody knows
 * what the behavior has come to.
 *
 * @param until epoch milliseconds
 */
record Gap(long until, Kind kind) {
  /** Why it is not remembered. */
  enum Kind {
    /** Its condition or value was unknown. */
    UNCLEAR(UnknownCause.FAILED, "something in its window could not be judged"),
    /** There was more than is kept. */
    EVICTED(UnknownCause.OVERFLOWED, "it may have been forgotten, since too many keys are in use"),
    /** There were more different values than are kept for a key. */
    CROWDED(UnknownCause.OVERFLOWED, "there are more values in its window than are kept"),
    /** The sum left the range of its type. */
    OUT_OF_RANGE(UnknownCause.OVERFLOWED, "the result is out of range"),
    /** It began to be remembered within the window. */
    BEGINNING(UnknownCause.FAILED, "it has not been remembered for the whole of its window yet");

    private final UnknownCause cause;
    private final String detail;

    Kind(UnknownCause cause, String detail) {
      this.cause = cause;
      this.detail = detail;
    }
  }

  Recollection recollection() {
    return Recollection.of(new Absent(kind.cause, kind.detail), until);
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(until);
    out.writeUTF(kind.name());
  }

  static Gap load(DataInput in) throws IOException {
    return new Gap(in.readLong(), Kind.valueOf(in.readUTF()));
  }

  static boolean isOpen(@Nullable Gap gap, long now) {
    return gap != null && now < gap.until;
  }

  /** The one that closes last. */
  static @Nullable Gap later(@Nullable Gap a, @Nullable Gap b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.until > a.until ? b : a;
  }
}
